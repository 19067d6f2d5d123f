/** In which order kept things stand, and since when they are said to be kept. */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { age } from '../../../client/features/kept/age.ts';
import { setPreference } from '../../../client/state/preferences.ts';
import type { ToKeep } from '../../../client/sync/kept/kept-work.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { keptBoard, open, t, text } from '../../support/kept-board.tsx';
import { a, author, b, c, jobs, water } from '../../support/small-workshop.ts';
import { fr } from '../../support/words.ts';

beforeEach(() => setPreference({ language: 'fr', theme: 'auto' }));

const fresh: ToKeep = {
  work: { kind: 'created', path: ['actions', 'neuve'], values: { title: 'Neuve' } },
  why: 'step',
};

test('[KW37] groups stand as on the board, then what has no number, oldest first', async () => {
  const { harness, client } = await keptBoard([]);
  for (let i = 0; i < 16; i += 1)
    harness.neighbour(addAction, {
      title: `Suite ${i}`,
      place: { priorityId: water, before: null },
      author,
    });
  harness.neighbour(addAction, {
    title: 'Ailleurs',
    place: { priorityId: jobs, before: null },
    author,
  });
  const idOf = (number: string) =>
    [...client.stores.board.getState().numbers].find(([, each]) => each === number)?.[0] ?? '';
  const ids = [idOf('2.1'), b, 'neuve', idOf('1.18'), idOf('1.16'), a];
  const items = ids.map((id) => (id === 'neuve' ? fresh : text(id, `Texte de ${id}`)));
  await act(() => client.keep(items));
  const dialog = await open();
  const numbers = [...dialog.querySelectorAll('.kept-group')].map(
    (group) => group.querySelector('.kept-number')?.textContent ?? '',
  );
  expect(numbers).toEqual(['1.1', '1.2', '1.16', '1.18', '2.1', '']);
});

test('[KW37] so do the lines of the comparison', async () => {
  const left = (id: string): ToKeep => ({ ...text(id, 'Un'), why: 'other-epoch' });
  await keptBoard([left(c), left(a), left(b)], { role: 'facilitator' });
  await userEvent.click(screen.getByRole('button', { name: t.compare }));
  const dialog = within(await screen.findByRole('dialog', { name: t.review.title }));
  const labels = dialog.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent);
  expect(labels).toEqual([fr.review.all, '1.1 Action a', '1.2 Action b', '1.3 Action c']);
});

const now = Date.UTC(2026, 5, 30, 12);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

test.each([0, 59_000, -5 * minute])('[KW12] what was kept %i ms ago was kept just now', (ago) => {
  expect(age(now - ago, now, 'fr')).toBe('');
});

test.each([
  [minute, 'il y a 1 minute'],
  [59 * minute, 'il y a 59 minutes'],
  [hour, 'il y a 1 heure'],
  [23 * hour + 59 * minute, 'il y a 23 heures'],
  [day, 'il y a 1 jour'],
  [40 * day, 'il y a 40 jours'],
])('[KW12] what was kept %i ms ago is said to be « %s »', (ago, words) => {
  expect(age(now - ago, now, 'fr').replaceAll('\u00a0', ' ')).toBe(words);
});
