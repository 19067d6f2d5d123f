/** A small board with the sheet of its second action open, as tests of the sheet need it. */
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { ActionSheet } from '../../../client/features/action-sheet/action-sheet.tsx';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import type { Board } from '../../../shared/board/board.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import type { Action } from '../../../shared/board/schema.ts';
import type { ActionId, ActorId, DirectionId, PriorityId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

export interface SheetStage extends BoardHarness {
  readonly user: UserEvent;
  readonly ids: readonly ActionId[];
  readonly water: PriorityId;
  readonly climate: PriorityId;
  readonly finance: DirectionId;
  readonly roads: DirectionId;
  readonly builders: ActorId;
  readonly board: () => Board;
  /** The action whose sheet was opened first. */
  readonly action: () => Action;
  readonly closed: () => boolean;
  /** The action « Déplacer vers… » was asked for, null before. */
  readonly moving: () => ActionId | null;
}

export interface StageOptions {
  readonly role?: Role;
  /** What is on the board before the sheet opens. */
  readonly prepare?: (stage: Omit<SheetStage, 'user' | 'closed' | 'moving'>) => void;
  readonly wrap?: (sheet: ReactNode) => ReactNode;
}

/** Priorities « Eau » (three actions) and « Climat » (one); the sheet of 1.2 is open. */
export function openSheet({
  role = 'facilitator',
  prepare = () => undefined,
  wrap = (sheet) => sheet,
}: StageOptions = {}): SheetStage {
  const harness = createBoardHarness(role);
  const { run, stores } = harness.client;
  const addPriority = (title: string) =>
    unwrap(run((doc) => addFrameEntity(doc, 'priorities', { title })));
  const addDirection = (name: string) =>
    unwrap(run((doc) => addFrameEntity(doc, 'directions', { name })));
  const water = addPriority('Eau');
  const climate = addPriority('Climat');
  const finance = addDirection('Direction des finances');
  const roads = addDirection('Direction de la voirie');
  const builders = unwrap(
    run((doc) => addFrameEntity(doc, 'actors', { name: 'Fédération du bâtiment' })),
  );
  const author = {
    personId: stores.session.getState()?.me ?? fail(),
    directionId: null,
    actorId: null,
  };
  const add = (title: string, priorityId: PriorityId) =>
    unwrap(run(addAction, { title, place: { priorityId, before: null }, author }));
  const ids = [
    add('Mesurer les fuites', water),
    add('Réutiliser l’eau', water),
    add('Former les agents', water),
    add('Isoler les écoles', climate),
  ];
  const opened = ids[1] ?? fail();
  const board = () => stores.board.getState();
  const action = () => board().actions.get(opened) ?? fail();
  const stage = { ...harness, ids, water, climate, finance, roads, builders, board, action };
  prepare(stage);

  let isClosed = false;
  let moving: ActionId | null = null;
  const user = userEvent.setup();
  renderOnBoard(
    harness,
    wrap(
      <>
        <Opened
          first={opened}
          onClosed={() => {
            isClosed = true;
          }}
          onMove={(id) => {
            moving = id;
          }}
        />
        <ToastRegion />
      </>,
    ),
  );
  return { ...stage, user, closed: () => isClosed, moving: () => moving };
}

interface OpenedProps {
  readonly first: ActionId;
  readonly onClosed: () => void;
  readonly onMove: (id: ActionId) => void;
}

function Opened({ first, onClosed, onMove }: OpenedProps) {
  const [id, setId] = useState<ActionId | null>(null);
  return (
    <main>
      <h1>Atelier</h1>
      <button type="button" onClick={() => setId(first)}>
        Ouvrir
      </button>
      {id && (
        <ActionSheet
          actionId={id}
          onGo={setId}
          onMove={onMove}
          onClose={() => {
            onClosed();
            setId(null);
          }}
        />
      )}
    </main>
  );
}

function fail(): never {
  throw new Error('the stage is not set');
}
