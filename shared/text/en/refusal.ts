import type { refusalFr } from '../fr/refusal.ts';
import type { Translated } from '../texts.ts';

export const refusalEn: Translated<typeof refusalFr> = {
  reasons: {
    role: 'Your link lets you read, not write.',
    step: 'The current step no longer allows this change.',
    'frame-locked': 'Priorities and departments are fixed by the facilitators.',
    authorship: 'An action cannot be signed in somebody else’s name.',
    schema: 'The server did not understand this change.',
    'too-large': 'This text is too long.',
    'too-many': 'The wall is full.',
    storage: 'The server cannot save for now.',
  },
  title: 'A change was not accepted',
  kept: 'Your text is not lost: copy it here.',
  copy: 'Copy this text',
};
