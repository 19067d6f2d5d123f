import type { closedFr } from '../fr/closed.ts';
import type { Translated } from '../texts.ts';

export const closedEn: Translated<typeof closedFr> = {
  title: 'The workshop was closed',
  titles: {
    unauthenticated: 'Your access has ended',
    badFrame: 'This page must be reloaded',
    unknownBoard: 'This workshop is no longer there',
    newerBoard: 'The server must be updated',
    boardFull: 'The workshop is full',
  },
  enterAgain: 'Enter again',
  reasons: {
    accessChanged: 'Your access has changed. Connecting again…',
    serverStopping: 'The server is restarting. Connecting again…',
    tooSlow: 'Your connection is too slow. Trying again…',
    storageFault: 'The server can no longer save. Nothing is lost here: keep this page open.',
    badFrame: 'This page is older than the server. Reload it.',
    unauthenticated:
      'The link used here is no longer valid, or the facilitators took you out of the workshop. Enter again, or ask the person who leads for a new link.',
    unknownBoard: 'This workshop does not exist, or no longer does.',
    newerBoard:
      'This workshop was written by a later version of Gommette. Update the server to open it.',
    refused: 'A change was not allowed. The wall was reloaded.',
    otherEpoch: 'The board was taken up at another moment: it has been loaded again.',
    tooMuch: 'Too many changes in a short time. Connecting again…',
    openElsewhere:
      'You already have this workshop open five times. Close another tab: this one will open.',
    boardFull: 'This workshop is full. Try again when somebody has left.',
  },
};
