/** A wall with two priorities and three cards, for component tests. */

import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { BoardHeader, BoardTools } from '../../../client/features/board/board-header.tsx';
import { BoardScreen } from '../../../client/features/board/board-screen.tsx';
import { Wall } from '../../../client/features/board/wall.tsx';
import { WallProvider } from '../../../client/features/board/wall-provider.tsx';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import type { Board } from '../../../shared/board/board.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import type { ActionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

export interface WallStage extends BoardHarness {
  readonly user: UserEvent;
  readonly water: PriorityId;
  readonly climate: PriorityId;
  /** « Mesurer » and « Réutiliser » under Eau, « Isoler » under Climat. */
  readonly ids: readonly [ActionId, ActionId, ActionId];
  readonly board: () => Board;
  /** Titles of a priority's cards, in order. */
  readonly titles: (priority: PriorityId) => readonly string[];
  readonly opened: () => ActionId | null;
}

export interface WallOptions {
  readonly role?: Role;
  readonly empty?: boolean;
  /** Put around the whole page. */
  readonly wrap?: (content: ReactNode) => ReactNode;
}

export function openWall({
  role = 'participant',
  empty = false,
  wrap = (content) => content,
}: WallOptions = {}): WallStage {
  const harness = createBoardHarness(role);
  const { run, stores } = harness.client;
  const author = { personId: 'moi' as PersonId, directionId: null, actorId: null };
  const addPriority = (title: string) =>
    unwrap(run((doc) => addFrameEntity(doc, 'priorities', { title })));
  const add = (title: string, priorityId: PriorityId) =>
    unwrap(run(addAction, { title, place: { priorityId, before: null }, author }));
  const [water, climate] = empty
    ? (['', ''] as unknown as [PriorityId, PriorityId])
    : [addPriority('Eau'), addPriority('Climat')];
  const ids: WallStage['ids'] = empty
    ? (['', '', ''] as unknown as WallStage['ids'])
    : [add('Mesurer les fuites', water), add('Réutiliser l’eau', water), add('Isoler', climate)];
  const board = () => stores.board.getState();
  let opened: ActionId | null = null;
  for (const { id } of pageToasts.store.getState().toasts) pageToasts.dismiss(id);
  pageToasts.announce('');
  renderOnBoard(
    harness,
    wrap(
      <>
        <Screen
          facilitates={role === 'facilitator'}
          onOpen={(id) => {
            opened = id;
          }}
        />
        <ToastRegion />
      </>,
    ),
  );
  return {
    ...harness,
    user: userEvent.setup(),
    water,
    climate,
    ids,
    board,
    titles: (priority) =>
      (board().columns.get(priority) ?? []).map((id) => board().actions.get(id)?.title ?? ''),
    opened: () => opened,
  };
}

// The same at each drawing, as the wall's context wants it.
const noSlots = {};

interface ScreenProps {
  readonly facilitates: boolean;
  readonly onOpen: (id: ActionId) => void;
}

function Screen({ facilitates, onOpen }: ScreenProps) {
  return (
    <WallProvider
      openActionId={null}
      onOpenAction={onOpen}
      onEditPriority={facilitates ? () => undefined : undefined}
      slots={noSlots}
    >
      <BoardScreen
        top={
          <>
            <BoardHeader search={null} people={null} menu={null} />
            <BoardTools />
          </>
        }
      >
        <Wall />
      </BoardScreen>
    </WallProvider>
  );
}
