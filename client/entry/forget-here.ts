/** A workshop leaves this device. */
import { late } from '../browser/late.ts';
import { forgetWorkshop, type OpenedWorkshop } from '../state/device.ts';
import { ownOf } from '../state/keep-own.ts';

const fetchRetiring = late(() => import('../sync/kept/forget-copy.ts'));

/**
 * Off the list of this device, once what its copy holds and the board has not taken is kept.
 * @returns false when that could not be done: it stays on the list, the only way to its copy
 */
export async function forgetHere(
  workshop: OpenedWorkshop,
  loadRetiring = fetchRetiring,
): Promise<boolean> {
  const { boardId, title } = workshop;
  const people = [workshop.joined].concat(workshop.aside ?? []).filter((one) => one !== null);
  try {
    for (const { personId } of people) {
      const { forgetCopy } = await loadRetiring();
      const owner = { boardId, personId };
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
