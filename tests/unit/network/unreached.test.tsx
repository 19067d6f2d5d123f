/** A board that was never received: no empty wall, but what stands in the way. */
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from '../../../client/app/app.tsx';
import { type OpenedWorkshop, rememberWorkshop } from '../../../client/state/device.ts';
import type { Connection } from '../../../client/sync/connection.ts';
import { setInfo } from '../../../shared/board/commands/frame.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { copiedText } from '../../support/clipboard.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { stubNetwork, type TriedNetwork } from '../../support/tried-network.ts';
import { fr } from '../../support/words.ts';

const t = fr.network;
serveIndexedDb();
afterEach(() => vi.unstubAllGlobals());

const boardId = 'b'.repeat(20) as BoardId;
const workshop = (role: OpenedWorkshop['role']): OpenedWorkshop => ({
  boardId,
  role,
  title: 'Achats de Camille',
  token: 's3cret',
  joined: {
    personId: 'p1' as PersonId,
    role,
    name: 'Camille',
    directionId: null,
    actorId: null,
    ticket: 't1cket',
  },
  openedAt: 0,
});
const offline: Connection = { state: 'offline', kept: true, since: 0 };

async function open(change: Partial<TriedNetwork>, path = '', connection = offline) {
  const network = stubNetwork(change);
  rememberWorkshop(workshop(path ? 'observer' : 'participant'));
  history.replaceState(null, '', `/a/${boardId}${path}`);
  const { client } = createBoardHarness();
  client.stores.connection.setState(connection, true);
  render(<App connect={() => client} />);
  const say = (next: Connection) => act(() => client.stores.connection.setState(next, true));
  return { client, network, say };
}
const none = { http: 'silence', socket: 'closed', polling: 'silence' } as const;
const title = (name: string) => screen.findByRole('heading', { level: 1, name });

test.each([
  ['the wall', ''],
  ['the projection', '/projection'],
])(
  '[NW3] in the place of %s that was never received stands what is wrong, and it comes by itself',
  async (_what, path) => {
    const { client, say } = await open({ socket: 'closed', polling: 403 }, path);
    await title('L’atelier ne s’ouvre pas');
    await screen.findByText(t.verdicts.blocked.title);
    expect(screen.queryByText(/Hors connexion/)).toBeNull();
    expect(screen.queryByText(fr.board.untitled)).toBeNull();
    expect(document.title).toBe('L’atelier ne s’ouvre pas – Gommette');
    expect(screen.getByRole('link', { name: 'Tester mon réseau' })).toHaveAttribute(
      'href',
      '/reseau',
    );
    expect(await axeFaults()).toEqual([]);
    act(() => client.run(setInfo, { title: 'Achats et eau' }));
    say({ state: 'live', unsaved: false, savedAt: 0 });
    await screen.findAllByText('Achats et eau');
    expect(screen.queryByText(t.verdicts.blocked.title)).toBeNull();
  },
);

test('[NW3] where this device has a copy it is shown, offline', async () => {
  const { client } = await open(none);
  act(() => client.run(setInfo, { title: 'Achats et eau' }));
  await title('Achats et eau');
  expect(screen.getByText('Hors connexion — conservé sur cet appareil')).toBeVisible();
});

test('[NW3] the sixth opening of one person is told so, with what to do, and nothing is tried', async () => {
  const { network } = await open(none, '', { ...offline, why: 'openElsewhere' });
  network.http = 'ours';
  await screen.findByText(t.verdicts.tabs.title);
  expect(screen.getByText(t.verdicts.tabs.steps[0])).toBeVisible();
});

test('[NW3] what is wrong is said anew when the device says that its network has changed', async () => {
  const { network } = await open({ ...none, isOnline: false });
  await screen.findByText(t.verdicts.offline.title);
  Object.assign(network, { http: 200, polling: 200, isOnline: true });
  dispatchEvent(new Event('online'));
  await screen.findByText(t.verdicts.portal.title);
  Object.assign(network, { http: 'ours', polling: 'ours', socket: 'ours' });
  dispatchEvent(new Event('online'));
  await screen.findByText(t.soon);
});

test('[NW3] the network passes, and the workshop does not open: what stops it is told at the next try', async () => {
  await open({});
  await screen.findByText(t.soon);
  dispatchEvent(new Event('online'));
  await screen.findByText(t.verdicts.blocked.title);
});

test('[NW3] what the server itself said is told in its words', async () => {
  await open({}, '', { ...offline, why: 'storageFault' });
  await screen.findByText(fr.closed.reasons.storageFault);
});

test('[NW5] the note holds no name, no secret and no board', async () => {
  await open({ socket: 'closed', polling: 403 });
  await userEvent.click(await screen.findByText(t.noteTitle));
  // It grows as the tries end, and is in the clipboard once the button says so.
  await screen.findByText(/403 text\/html/);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: t.noteCopy }));
  await screen.findByRole('button', { name: fr.common.copied });
  const note = await copiedText();
  expect(note).toContain(location.host);
  expect(note).toContain('403 text/html');
  expect(note).not.toMatch(/s3cret|t1cket|Camille|Achats|bbbb/);
});
