/** What was confided to somebody, as they see it. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import {
  MySheetMark,
  MySheets,
  type MySheetsProps,
} from '../../../client/features/step/my-sheets.tsx';
import { BoardContext } from '../../../client/state/board-context.ts';
import { useKeyListener } from '../../../client/state/keys.ts';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { ActionId, DirectionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { Present } from '../../../shared/session/present.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { FREE_RULES, READ_ONLY } from '../../../shared/session/rules.ts';
import { createBoardHarness, renderOnBoard } from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';
import { start, stepOf } from '../../support/session-people.ts';

const claire: Present = {
  id: 'Claire' as PersonId,
  role: 'facilitator',
  name: 'Claire',
  clients: [2],
  directionId: null,
  actorId: null,
};

function workshop(role: Role) {
  const board = createBoardHarness('facilitator');
  const priority: PriorityId = unwrap(
    board.client.run(addFrameEntity<'priorities'>, 'priorities', { title: 'Eau' }),
  );
  const add = (title: string): ActionId =>
    unwrap(
      board.client.run(addAction, {
        title,
        place: { priorityId: priority, before: null },
        author: { personId: 'lea' as PersonId, directionId: null, actorId: null },
      }),
    );
  const [one, two] = [add('Réparer les fuites'), add('Capter la pluie')];
  board.setRole(role);
  const me = board.client.stores.session.getState()?.me as PersonId;
  const confide = (id: ActionId) => board.neighbour(setSheetField, id, 'assignedTo', me);
  return { board, one, two, confide };
}

test('[SB4] one reads the numbers of one’s sheets, each opens its own, and an arrival is told', async () => {
  const { board, one, two, confide } = workshop('participant');
  confide(two);
  const onOpen = vi.fn();
  renderOnBoard(
    board,
    <main>
      <MySheets opened={() => null} onOpen={onOpen} />
      <MySheetMark id={one} />
      <ToastRegion />
    </main>,
  );
  expect(screen.getByText(/^Votre fiche :/)).toHaveTextContent('Votre fiche : 1.2');
  expect(screen.queryByText(/On vous confie/)).not.toBeInTheDocument();
  expect(screen.queryByText('Votre fiche')).not.toBeInTheDocument();
  confide(one);
  expect(screen.getByText('On vous confie la fiche 1.1 « Réparer les fuites ».')).toBeVisible();
  expect(screen.getByText('Votre fiche')).toBeVisible();
  const mine = within(screen.getByText(/^Vos fiches :/));
  await userEvent.click(mine.getByRole('button', { name: '1.1 Réparer les fuites' }));
  expect(onOpen).toHaveBeenCalledWith(one);
});

test.each(['facilitator', 'observer'] as const)('[SB4] a %s has no sheets to fill', (role) => {
  const { board, one, confide } = workshop(role);
  confide(one);
  renderOnBoard(board, <MySheets opened={() => null} onOpen={() => undefined} />);
  expect(screen.queryByText(/fiche/)).not.toBeInTheDocument();
});

function Page(props: MySheetsProps) {
  useKeyListener();
  return <MySheets {...props} />;
}

test('[SB6] the next of one’s sheets is a key away, around to the first; with one alone it is none', async () => {
  const { board, one, two, confide } = workshop('participant');
  confide(one);
  const onOpen = vi.fn();
  const shown = renderOnBoard(board, <Page opened={() => one} onOpen={onOpen} />);
  const press = async (openId: ActionId | null) => {
    shown.rerender(
      <BoardContext value={board.client}>
        <Page opened={() => openId} onOpen={onOpen} />
      </BoardContext>,
    );
    await userEvent.keyboard('o');
    return onOpen.mock.lastCall?.[0];
  };
  expect(await press(one)).toBeUndefined();
  confide(two);
  expect(await press(null)).toBe(one);
  expect(await press(one)).toBe(two);
  expect(await press(two)).toBe(one);
});

test('[SB7] in the restitution who is of a leading direction ticks what it commits itself to', async () => {
  const { board, one, two } = workshop('participant');
  const roads: DirectionId = unwrap(
    board.client.run(addFrameEntity<'directions'>, 'directions', { name: 'Voirie' }),
  );
  board.neighbour(setSheetField, one, 'leadDirectionId', roads);
  board.setDirection(roads);
  const steps = [
    stepOf('fiches', FREE_RULES, { kind: 'sheets' }),
    stepOf('restitution', READ_ONLY, { kind: 'report' }),
  ];
  board.ask({ type: 'steps-set', steps }, claire);
  board.ask(start('fiches'), claire);
  renderOnBoard(board, <MySheets opened={() => null} onOpen={() => undefined} />);
  expect(screen.queryByText(/s’engage/)).not.toBeInTheDocument();
  board.ask(start('restitution', 'fiches'), claire);
  const mine = within(screen.getByText(/^Votre direction s’engage :/));
  expect(mine.getAllByRole('button')).toHaveLength(1);
  const tick = () => mine.getByRole('button', { name: '1.1 Réparer les fuites' });
  await userEvent.click(tick());
  expect(tick()).toHaveAttribute('aria-pressed', 'true');
  expect(board.client.stores.session.getState()?.pledges).toEqual({ [one]: roads });
  await userEvent.click(tick());
  expect(tick()).toHaveAttribute('aria-pressed', 'false');
  board.neighbour(setSheetField, two, 'leadDirectionId', roads);
  expect(mine.getAllByRole('button')).toHaveLength(2);
});
