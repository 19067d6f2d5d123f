/** A workshop leaves this device. */
import { forgetWorkshop, type OpenedWorkshop } from '../state/device.ts';
import { forgetOwn, ownToKeep } from '../state/keep-own.ts';

/** Off the list of this device. What its copy holds and the board has not taken is kept. */
export function forgetHere(workshop: OpenedWorkshop): void {
  forgetWorkshop(workshop);
  const { boardId, joined, title } = workshop;
  if (!joined) return;
  const owner = { boardId, personId: joined.personId };
  void import('../sync/kept/retire-copy.ts')
    .then(({ retireCopy }) => retireCopy(owner, title, 'forgotten', ownToKeep(owner, 'forgotten')))
    .then(() => forgetOwn(owner))
    .catch(() => {}); // the copy stays where it is, and nothing is lost
}
