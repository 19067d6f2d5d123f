import type { whoFr } from '../fr/who.ts';
import type { Translated } from '../texts.ts';

export const whoEn: Translated<typeof whoFr> = {
  title: 'Who are you?',
  text: 'This workshop was opened on this device before. Nothing leaves before your answer.',
  continueAs: (name, place) =>
    place === '' ? `Go on as “${name}”` : `Go on as “${name} (${place})”`,
  somebodyElse: 'Be somebody else',
  help: 'What another person began here stays theirs: you will not see it, and nothing will be sent in their name.',
};
