/** The screens in which somebody writes, each drawn on a workshop that has one of each thing. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { ActionSheet } from '../../../client/features/action-sheet/action-sheet.tsx';
import { AgendaDialog } from '../../../client/features/agenda/agenda-dialog.tsx';
import { BoardScreen } from '../../../client/features/board/board-screen.tsx';
import { PeopleWindow } from '../../../client/features/board/people-window.tsx';
import { Wall } from '../../../client/features/board/wall.tsx';
import { WallProvider } from '../../../client/features/board/wall-provider.tsx';
import { Cockpit } from '../../../client/features/cockpit/cockpit.tsx';
import { FrameDialog, type FrameTab } from '../../../client/features/frame/frame-dialog.tsx';
import { PriorityDialog } from '../../../client/features/frame/priority-dialog.tsx';
import { GroupsPanel } from '../../../client/features/groups/groups-panel.tsx';
import { Home } from '../../../client/features/home/home.tsx';
import { IdeasColumn } from '../../../client/features/ideas/ideas-column.tsx';
import { IdeasWatch } from '../../../client/features/ideas/ideas-watch.tsx';
import { TableDialog } from '../../../client/features/import/table-dialog.tsx';
import { JoinForm } from '../../../client/features/join/join-form.tsx';
import { OpenRound } from '../../../client/features/votes/open-round.tsx';
import { RoomVotes } from '../../../client/features/votes/room-votes.tsx';
import { WorkshopContext } from '../../../client/state/board-context.ts';
import type { OpenedWorkshop } from '../../../client/state/device.ts';
import { useOpenRound } from '../../../client/state/session-hooks.ts';
import type { BoardId, GroupId, PersonId } from '../../../shared/ids.ts';
import type { BoardDoor } from '../../../shared/protocol/http.ts';
import { stepsOf } from '../../../shared/session/agenda/presets.ts';
import type { StepKind } from '../../../shared/session/agenda/step.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { DEFAULT_VOTE } from '../../../shared/session/votes/votes.ts';
import { groupsFr } from '../../../shared/text/fr/groups.ts';
import { type BoardHarness, createBoardHarness } from '../../support/board-harness.tsx';
import { furnish, type TypedScreen } from '../../support/half-typed.ts';
import { fr } from '../../support/words.ts';

export const workshop: OpenedWorkshop & { readonly joined: object } = {
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
const owner = { boardId: workshop.boardId, personId: workshop.joined.personId };
const stay = () => undefined;
const steps = stepsOf('half-day').map((step) => ({
  ...step,
  rules: { ...step.rules, edit: 'all' as const, add: 'anyone' as const },
}));
const ben = {
  id: 'ben' as PersonId,
  role: 'participant',
  name: 'Ben',
  directionId: null,
  actorId: null,
  clients: [2],
} as const;

const table = 'table' as GroupId;

export function prepare() {
  const board = createBoardHarness();
  const of = furnish(board.client.run, owner.personId);
  board.setOthers([ben]);
  board.ask({ type: 'steps-set', steps });
  startStep(board, steps[0]);
  board.ask({ type: 'round-open', id: 'r1' as RoundId, title: 'Vote', setup: DEFAULT_VOTE });
  return { ...board, of };
}
export type Scene = ReturnType<typeof prepare>;

const startStep = ({ ask, session }: BoardHarness, step = steps[1]) =>
  void ask({ type: 'step-start', id: step?.id ?? fail(), from: session.state().current });
/** Whoever is not at the second step goes there. */
export const endStep = (scene: Scene) => startStep(scene);
const stepOf = (kind: StepKind) => steps.find((step) => step.kind === kind) ?? fail();

export interface Shown {
  readonly draw: (scene: Scene) => ReactNode;
  /** What opens the fields once it is drawn. */
  readonly open?: () => Promise<unknown>;
  /** What has happened before; nothing of it is on the board. */
  readonly before?: (scene: Scene) => void;
  /** Somebody ends what the fields are about, where that is not on the board. */
  readonly remove?: (scene: Scene) => void;
}

const press = async (name: string | RegExp, nth = 0) => {
  const found = await screen.findAllByRole('button', { name });
  await userEvent.click(found[nth] ?? fail());
};
const inFrame = (tab: FrameTab): Shown => ({
  draw: () => <FrameDialog onClose={stay} tab={tab} />,
});

const onWall = (opening: string): Shown => ({
  draw: () => (
    <WallProvider openActionId={null} onOpenAction={stay} slots={NO_SLOTS}>
      <BoardScreen top={null} aside={null} sheet={null}>
        <Wall />
      </BoardScreen>
    </WallProvider>
  ),
  open: async () => {
    await press(opening);
    await screen.findByLabelText(fr.board.newTitle);
  },
});

