import type { appFr } from '../fr/app.ts';
import { enPlural, type Translated } from '../texts.ts';

export const appEn: Translated<typeof appFr> = {
  skip: 'Skip to content',
  importTable: 'Import a table…',
  projectionClosed: 'The projection needs the observers’ link',
  projectionClosedText:
    'On the device that projects, open the observers’ link of the workshop followed by “/projection”, or ask the facilitators to open the projection from their menu.',
  accessibility: 'Accessibility',
  home: 'Home',
  tryNetwork: 'Test my network',
  documentTitle: (screen) => `${screen} – Gommette`,
  doorTab: (workshop) => `Enter “${workshop}”`,
  tab: (view, workshop) => `${view} – ${workshop}`,
  messages: 'Messages',
  dismiss: 'Hide this message',

  preferences: 'Display',
  language: 'Language',
  theme: 'Colours',
  themes: {
    auto: 'Automatic',
    clair: 'Light',
    sombre: 'Dark',
    contraste: 'High contrast',
  },

  problem: (code, said) =>
    problemsEn[code] ??
    (said || 'The server does not answer. Check your connection, then try again.'),

  tooOften: (seconds) =>
    `Many people are entering at once: trying again in ${enPlural(seconds, 'second', 'seconds')}.`,
  doorWaits: 'The workshop is about to open',

  opening: 'Opening…',
  openingSlow: 'The connection is slow, or cut. The page will open by itself.',
  doorClosed: 'The workshop does not open',
  openKept: (name) => `Open what this device has kept, as ${name}`,
  noLinkTitle: 'Ask for the workshop’s link',
  noLinkText:
    'This device has not opened this workshop yet. Its facilitator can send you the link: open it whole, to the last character.',
  cutLink: 'This link is incomplete: its end is missing. Use it whole, to the last character.',
  unknownTitle: 'This page does not exist',
  unknownText: 'The address may be incomplete: use the link you received, whole.',

  reload: 'Reload the page',

  crashTitle: 'This page has stopped',
  crashText:
    'The mistake is ours. What is saved stays saved; what was waiting to be sent is kept on this device.',
  crashCopy: 'Copy the details',
  crashDetails: 'Details',
  partFailed: 'This part of the page could not be loaded',
  partFailedText:
    'Check your connection, then try again. If Gommette has just been updated, reload the page: none of your work is lost.',

  keys: 'Single-letter keys',
  keysOn: 'On',
  keysOff: 'Off',
  keysTitle: 'Keyboard shortcuts',
  keysEverywhere: 'Everywhere',
  keysHelp: 'Show this list',

  lead: 'Leading',
  leadKey: 'Open or close the leading panel',
  agenda: 'Plan of the workshop',

  menu: 'Workshop menu',
  synthesis: 'Synthesis',
  workshop: 'Workshop',
  invite: 'Invite',
  export: 'Export',
  frame: 'Frame of the workshop',
  links: 'Workshop links',
  entry: 'Show the entry code',
  changePerson: 'Change name or department',
  leave: 'Leave the workshop',
  leaveTitle: 'Leave before everything is sent?',
  leaveText:
    'Some changes have not reached the server yet. If you leave, this device keeps them: you will find them under “Kept work”.',
  leaveStay: 'Stay',
  leaveAnyway: 'Leave anyway',
};

/** The server speaks French; its codes are stable, so they are said here in English. */
const problemsEn: Readonly<Record<string, string>> = {
  unreadable: 'This file is not a readable workshop.',
  'bad-title': 'Give the workshop a title of 1 to 300 characters.',
  'bad-join': 'The request was incomplete: reload the page and try again.',
  'bad-name': 'Give a first name or a function, 1 to 60 characters.',
  'bad-place': 'Choose your department or organisation in the workshop’s list.',
  unauthorized: 'This link does not open this workshop. Ask its facilitator for the link.',
  'not-facilitator': 'Only the workshop’s facilitators can do this.',
  'bad-role': 'This change of role is not possible: a link to watch stays one.',
  'unknown-person': 'This person is no longer in the workshop.',
  'unknown-code': 'This code opens no workshop at the moment. Check it, or ask for the link.',
  'too-many-people':
    'Too many people have joined this workshop: ask its facilitators to remove some.',
  'last-facilitator':
    'Somebody must facilitate: hand the facilitation over to somebody else first.',
  'unknown-board': 'This workshop does not exist, or no longer does.',
  'too-large': 'This file is too heavy.',
  'too-often': 'Too many requests in a row: wait a moment, then try again.',
  unexpected: 'The server met an error. It is noted; try again in a moment.',
  storage: 'The server cannot save anything for now. Tell its administrator.',
};
