import type { commonFr } from '../fr/common.ts';
import type { Translated } from '../texts.ts';

export const commonEn: Translated<typeof commonFr> = {
  appName: 'Gommette',
  tagline: 'The wall for workshops held together',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied.',
  back: 'Back',
  retry: 'Try again',
  undo: 'Undo',
  redo: 'Redo',
  loading: 'Loading…',
  facilitator: 'Facilitation',
  participant: 'Participation',
  observer: 'Read only',
  somebody: 'Somebody',
  withoutDirection: 'no department',
  status: {
    proposed: 'Proposed',
    discuss: 'To discuss',
    retained: 'Retained',
    merged: 'Merged',
    discarded: 'Set aside',
  },
};
