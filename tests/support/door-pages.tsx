/** A page at the door of a workshop, on a device that knows somebody there or does not. */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { App } from '../../client/app/app.tsx';
import { joinWorkshop, openDoor } from '../../client/entry/workshops.ts';
import { workshopHere } from '../../client/state/tab-person.ts';
import type { Connection } from '../../client/sync/connection.ts';
import type { PeerOptions } from '../../client/sync/peer.ts';
import { setInfo } from '../../shared/board/commands/frame.ts';
import type { DirectionId } from '../../shared/ids.ts';
import type { BoardCreated, Joined } from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/session/roles.ts';
import { createBoardHarness } from './board-harness.tsx';
import { tokenOf } from './http.ts';

export const doorFile = {
  format: 'spaser-workshop',
  formatVersion: 1,
  workshop: { title: 'Achats' },
  directions: [{ id: 'dce', name: 'Cycle de l’eau' }],
};
const LIVE: Connection = { state: 'live', unsaved: false, savedAt: 0 };

/** Loads the page anew; the one before goes. */
export function openPage(path: string, connection: Connection = LIVE) {
  cleanup();
  history.replaceState(null, '', path);
  /** As whom the board's connection was opened, in order. */
  const connections: PeerOptions[] = [];
  const { client, neighbour } = createBoardHarness();
  neighbour(setInfo, { title: doorFile.workshop.title });
  client.stores.connection.setState(connection, true);
  const closings = vi.spyOn(client, 'destroy');
  const connect = (options: PeerOptions) => {
    connections.push(options);
    return client;
  };
  render(<App connect={connect} />);
  return { connections, closings };
}
export const link = (created: BoardCreated) =>
  `/a/${created.boardId}#${tokenOf(created, 'participant')}`;
export const entered = () => screen.findByRole('button', { name: 'Exporter' });
export const question = () => screen.findByRole('heading', { level: 2, name: 'Qui êtes-vous ?' });
export const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

/** Somebody has entered in this tab before. */
export async function enteredBefore(
  created: BoardCreated,
  name: string,
  role: Role = 'participant',
): Promise<Joined> {
  await openDoor(created.boardId, tokenOf(created, role));
  const workshop = workshopHere(created.boardId, role);
  const directionId = 'dce' as DirectionId;
  const request = role === 'participant' ? { name, directionId } : { name };
  const joined = workshop && (await joinWorkshop(workshop, request));
  if (!joined?.ok) throw new Error('not joined');
  return joined.value;
}
