/**
 * Half a text in each field of each screen, when the step ends, what it is about is removed, its
 * author leads no more or is let in no more, or the page is loaded again. The fields are those the
 * page shows: a new one is tried by itself.
 */
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { ActionSheet } from '../../../client/features/action-sheet/action-sheet.tsx';
import { AgendaDialog } from '../../../client/features/agenda/agenda-dialog.tsx';
import { BoardScreen } from '../../../client/features/board/board-screen.tsx';
import { PeopleWindow } from '../../../client/features/board/people-window.tsx';
import { Wall } from '../../../client/features/board/wall.tsx';
import { WallProvider } from '../../../client/features/board/wall-provider.tsx';
import { Cockpit } from '../../../client/features/cockpit/cockpit.tsx';
import { FrameDialog, type FrameTab } from '../../../client/features/frame/frame-dialog.tsx';
import { PriorityDialog } from '../../../client/features/frame/priority-dialog.tsx';
import { TableDialog } from '../../../client/features/import/table-dialog.tsx';
import { OpenRound } from '../../../client/features/votes/open-round.tsx';
import { RoomVotes } from '../../../client/features/votes/room-votes.tsx';
import { WorkshopContext } from '../../../client/state/board-context.ts';
import type { OpenedWorkshop } from '../../../client/state/device.ts';
import { useOpenRound } from '../../../client/state/session-hooks.ts';
import { addAction, discardAction } from '../../../shared/board/commands/actions.ts';
import {
  addFrameEntity,
  removeFrameEntity,
  setInfo,
} from '../../../shared/board/commands/frame.ts';
import { addSheetPart, addTarget, removeSheetPart } from '../../../shared/board/commands/sheet.ts';
import { addTerm, ownTermsOf, removeTerm } from '../../../shared/board/commands/terms.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { stepsOf } from '../../../shared/session/agenda/presets.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { DEFAULT_VOTE } from '../../../shared/session/votes/votes.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { plainBoard } from '../../support/plain-board.ts';
import { unwrap } from '../../support/result.ts';
import { fr } from '../../support/words.ts';

const workshop: OpenedWorkshop = {
  boardId: 'atelier' as BoardId,
  role: 'facilitator',
  title: 'Atelier',
  token: 's3cret',
  openedAt: 0,
  joined: {
    personId: 'moi' as PersonId,
    role: 'facilitator',
    name: 'Camille',
    directionId: null,
    actorId: null,
    ticket: '',
  },
};
const stay = () => undefined;
const steps = stepsOf('half-day').map((step) => ({
  ...step,
  rules: { ...step.rules, edit: 'all' as const, add: 'anyone' as const },
}));
const [first, second] = steps;
const ben = {
  id: 'ben' as PersonId,
  role: 'participant',
  name: 'Ben',
  directionId: null,
  actorId: null,
  clients: [2],
} as const;

/** A workshop with one of each thing a field may be about. */
function prepare() {
  const board = createBoardHarness();
  const { run } = board.client;
  run(setInfo, { title: 'Achats' });
  const ids = {
    water: unwrap(run(addFrameEntity<'priorities'>, 'priorities', { title: 'Eau' })),
    roads: unwrap(run(addFrameEntity<'directions'>, 'directions', { name: 'Voirie' })),
    builders: unwrap(run(addFrameEntity<'actors'>, 'actors', { name: 'Bâtiment' })),
    plan: unwrap(run(addFrameEntity<'policies'>, 'policies', { name: 'Plan climat' })),
  };
  const author = { personId: 'moi' as PersonId, directionId: null, actorId: null };
  const action = unwrap(
    run(addAction, { title: 'Mesurer', place: { priorityId: ids.water, before: null }, author }),
  );
  const indicator = unwrap(run(addSheetPart, action, 'indicators', {}));
  unwrap(run(addTarget, action, indicator));
  const constraint = unwrap(run(addSheetPart, action, 'constraints', {}));
  unwrap(run(addTerm, 'levers', 'Clause à nous'));
  board.setOthers([ben]);
  board.ask({ type: 'steps-set', steps });
  if (first) board.ask({ type: 'step-start', id: first.id, from: null });
  board.ask({ type: 'round-open', id: 'r1' as RoundId, title: 'Vote', setup: DEFAULT_VOTE });
  return { ...board, ...ids, action, indicator, constraint };
}
type Scene = ReturnType<typeof prepare>;

