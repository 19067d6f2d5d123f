import 'fake-indexeddb/auto';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { KeptBand } from '../../../client/features/kept/kept-band.tsx';
import { BoardContext, WorkshopContext } from '../../../client/state/board-context.ts';
import type { OpenedWorkshop } from '../../../client/state/device.ts';
import { heldTexts, holdText } from '../../../client/state/held-text.ts';
import { keepOwn } from '../../../client/state/keep-own.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { t } from '../../support/kept-board.tsx';

const owner = { boardId: 'atelier', personId: 'moi' } as unknown as Parameters<
  typeof heldTexts
>[0] &
  object;
const workshop = { ...owner, title: 'Achats', joined: owner } as unknown as OpenedWorkshop;
const hold = (key: string, about: string, text: string) =>
  holdText(owner, { key, screen: 'wall', field: 'Nouvelle carte', about, text, base: '', at: 1 });
beforeEach(() => {
  localStorage.clear();
  globalThis.indexedDB = new IDBFactory();
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'indexedDB'); // the next file has no such device
});

test('[KW24] a text begun in a field that has gone is listed, and is copied or thrown away', async () => {
  const user = userEvent.setup();
  const { client } = createBoardHarness('participant');
  hold('card.eau', 'Eau', 'Former les équi');
  render(
    <BoardContext value={client}>
      <WorkshopContext value={workshop}>
        <KeptBand />
      </WorkshopContext>
    </BoardContext>,
  );
  await screen.findByText(/^1 changement gardé/);
  await user.click(screen.getByRole('button', { name: t.see }));
  const shown = screen.getByRole('dialog', { name: t.title });
  expect(within(shown).getByRole('region', { name: 'Eau' })).toBeVisible();
  expect(within(shown).getByText('Texte commencé · Nouvelle carte')).toBeVisible();
  expect(within(shown).getByText(t.later.copy)).toBeVisible();
  expect(within(shown).queryByRole('button', { name: /^Remettre/ })).not.toBeInTheDocument();
  await user.click(within(shown).getByRole('button', { name: /^Copier/ }));
  expect(await navigator.clipboard.readText()).toBe('Former les équi');
  await user.click(within(shown).getByRole('button', { name: /^Jeter/ }));
  await waitFor(() => expect(heldTexts(owner)).toEqual([]));
  await user.click(await within(shown).findByRole('button', { name: t.undo }));
  await waitFor(() =>
    expect(heldTexts(owner).map(({ text }) => text)).toEqual(['Former les équi']),
  );
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
