/** A receipt of the only kind there is: of a store of kept work, which was given nothing. */
import { openKeptDevice } from '../../client/sync/kept/kept-device.ts';

export const aReceipt = () => openKeptDevice().change(() => ({ put: [], drop: [] }));