interface Shown {
  readonly draw: (scene: Scene) => ReactNode;
  /** What opens the fields once it is drawn. */
  readonly open?: () => Promise<unknown>;
  /** Somebody removes what the fields are about. */
  readonly remove?: (scene: Scene) => void;
  /** Fields at least: that they were really found. */
  readonly fields: number;
}

const press = async (name: string | RegExp, nth = 0) => {
  const found = await screen.findAllByRole('button', { name });
  await userEvent.click(found[nth] ?? fail());
};
const inFrame = (tab: FrameTab, fields: number, rest: Partial<Shown> = {}): Shown => ({
  draw: () => <FrameDialog onClose={stay} tab={tab} />,
  fields,
  ...rest,
});

const SCREENS: Readonly<Record<string, Shown>> = {
  wall: {
    draw: () => (
      <WallProvider openActionId={null} onOpenAction={stay} slots={NO_SLOTS}>
        <BoardScreen top={null} aside={null} sheet={null}>
          <Wall />
        </BoardScreen>
      </WallProvider>
    ),
    open: async () => {
      await press(fr.board.addBottom);
      await screen.findByLabelText(fr.board.newTitle);
    },
    remove: ({ neighbour, action, water }) => {
      neighbour(discardAction, action);
      neighbour(removeFrameEntity<'priorities'>, 'priorities', water);
    },
    fields: 1,
  },
  sheet: {
    draw: ({ action }) => (
      <ActionSheet actionId={action} onClose={stay} onGo={stay} onMove={stay} />
    ),
    remove: ({ neighbour, action, indicator, constraint }) => {
      neighbour(removeSheetPart, action, 'indicators', indicator);
      neighbour(removeSheetPart, action, 'constraints', constraint);
      neighbour(discardAction, action);
    },
    fields: 15,
  },
  'frame: workshop': inFrame('workshop', 12),
  'frame: priorities': inFrame('priorities', 1),
  'frame: directions': inFrame('directions', 5, {
    open: async () => {
      // Begun before, it is open already.
      if (screen.queryByRole('button', { name: fr.facilitation.paste.open }))
        await press(fr.facilitation.paste.open);
    },
    remove: ({ neighbour, roads }) =>
      void neighbour(removeFrameEntity<'directions'>, 'directions', roads),
  }),
  'frame: actors': inFrame('actors', 3, {
    remove: ({ neighbour, builders }) =>
      void neighbour(removeFrameEntity<'actors'>, 'actors', builders),
  }),
  'frame: policies': inFrame('policies', 2, {
    remove: ({ neighbour, plan }) =>
      void neighbour(removeFrameEntity<'policies'>, 'policies', plan),
  }),
  'frame: terms': inFrame('terms', 3, {
    remove: ({ neighbour, client }) => {
      const [own] = ownTermsOf(client.stores.board.getState().info, 'levers');
      if (own) neighbour(removeTerm, 'levers', own.code);
    },
  }),
  priority: {
    draw: ({ water }) => <PriorityDialog id={water} onClose={stay} />,
    remove: ({ neighbour, action, water }) => {
      neighbour(discardAction, action);
      neighbour(removeFrameEntity<'priorities'>, 'priorities', water);
    },
    fields: 3,
  },
  'new priority': { draw: () => <PriorityDialog id={null} onClose={stay} />, fields: 3 },
  agenda: {
    draw: () => <AgendaDialog onClose={stay} />,
    open: () => press(/^Modifier/, steps.length - 1),
    remove: ({ ask }) => void ask({ type: 'step-remove', id: steps.at(-1)?.id ?? fail() }),
    fields: 3,
  },
  'agenda: vote': {
    draw: () => <AgendaDialog onClose={stay} />,
    open: () =>
      press(
        /^Modifier/,
        steps.findIndex(({ kind }) => kind === 'vote'),
      ),
    remove: ({ ask }) =>
      void ask({
        type: 'step-remove',
        id: steps.find(({ kind }) => kind === 'vote')?.id ?? fail(),
      }),
    fields: 5,
  },
  cockpit: {
    draw: () => (
      <Cockpit
        openActionId={null}
        onOpenAction={stay}
        onAgenda={stay}
        votes={() => null}
        ownWindow="/a/b?animation"
        onClose={stay}
        projection={null}
      />
    ),
    remove: ({ ask, setOthers }) => {
      ask({ type: 'timer-start', seconds: 60, effect: 'nothing' });
      setOthers([]);
    },
    fields: 2,
  },
  'a vote to open': { draw: () => <OpenRound onClose={stay} />, fields: 3 },
  'hands in the room': {
    draw: () => <HandsOfTheRoom />,
    remove: ({ neighbour, action }) => void neighbour(discardAction, action),
    fields: 1,
  },
  people: {
    draw: () => <PeopleWindow onClose={stay} />,
    open: () => press(fr.access.manage, 1),
    remove: ({ setOthers }) => setOthers([]),
    fields: 1,
  },
  import: { draw: () => <TableDialog onClose={stay} />, fields: 1 },
};
const NO_SLOTS = {};

