import type { accessFr } from '../fr/access.ts';
import type { Translated } from '../texts.ts';

export const accessEn: Translated<typeof accessFr> = {
  linksText:
    'Each link opens the workshop with a role. The server keeps no readable copy: only the links this device knows are shown here.',
  checking: 'Checking the links…',
  unknownLink:
    'This device does not know this link, or it was renewed. Whoever made it can send it to you; you can also renew it.',
  linkFaults: {
    here: {
      title: 'These links only open on this device',
      text: (origin) =>
        `They begin with “${origin}”, which means the very device that opens them. Open Gommette by its address on the network, then renew the links; or ask whoever hosts it to set PUBLIC_URL.`,
    },
    clear: {
      title: 'These links are not encrypted',
      text: (origin) =>
        `They begin with “${origin}”: whoever shares the network can read what is written. Beyond one room, ask whoever hosts it for an https address.`,
    },
  },
  renew: 'Renew this link',
  renewNamed: (link) => `Renew the link “${link}”`,
  renewAsk: 'Renew this link?',
  renewText: {
    facilitator:
      'The former link will open nothing. The other facilitators leave the workshop at once; you stay.',
    participant:
      'The former link will open nothing, nor will the entry code. Everybody who takes part leaves at once: their actions stay, and they need the new link to come back.',
    observer:
      'The former link will open nothing. Screens and people who watch leave at once: they need the new link.',
  },
  renewYes: 'Renew',
  renewed: 'The new link is ready: the former one opens nothing.',

  codeTitle: 'Entry by code',
  codeClosed:
    'Closed. Open it while people arrive: a code of six characters, typed on the home page, lets them in to take part.',
  codeOpen:
    'Open. The code is shown here and on the screens that watch; close the entry when everybody is there.',
  codeNow: 'Entry code',
  openCode: 'Open the entry by code',
  closeCode: 'Close the entry by code',

  show: 'Show in large',
  showQr: 'Show the QR code',
  screenTitle: 'Enter the workshop',
  qrLabel: 'QR code of the link to take part',
  screenScan: 'With a phone: aim at this square.',
  screenType: (place) => `On a computer: open ${place}, then “I have a code”.`,

  counts: 'People present, by department',
  count: (origin, people) => `${origin}: ${people}`,
  manage: 'Manage',
  manageNamed: (name) => `Manage ${name}`,
  newName: 'Name shown',
  rename: 'Rename',
  renamed: (name) => `Name changed: ${name}.`,
  handOver: 'Hand over facilitation',
  handOverAsk: (name) => `Hand over facilitation to ${name}?`,
  handOverText:
    'This person will be able to do all that you can: change priorities, renew links, remove somebody.',
  handedOver: (name) => `${name} can facilitate now.`,
  takeBack: 'Take facilitation back',
  takeBackAsk: (name) => `Take facilitation back from ${name}?`,
  takeBackText:
    'This person stays and takes part. With the link to facilitate they could return to it: renew it if need be.',
  takenBack: (name) => `${name} takes part, and does not facilitate.`,
  setWorkAside: 'Set all their work aside',
  putBackWork: 'Put their work back',
  workAside: (name) =>
    `Set aside: the actions of ${name} and their hidden ideas. “Put their work back” returns them.`,
  workBack: (name) => `The actions of ${name} and their hidden ideas are back.`,
  noWork: (name) => `${name} has proposed nothing that could be set aside.`,
  remove: 'Remove from the workshop',
  removeAsk: (name) => `Remove ${name} from the workshop?`,
  removeText:
    'This person leaves at once and their name is erased; their actions stay: set them aside before, if need be. With the link they can come back: renew it too.',
  removed: (name) => `${name} is no longer in the workshop.`,
};
