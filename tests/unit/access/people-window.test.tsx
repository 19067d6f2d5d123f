import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createWorkshop } from '../../../client/entry/create.ts';
import { joinWorkshop } from '../../../client/entry/workshops.ts';
import { countByOrigin, PeopleWindow } from '../../../client/features/board/people-window.tsx';
import { WorkshopContext } from '../../../client/state/board-context.ts';
import { findWorkshop } from '../../../client/state/device.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import type { DirectionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { BoardCreated, Joined } from '../../../shared/protocol/http.ts';
import type { PersonView, Present } from '../../../shared/session/present.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { joined } from '../../support/http.ts';
import { servePages } from '../../support/page-server.ts';
import { unwrap } from '../../support/result.ts';
import { seen } from '../../support/session-view.ts';

const server = servePages();

interface Scene extends BoardHarness {
  readonly created: BoardCreated;
  /** The session, as the room would send it again. */
  readonly tellPeople: () => Promise<void>;
}

/** Camille leads, Ben and Cléo participate, Dora leads too when asked for; the window is open. */
async function open(role: Role = 'facilitator', dora: Role = 'participant'): Promise<Scene> {
  const made = await createWorkshop('{"title":"Eau"}');
  if (!made.ok) throw new Error(made.error.code);
  const created = made.value;
  const own = findWorkshop(created.boardId, 'facilitator');
  if (!own) throw new Error('not remembered');
  const camille = await joinWorkshop(own, { name: 'Camille' });
  if (!camille.ok) throw new Error(camille.error.code);
  await join(created, 'participant', 'Ben');
  await join(created, dora, 'Dora');
  const board = createBoardHarness(role);
  const tellPeople = async () => {
    const rows = await server.api.store.people(created.boardId);
    const people = rows
      .filter(({ ticketHash }) => ticketHash !== null)
      .map(({ ticketHash: _hash, joinedAt: _at, ...person }) => seen({ ...person, clients: [1] }));
    const session = board.client.stores.session.getState();
    if (!session) throw new Error('no session');
    const me = camille.value.personId;
    act(() => board.client.stores.session.setState({ ...session, me, people }, true));
  };
  await tellPeople();
  const workshop = findWorkshop(created.boardId, 'facilitator') ?? own;
  renderOnBoard(
    board,
    <WorkshopContext value={workshop}>
      <PeopleWindow onClose={() => undefined} />
    </WorkshopContext>,
  );
  return { ...board, created, tellPeople };
}
const join = async (created: BoardCreated, role: Role, name: string): Promise<Joined> =>
  joined(await server.api.join(created, role, { name }));

const line = (name: string): HTMLElement => {
  const item = screen.getByText(name).closest('li');
  if (!item) throw new Error(`no line for ${name}`);
  return item;
};
const press = (name: string, label: string) =>
  userEvent.click(within(line(name)).getByRole('button', { name: label }));
const roles = async ({ created }: Scene) =>
  Object.fromEntries(
    (await server.api.store.people(created.boardId)).map(({ name, role }) => [name, role]),
  );

