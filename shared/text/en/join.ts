import type { joinFr } from '../fr/join.ts';
import type { Translated } from '../texts.ts';

export const joinEn: Translated<typeof joinFr> = {
  notice: 'Good to know',
  purgeDate: (day) => `This workshop will be erased on ${day}.`,
  name: 'First name or function',
  nameHelp: 'As the others will see you. No e-mail address is asked.',
  nameMissing: 'Give a first name or a function.',
  nameTooLong: 'This is too long: 60 characters at most.',
  place: 'Department or organisation',
  placeChoose: 'Choose in the list',
  placeMissing: 'Choose your department or your organisation.',
  directions: 'Departments',
  actors: 'Partners',
  withoutPlace: 'Facilitation, no department',
  privacy:
    'This name only serves to know each other in this workshop: it is neither exported nor passed on to another service.',
  enter: 'Enter the workshop',

  linksTitle: 'The workshop’s links',
  readyTitle: 'The workshop is ready',
  linksText:
    'Each link opens the workshop with a role. Keep the first for yourself: the server keeps no readable copy of it, but this device remembers.',
  linkNames: {
    facilitator: 'To facilitate',
    participant: 'To take part',
    observer: 'To watch or project',
  },
  linkUses: {
    facilitator: 'For you and your co-facilitators: priorities, departments, agenda.',
    participant: 'For departments and partners: write and move actions.',
    observer: 'For elected officials, the room, the projector: read and change nothing.',
  },
  copyLink: 'Copy the link',
  copyInvitation: 'Copy an invitation',
  invitation: (link, tryNetwork) =>
    `Here is the link to take part in the workshop:\n${link}\n\nA few days before, on the device and the network that you will use, check that nothing blocks it:\n${tryNetwork}\n`,
  copyFailed: 'Copying failed: select the text.',
};