function HandsOfTheRoom() {
  const round = useOpenRound();
  return round ? <RoomVotes round={round} onClose={stay} /> : null;
}

const AGAIN = 'the page is loaded again';
const EVENTS: Readonly<Record<string, (scene: Scene, shown: Shown) => void>> = {
  'the step ends': ({ ask }) =>
    void ask({ type: 'step-start', id: second?.id ?? fail(), from: first?.id ?? null }),
  'what it is about is removed': (scene, { remove }) => act(() => remove?.(scene)),
  'its author leads no more': ({ setRole }) => setRole('participant'),
  'its author may only look': ({ setRole }) => setRole('observer'),
  'its author is let in no more': ({ client }) => {
    act(() =>
      client.stores.connection.setState({ state: 'closed', reason: 'unauthenticated' }, true),
    );
    cleanup();
  },
  [AGAIN]: () => cleanup(),
};

/** What somebody writes with keys; what only looks for something writes no text of the workshop. */
type Field = HTMLInputElement | HTMLTextAreaElement;
const fields = () =>
  [...document.querySelectorAll<Field>('input, textarea')].filter(
    (field) =>
      !field.readOnly &&
      !['checkbox', 'radio', 'file', 'search'].includes(field.type) &&
      field.getAttribute('role') !== 'combobox' &&
      field.closest('search') === null,
  );

/** Another for each field of a screen, and short enough for all. */
function halfOf({ type, inputMode }: Field, place: number): string {
  const number = String(31 + place);
  if (type === 'date') return `0203-07-${10 + place}`; // its year is under way
  if (type === 'time') return `07:${10 + place}`;
  const counts = type === 'number' || inputMode === 'numeric' || inputMode === 'decimal';
  return counts ? number : `demi-${number}`;
}
const labelOf = (field: Field) => field.labels?.[0]?.textContent ?? field.ariaLabel ?? '';

async function drawn(scene: Scene, { draw, open }: Shown) {
  renderOnBoard(scene, <WorkshopContext value={workshop}>{draw(scene)}</WorkshopContext>);
  await act(async () => undefined);
  await open?.();
}

const isOnDevice = (half: string) =>
  [localStorage, sessionStorage]
    .flatMap((storage) => Object.values(storage))
    .some((entry) => JSON.parse(String(entry)).text === half);
const boardOf = ({ client, session }: BoardHarness) =>
  JSON.stringify([plainBoard(client.stores.board.getState()), session.state()]);
const isIn = (board: string, half: string) =>
  [`"${half}"`, `:${half},`, `:${half}}`].some((text) => board.includes(text));
const isInView = (half: string) => fields().some(({ value }) => value === half);

const CASES = Object.keys(SCREENS).flatMap((name) =>
  Object.keys(EVENTS).map((event) => [name, event] as const),
);
test.each(CASES)(
  '[HD7] half a text in each field of « %s » is not lost when %s',
  async (name, event) => {
    const shown = SCREENS[name] ?? fail();
    const scene = prepare();
    await drawn(scene, shown);
    const typed = fields().map((field, place) => {
      fireEvent.input(field, { target: { value: halfOf(field, place) } });
      return [labelOf(field), halfOf(field, place)] as const;
    });
    expect(typed.length).toBeGreaterThanOrEqual(shown.fields);
    const before = boardOf(scene);
    EVENTS[event]?.(scene, shown);
    await act(async () => undefined);
    // What is written on the board once its author was shut out goes no further.
    const isOver = scene.client.stores.connection.getState().state === 'closed';
    const board = isOver ? before : boardOf(scene);
    const lost = () =>
      typed.filter(([, half]) => !isIn(board, half) && !isOnDevice(half) && !isInView(half));
    expect(lost()).toEqual([]);
    if (event !== AGAIN) return;
    // Drawn again, each field offers its own.
    await drawn(scene, shown);
    expect(typed.filter(([, half]) => !isIn(board, half) && !isInView(half))).toEqual([]);
  },
);

function fail(): never {
  throw new Error('nothing is there');
}
