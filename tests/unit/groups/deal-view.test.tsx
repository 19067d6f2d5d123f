/** Dealing the sheets, over a board and a session that are decided for real. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DealView } from '../../../client/features/groups/deal-view.tsx';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { ActionId, DirectionId, GroupId, PersonId } from '../../../shared/ids.ts';
import type { Present } from '../../../shared/session/present.ts';
import { DEFAULT_VOTE, type RoundId } from '../../../shared/session/votes/votes.ts';
import { groupsFr } from '../../../shared/text/fr/groups.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';
import { until } from '../../support/until.ts';

const { deal: t } = groupsFr;
let board: BoardHarness;
let ids: ActionId[];
let roads: DirectionId;
let sport: DirectionId;
const onClose = vi.fn();
const onOpen = vi.fn();

const guest = (id: string, directionId: DirectionId | null): Present => ({
  id: id as PersonId,
  role: 'participant',
  name: `Nom de ${id}`,
  clients: [7],
  directionId,
  actorId: null,
});
const group = (id: string, name = '') => ({ id: id as GroupId, name });
const frame = (title: string) =>
  unwrap(board.client.run(addFrameEntity<'directions'>, 'directions', { name: title }));

beforeEach(() => {
  board = createBoardHarness();
  onClose.mockReset();
  onOpen.mockReset();
  for (const { id } of pageToasts.store.getState().toasts) pageToasts.dismiss(id);
  const priorityId = unwrap(
    board.client.run(addFrameEntity<'priorities'>, 'priorities', { title: 'Eau' }),
  );
  roads = frame('Voirie');
  sport = frame('Sports');
  ids = ['Un', 'Deux', 'Trois', 'Quatre'].map((title) =>
    unwrap(
      board.client.run(addAction, {
        title,
        place: { priorityId, before: null },
        author: { personId: 'moi' as PersonId, directionId: null, actorId: null },
      }),
    ),
  );
  ids.slice(0, 2).forEach((id) => {
    board.client.run(setSheetField, id, 'leadDirectionId', sport);
  });
  board.setOthers([guest('ben', roads), guest('cleo', sport)]);
});

const withGroups = () => {
  board.ask({ type: 'groups-add', groups: [group('x'), group('y', 'À distance')] });
  board.ask({ type: 'member-set', personId: 'ben' as PersonId, groupId: 'x' as GroupId });
  board.ask({ type: 'member-set', personId: 'cleo' as PersonId, groupId: 'y' as GroupId });
};
const show = () =>
  renderOnBoard(
    board,
    <main>
      <DealView onClose={onClose} onOpen={onOpen} />
      <ToastRegion />
    </main>,
  );
const owners = () => {
  const { actions } = board.client.stores.board.getState();
  return ids.map((id) => actions.get(id)?.assignedTo);
};
const column = (name: string | RegExp) => within(screen.getByRole('region', { name }));
const titlesIn = (name: string | RegExp) =>
  column(name)
    .queryAllByRole('button', { name: /^(Un|Deux|Trois|Quatre)$/ })
    .map(({ textContent }) => textContent);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const choose = (label: string, value: string) =>
  userEvent.selectOptions(screen.getByLabelText(label), value);

test('[GV1] the sheets are dealt by who leads them, in one act that is taken back in one', async () => {
  withGroups();
  show();
  await press(t.run(4));
  expect(owners()).toEqual(['y', 'y', 'x', 'x']);
  expect(titlesIn(t.column('B, À distance', 2))).toEqual(['Un', 'Deux']);
  expect(screen.getByText(t.allDealt)).toBeVisible();
  act(() => void board.client.undo());
  expect(owners()).toEqual([undefined, undefined, undefined, undefined]);
});

test('[GV1] what a co-facilitator has moved since stays when a deal is undone', async () => {
  withGroups();
  show();
  await press(t.run(4));
  board.neighbour(setSheetField, ids[0] as ActionId, 'assignedTo', 'x');
  await press(t.undo);
  expect(owners()).toEqual(['x', undefined, undefined, undefined]);
});

describe('what is dealt', () => {
  test('[GV2] the first of the ranking, the best first; what is left may be chosen by hand', async () => {
    withGroups();
    const round = {
      type: 'round-open',
      id: 'r' as RoundId,
      title: '',
      setup: DEFAULT_VOTE,
    } as const;
    board.ask(round);
    const vote = { type: 'vote-cast', roundId: 'r' as RoundId, dots: 2 } as const;
    board.ask({ ...vote, actionId: ids[3] as ActionId }, guest('ben', roads));
    board.ask({ type: 'round-close', id: 'r' as RoundId });
    show();
    expect(titlesIn(new RegExp(t.undealt))).toEqual(['Quatre', 'Un', 'Deux', 'Trois']);
    expect(screen.getByText(`· ${t.votes(2)}`)).toBeVisible();
    await userEvent.click(screen.getByLabelText(t.tick('1.3', 'Trois')));
    await press(t.run(1));
    expect(owners()).toEqual([undefined, undefined, 'x', undefined]);
  });

  test('[GV2] evenly, whoever leads', async () => {
    withGroups();
    show();
    await choose(t.way, 'even');
    await press(t.run(4));
    expect(owners()).toEqual(['x', 'y', 'x', 'y']);
  });

  test('[GV2] to directions by who leads: what nobody leads stays to be dealt', async () => {
    show();
    expect(screen.getByLabelText(t.to)).toHaveValue('directions');
    await press(t.run(4));
    expect(owners()).toEqual([sport, sport, undefined, undefined]);
    expect(titlesIn(new RegExp(t.undealt))).toEqual(['Trois', 'Quatre']);
  });

  test('[GV2] a group that is removed gives its sheets back', async () => {
    withGroups();
    show();
    await press(t.run(4));
    board.ask({ type: 'group-remove', id: 'y' as GroupId });
    expect(titlesIn(new RegExp(t.undealt))).toEqual(['Un', 'Deux']);
  });
});

test('[GV3] every drag has its twin: a sheet is given, and given back, by its menu', async () => {
  withGroups();
  show();
  await press(t.giveTo('1.4'));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'B, À distance' }));
  expect(owners()).toEqual([undefined, undefined, undefined, 'y']);
  await press(t.giveTo('1.4'));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: t.nobody }));
  expect(owners()[3]).toBeUndefined();
});

test('[GV3] a sheet is dragged into a column', async () => {
  withGroups();
  show();
  const place = (element: Element, left: number) => {
    const box = {
      x: left,
      y: 0,
      left,
      top: 0,
      width: 100,
      height: 400,
      right: left + 100,
      bottom: 400,
    };
    element.getBoundingClientRect = () => ({ ...box, toJSON: () => box });
  };
  const target = screen.getByRole('region', { name: t.column('B, À distance', 0) });
  screen.getAllByRole('region').forEach((region, at) => {
    place(region, 200 * at);
  });
  const card = screen.getByRole('button', { name: 'Quatre' }).closest('li') as HTMLElement;
  place(card, 0);
  const { left } = target.getBoundingClientRect();
  fireEvent.mouseDown(card, { clientX: 20, clientY: 20, button: 0 });
  for (const x of [40, left + 20, left + 40])
    fireEvent.mouseMove(document, { clientX: x, clientY: 20 });
  await until(() => expect(target).toHaveAttribute('data-over'));
  fireEvent.mouseUp(document, { clientX: left + 40, clientY: 20 });
  await until(() => expect(owners()[3]).toBe('y'));
});

test('[GV4] without groups they are made here; the sheet of a card opens by its title', async () => {
  show();
  await choose(t.to, 'groups');
  await press(groupsFr.make(4));
  expect(
    board.session
      .state()
      .groups.map(({ letter }) => letter)
      .join(''),
  ).toBe('ABCD');
  await press('Deux');
  expect(onOpen).toHaveBeenCalledWith(ids[1]);
});

test('[GV5] ten groups with long names, and an empty board: axe finds nothing', async () => {
  const groups = Array.from({ length: 10 }, (_, at) =>
    group(`g${at}`, 'À distance avec le réseau '.repeat(2).slice(0, 40)),
  );
  board.ask({ type: 'groups-add', groups });
  const shown = show();
  expect(await axeFaults()).toEqual([]);
  await press(t.run(4));
  expect(await axeFaults()).toEqual([]);
  shown.unmount();
  board = createBoardHarness();
  show();
  expect(screen.getByText(t.empty)).toBeVisible();
  expect(await axeFaults()).toEqual([]);
});
