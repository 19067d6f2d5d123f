import type { NetworkWords } from '../fr/network.ts';

export const networkEn: NetworkWords = {
  verdicts: {
    blocked: {
      title: 'Your network blocks the workshop',
      text: 'This page reaches you, but neither the live link nor the backup link gets through: a filter of the network stops them.',
      steps: [
        'Try another network: sharing your phone’s connection is enough.',
        'Otherwise, send the note below to your IT department.',
      ],
    },
    portal: {
      title: 'Something answers in the server’s place',
      text: 'It is often the login page of a Wi-Fi network, or a filter of your organisation.',
      steps: [
        'Open another site in a new tab: if a login page appears, sign in, then come back here.',
        'Otherwise, send the note below to your IT department.',
      ],
    },
    stopped: {
      title: 'The server does not answer',
      text: 'It is restarting or stopped, or the connection is cut between it and you.',
      steps: [
        'Open another site: if it does not open either, it is your connection.',
        'If other sites open, tell the person who leads the workshop.',
      ],
    },
    offline: {
      title: 'This device is not connected',
      text: 'It says itself that it has no network.',
      steps: ['Check the Wi-Fi or the cable, and that flight mode is off.'],
    },
    tabs: {
      title: 'You already have this workshop open five times',
      text: 'One person may open it in five tabs or devices at once.',
      steps: ['Close another tab, or the page on another device.'],
    },
    oldBrowser: {
      title: 'This browser is too old',
      text: 'It lacks functions that the board needs.',
      steps: [
        'Update it, or open the link in Firefox, Chrome, Edge or Safari, in a version of 2024 or later.',
        'On a computer managed by your organisation, send the note below to your IT department.',
      ],
    },
    storage: {
      title: 'This device will keep nothing',
      text: 'The browser refuses to keep data for this site. You can take part, but what waits to be sent would be lost by closing the page.',
      steps: [
        'Allow cookies and data for this site, and leave private browsing.',
        'Otherwise, do not close the page until “Saved” is shown.',
      ],
    },
    address: {
      title: 'The address is not whole',
      text: 'The end of the link is missing, or it was cut on its way.',
      steps: [
        'Take the link you received again, whole, to its last character.',
        'Or type the entry code that the person who leads gives you.',
      ],
    },
    fallback: {
      title: 'You can take part, by the backup link',
      text: 'The live link does not get through on this network. The page will take another way by itself, a little slower: nothing else changes.',
      steps: ['Nothing to do. For more comfort, send the note to your IT department.'],
    },
    untried: {
      title: 'The test could not be made',
      text: 'The server answers, but is trying too many networks at the moment: nothing says yet whether the workshop gets through.',
      steps: ['Wait a moment: the page tries again by itself.'],
    },
    fine: {
      title: 'All is ready',
      text: 'From this device and this network, the workshop gets through.',
      steps: [],
    },
  },
  stepsTitle: 'What to do',
  searching: 'Looking for what stands in the way…',
  retrying: 'New attempts are made by themselves: the workshop will open as soon as it can.',
  soon: 'The network answers again',
  soonText: 'The workshop will open at the next attempt, in a few seconds.',

  noteTitle: 'Note to copy for the IT department',
  noteText: 'It holds no link to a workshop and no name.',
  noteCopy: 'Copy the note',
  noteHead: (host) => `Access to Gommette: ${host}`,
  noteDate: (local, utc) => `Date: ${local} (${utc})`,
  noteFound: (title) => `Found: ${title}`,
  noteTried: 'Tried:',
  noteBrowser: (agent) => `Browser: ${agent}`,
  noteAsk: (origin) =>
    `To let through: WebSockets to ${origin.replace(/^http/, 'ws')}/sync/…, with their headers Upgrade and Sec-WebSocket-Protocol; failing that, GET and POST requests to ${origin}/sync/… and ${origin}/api/…, with no page in between, no holding back of answers, and bodies of 64 kB.`,
  silent: 'no answer',
  refused: 'the server did not try it',

  title: 'Test my network',
  lead: 'This page tries what a workshop needs, without opening one. Do it before the day, on the device and the network that you will use.',
  running: 'Trying…',
  again: 'Start again',
  results: 'What was tried',
  states: { good: 'Good', bad: 'To be mended', unknown: 'Not measured', running: 'Trying…' },
  checks: {
    page: 'This page',
    http: 'Requests to the server',
    socket: 'Live link (WebSocket)',
    polling: 'Backup link (HTTP)',
    latency: 'Response time',
    clock: 'Clock of the device',
    storage: 'Memory of the device',
    browser: 'Browser',
  },
  fixes: {
    page: '',
    http: 'The server is not reached: see above what stands in the way.',
    socket: 'To ask of your IT department. The backup link may be enough.',
    polling: 'To ask of your IT department. The live link is enough where it gets through.',
    latency: 'Move closer to the Wi-Fi, take a cable, or stop downloads.',
    clock: 'Set the time of the device, preferably automatically.',
    storage: 'Allow the data of this site, and leave private browsing.',
    browser: 'Update the browser.',
  },
  ms: (ms) => `${ms.toLocaleString('en')} ms`,
  clockOff: (seconds) => (seconds === 0 ? 'on time' : `off by ${seconds.toLocaleString('en')} s`),
  missing: (names) => `missing: ${names}`,
  copyText: 'Copy the report',
  copyJson: 'Copy as JSON',
  reportTitle: 'The report',
  reportText:
    'To send to the person who leads, or to your IT department. It holds no link to a workshop and no name.',
};
