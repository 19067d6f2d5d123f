/** The button of a card that opens its sheet; null where there is no such card on the page. */
export function openerOf(id: string): HTMLElement | null {
  const find = () => document.querySelector<HTMLElement>(`[data-open-action="${CSS.escape(id)}"]`);
  const drawn = find();
  if (drawn) return drawn;
  for (const draw of drawers) draw(id);
  return find();
}

const drawers = new Set<(id: string) => void>();

/** Of a long column only a part is drawn: called with the card that somebody looks for, and draws it. */
export function whenSought(draw: (id: string) => void): () => void {
  drawers.add(draw);
  return () => drawers.delete(draw);
}

/** Takes the focus to a card, in sight, when what had it went away with its place. */
export function focusCard(id: string): void {
  const card = openerOf(id);
  if (document.activeElement !== document.body && document.activeElement !== card) return;
  card?.focus({ preventScroll: true });
  card?.closest('[data-card]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
