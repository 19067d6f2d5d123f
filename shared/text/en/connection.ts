import type { connectionFr } from '../fr/connection.ts';
import type { Translated } from '../texts.ts';

export const connectionEn: Translated<typeof connectionFr> = {
  opening: 'Opening…',
  savedAt: (time) => `Saved at ${time}`,
  saved: 'Saved',
  sending: 'Sending…',
  fallback: (said) => `${said} — backup connection`,
  openElsewhere: 'Offline — already open five times: close another tab',
  offline: 'Offline — kept on this device',
  offlineNothingKept: 'Offline — do not close this page',
};