const hidden: Shown = {
  before: (scene) => startStep(scene, stepOf('ideas')),
  draw: ({ of: { water } }) => (
    <>
      <IdeasWatch owner={owner} onSeeAlike={stay} />
      <IdeasColumn id={water} />
    </>
  ),
  open: async () => {
    await press(fr.ideas.write);
    await screen.findByLabelText(fr.ideas.newTitle('Eau'));
  },
};

const inAgenda = (kind: StepKind): Shown => ({
  draw: () => <AgendaDialog onClose={stay} />,
  open: () => press(/^Modifier/, steps.indexOf(stepOf(kind))),
  remove: ({ ask }) => void ask({ type: 'step-remove', id: stepOf(kind).id }),
});

const door: BoardDoor = {
  boardId: workshop.boardId,
  role: 'participant',
  title: 'Atelier',
  subtitle: '',
  territory: '',
  notice: '',
  purgeAt: 0,
  directions: [],
  actors: [],
};

export const SCREENS: Readonly<Record<TypedScreen, Shown>> = {
  'wall, at the top': onWall(fr.board.addTop('Eau')),
  'wall, at the bottom': onWall(fr.board.addBottom),
  'a hidden idea': hidden,
  'a hidden idea, again': {
    ...hidden,
    before: (scene) => {
      hidden.before?.(scene);
      const idea = { id: 'idee', title: 'Cachée', description: '', priorityId: scene.of.water };
      scene.ask({ type: 'draft-write', ...idea } as never);
    },
    open: async () => {
      await hidden.open?.();
      // Rewritten, it is not called what it was.
      await userEvent.click(document.querySelector('.idea-open') ?? fail());
    },
  },
  sheet: {
    draw: ({ of: { action } }) => (
      <ActionSheet actionId={action} onClose={stay} onGo={stay} onMove={stay} />
    ),
  },
  'frame: workshop': inFrame('workshop'),
  'frame: priorities': inFrame('priorities'),
  'frame: directions': {
    ...inFrame('directions'),
    open: async () => {
      // Begun before, it is open already.
      if (screen.queryByRole('button', { name: fr.facilitation.paste.open }))
        await press(fr.facilitation.paste.open);
    },
  },
  'frame: actors': inFrame('actors'),
  'frame: policies': inFrame('policies'),
  'frame: terms': inFrame('terms'),
  priority: { draw: ({ of: { water } }) => <PriorityDialog id={water} onClose={stay} /> },
  'new priority': { draw: () => <PriorityDialog id={null} onClose={stay} /> },
  agenda: inAgenda('closing'),
  'agenda: vote': inAgenda('vote'),
  cockpit: {
    draw: () => (
      <Cockpit
        openActionId={null}
        onOpenAction={stay}
        onAgenda={stay}
        onDeal={stay}
        groups={<GroupsPanel onDeal={stay} />}
        votes={() => null}
        ownWindow="/a/b?animation"
        onExport={() => undefined}
        onClose={stay}
        projection={null}
      />
    ),
    before: ({ ask }) => void ask({ type: 'groups-add', groups: [{ id: table, name: '' }] }),
    open: () => userEvent.click(screen.getByText(groupsFr.editShort)),
    remove: ({ ask, setOthers }) => {
      ask({ type: 'timer-start', seconds: 60, effect: 'nothing' });
      ask({ type: 'group-remove', id: table });
      setOthers([]);
    },
  },
  'a vote to open': { draw: () => <OpenRound onClose={stay} /> },
  'hands in the room': { draw: () => <HandsOfTheRoom /> },
  people: {
    draw: () => <PeopleWindow onClose={stay} />,
    open: () => press(fr.access.manage, 1),
    remove: ({ setOthers }) => setOthers([]),
  },
  import: { draw: () => <TableDialog onClose={stay} /> },
  home: {
    draw: () =>
      atNobodys(
        <Home onCreated={stay} onOpen={stay}>
          {null}
        </Home>,
      ),
  },
  door: {
    draw: () => atNobodys(<JoinForm workshop={{ ...workshop, joined: null }} door={door} />),
  },
};
const NO_SLOTS = {};

/** Where there is no person yet. */
const atNobodys = (content: ReactNode) => <WorkshopContext value={null}>{content}</WorkshopContext>;

function HandsOfTheRoom() {
  const round = useOpenRound();
  return round ? <RoomVotes round={round} onClose={stay} /> : null;
}

function fail(): never {
  throw new Error('nothing is there');
}
