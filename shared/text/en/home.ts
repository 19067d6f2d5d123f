import type { homeFr } from '../fr/home.ts';
import type { Translated } from '../texts.ts';

export const homeEn: Translated<typeof homeFr> = {
  title: 'Imagine the actions of your procurement scheme together',
  lead: 'The elected officials have set the priorities. Departments and partners write the actions that answer them, live, in the room or from afar; the workshop leaves with its action list.',
  facts: 'No account, nothing to install: a link is enough.',
  begin: 'Begin a workshop',
  tryNetworkBefore: 'Before the day of the workshop, on the device that you will use:',

  createTitle: 'Create a workshop',
  createText: 'An empty wall: you put up your priorities and departments.',
  titleLabel: 'Workshop title',
  titleMissing: 'Give the workshop a title.',
  titleTooLong: 'This title is too long: 300 characters at most.',
  create: 'Create the workshop',

  demoTitle: 'See an example first',
  demoText:
    'A council’s workshop, already full: 6 priorities, 52 actions, imaginary data. It is yours alone: try everything.',
  demoSteps: 'Or begin in the middle, with people who have already played:',
  demoStep: { ideas: 'Ideas', vote: 'Vote', report: 'Restitution' },
  pictureOf: 'An open workshop: priorities side by side, and under each the cards of its actions.',
  demoOpen: 'Open the demonstration',

  keyTitle: 'Creating takes a key',
  keyText:
    'This server asks for it when a workshop is created; taking part needs none. Whoever runs the server can give it to you. This device will remember it.',
  keyLabel: 'Creation key',
  keyMissing: 'Enter the key.',
  keyWrong: 'This is not the key of this server. Check it, down to the last character.',

  codeTitle: 'I have a code',
  codeText: 'The one shown in the room, or that a facilitator told you.',
  codeLabel: 'Entry code',
  codeHelp: 'Six digits and letters, like K3P 9TX.',
  codeWrong: 'A code has six digits and letters, without 0, 1, I, L or O.',
  codeEnter: 'Enter with this code',

  openedTitle: 'Workshops opened on this device',
  untitled: 'Untitled workshop',
  openedAt: (when) => `opened on ${when}`,
  forget: (title) => `Forget “${title}” on this device`,
  forgotten: (title) => `“${title}” is forgotten on this device.`,
  notForgotten: (title: string) =>
    `“${title}” stays in the list: what this device keeps of it could not be set aside. Reload the page, then try again.`,
};
