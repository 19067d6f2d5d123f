/**
 * A board for component tests: the client's own shape over a local document, and a neighbour whose
 * changes arrive at once. Only the network is missing.
 */
import { act, type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import * as Y from 'yjs';
import { BoardContext } from '../../client/state/board-context.ts';
import type { BoardClient, Command } from '../../client/sync/board-client.ts';
import { createBoardStores } from '../../client/sync/board-stores.ts';
import type { Outcome } from '../../shared/board/commands/problem.ts';
import { createDoc } from '../../shared/board/doc.ts';
import { createBoardView } from '../../shared/board/snapshot.ts';
import { openText } from '../../shared/board/text-handle.ts';
import { touchedActions } from '../../shared/board/touched.ts';
import { createUndoHistory } from '../../shared/board/undo.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { Present } from '../../shared/session/people/present.ts';
import type { RequestRefusal } from '../../shared/session/refusals.ts';
import type { Role } from '../../shared/session/roles.ts';
import type { Request } from '../../shared/session/session.ts';
import { createSessionStage, type SessionStage } from './session-stage.ts';

export interface BoardHarness {
  readonly client: BoardClient;
  /** Somebody else's command, as it comes from the server; React has drawn it when this returns. */
  readonly neighbour: <Args extends readonly unknown[], Value>(
    command: Command<Args, Value>,
    ...args: Args
  ) => Outcome<Value>;
  readonly setRole: (role: Role) => void;
  /** What somebody asks of the session, as the server would decide it: oneself unless said otherwise. */
  readonly ask: (request: Request, asker?: Present) => Result<void, RequestRefusal>;
  /** The session behind, for what nobody asks for. */
  readonly session: SessionStage;
  /** Who is here besides oneself. */
  readonly setOthers: (others: readonly Present[]) => void;
}

export function createBoardHarness(role: Role = 'facilitator'): BoardHarness {
  const doc = createDoc();
  const theirs = createDoc();
  const view = createBoardView(doc);
  const history = createUndoHistory(doc);
  const stores = createBoardStores(view.get());
  view.subscribe(() => stores.board.setState(view.get(), true));
  history.subscribe(() =>
    stores.history.setState({ canUndo: history.canUndo(), canRedo: history.canRedo() }),
  );
  doc.on('update', (update, origin, _doc, transaction) => {
    if (origin === theirs) stores.touchedByOthers.setState(touchedActions(doc, transaction), true);
    else Y.applyUpdate(theirs, update, doc);
  });
  theirs.on('update', (update, origin) => {
    if (origin !== doc) Y.applyUpdate(doc, update, theirs);
  });
  const session = createSessionStage(view.get);
  let self: Present = { ...me, role };
  let others: readonly Present[] = [];
  const tell = () =>
    act(() => stores.session.setState(session.viewFor(self, [self, ...others]), true));
  const ask: BoardHarness['ask'] = (request, asker = self) => {
    const answer = session.ask(asker, request);
    tell();
    return answer;
  };
  tell();
  return {
    client: {
      stores,
      run: (command, ...args) => history.asOneStep(() => command(doc, ...args)),
      request: async (request) => ask(request),
      undo: history.undo,
      redo: history.redo,
      openText: (id, key) => openText(doc, id, key),
      setPresence: () => undefined,
      dismissRefused: () => stores.refused.setState([], true),
      destroy: async () => undefined,
      forget: async () => undefined,
    },
    neighbour: (command, ...args) => drawn(() => command(theirs, ...args)),
    setRole: (next) => {
      self = { ...self, role: next };
      tell();
    },
    ask,
    session,
    setOthers: (present) => {
      others = present;
      tell();
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
