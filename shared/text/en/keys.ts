import type { keysFr } from '../fr/keys.ts';
import type { Translated } from '../texts.ts';

export const keysEn: Translated<typeof keysFr> = {
  text: 'One key is enough, outside text fields. They are switched off in the menu, under “Single-letter keys”.',
  areOff: 'Single-letter keys are off on this device.',
  switchOn: 'Switch them on',
};