test.each(['participant', 'observer'] as const)(
  '[LK19] a %s has nobody to manage',
  async (role) => {
    await open(role);
    expect(screen.getByText('Ben')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Gérer' })).not.toBeInTheDocument();
  },
);

test('[LK19] somebody is renamed, and the message says so', async () => {
  const scene = await open();
  await press('Ben', 'Gérer');
  const field = screen.getByLabelText('Nom affiché');
  await userEvent.clear(field);
  await userEvent.type(field, 'Benoît{Enter}');
  await screen.findByText('Nom changé : Benoît.');
  await scene.tellPeople();
  expect(await roles(scene)).toHaveProperty('Benoît', 'participant');
  expect(line('Benoît')).toBeVisible();
});

test('[LK19] a name the server refuses stays in its field, with the reason', async () => {
  await open();
  await press('Ben', 'Gérer');
  const field = screen.getByLabelText('Nom affiché');
  await userEvent.clear(field);
  await userEvent.type(field, '  {Enter}');
  expect(await within(line('Ben')).findByRole('alert')).toHaveTextContent(/prénom ou une fonction/);
});

test('[LK19] the facilitation is handed over and taken back, each after a question', async () => {
  const scene = await open();
  await press('Ben', 'Gérer');
  await press('Ben', 'Confier l’animation');
  expect(within(line('Ben')).getByText(/pourra tout ce que vous pouvez/)).toBeVisible();
  await press('Ben', 'Annuler');
  expect(await roles(scene)).toHaveProperty('Ben', 'participant');
  await press('Ben', 'Confier l’animation');
  await userEvent.click(answers('Ben').getByRole('button', { name: 'Confier l’animation' }));
  await waitFor(async () => expect(await roles(scene)).toHaveProperty('Ben', 'facilitator'));
  await scene.tellPeople();
  await press('Ben', 'Retirer l’animation');
  await userEvent.click(answers('Ben').getByRole('button', { name: 'Retirer l’animation' }));
  await waitFor(async () => expect(await roles(scene)).toHaveProperty('Ben', 'participant'));
});

test('[LK19] somebody is removed after a question that says what stays and what goes', async () => {
  const scene = await open();
  await press('Ben', 'Gérer');
  await press('Ben', 'Retirer de l’atelier');
  expect(within(line('Ben')).getByText(/ses actions restent/)).toBeVisible();
  await userEvent.click(answers('Ben').getByRole('button', { name: 'Retirer de l’atelier' }));
  await screen.findByText('Ben n’est plus dans l’atelier.');
  expect(screen.getByRole('list', { name: '' })).toHaveFocus();
  await scene.tellPeople();
  expect(screen.queryByText('Ben')).not.toBeInTheDocument();
  expect(await roles(scene)).not.toHaveProperty('Ben');
});

test('[LK19] the last facilitator is told why the facilitation stays, and cannot remove oneself', async () => {
  const scene = await open();
  await press('Camille', 'Gérer');
  const mine = within(line('Camille'));
  expect(mine.queryByRole('button', { name: 'Retirer de l’atelier' })).not.toBeInTheDocument();
  await press('Camille', 'Retirer l’animation');
  await userEvent.click(answers('Camille').getByRole('button', { name: 'Retirer l’animation' }));
  expect(await mine.findByRole('alert')).toHaveTextContent(/au moins une personne à l’animation/);
  expect(await roles(scene)).toHaveProperty('Camille', 'facilitator');
});

test('[LK19] a projector is renamed or removed, and given nothing else', async () => {
  await open('facilitator', 'observer');
  await press('Dora', 'Gérer');
  const tools = within(line('Dora')).getAllByRole('button');
  expect(tools.map((button) => button.textContent)).toEqual([
    'Gérer',
    'Renommer',
    'Retirer de l’atelier',
  ]);
});

test('[LK22] axe finds nothing in the people’s window, a question asked', async () => {
  await open();
  await press('Ben', 'Gérer');
  await press('Ben', 'Retirer de l’atelier');
  expect(await axeFaults()).toEqual([]);
});

test('[LK20] those present are counted by direction, largest first, others by what they are here for', async () => {
  const board = createBoardHarness();
  const direction = board.client.run(addFrameEntity, 'directions', { name: 'Voirie' });
  if (!direction.ok) throw new Error(direction.error.kind);
  const person = (id: string, role: Role, directionId: string | null): PersonView =>
    seen({
      id: id as PersonId,
      role,
      name: id,
      actorId: null,
      clients: [1],
      directionId: directionId as DirectionId | null,
    });
  const people = [
    person('ana', 'facilitator', null),
    person('ben', 'participant', direction.value),
    person('eve', 'facilitator', direction.value),
    person('mur', 'observer', null),
    { ...person('table', 'participant', direction.value), seats: 6 },
  ];
  const names = { facilitator: 'Animation', participant: 'Participation', observer: 'Lecture' };
  expect([...countByOrigin(board.client.stores.board.getState(), people, names)]).toEqual([
    ['Voirie', 8],
    ['Animation', 1],
    ['Lecture', 1],
  ]);
});

/** The question open on somebody's line. */
function answers(name: string) {
  return within(within(line(name)).getByRole('status'));
}

test('[LK29] the work of somebody is set aside, and put back, in one press each that says what was done', async () => {
  const scene = await open();
  const somebody = (name: string, role: Role): Present => ({
    id: name.toLowerCase() as PersonId,
    role,
    name,
    directionId: null,
    actorId: null,
    clients: [1],
  });
  act(() => scene.setOthers([somebody('Nour', 'participant'), somebody('Mur', 'observer')]));
  const { client } = scene;
  const priorityId = unwrap(client.run(addFrameEntity, 'priorities', { title: 'Eau' }));
  const place = { priorityId: priorityId as PriorityId, before: null };
  const author = { personId: 'nour' as PersonId, directionId: null, actorId: null };
  await press('Nour', 'Gérer');
  await press('Nour', 'Écarter tout son travail');
  await screen.findByText('Nour n’a rien proposé qui soit à écarter.');
  act(() => void client.run(addAction, { title: 'De Nour', place, author }));
  await press('Nour', 'Écarter tout son travail');
  await screen.findByText(/^Écartées : les actions de Nour et ses idées cachées\./);
  expect([...scene.session.state().aside.keys()]).toEqual(['nour']);
  await press('Nour', 'Remettre son travail');
  await screen.findByText('Les actions de Nour et ses idées cachées sont revenues.');
  expect(scene.session.state().aside.size).toBe(0);
  await press('Mur', 'Gérer');
  expect(within(line('Mur')).queryByRole('button', { name: /son travail/ })).toBeNull();
});
