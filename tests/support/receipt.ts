/** A receipt of the only kind there is: of a store of kept work, which was given nothing. */
import { openKeptDevice } from '../../client/sync/kept/kept-device.ts';

export async function aReceipt() {
  const receipt = await openKeptDevice().change(() => ({ put: [], drop: [] }));
  if (!receipt) throw new Error('nothing can be stored here');
  return receipt;
}
