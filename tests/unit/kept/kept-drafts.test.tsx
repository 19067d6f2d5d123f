import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { KeptBand } from '../../../client/features/kept/kept-band.tsx';
import { BoardContext, WorkshopContext } from '../../../client/state/board-context.ts';
import type { OpenedWorkshop } from '../../../client/state/device.ts';
import { heldTexts, holdText } from '../../../client/state/held-text.ts';
import { keepOwn } from '../../../client/state/keep-own.ts';
import { keepIdea, keptIdeas } from '../../../client/state/kept-ideas.ts';
import type { BoardClient } from '../../../client/sync/board-client.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { copiedText } from '../../support/clipboard.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { t } from '../../support/kept-board.tsx';

const owner = { boardId: 'atelier', personId: 'moi' } as unknown as Parameters<
  typeof heldTexts
>[0] &
  object;
const workshop = { ...owner, title: 'Achats', joined: owner } as unknown as OpenedWorkshop;
const hold = (key: string, about: string, text: string) =>
  holdText(owner, { key, screen: 'wall', field: 'Nouvelle carte', about, text, base: '', at: 1 });
const renderBand = (client: BoardClient) =>
  render(
    <BoardContext value={client}>
      <WorkshopContext value={workshop}>
        <KeptBand />
      </WorkshopContext>
    </BoardContext>,
  );
serveIndexedDb();
beforeEach(() => {
  localStorage.clear();
});

test('[KW24] a text begun in a field that has gone is listed, and is copied or thrown away', async () => {
  const user = userEvent.setup();
  const { client } = createBoardHarness('participant');
  hold('card.eau', 'Eau', 'Former les équi');
  renderBand(client);
  await screen.findByText(/^1 changement gardé/);
  await user.click(screen.getByRole('button', { name: t.see }));
  const shown = screen.getByRole('dialog', { name: t.title });
  expect(within(shown).getByRole('region', { name: 'Eau' })).toBeVisible();
  expect(within(shown).getByText('Texte commencé · Nouvelle carte')).toBeVisible();
  expect(within(shown).getByText(t.later.copy)).toBeVisible();
  expect(within(shown).queryByRole('button', { name: /^Remettre/ })).not.toBeInTheDocument();
  await user.click(within(shown).getByRole('button', { name: /^Copier/ }));
  expect(await copiedText()).toBe('Former les équi');
  await user.click(within(shown).getByRole('button', { name: /^Jeter/ }));
  await waitFor(() => expect(heldTexts(owner)).toEqual([]));
  await user.click(await within(shown).findByRole('button', { name: t.undo }));
  await waitFor(() =>
    expect(heldTexts(owner).map(({ text }) => text)).toEqual(['Former les équi']),
  );
});

test('[KW24] a text gone on with since it was kept is listed beside what was kept', async () => {
  const { client } = createBoardHarness('participant');
  hold('card.eau', 'Eau', 'Former');
  hold('card.emploi', 'Emploi', 'Embau');
  const keep: typeof client.keep = async (items) => {
    await client.keep(items);
    return false; // stays where it was written, too
  };
  await act(() => keepOwn({ keep }, owner, 'field-gone'));
  hold('card.eau', 'Eau', 'Former les équipes');
  renderBand(client);
  await userEvent.click(await screen.findByRole('button', { name: t.see }));
  for (const said of ['Former', 'Former les équipes', 'Embau'])
    expect(screen.getAllByText(said)).toHaveLength(1);
});

test('[KW16] a hidden idea thrown away once the board is closed can be taken back', async () => {
  const user = userEvent.setup();
  const { client } = createBoardHarness('participant');
  act(() => client.stores.connection.setState({ state: 'closed', reason: 'boardFull' }, true));
  const idea = { id: 'i1' as ActionId, priorityId: 'eau' as PriorityId, title: 'Planter' };
  keepIdea(owner, { ...idea, description: '', removed: false, sent: [] });
  keepIdea(owner, { ...idea, id: 'i2' as ActionId, description: '', removed: true, sent: [] });
  renderBand(client);
  await user.click(await screen.findByRole('button', { name: t.see }));
  await user.click(screen.getByRole('button', { name: /^Jeter/ }));
  await waitFor(() => expect(keptIdeas(owner).map(({ id }) => id)).toEqual(['i2']));
  await user.click(await screen.findByRole('button', { name: t.undo }));
  await waitFor(() => expect(keptIdeas(owner).map(({ id }) => id)).toContain('i1'));
});

test('[KW24] what another tab writes while a text is being kept stays where it is', async () => {
  hold('card.eau', 'Eau', 'Former');
  hold('card.emploi', 'Emploi', 'Embau');
  const keep = async () => {
    hold('card.eau', 'Eau', 'Former les équipes');
    return true;
  };
  await keepOwn({ keep }, owner, 'access-ended');
  expect(heldTexts(owner).map(({ text }) => text)).toEqual(['Former les équipes']);
});

test('[KW24] when their author goes, begun texts become kept work, each of them', async () => {
  const { client } = createBoardHarness('participant');
  hold('card.eau', 'Eau', 'Former les équi');
  hold('card.emploi', 'Emploi', 'Embau');
  await act(() => keepOwn(client, owner, 'access-ended'));
  expect(heldTexts(owner)).toEqual([]);
  const kept = client.stores.kept.getState().map(({ work, where }) => [work, where.title]);
  expect(kept.toSorted(([, a], [, b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
    [{ kind: 'typed', key: 'card.eau', field: 'Nouvelle carte', text: 'Former les équi' }, 'Eau'],
    [{ kind: 'typed', key: 'card.emploi', field: 'Nouvelle carte', text: 'Embau' }, 'Emploi'],
  ]);
});
