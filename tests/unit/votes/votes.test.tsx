import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { CardVotes } from '../../../client/features/votes/card-votes.tsx';
import { RankingDialog } from '../../../client/features/votes/ranking-dialog.tsx';
import { RoomVotes } from '../../../client/features/votes/room-votes.tsx';
import { VoteBand } from '../../../client/features/votes/vote-band.tsx';
import { VotesPanel } from '../../../client/features/votes/votes-panel.tsx';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import { addAction, discardAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { addIdeas } from '../../../shared/board/commands/reveal.ts';
import type { ActionId, DirectionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { Present } from '../../../shared/session/present.ts';
import type { Role } from '../../../shared/session/roles.ts';
import type { RoundId, VoteSetup } from '../../../shared/session/votes/votes.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

const someone = (id: string, role: Role): Present => ({
  id: id as PersonId,
  role,
  name: id,
  directionId: null,
  actorId: null,
  clients: [2],
});
const claire = someone('Claire', 'facilitator');
const denis = someone('Denis', 'participant');
const roundId = 'r1' as RoundId;
const setup: VoteSetup = { budget: 3, cap: 2, basis: 'person', priorityIds: null };

interface Scene {
  readonly board: BoardHarness;
  readonly ids: readonly ActionId[];
}

/** Three actions under one priority; a round is open. */
function open(role: Role, change: Partial<VoteSetup> = {}): Scene {
  const board = createBoardHarness('facilitator');
  const priorityId = unwrap(
    board.client.run(addFrameEntity, 'priorities', { title: 'Eau' }),
  ) as PriorityId;
  const author = { personId: claire.id, directionId: null, actorId: null };
  const ids = ['Réserver', 'Former', 'Publier'].map((title) =>
    unwrap(board.client.run(addAction, { title, place: { priorityId, before: null }, author })),
  );
  board.setOthers([claire, denis]);
  board.setRole(role);
  board.ask(
    { type: 'round-open', id: roundId, title: 'Priorités', setup: { ...setup, ...change } },
    claire,
  );
  return { board, ids };
}
const onCard = (place: number) =>
  within(document.querySelectorAll<HTMLElement>('[data-vote]')[place] ?? document.body);
const votes = ({ board, ids }: Scene) =>
  renderOnBoard(
    board,
    <main>
      <VoteBand />
      {ids.map((id) => (
        <CardVotes key={id} id={id} />
      ))}
    </main>,
  );
afterEach(() => pageToasts.store.setState({ toasts: [], spoken: { id: 0, text: '' } }));

test('[VG5] a press puts one gommette, the band says what is left, and it can be taken back', async () => {
  const scene = open('participant');
  votes(scene);
  const user = userEvent.setup();
  await user.click(onCard(0).getByRole('button', { name: /Poser/ }));
  expect(onCard(0).getByRole('img', { name: 'Vos gommettes ici : 1' })).toBeVisible();
  expect(screen.getByText('Il vous reste 2 gommettes sur 3')).toBeVisible();
  expect(pageToasts.store.getState().spoken.text).toBe(
    '1 gommette sur « Réserver », il en reste 2.',
  );
  await user.click(onCard(0).getByRole('button', { name: /Reprendre/ }));
  expect(screen.getByText('Il vous reste 3 gommettes sur 3')).toBeVisible();
  expect(onCard(0).getByRole('button', { name: /Reprendre/ })).toBeDisabled();
});

test.each([
  ['person', /Personne ne voit les votes avant/],
  ['direction', /Votre direction partage ces gommettes.*Personne d’autre ne voit les votes avant/],
] as const)('[VG7] who sees a ballot of a %s is said beside it', (basis, words) => {
  votes(open('participant', { basis }));
  expect(screen.getByText(words)).toBeVisible();
});

test('[VG11] gommettes on an action that has left the wall are taken back from the band', async () => {
  const scene = open('participant');
  const [first] = scene.ids;
  if (!first) throw new Error('no action');
  votes(scene);
  const user = userEvent.setup();
  await user.click(onCard(0).getByRole('button', { name: /^Poser/ }));
  await user.click(onCard(0).getByRole('button', { name: /^Poser/ }));
  expect(screen.queryByRole('button', { name: 'Reprendre' })).toBeNull();
  scene.board.neighbour(discardAction, first);
  expect(screen.getByText(/^2 de vos gommettes sont sur des actions écartées/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Reprendre' }));
  expect(await screen.findByText('Il vous reste 3 gommettes sur 3')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Reprendre' })).toBeNull();
});

test.each([
  ['participant', 'img', 'Vos gommettes ici : 0'],
  ['facilitator', 'textbox', '1.4 Piège'],
] as const)(
  '[VG12] an action called as what every object has has no votes: %s',
  async (role, shown, name) => {
    const scene = open(role);
    const { run, stores } = scene.board.client;
    const priorityId = stores.board.getState().priorities[0]?.id ?? ('' as PriorityId);
    const id = 'constructor' as ActionId;
    run((doc) =>
      ok(addIdeas(doc, [{ id, priorityId, title: 'Piège', description: '', author: null }])),
    );
    renderOnBoard(scene.board, role === 'participant' ? <CardVotes id={id} /> : <VotesPanel />);
    const hands = screen.queryByRole('button', { name: 'Votes de la salle…' });
    if (hands) await userEvent.click(hands);
    const field = screen.getByRole(shown, { name });
    expect(field.textContent || field.getAttribute('value')).toBe('0');
  },
);

test('[VG6] budget and cap close the button before the server has to refuse', async () => {
  const scene = open('participant');
  votes(scene);
  const user = userEvent.setup();
  const add = (place: number) => onCard(place).getByRole('button', { name: /Poser/ });
  await user.dblClick(add(0));
  expect(add(0)).toBeDisabled();
  await user.click(add(1));
  expect(add(2)).toBeDisabled();
  expect(screen.getByText('Toutes vos gommettes sont posées')).toBeVisible();
});

test('[VG7] nobody sees a total before the close: not on cards, not in the band', () => {
  const scene = open('facilitator');
  const [first] = scene.ids;
  if (!first) throw new Error('no action');
  scene.board.ask({ type: 'vote-cast', roundId, actionId: first, dots: 2 }, denis);
  votes(scene);
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.getByText('0 sur 1 a fini')).toBeVisible();
});

test('[HD11] hands that the server does not grant stay in their field, until it does', async () => {
  const { board } = open('facilitator');
  renderOnBoard(board, <RoomVotes round={roundOf(board)} onClose={() => undefined} />);
  const field = () => screen.getAllByRole('textbox')[0] ?? fail();
  board.setAnswering(false);
  await userEvent.clear(field());
  await userEvent.type(field(), '12{Enter}');
  expect(field()).toHaveValue('12');
  expect(roundOf(board).room).toEqual({});
  board.setAnswering(true);
  await userEvent.type(field(), '{End}{Enter}');
  expect(Object.values(roundOf(board).room ?? {})).toEqual([12]);
  expect(sessionStorage).toHaveLength(0);
});
const roundOf = (board: BoardHarness) =>
  board.client.stores.session.getState()?.rounds[0] ?? fail();

test('[GR14] whoever counts hands reads how many vote through their table already', () => {
  const { board } = open('facilitator');
  const draw = () =>
    renderOnBoard(board, <RoomVotes round={roundOf(board)} onClose={() => undefined} />);
  const shown = draw();
  expect(screen.queryByText(/ne comptez pas/)).toBeNull();
  shown.unmount();
  board.ask({ type: 'seats-set', personId: denis.id, seats: 6 }, claire);
  draw();
  expect(screen.getByText(/^5 personnes sans appareil votent déjà par leur table/)).toBeVisible();
});

test('[VG8] after the close cards and ranking show the result, hands of the room apart', async () => {
  const scene = open('facilitator');
  const [first, second] = scene.ids;
  if (!first || !second) throw new Error('no action');
  scene.board.ask({ type: 'vote-cast', roundId, actionId: first, dots: 2 }, denis);
  renderOnBoard(
    scene.board,
    <aside>
      <VotesPanel />
    </aside>,
  );
  votes(scene);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Votes de la salle…' }));
  const field = screen.getByRole('textbox', { name: '1.2 Former' });
  await user.clear(field);
  await user.type(field, '-1');
  expect(screen.getByText('Un nombre entier de 0 à 10000.')).toBeVisible();
  await user.clear(field);
  await user.type(field, '7{Enter}');
  await user.click(screen.getByRole('button', { name: 'Fermer' }));
  await user.click(screen.getByRole('button', { name: 'Clore le vote…' }));
  expect(await axeFaults()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Clore et montrer les résultats' }));
  expect(screen.getByRole('img', { name: '7 gommettes, 1re du classement' })).toBeVisible();
  expect(screen.getByRole('img', { name: '2 gommettes, 2e du classement' })).toBeVisible();
  const [see] = screen.getAllByRole('button', { name: 'Voir le classement' });
  if (see) await user.click(see);
  expect(screen.getByText('salle 7 + gommettes 0')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'En tableau' }));
  const row = screen.getByRole('row', { name: /Former/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(expect.arrayContaining(['1re', '7', '0', '7']));
  expect(await axeFaults()).toEqual([]);
});

test('[VG14] before the close it is said who is here and has not finished, by name, or how many', async () => {
  const { board } = open('facilitator');
  const roads: DirectionId = unwrap(
    board.client.run(addFrameEntity<'directions'>, 'directions', { name: 'Voirie' }),
  );
  const lea = { ...someone('Léa', 'participant'), directionId: roads };
  const away = { ...someone('Absent', 'participant'), clients: [] };
  board.setOthers([claire, denis, lea, away]);
  renderOnBoard(board, <VotesPanel asked="close" />);
  const asked = () => document.querySelector('.notice');
  expect(asked()).toHaveTextContent('N’ont pas dit avoir fini : Denis ; Léa, Voirie.');
  board.ask({ type: 'done', on: true }, denis);
  expect(asked()).toHaveTextContent('N’ont pas dit avoir fini : Léa, Voirie.');
  board.ask({ type: 'done', on: true }, lea);
  expect(asked()).not.toHaveTextContent('fini');
  board.setOthers(['a', 'b', 'c', 'd', 'e'].map((name) => someone(name, 'participant')));
  expect(asked()).toHaveTextContent('5 personnes n’ont pas dit avoir fini.');
});

test('[VG15] where the directions would have decided otherwise is said in plain words', async () => {
  const { board, ids } = open('facilitator');
  const roads = 'roads' as DirectionId;
  const people = ['a', 'b', 'c'].map((name) => ({
    ...someone(name, 'participant'),
    directionId: roads,
  }));
  const other = { ...someone('d', 'participant'), directionId: 'water' as DirectionId };
  const cast = (who: Present, place: number, dots: number) =>
    unwrap(board.ask({ type: 'vote-cast', roundId, actionId: ids[place] as ActionId, dots }, who));
  for (const who of people) cast(who, 0, 2);
  cast(other, 1, 2);
  cast(people[0] as Present, 1, 1);
  board.ask({ type: 'round-close', id: roundId }, claire);
  renderOnBoard(board, <RankingDialog onClose={() => undefined} />);
  const said = [...document.querySelectorAll('.ranking-words')];
  expect(said.map(({ textContent }) => textContent)).toEqual([
    '2e si chaque direction avait une voix',
    '1re si chaque direction avait une voix',
  ]);
});

test('[VG16] the ranking leads whoever leads to dealing out the sheets, and nobody else', async () => {
  const { board } = open('facilitator');
  board.ask({ type: 'round-close', id: roundId }, claire);
  const onDeal = vi.fn();
  const { unmount } = renderOnBoard(board, <VotesPanel onDeal={onDeal} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Voir le classement' }));
  await user.click(screen.getByRole('button', { name: 'Répartir les fiches' }));
  expect(onDeal).toHaveBeenCalledOnce();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  unmount();
  renderOnBoard(board, <RankingDialog onClose={() => undefined} />);
  expect(screen.queryByRole('button', { name: 'Répartir les fiches' })).not.toBeInTheDocument();
});

test('[VG9] a round is opened with what the form says, and a cap above the budget is said', async () => {
  const board = createBoardHarness('facilitator');
  board.client.run(addFrameEntity, 'priorities', { title: 'Eau' });
  renderOnBoard(
    board,
    <main>
      <VotesPanel />
    </main>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Ouvrir un vote…' }));
  const budget = screen.getByRole('textbox', { name: 'Gommettes pour chacun' });
  await user.clear(budget);
  await user.type(budget, '2');
  expect(screen.getByText('Pas plus que le nombre de gommettes.')).toBeVisible();
  const cap = screen.getByRole('textbox', { name: 'Au plus sur une même action' });
  await user.clear(cap);
  await user.type(cap, '1');
  await user.click(screen.getByRole('radio', { name: 'Chaque direction' }));
  expect(await axeFaults()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Ouvrir le vote' }));
  expect(board.session.state().rounds[0]?.setup).toEqual({
    budget: 2,
    cap: 1,
    basis: 'direction',
    priorityIds: null,
  });
});

test('[VG10] a refused gommette goes back, and why is said', async () => {
  const scene = open('participant');
  votes(scene);
  // Somebody closes the round while this page still shows it open.
  scene.board.session.ask(claire, { type: 'round-close', id: roundId });
  const user = userEvent.setup();
  await user.click(onCard(0).getByRole('button', { name: /Poser/ }));
  expect(pageToasts.store.getState().toasts.map(({ text }) => text)).toEqual([
    'Ce vote est clos, un autre est déjà ouvert, ou des gommettes y sont déjà posées.',
  ]);
  expect(screen.queryByText('Vos gommettes ici : 1')).toBeNull();
});

function fail(): never {
  throw new Error('nothing is there');
}
