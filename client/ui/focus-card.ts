/** The button of a card that opens its sheet; null where the card is not drawn. */
export const openerOf = (id: string): HTMLElement | null =>
  document.querySelector(`[data-open-action="${CSS.escape(id)}"]`);

/** Takes the focus to a card, in sight, when what had it went away with its place. */
export function focusCard(id: string): void {
  const card = openerOf(id);
  if (document.activeElement !== document.body && document.activeElement !== card) return;
  card?.focus({ preventScroll: true });
  card?.closest('[data-card]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
