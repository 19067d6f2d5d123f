/**
 * A board for component tests: the real client over a peer without a network, and a neighbour whose
 * changes arrive at once.
 */

import { act, type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { BoardContext } from '../../client/state/board-context.ts';
import {
  type BoardClient,
  type Command,
  createBoardClient,
} from '../../client/sync/board-client.ts';
import { openKeptDevice } from '../../client/sync/kept/kept-device.ts';
import { createChanges } from '../../server/rooms/session/changes.ts';
import type { Outcome } from '../../shared/board/commands/problem.ts';
import type { DirectionId, PersonId } from '../../shared/ids.ts';
import type { Asked } from '../../shared/protocol/messages.ts';
import type { Result } from '../../shared/result.ts';
import type { Present } from '../../shared/session/present.ts';
import type { RequestRefusal } from '../../shared/session/refusals.ts';
import type { Role } from '../../shared/session/roles.ts';
import type { Request } from '../../shared/session/session.ts';
import { createHandPeers, HAND_OPTIONS } from './hand-peer.ts';
import { createSessionStage, type SessionStage } from './session-stage.ts';

export interface BoardHarness {
  readonly client: BoardClient;
  /** Somebody else's command, as it comes from the server; React has drawn it when this returns. */
  readonly neighbour: <Args extends readonly unknown[], Value>(
    command: Command<Args, Value>,
    ...args: Args
  ) => Outcome<Value>;
  readonly setRole: (role: Role) => void;
  /** Of which direction one is. */
  readonly setDirection: (id: DirectionId) => void;
  /** What somebody asks of the session, as the server would decide it: oneself unless said otherwise. */
  readonly ask: (request: Request, asker?: Present) => Result<void, RequestRefusal>;
  /** The session behind, for what nobody asks for. */
  readonly session: SessionStage;
  /** Whether what this page asks finds a connection: it does unless said otherwise. */
  readonly setAnswering: (answering: boolean) => void;
  /** Who is here besides oneself. */
  readonly setOthers: (others: readonly Present[]) => void;
}

export interface HarnessOptions {
  /** The session comes as the server sends it, by what changed of it, rather than whole each time. */
  readonly tellsChanges?: boolean;
}

export function createBoardHarness(
  role: Role = 'facilitator',
  { tellsChanges = false }: HarnessOptions = {},
): BoardHarness {
  const answer = ({ id, request }: Asked) => {
    // Let in no more, a page has no connection to ask by.
    if (!isAnswering || client.stores.connection.getState().state === 'closed') return undefined;
    const granted = ask(request as Request);
    return granted.ok ? { id } : { id, refused: granted.error };
  };
  const peers = createHandPeers({ answer });
  const client = createBoardClient(HAND_OPTIONS, {
    createPeer: peers.createPeer,
    now: Date.now,
    keptDevice: openKeptDevice(),
  });
  const session = createSessionStage(() => peers.last().view.get());
  let isAnswering = true;
  let self: Present = { ...me, role };
  let others: readonly Present[] = [];
  const changes = createChanges();
  /** One connection: what it was told stands, until a role begins another. */
  let page = {};
  const announce = () => {
    const view = session.viewFor(self, [self, ...others]);
    const change = tellsChanges ? changes.since(page, view) : view;
    if (change) act(() => peers.last().events.onSession(JSON.parse(JSON.stringify(change))));
  };
  const ask: BoardHarness['ask'] = (request, asker = self) => {
    const granted = session.ask(asker, request);
    announce();
    return granted;
  };
  announce();
  return {
    client,
    neighbour: (command, ...args) => drawn(() => command(peers.last().theirs, ...args)),
    setRole: (next) => {
      self = { ...self, role: next };
      page = {};
      announce();
    },
    setDirection: (directionId) => {
      self = { ...self, directionId };
      announce();
    },
    ask,
    session,
    setAnswering: (answering) => {
      isAnswering = answering;
    },
    setOthers: (present) => {
      others = present;
      announce();
    },
  };
}

/** What a change answers, once React has drawn it: `act` itself keeps the value back. */
function drawn<Value>(change: () => Value): Value {
  const held: Value[] = [];
  act(() => void held.push(change()));
  const [value] = held;
  return value as Value;
}

/** Renders something of a board, under the harness's client. */
export const renderOnBoard = ({ client }: BoardHarness, content: ReactNode): RenderResult =>
  render(<BoardContext value={client}>{content}</BoardContext>);

const me: Present = {
  id: 'moi' as PersonId,
  role: 'facilitator',
  name: 'Camille',
  directionId: null,
  actorId: null,
  clients: [1],
};
