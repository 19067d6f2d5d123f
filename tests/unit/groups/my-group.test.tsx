/** What the people of a group see: theirs to choose, its hand, its sheets first, and what is said to it. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { MyGroup } from '../../../client/features/groups/my-group.tsx';
import { MySheets } from '../../../client/features/step/my-sheets.tsx';
import { StepBand } from '../../../client/features/step/step-band.tsx';
import { createFinding } from '../../../client/state/finding.ts';
import { FindingContext } from '../../../client/state/use-finding.ts';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { editActions } from '../../../shared/board/commands/many.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { NO_FILTER } from '../../../shared/finding/filter.ts';
import type { GroupId, PersonId } from '../../../shared/ids.ts';
import type { MessageId } from '../../../shared/session/groups/message.ts';
import type { Present } from '../../../shared/session/present.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import { groupsFr } from '../../../shared/text/fr/groups.ts';
import { stepFr } from '../../../shared/text/fr/step.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';
import { start, stepOf } from '../../support/session-people.ts';

const { mine: t } = groupsFr;
const claire: Present = {
  id: 'Claire' as PersonId,
  role: 'facilitator',
  name: 'Claire',
  clients: [2],
  directionId: null,
  actorId: null,
};
const [x, y] = ['x', 'y'] as unknown as readonly [GroupId, GroupId];
let board: BoardHarness;
let finding: ReturnType<typeof createFinding>;

beforeEach(() => {
  board = createBoardHarness('participant');
  finding = createFinding(board.client.stores, NO_FILTER);
  const steps = [
    stepOf('ouvert', FREE_RULES),
    stepOf('fiches', FREE_RULES, { kind: 'sheets', minutes: 50 }),
  ];
  board.ask({ type: 'steps-set', steps }, claire);
  board.ask(start('ouvert'), claire);
});
const make = () => {
  const groups = [
    { id: x, name: '' },
    { id: y, name: 'Grande table du fond, côté fenêtres, 12' },
  ];
  board.ask({ type: 'groups-add', groups }, claire);
};
const show = () =>
  renderOnBoard(
    board,
    <FindingContext value={finding}>
      <main>
        <StepBand
          tools={null}
          more={
            <>
              <MyGroup />
              <MySheets opened={() => null} onOpen={() => undefined} />
            </>
          }
        />
        <ToastRegion />
      </main>
    </FindingContext>,
  );
const session = () => board.client.stores.session.getState();
const me = () => session()?.people.find(({ id }) => id === session()?.me);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const confide = (to: GroupId) => {
  const priorityId = unwrap(
    board.neighbour(addFrameEntity<'priorities'>, 'priorities', { title: 'Eau' }),
  );
  for (const title of ['Un', 'Deux']) {
    const place = { priorityId, before: null };
    const author = { personId: claire.id, directionId: null, actorId: null };
    const id = unwrap(board.neighbour(addAction, { title, place, author }));
    if (title === 'Deux') board.neighbour(setSheetField, id, 'assignedTo', to);
  }
};

test('[GV8] one’s table is chosen, changed and left, where there are some', async () => {
  show();
  expect(screen.queryByRole('button', { name: t.choose })).not.toBeInTheDocument();
  make();
  await screen.findByRole('button', { name: t.choose });
  await press(t.choose);
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Table A' }));
  expect(me()?.groupId).toBe(x);
  await userEvent.click(screen.getByRole('button', { name: new RegExp(`^${t.yours}`) }));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: t.none }));
  expect(me()?.groupId).toBeUndefined();
  expect(await axeFaults()).toEqual([]);
});

test('[GV8] in the step of sheets a hand is of the group, elsewhere of the person', async () => {
  make();
  board.ask({ type: 'group-join', groupId: x });
  show();
  expect(screen.getByRole('button', { name: stepFr.raiseHand })).toBeVisible();
  expect(screen.queryByRole('button', { name: t.raise('Table A') })).not.toBeInTheDocument();
  board.ask(start('fiches', 'ouvert'), claire);
  expect(screen.queryByRole('button', { name: stepFr.raiseHand })).not.toBeInTheDocument();
  await press(t.raise('Table A'));
  expect(session()?.groups[0]?.hand).not.toBeNull();
  expect(screen.getByText(t.raised)).toBeVisible();
  await press(t.lower('Table A'));
  expect(session()?.groups[0]?.hand).toBeNull();
});

test('[GV9] the sheets of a group are its people’s: they come first in their step, all the others at a press', async () => {
  make();
  board.ask({ type: 'group-join', groupId: x });
  confide(x);
  show();
  expect(screen.getByText(/^Votre fiche :/)).toHaveTextContent('1.2');
  const only = () => finding.store.getState().filter.mine;
  expect(only()).toBeNull();
  board.ask(start('fiches', 'ouvert'), claire);
  expect(only()).toBe('sheets');
  await press(t.onlyYours);
  expect(only()).toBeNull();
  await press(t.onlyYours);
  board.ask(start('ouvert', 'fiches'), claire);
  expect(only()).toBeNull();
});

test('[GV12] sheets that come many at once are told in one sentence', () => {
  make();
  board.ask({ type: 'group-join', groupId: x });
  confide(x);
  show();
  const { actions } = board.client.stores.board.getState();
  const edits = [...actions.keys()].map((id) => ({
    id,
    edits: [{ kind: 'field' as const, key: 'assignedTo' as const, value: x }],
  }));
  board.neighbour(editActions, edits.slice(0, 1));
  expect(screen.getByText(stepFr.sheetArrived('1.1', 'Un'))).toBeVisible();
  board.ask({ type: 'group-join', groupId: y });
  board.neighbour(editActions, edits);
  board.ask({ type: 'group-join', groupId: x });
  expect(screen.getByText(t.arrived(2, ['1.1', '1.2']))).toBeVisible();
});

test('[GV9] what somebody looks for stays as it is when the step of sheets begins', () => {
  make();
  board.ask({ type: 'group-join', groupId: x });
  confide(x);
  show();
  finding.setFilter({ ...NO_FILTER, text: 'eau' });
  board.ask(start('fiches', 'ouvert'), claire);
  expect(finding.store.getState().filter).toMatchObject({ text: 'eau', mine: null });
});

test('[GV10] what is said to one’s group is read, heard once, and put away; the time of return is told', async () => {
  make();
  board.ask({ type: 'group-join', groupId: x });
  board.ask({ ...start('fiches', 'ouvert'), timed: true } as ReturnType<typeof start>, claire);
  show();
  const say = (id: string, to: GroupId | null, text: string) =>
    board.ask({ type: 'message', id: id as MessageId, to, text }, claire);
  say('m1', x, 'Cinq minutes');
  say('m2', y, 'Pour vous seuls');
  say('m3', null, 'Le café est servi');
  expect(screen.getByText('Cinq minutes')).toBeVisible();
  expect(screen.getByText('Le café est servi')).toBeVisible();
  expect(screen.queryByText(/Pour vous seuls/)).not.toBeInTheDocument();
  expect(screen.getByText(t.said('Le café est servi'))).toBeInTheDocument();
  await press(t.hide('Cinq minutes'));
  expect(screen.queryByText('Cinq minutes')).not.toBeInTheDocument();
  expect(screen.getByText(/Retour en salle à \d/)).toBeVisible();
  expect(await axeFaults()).toEqual([]);
});

test('[GV10] those who lead read it where they said it, the projection what is said to all', () => {
  make();
  board.ask({ type: 'message', id: 'm1' as MessageId, to: null, text: 'Cinq minutes' }, claire);
  board.setRole('facilitator');
  const shown = show();
  expect(screen.queryByText('Cinq minutes')).not.toBeInTheDocument();
  shown.unmount();
  board.setRole('observer');
  show();
  expect(screen.getByText('Cinq minutes')).toBeVisible();
});
