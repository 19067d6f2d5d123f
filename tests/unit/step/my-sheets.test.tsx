/** What was confided to somebody, as they see it. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { MySheetMark, MySheets } from '../../../client/features/step/my-sheets.tsx';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { ActionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { createBoardHarness, renderOnBoard } from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

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
      <MySheets onOpen={onOpen} />
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
  renderOnBoard(board, <MySheets onOpen={() => undefined} />);
  expect(screen.queryByText(/fiche/)).not.toBeInTheDocument();
});
