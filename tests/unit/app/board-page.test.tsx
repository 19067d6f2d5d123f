import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { BoardPage } from '../../../client/app/board-page.tsx';
import {
  findWorkshop,
  type OpenedWorkshop,
  rememberWorkshop,
} from '../../../client/state/device.ts';
import { heldTexts, holdText } from '../../../client/state/held-text.ts';
import { hasKeptIdeas, keepIdea } from '../../../client/state/kept-ideas.ts';
import type { Connection } from '../../../client/sync/connection.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity, setInfo } from '../../../shared/board/commands/frame.ts';
import type { ActionId, BoardId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { CloseReason } from '../../../shared/protocol/close.ts';
import type { Joined } from '../../../shared/protocol/http.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { copiedText } from '../../support/clipboard.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { servePages } from '../../support/page-server.ts';
import { unwrap } from '../../support/result.ts';

servePages();
const joined: Joined = {
  personId: 'moi' as PersonId,
  role: 'facilitator',
  name: 'Camille',
  directionId: null,
  actorId: null,
  ticket: 't1cket',
};
const workshop: OpenedWorkshop = {
  boardId: 'abc' as BoardId,
  role: 'facilitator',
  title: 'Ancien titre',
  token: 's3cret',
  joined,
  openedAt: 0,
};
const live: Connection = { state: 'live', unsaved: false, savedAt: 0 };

function open(connection: Connection = live) {
  rememberWorkshop(workshop);
  history.replaceState(null, '', '/a/abc');
  const board = createBoardHarness();
  board.client.run(setInfo, { title: 'Achats et eau' });
  board.client.stores.connection.setState(connection, true);
  const forget = vi.spyOn(board.client, 'forget');
  const connect = () => board.client;
  render(<BoardPage workshop={workshop} joined={joined} connect={connect} actionId={null} />);
  return {
    ...board,
    forget,
    say: (next: Connection) => act(() => board.client.stores.connection.setState(next, true)),
  };
}

const title = (name: string) => screen.getByRole('heading', { level: 1, name });
const rename = (board: ReturnType<typeof open>, name: string) =>
  act(() => board.client.run(setInfo, { title: name }));

test('[AP4] the page bears the workshop’s title, and this device remembers it', () => {
  const board = open();
  expect(document.title).toBe('Achats et eau – Gommette');
  expect(findWorkshop(workshop.boardId)?.title).toBe('Achats et eau');
  rename(board, 'Achats, eau, emploi');
  expect(document.title).toBe('Achats, eau, emploi – Gommette');
});

test('[AP23] the tab names what is open of the workshop', () => {
  const { client } = createBoardHarness();
  client.run(setInfo, { title: 'Achats et eau' });
  const priorityId = unwrap(
    client.run(addFrameEntity<'priorities'>, 'priorities', { title: 'Emploi' }),
  );
  const author = { personId: joined.personId, directionId: null, actorId: null };
  const place = { priorityId, before: null };
  const actionId = unwrap(client.run(addAction, { title: 'Publier', place, author }));
  client.stores.connection.setState(live, true);
  const page = (open: Partial<Parameters<typeof BoardPage>[0]>) => (
    <BoardPage
      workshop={workshop}
      joined={joined}
      connect={() => client}
      actionId={null}
      {...open}
    />
  );
  const { rerender } = render(page({}));
  expect(document.title).toBe('Achats et eau – Gommette');
  rerender(page({ synthesis: 'coverage' }));
  expect(document.title).toBe('Synthèse – Achats et eau – Gommette');
  rerender(page({ actionId }));
  expect(document.title).toBe('1.1 Publier – Achats et eau – Gommette');
  act(() => history.replaceState(null, '', '/a/abc?animation'));
  act(() => void dispatchEvent(new PopStateEvent('popstate')));
  rerender(page({}));
  expect(document.title).toBe('Animation – Achats et eau – Gommette');
});

test('[AP4] what must stay visible about the data is on the page', () => {
  const board = open();
  act(() => board.client.run(setInfo, { notice: 'Données imaginaires.' }));
  expect(screen.getByText('Données imaginaires.')).toBeVisible();
});

test('[AP4] until something of the board is known, the page says it is opening', () => {
  const board = createBoardHarness();
  render(
    <BoardPage workshop={workshop} joined={joined} connect={() => board.client} actionId={null} />,
  );
  expect(screen.getByRole('status')).toHaveTextContent('Ouverture…');
  rename({ ...board } as ReturnType<typeof open>, 'Achats');
  expect(title('Achats')).toBeVisible();
});

test.each<[string, string, string]>([
  ['{Control>}z{/Control}', 'Un', 'Deux'],
  ['{Meta>}z{/Meta}', 'Un', 'Deux'],
  ['{Control>}z{Shift>}z{/Shift}{/Control}', 'Deux', 'Deux'],
  ['{Control>}zy{/Control}', 'Deux', 'Deux'],
  ['{Alt>}{Control>}z{/Control}{/Alt}', 'Deux', 'Deux'],
  ['z', 'Deux', 'Deux'],
])(
  '[AP6] %s leads from "Deux" to "%s", and to "%s" in a plain field',
  async (keys, free, inField) => {
    const board = open();
    rename(board, 'Un');
    rename(board, 'Deux');
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await userEvent.keyboard(keys);
    expect(title(inField)).toBeVisible();
    await userEvent.click(document.body);
    await userEvent.keyboard(keys);
    expect(title(free)).toBeVisible();
    field.remove();
  },
);

test.each<[CloseReason, string, RegExp, string]>([
  ['unauthenticated', 'Votre accès est terminé', /n’est plus valable/, 'Entrer de nouveau'],
  ['badFrame', 'Cette page est à recharger', /plus ancienne que le serveur/, 'Recharger la page'],
  ['boardFull', 'L’atelier est complet', /quand quelqu’un l’aura quitté/, 'Réessayer'],
  ['newerBoard', 'Le serveur est à mettre à jour', /version plus récente/, 'Réessayer'],
  ['unknownBoard', 'Cet atelier n’est plus là', /n’existe pas, ou plus/, 'Entrer avec ce code'],
])(
  '[AP7] closed by %s, the page says why in one voice and offers a way on',
  async (reason, title, sentence, way) => {
    const { say } = open();
    say({ state: 'closed', reason });
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(screen.getByText(sentence)).toBeVisible();
    expect(await screen.findByRole('button', { name: way })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Accueil' })).toBeVisible();
  },
);

test.each<[CloseReason, boolean]>([
  ['unauthenticated', true],
  ['unknownBoard', true],
  ['badFrame', false],
  ['boardFull', false],
])('[AP7] closed by %s, the field for a code is offered: %s', async (reason, isOffered) => {
  const { say } = open();
  say({ state: 'closed', reason });
  await screen.findByRole('link', { name: 'Accueil' });
  if (isOffered) expect(await screen.findByLabelText('Code d’entrée')).toBeVisible();
  else await expect(screen.findByLabelText('Code d’entrée', {}, { timeout: 50 })).rejects.toThrow();
});

serveIndexedDb();

/** Opens the window of what is kept, by the line that tells of it. */
async function seeKept() {
  await userEvent.click(await screen.findByRole('button', { name: 'Voir' }));
  return screen.getByRole('dialog', { name: 'Travail gardé' });
}

test('[AP7] closed with something unsent, the page keeps it in sight', async () => {
  const { client, say } = open();
  const values = { title: 'Réutiliser l’eau', priorityId: 'eau', rank: 'a0' };
  const work = { kind: 'created', path: ['actions', 'a1'], values } as const;
  await act(() => client.keep([{ work, why: 'access-ended' }]));
  say({ state: 'closed', reason: 'unauthenticated' });
  await screen.findByText(/^1 changement gardé sur cet appareil/);
  const kept = await seeKept();
  expect(within(kept).getByText('Réutiliser l’eau')).toBeVisible();
  expect(within(kept).getByText(/Entrez de nouveau dans l’atelier/)).toBeVisible();
});

test('[AP17] closed with hidden ideas the server may not have, they are in sight until one enters again', async () => {
  const owner = { boardId: workshop.boardId, personId: joined.personId };
  const kept = (id: string, title: string, removed = false) =>
    keepIdea(owner, {
      id: id as ActionId,
      priorityId: 'eau' as PriorityId,
      title,
      description: '',
      removed,
      sent: [],
    });
  kept('i1', 'Payer en vingt jours');
  kept('i2', 'Retirée', true);
  const { client, say } = open();
  say({ state: 'closed', reason: 'unauthenticated' });
  const shown = await seeKept();
  expect(within(shown).getByText('Payer en vingt jours')).toBeVisible();
  expect(within(shown).queryByText('Retirée')).toBeNull();
  await userEvent.click(within(shown).getByRole('button', { name: 'Fermer' }));
  await userEvent.click(screen.getByRole('button', { name: 'Entrer de nouveau' }));
  await waitFor(() => expect(hasKeptIdeas(owner)).toBe(false));
  expect(client.stores.kept.getState()).toContainEqual(
    expect.objectContaining({
      why: 'access-ended',
      work: expect.objectContaining({ kind: 'idea', title: 'Payer en vingt jours' }),
    }),
  );
});

test('[HD9] let in no more, what one had begun is kept before a new link makes one somebody else', async () => {
  const owner = { boardId: workshop.boardId, personId: joined.personId };
  holdText(owner, {
    key: 'wall.card.eau',
    screen: 'wall',
    field: 'Nouvelle action',
    about: 'Eau',
    text: 'Former les équi',
    base: '',
    at: 1,
  });
  const { client, say } = open();
  say({ state: 'closed', reason: 'unauthenticated' });
  await waitFor(() => expect(findWorkshop(workshop.boardId)?.ended).toBe(true));
  expect(heldTexts(owner)).toEqual([]);
  expect(client.stores.kept.getState()).toEqual([
    expect.objectContaining({
      why: 'access-ended',
      work: expect.objectContaining({ kind: 'typed', text: 'Former les équi' }),
    }),
  ]);
  const shown = await seeKept();
  expect(within(shown).getAllByText('Former les équi')).toHaveLength(1);
});

test('[HD9] closed for another reason, it stays where its author will find it', async () => {
  const owner = { boardId: workshop.boardId, personId: joined.personId };
  const text = { text: 'Former', base: '', about: '', at: 1 };
  holdText(owner, { key: 'wall.card.eau', screen: 'wall', field: 'Nouvelle action', ...text });
  const { say } = open();
  say({ state: 'closed', reason: 'badFrame' });
  const shown = await seeKept();
  expect(within(shown).getByText('Former')).toBeVisible();
  expect(heldTexts(owner)).toHaveLength(1);
});

test('[AP7] entering again after a revoked access starts at the door', async () => {
  const { say } = open();
  say({ state: 'closed', reason: 'unauthenticated' });
  await userEvent.click(await screen.findByRole('button', { name: 'Entrer de nouveau' }));
  expect(findWorkshop(workshop.boardId)).toMatchObject({ joined: null, token: 's3cret' });
});

test('[AP8] a refused change says why and gives its text back', async () => {
  const user = userEvent.setup();
  const { client } = open();
  const work = {
    kind: 'text',
    path: ['actions', 'a1', 'description'],
    text: 'Des arbres',
  } as const;
  await act(() => client.keep([{ work, why: 'step', where: { title: 'Planter' } }]));
  const shown = await seeKept();
  expect(within(shown).getByRole('region', { name: 'Planter' })).toBeVisible();
  expect(within(shown).getByText(/étape en cours ne permettait pas/)).toBeVisible();
  await user.click(within(shown).getByRole('button', { name: /^Copier/ }));
  expect(await copiedText()).toBe('Des arbres');
  await user.click(within(shown).getByRole('button', { name: 'Fermer' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

const choose = async (item: string) => {
  await userEvent.click(screen.getByRole('button', { name: 'Menu de l’atelier' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
};

test('[AP11] leaving forgets the person and what this device kept, and goes home', async () => {
  const { forget } = open();
  await choose('Quitter l’atelier');
  expect(findWorkshop(workshop.boardId)?.joined).toBeNull();
  expect(forget).toHaveBeenCalledOnce();
  expect(location.pathname).toBe('/');
});

test('[AP11] with something unsent, leaving asks first', async () => {
  const { forget, say } = open();
  say({ state: 'offline', kept: true, since: 0 });
  await choose('Changer de nom ou de direction');
  await userEvent.click(await screen.findByRole('button', { name: 'Rester' }));
  expect(findWorkshop(workshop.boardId)?.joined).toEqual(joined);
  expect(forget).not.toHaveBeenCalled();
  await choose('Changer de nom ou de direction');
  await userEvent.click(await screen.findByRole('button', { name: 'Partir quand même' }));
  expect(findWorkshop(workshop.boardId)?.joined).toBeNull();
  expect(location.pathname).toBe('/a/abc');
});

test('[LK21] the links are in the menu of facilitators only', async () => {
  const { setRole } = open();
  setRole('participant');
  await userEvent.click(screen.getByRole('button', { name: 'Menu de l’atelier' }));
  await screen.findByRole('menuitem', { name: 'Quitter l’atelier' });
  expect(screen.queryByRole('menuitem', { name: 'Liens de l’atelier' })).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  setRole('facilitator');
  await choose('Liens de l’atelier');
  expect(await screen.findByRole('dialog', { name: 'Les liens de l’atelier' })).toBeVisible();
});

test('[LK21] a screen that watches shows the code in large while entry is open', async () => {
  const { client, setRole } = open();
  setRole('observer');
  const setCode = (entryCode: string | null) => {
    const session = client.stores.session.getState();
    act(() => client.stores.session.setState(session && { ...session, entryCode }, true));
  };
  setCode('CDF234');
  await choose('Afficher le code d’entrée');
  expect(await screen.findByText('CDF 234')).toBeVisible();
  setCode(null);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('[AP16] facilitators reach the frame of the workshop from the menu, nobody else does', async () => {
  const { setRole } = open();
  await choose('Cadre de l’atelier');
  expect(await screen.findByRole('dialog')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Fermer' }));
  setRole('participant');
  await userEvent.click(screen.getByRole('button', { name: 'Menu de l’atelier' }));
  await screen.findByRole('menuitem', { name: 'Quitter l’atelier' });
  expect(screen.queryByRole('menuitem', { name: /Priorités/ })).not.toBeInTheDocument();
});
