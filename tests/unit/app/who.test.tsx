/** One device, several people: who follows a link says who they are before anything goes out. */
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { continueAs } from '../../../client/entry/who.ts';
import { BoardContext, WorkshopContext } from '../../../client/state/board-context.ts';
import { findWorkshop, type OpenedWorkshop } from '../../../client/state/device.ts';
import { useShownKept } from '../../../client/state/kept-shown.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { Joined } from '../../../shared/protocol/http.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import {
  doorFile,
  entered,
  enteredBefore,
  link,
  openPage,
  press,
  question,
} from '../../support/door-pages.tsx';
import { servePages } from '../../support/page-server.ts';

const server = servePages();

test('[JN6] the next one to follow the link is asked who they are, before any connection', async () => {
  const created = await server.api.create(doorFile);
  await enteredBefore(created, 'Ana');
  const { connections } = openPage(link(created));
  await question();
  expect(
    screen.getByRole('button', { name: 'Continuer comme « Ana (Cycle de l’eau) »' }),
  ).toBeVisible();
  expect(connections).toEqual([]);
  expect(server.asked.filter((asked) => asked.endsWith('/join'))).toHaveLength(1);

  const { connections: reloaded } = openPage(`/a/${created.boardId}`);
  await question();
  expect(reloaded).toEqual([]);
  await press('Continuer comme « Ana (Cycle de l’eau) »');
  await entered();
  expect(reloaded).toHaveLength(1);
});

test('[JN6] somebody else stands at the door, and each comes back to their own', async () => {
  const created = await server.api.create(doorFile);
  const ana = await enteredBefore(created, 'Ana');
  const { connections } = openPage(link(created));
  await press('Être quelqu’un d’autre');
  expect(await screen.findByLabelText('Prénom ou fonction')).toHaveValue('');
  expect(connections).toEqual([]);
  const ben = await enteredBefore(created, 'Ben');
  await entered();
  expect(connections.map(({ personId }) => personId)).toEqual([ben.personId]);

  const { connections: back } = openPage(link(created));
  await press('Continuer comme « Ana (Cycle de l’eau) »');
  await entered();
  expect(back.map(({ personId }) => personId)).toEqual([ana.personId]);
  expect(findWorkshop(created.boardId)?.aside).toEqual([ben]);
});

test('[JN6] a code asks too, a reload of the board does not', async () => {
  const created = await server.api.create(doorFile);
  await enteredBefore(created, 'Ana');
  openPage(`/a/${created.boardId}`);
  await entered();

  await server.api.store.openEntry(created.boardId, 'K3P9TX');
  openPage('/');
  await userEvent.type(await screen.findByLabelText('Code d’entrée'), 'K3P 9TX{Enter}');
  await question();
});

const person = (id: string): Joined => ({
  personId: id as PersonId,
  role: 'participant',
  name: id,
  directionId: null,
  actorId: null,
  ticket: 't',
});

function Kept() {
  return (
    <output>
      {useShownKept()
        .items.map(({ personId }) => personId)
        .join()}
    </output>
  );
}

test('[JN6] what is kept of somebody who is set aside is shown to nobody else', async () => {
  const harness = createBoardHarness('participant');
  const { client } = harness;
  const workshop: OpenedWorkshop = {
    boardId: 'b' as OpenedWorkshop['boardId'],
    role: 'participant',
    title: '',
    token: '',
    joined: person('ben'),
    aside: [person('ana')],
    openedAt: 0,
  };
  const of = (id: string) => ({
    key: id,
    boardId: workshop.boardId,
    personId: id as PersonId,
    workshop: '',
    work: { kind: 'typed', key: 'x', field: 'Titre', text: id } as const,
    at: 0,
    why: 'left' as const,
    where: {},
  });
  client.stores.kept.setState([of('ana'), of('ben'), of('who left for good')], true);
  const shown = (now: OpenedWorkshop) => (
    <BoardContext value={client}>
      <WorkshopContext value={now}>
        <Kept />
      </WorkshopContext>
    </BoardContext>
  );
  const { rerender } = render(shown(workshop));
  expect(screen.getByRole('status')).toHaveTextContent('ben,who left for good');
  continueAs(workshop, person('ana'));
  rerender(shown(findWorkshop(workshop.boardId) ?? workshop));
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent('ana,who left for good'),
  );
});
