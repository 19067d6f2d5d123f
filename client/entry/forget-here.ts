/** A workshop leaves this device. */
import { forgetWorkshop, type OpenedWorkshop } from '../state/device.ts';
import { forgetOwn, ownToKeep } from '../state/keep-own.ts';

/**
 * Off the list of this device, once what its copy holds and the board has not taken is kept.
 * @returns false when that could not be done: it stays on the list, the only way to its copy
 */
export async function forgetHere(
  workshop: OpenedWorkshop,
  loadRetiring = () => import('../sync/kept/forget-copy.ts'),
): Promise<boolean> {
  const { boardId, joined, title } = workshop;
  try {
    if (joined) {
      const owner = { boardId, personId: joined.personId };
      const { forgetCopy } = await loadRetiring();
      if (!(await forgetCopy(owner, title, ownToKeep(owner, 'forgotten')))) return false;
      forgetOwn(owner);
    }
  } catch {
    return false;
  }
  forgetWorkshop(workshop);
  return true;
}
