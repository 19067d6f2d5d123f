import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { KeptElsewhere } from '../../../client/features/kept/kept-elsewhere.tsx';
import { useKeptElsewhere } from '../../../client/state/kept-elsewhere.ts';
import { keptDevice } from '../../../client/sync/kept/kept-device.ts';
import type { KeptWork } from '../../../client/sync/kept/kept-work.ts';
import { t } from '../../support/kept-board.tsx';

const item = (key: string, boardId: string, at: number) =>
  ({
    key,
    boardId,
    personId: 'moi',
    workshop: `Atelier ${boardId}`,
    at,
    why: 'left',
    where: { number: '1.1', title: 'Payer', priority: 'Achats' },
    work: { kind: 'text', path: ['actions', 'a', 'title'], text: `Texte ${key}` },
  }) as unknown as KeptWork;

function Elsewhere() {
  return <KeptElsewhere boards={useKeptElsewhere()} pathOf={(id) => `/a/${id}`} />;
}
const keep = (put: readonly KeptWork[]) => keptDevice().change(() => ({ put, drop: [] }));
const kept = async () => (await keptDevice().all()).map(({ key }) => key);

afterEach(async () => {
  const drop = (await keptDevice().all()).map(({ key }) => key);
  await keptDevice().change(() => ({ put: [], drop }));
});

test('[KW20] without a board, what is kept of each can be read, copied, thrown away and taken back', async () => {
  await keep([item('k1', 'un', 1), item('k2', 'deux', 2), item('k3', 'deux', 3)]);
  render(<Elsewhere />);
  const [last, first] = await screen.findAllByRole('region', { name: t.band });
  await waitFor(() => expect(last).toHaveTextContent(/2 changements gardés.*Atelier deux/));
  expect(first).toHaveTextContent(/1 changement gardé.*Atelier un/);
  const link = within(last as HTMLElement).getByRole('link', { name: t.openWorkshop });
  expect(link).toHaveAttribute('href', '/a/deux');
  await userEvent.click(screen.getByRole('button', { name: 'Voir Atelier un' }));
  const shown = screen.getByRole('dialog', { name: t.title });
  expect(within(shown).getByText('Texte k1')).toBeVisible();
  expect(within(shown).getByText(t.later.elsewhere)).toBeVisible();
  expect(within(shown).getByText(/L’atelier a été quitté/)).toBeVisible();
  await userEvent.click(within(shown).getByRole('button', { name: /^Jeter/ }));
  await waitFor(async () => expect(await kept()).toEqual(['k2', 'k3']));
  await userEvent.click(await within(shown).findByRole('button', { name: t.undo }));
  await waitFor(async () => expect(await kept()).toContain('k1'));
});

test('[KW21] where nothing outlives the page, the line says so and closing it asks', async () => {
  /** How many listeners want the page to stay. */
  const asking = () => {
    const event = new Event('beforeunload', { cancelable: true });
    const ask = vi.spyOn(event, 'preventDefault');
    dispatchEvent(event);
    return ask.mock.calls.length;
  };
  const before = asking();
  await keep([item('k1', 'un', 1)]); // jsdom has no database: it is in memory
  const { unmount } = render(<Elsewhere />);
  const band = await screen.findByRole('region', { name: t.band });
  await waitFor(() => expect(band).toHaveTextContent(t.onlyHere));
  expect(asking()).toBe(before + 1);
  await keptDevice().change(() => ({ put: [], drop: ['k1'] }));
  expect(asking()).toBe(before);
  unmount();
});
