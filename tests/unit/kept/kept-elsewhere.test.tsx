import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { KeptElsewhere } from '../../../client/features/kept/kept-elsewhere.tsx';
import { deviceStore, rememberWorkshop } from '../../../client/state/device.ts';
import { useKeptElsewhere } from '../../../client/state/kept-elsewhere.ts';
import { keptDevice } from '../../../client/sync/kept/kept-device.ts';
import type { KeptWork } from '../../../client/sync/kept/kept-work.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { t } from '../../support/kept-board.tsx';

const item = (key: string, boardId: string, at: number, personId = 'moi') =>
  ({
    key,
    boardId,
    personId,
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
  deviceStore.setState([], true);
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

/** The device knows them in a workshop, the first as its last person. */
function know(boardId: string, ...names: readonly string[]): void {
  const [joined = null, ...aside] = names.map((name) => ({
    personId: name.toLowerCase() as PersonId,
    role: 'participant' as const,
    name,
    directionId: null,
    actorId: null,
    ticket: 't',
  }));
  const way = { boardId: boardId as BoardId, role: 'participant', title: '', token: '' } as const;
  rememberWorkshop({ ...way, joined, aside, openedAt: 0 });
}
const bands = () => screen.findAllByRole('region', { name: t.band });
const mine = (whose: string) => screen.queryByRole('button', { name: `${t.itIsMine} ${whose}` });

test('[KW42] of several people each has a line, which says whose it is, how much, and nothing more', async () => {
  know('un', 'Lise', 'Paul');
  await keep([
    item('k1', 'un', 1, 'lise'),
    item('k2', 'un', 2, 'paul'),
    item('k3', 'un', 3, 'paul'),
  ]);
  const { container } = render(<Elsewhere />);
  const [paul, lise] = await bands();
  expect(paul).toHaveTextContent(/2 changements gardés.*Paul · Atelier un/);
  expect(lise).toHaveTextContent(/1 changement gardé.*Lise · Atelier un/);
  expect(screen.queryByRole('button', { name: /^Voir/ })).toBeNull();
  expect(container).not.toHaveTextContent(/Texte|Payer|Achats/);
  expect(screen.queryByRole('link')).toBeNull();

  await userEvent.click(mine('Lise · Atelier un') ?? expect.unreachable());
  const see = screen.getByRole('button', { name: 'Voir Lise · Atelier un' });
  expect(see).toHaveFocus();
  expect(mine('Paul · Atelier un')).toBeVisible();
  await userEvent.click(see);
  const shown = screen.getByRole('dialog', { name: t.title });
  expect(within(shown).getByText('Texte k1')).toBeVisible();
  expect(within(shown).queryByText('Texte k2')).toBeNull();
});

test.each([
  ['two people in one workshop', () => know('un', 'Moi', 'Paul'), 'Moi', true],
  ['one whom the device has forgotten', () => know('un', 'Paul'), t.somebody, true],
  [
    'people of two names in two workshops',
    () => [know('un', 'Moi'), know('deux', 'Paul')],
    'Moi',
    true,
  ],
  ['one person', () => know('un', 'Moi'), 'Moi', false],
  ['one person in two workshops', () => [know('un', 'Moi'), know('deux', 'MOI ')], 'Moi', false],
] as const)('[KW42] a device that knows %s', async (_who, prepare, name, asks) => {
  prepare();
  await keep([item('k1', 'un', 1)]);
  render(<Elsewhere />);
  await bands();
  if (asks) expect(mine(`${name} · Atelier un`)).toBeVisible();
  else expect(screen.getByRole('button', { name: 'Voir Atelier un' })).toBeVisible();
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
