import type { deviceFr } from '../fr/device.ts';
import type { Translated } from '../texts.ts';

export const deviceEn: Translated<typeof deviceFr> = {
  band: 'On this device',
  shown: (when) => `No connection: this is what this device had kept on ${when}.`,
  staysHere: 'What you write stays here and leaves when the network is back.',
  notKept:
    'This browser keeps nothing of this workshop. If the network is cut, leave this page open: what you write is on it alone until the network is back.',
  noAccess:
    'This browser does not remember who you are. Keep the link you received: it will be asked for next time.',
  understood: 'Got it',
};
