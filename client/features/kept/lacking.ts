/** What another epoch left on the page of who leads: which of the kept things, and how many. */
import { slotAt } from '../../../shared/board/work/slot.ts';
import type { LackingCounts } from '../../../shared/text/fr/kept.ts';
import type { KeptItem } from '../../state/kept-shown.ts';

/** What is to be compared with the board, apart from the rest. */
export function splitLacking(items: readonly KeptItem[], leads: boolean) {
  const isLacking = ({ why }: KeptItem) => leads && why === 'other-epoch';
  return {
    lacking: items.filter(isLacking),
    rest: items.filter((item) => !isLacking(item)),
  };
}

export function countsOf(items: readonly KeptItem[]): LackingCounts {
  const actions = items.filter(isNewAction).length;
  const texts = items.filter(isText).length;
  return { actions, texts, others: items.length - actions - texts };
}

export const isNewAction = ({ work }: Pick<KeptItem, 'work'>): boolean =>
  work.kind === 'created' && work.path[0] === 'actions' && work.path.length === 2;

/** Words in a field where people write; what they chose, moved or emptied is none. */
function isText({ work }: KeptItem): boolean {
  if (work.kind === 'text') return work.text !== '';
  if (work.kind !== 'value' || typeof work.value !== 'string') return false;
  const slot = slotAt(work.path);
  return slot?.kind === 'field' && slot.field.kind === 'plain' && slot.field.max !== undefined;
}
