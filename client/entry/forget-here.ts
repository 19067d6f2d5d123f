/** A workshop leaves this device. */
import { forgetWorkshop, type OpenedWorkshop } from '../state/device.ts';
import { ownOf } from '../state/keep-own.ts';

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
      const own = ownOf(owner, 'forgotten');
      if (!(await forgetCopy(owner, title, own.items))) return false;
      own.letGo();
    }
  } catch {
    return false;
  }
  forgetWorkshop(workshop);
  return true;
}
