import type { accessibilityFr } from '../fr/accessibility.ts';
import type { Translated } from '../texts.ts';

export const accessibilityEn: Translated<typeof accessibilityFr> = {
  title: 'Accessibility',
  mention: {
    total: 'Accessibility: fully conformant',
    partial: 'Accessibility: partly conformant',
    none: 'Accessibility: not conformant',
  },
  unknownOwner: 'The body that offers this workshop',
  engagement: (owner) =>
    `${owner} undertakes to make its digital services accessible, under article 47 of French law 2005-102 of 11 February 2005. This statement applies to Gommette as served at this address.`,
  stateTitle: 'State of conformity',
  states: {
    total: 'Gommette conforms fully to RGAA 4.1, the French accessibility standard.',
    partial:
      'Gommette conforms partly to RGAA 4.1, the French accessibility standard, because of the limits listed below.',
    none: 'Gommette does not conform to RGAA 4.1, the French accessibility standard: no audit has been declared for this address yet.',
  },
  dated: (date) => `Statement made on ${date}.`,
  undated: 'The date of this statement was not given.',
  testsTitle: 'What was checked',
  tests:
    'The tests of the program go through each page by keyboard, with an automatic checker (axe), 320 pixels wide, with text spacing enlarged, in light, dark and contrast themes; announcements are read as text. These tests do not replace an audit.',
  faultsTitle: 'What is not accessible',
  faults: {
    projection:
      'The projection is made to be read from afar in a room: it has no control and announces nothing. The link to watch shows the same workshop, accessible.',
    carets:
      'Where others’ carets stand in a text is shown and not announced; who writes on a sheet is.',
    others: 'Cards that others write are not announced one by one, so as not to cover reading.',
    files:
      'Exported files keep their headings and tables marked; a spreadsheet or a word processor may damage them when it saves.',
  },
  contactTitle: 'Feedback and contact',
  contactText:
    'If you cannot reach some content or service, report it to be shown another way or to have the content in another form.',
  noContact: 'Ask whoever facilitates the workshop, or the body that organises it.',
  remediesTitle: 'Remedies',
  remedies:
    'If you reported a fault that keeps you from some content or service and had no satisfying answer, you may turn to the French Defender of Rights:',
  defenderWrite: 'in writing, online:',
  defenderCall:
    'by telephone: +33 9 69 39 00 00, Monday to Friday; or through a delegate of your region;',
  defenderPost:
    'by post, free: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, France.',
};
