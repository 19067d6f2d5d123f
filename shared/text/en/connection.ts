import type { connectionFr } from '../fr/connection.ts';
import type { Translated } from '../texts.ts';

export const connectionEn: Translated<typeof connectionFr> = {
  opening: 'Opening…',
  savedAt: (time) => `Saved at ${time}`,
  saved: 'Saved',
  sending: 'Sending…',
  offline: 'Offline — kept on this device',
  offlineNothingKept: 'Offline — do not close this page',
  back: 'Connected again.',
  lost: 'Connection lost. You can go on: everything will be sent on return.',
};
