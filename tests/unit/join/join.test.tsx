import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { JoinPage } from '../../../client/app/join-page.tsx';
import { forgetPerson, openDoor } from '../../../client/entry/workshops.ts';
import { readJoinForm } from '../../../client/features/join/join-request.ts';
import { findWorkshop, type OpenedWorkshop } from '../../../client/state/device.ts';
import type { DirectionId } from '../../../shared/ids.ts';
import type { BoardCreated, BoardDoor } from '../../../shared/protocol/http.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { tokenOf } from '../../support/http.ts';
import { servePages } from '../../support/page-server.ts';

const server = servePages();

const workshopFile = {
  format: 'spaser-workshop',
  formatVersion: 1,
  notice: 'Données imaginaires.',
  workshop: { title: 'Achats et eau', territory: 'Agglomération' },
  directions: [{ id: 'dce', name: 'Cycle de l’eau' }],
  externalActors: [{ id: 'ftp', name: 'Travaux publics' }],
};

/** Somebody has followed the link of a role, and stands at the door. */
async function arrive(role: Role, file: unknown = workshopFile): Promise<() => OpenedWorkshop> {
  const created = await server.api.create(file);
  await openDoor(created.boardId, tokenOf(created, role));
  const workshop = knownAs(created, role);
  render(<JoinPage workshop={workshop()} />);
  return workshop;
}

const knownAs = (created: BoardCreated, role: Role) => () => {
  const known = findWorkshop(created.boardId, role);
  if (!known) throw new Error('the workshop is not remembered');
  return known;
};

const enter = () => screen.findByRole('button', { name: 'Entrer dans l’atelier' });
const name = () => screen.getByLabelText('Prénom ou fonction');
const place = () => screen.getByLabelText('Direction ou organisme');

test('[JN1] the door says which workshop this is, and what must be known of it', async () => {
  await arrive('participant');
  expect(await screen.findByRole('heading', { level: 1, name: 'Achats et eau' })).toBeVisible();
  expect(screen.getByText('Agglomération')).toBeVisible();
  expect(screen.getByText('Données imaginaires.')).toBeVisible();
  expect(screen.getByText(/^Cet atelier sera effacé le \d+.* \d{4}\.$/)).toBeVisible();
  await waitFor(() => expect(document.title).toBe('Entrer dans « Achats et eau » – Gommette'));
});

test('[JN2] what is missing is said beside each field, and nothing is sent', async () => {
  await arrive('participant');
  await userEvent.click(await enter());
  expect(name()).toHaveAccessibleDescription(/^Indiquez un prénom ou une fonction\./);
  expect(name()).toHaveFocus();
  expect(place()).toHaveAccessibleDescription('Choisissez votre direction ou votre organisme.');
  await userEvent.type(name(), 'Achats');
  await userEvent.click(await enter());
  expect(name()).not.toBeInvalid();
  expect(place()).toHaveFocus();
  expect(server.asked.filter((asked) => asked.endsWith('/join'))).toEqual([]);
});

test('[JN2] a person enters with a name and a place, and this device remembers them', async () => {
  const workshop = await arrive('participant');
  await enter();
  expect(
    within(place())
      .getAllByRole('group')
      .map((group) => group.getAttribute('label')),
  ).toEqual(['Directions', 'Partenaires']);
  await userEvent.type(name(), 'Achats');
  await userEvent.selectOptions(place(), 'Travaux publics');
  await userEvent.click(await enter());
  await waitFor(() =>
    expect(workshop().joined).toMatchObject({
      name: 'Achats',
      role: 'participant',
      directionId: null,
      actorId: 'ftp',
    }),
  );
});

test('[JN2] facilitators may belong to no direction', async () => {
  const workshop = await arrive('facilitator');
  await enter();
  expect(place()).toHaveDisplayValue('Animation, sans direction');
  await userEvent.type(name(), 'Camille{Enter}');
  await waitFor(() =>
    expect(workshop().joined).toMatchObject({ directionId: null, actorId: null }),
  );
});

test('[JN2] a workshop without directions nor actors asks for a name alone', async () => {
  const workshop = await arrive('participant', { title: 'Vide' });
  await enter();
  expect(screen.queryByLabelText('Direction ou organisme')).not.toBeInTheDocument();
  await userEvent.type(name(), 'Camille{Enter}');
  await waitFor(() => expect(workshop().joined).toMatchObject({ name: 'Camille' }));
});

test('[JN2] a refusal of the server is said, and what was filled in stays', async () => {
  await arrive('facilitator');
  await enter();
  server.isCut = true;
  await userEvent.type(name(), 'Camille{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Le serveur ne répond pas.');
  expect(name()).toHaveValue('Camille');
});

test('[JN5] a room that enters at once goes in by itself, each in their turn', async () => {
  const workshop = await arrive('facilitator');
  await enter();
  server.tooOften = 1;
  await userEvent.type(name(), 'Camille{Enter}');
  expect(
    await screen.findByText('Beaucoup de monde entre en même temps : nouvel essai dans 1 seconde.'),
  ).toBeVisible();
  await waitFor(() => expect(workshop().joined).toMatchObject({ name: 'Camille' }));
});

test('[JN3] observers enter at once, without a form', async () => {
  const workshop = await arrive('observer');
  await waitFor(() => expect(workshop().joined).toMatchObject({ role: 'observer' }));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(server.asked.filter((asked) => asked.endsWith('/join'))).toHaveLength(1);
});

test('[JN4] a door that is asked again keeps the person', async () => {
  const workshop = await arrive('observer');
  await waitFor(() => expect(workshop().joined).not.toBeNull());
  const { joined, boardId, token } = workshop();
  await openDoor(boardId, token);
  expect(workshop().joined).toEqual(joined);
});

test('[JN4] a forgotten person leaves the link and nothing else on the device', async () => {
  const workshop = await arrive('observer');
  await waitFor(() => expect(workshop().joined).not.toBeNull());
  const { ticket } = workshop().joined ?? {};
  forgetPerson(workshop());
  expect(workshop().joined).toBeNull();
  expect(localStorage.getItem('gommette.workshops')).not.toContain(ticket);
});

const door = (role: Role, places: number): BoardDoor => ({
  boardId: 'b' as BoardDoor['boardId'],
  role,
  title: '',
  subtitle: '',
  territory: '',
  notice: '',
  purgeAt: 0,
  directions: Array.from({ length: places }, (_, n) => ({ id: `d${n}` as DirectionId, name: 'D' })),
  actors: [],
});

test.each<[Role, number, string, string, unknown]>([
  ['participant', 1, ' Ana  B ', 'direction/d0', { name: 'Ana B', directionId: 'd0' }],
  ['participant', 1, 'Ana', 'actor/x:1', { name: 'Ana', actorId: 'x:1' }],
  ['participant', 1, 'Ana', '', { place: 'placeMissing' }],
  ['participant', 0, 'Ana', '', { name: 'Ana' }],
  ['facilitator', 1, 'Ana', '', { name: 'Ana' }],
  ['facilitator', 1, '\u00a0', '', { name: 'nameMissing' }],
  ['facilitator', 1, '😀'.repeat(60), '', { name: '😀'.repeat(60) }],
  ['facilitator', 1, 'x'.repeat(61), '', { name: 'nameTooLong' }],
])('[JN2] a %s among %i places who writes %o and chooses %o', (role, places, who, where, read) => {
  const result = readJoinForm(door(role, places), { name: who, place: where });
  expect(result.ok ? result.value : result.error).toEqual(read);
});
