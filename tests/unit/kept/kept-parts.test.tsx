/** Kept things with a way of their own: without a priority, unreadable, or asked of the session. */
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { setPreference } from '../../../client/state/preferences.ts';
import type { ToKeep } from '../../../client/sync/kept/kept-work.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import type { BoardHarness } from '../../support/board-harness.tsx';
import { keptBoard, open, t } from '../../support/kept-board.tsx';
import { PEOPLE, start, stepOf } from '../../support/session-people.ts';
import { a, jobs, water } from '../../support/small-workshop.ts';

beforeEach(() => setPreference({ language: 'fr', theme: 'auto' }));
const user = userEvent.setup();
const lead = { role: 'facilitator' } as const;
const press = (name: RegExp | string) => user.click(screen.getByRole('button', { name }));

const homeless: readonly ToKeep[] = [
  {
    work: {
      kind: 'created',
      path: ['actions', 'n'],
      values: { title: 'Sans priorité', priorityId: 'disparue', rank: 'a0' },
    },
    why: 'gone',
  },
  {
    work: {
      kind: 'idea',
      id: 'i' as never,
      priorityId: 'disparue' as PriorityId,
      title: 'Idée',
      description: '',
    },
    why: 'gone',
  },
];

test.each(homeless.map((item, index) => [['n', 'i'][index], item] as const))(
  '[KW31] in the window, %s goes in a priority of the board that is chosen',
  async (id, item) => {
    const { board, kept } = await keptBoard([item]);
    const dialog = within(await open());
    expect(dialog.queryByRole('button', { name: /^Remettre [^d]/ })).not.toBeInTheDocument();
    await press(/^Remettre dans…/);
    await user.click(await screen.findByRole('menuitem', { name: '2. Emploi' }));
    await waitFor(() => expect(kept()).toEqual([]));
    expect(board().columns.get(jobs)).toEqual([id]);
  },
);

test('[KW34] of two texts of one place the later is put back, and the earlier stays to be compared', async () => {
  const said = (text: string): ToKeep => ({
    work: { kind: 'text', path: ['actions', a, 'description'], text, base: '' },
    why: 'gone',
  });
  vi.useFakeTimers({ toFake: ['Date'], now: 1 });
  const { board, kept, client } = await keptBoard([said('Recruter')]);
  vi.setSystemTime(2);
  await act(async () => void (await client.keep([said('Former')])));
  await open();
  await press(/^Remettre les 2/);
  await screen.findByText(t.stays.another);
  expect(board().actions.get(a)?.description).toBe('Former');
  expect(kept()).toMatchObject([{ work: { text: 'Recruter' } }]);
});

const unreadable = {
  name: 'gommette-atelier-moi unreadable 4',
  bytes: new Uint8Array(2_500),
  at: 0,
};

test('[KW32] bytes that could not be read are told, saved as a file, thrown away after a question', async () => {
  const { client } = await keptBoard([]);
  const discard = vi.spyOn(client, 'discardUnreadable');
  const saved: Blob[] = [];
  const create = vi.fn((blob: Blob) => {
    saved.push(blob);
    return 'blob:1';
  });
  Object.assign(URL, { createObjectURL: create, revokeObjectURL: () => {} });
  const day = Date.UTC(2026, 5, 30, 8);
  act(() => client.stores.unreadable.setState([{ ...unreadable, at: day }], true));
  await screen.findByText(t.unreadable.kept);
  const dialog = within(await open());
  expect(dialog.getByText(/2,5 ko|3 ko/)).toHaveTextContent('30 juin 2026');
  expect(await axeFaults()).toEqual([]);
  await press(t.unreadable.save);
  const file = JSON.parse((await saved[0]?.text()) ?? '') as readonly { readonly name: string }[];
  expect(file).toEqual([
    {
      name: unreadable.name,
      at: '2026-06-30T08:00:00.000Z',
      bytes: Buffer.from(unreadable.bytes).toString('base64'),
    },
  ]);
  await press(t.discard);
  expect(screen.getByRole('button', { name: t.unreadable.no })).toHaveFocus();
  expect(discard).not.toHaveBeenCalled();
  await press(t.discard);
  await waitFor(() => expect(screen.queryByText(t.unreadable.title)).not.toBeInTheDocument());
  expect(discard).toHaveBeenCalledOnce();
});

const roundId = 'r1' as RoundId;
const setup = { budget: 3, cap: 2, basis: 'person', priorityIds: null } as const;
const oneRound = (harness: BoardHarness) =>
  harness.ask({ type: 'round-open', id: roundId, title: 'Priorités', setup }, PEOPLE.ana);
const own = (harness: BoardHarness) =>
  harness.client.stores.session.getState()?.rounds.find(({ id }) => id === roundId)?.mine?.dots;

test('[KW33] dots that were not counted are kept, and cast again while their vote is open', async () => {
  const { harness, client, kept } = await keptBoard([]);
  expect(oneRound(harness).ok).toBe(true);
  await act(() =>
    client.keep([{ work: { kind: 'votes', roundId, actionId: a, dots: 2 }, why: 'unanswered' }]),
  );
  await press(t.putBack);
  await waitFor(() => expect(kept()).toEqual([]));
  expect(own(harness)).toEqual({ [a]: 2 });
});

test('[KW33] once their vote is over they are told with why, and cannot be cast', async () => {
  const { harness, client } = await keptBoard([]);
  expect(oneRound(harness).ok).toBe(true);
  await act(() =>
    client.keep([{ work: { kind: 'votes', roundId, actionId: a, dots: 2 }, why: 'unanswered' }]),
  );
  harness.ask({ type: 'round-close', id: roundId }, PEOPLE.ana);
  const dialog = within(await open());
  expect(dialog.getByRole('button', { name: /^Remettre/ })).toHaveAccessibleDescription(
    t.later.vote,
  );
});

const hidden: ToKeep = {
  work: {
    kind: 'idea',
    id: 'i' as ActionId,
    priorityId: water,
    title: 'Payer',
    description: 'Vite',
  },
  why: 'step',
};

test('[KW33] a hidden idea comes back as a draft while ideas are hidden', async () => {
  const { harness, board, kept } = await keptBoard([hidden], lead);
  const rules = VISIBILITIES.masquée;
  harness.ask({ type: 'step-add', step: stepOf('cache', rules), after: null });
  expect(harness.ask(start('cache')).ok).toBe(true);
  await press(t.putBack);
  await waitFor(() => expect(kept()).toEqual([]));
  expect(harness.client.stores.session.getState()?.drafts.mine).toMatchObject([
    { title: 'Payer', description: 'Vite', priorityId: water },
  ]);
  expect(board().actions.size).toBe(3);
});

test('[KW33] once ideas are open it comes back as a card', async () => {
  const { board, kept } = await keptBoard([hidden]);
  await press(t.putBack);
  await waitFor(() => expect(kept()).toEqual([]));
  expect(board().columns.get(water)).toHaveLength(4);
  expect(board().actions.get('i' as ActionId)).toMatchObject({
    title: 'Payer',
    description: 'Vite',
  });
});
