import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { KeysDialog } from '../../../client/app/keys-dialog.tsx';
import { useKeyListener, useKeys } from '../../../client/state/keys.ts';
import { setPreference } from '../../../client/state/preferences.ts';
import { axeFaults } from '../../support/axe-faults.ts';

const next = vi.fn();
const more = vi.fn();

beforeEach(() => {
  setPreference({ keys: true });
  next.mockReset();
  more.mockReset();
});

function Page({ leads = true, listed = false }) {
  useKeyListener();
  return (
    <main>
      {leads && <Leading />}
      <button type="button">Un bouton</button>
      <input type="checkbox" aria-label="Une case" />
      <input aria-label="Un champ" />
      <textarea aria-label="Un texte" />
      <select aria-label="Un choix">
        <option>un</option>
        <option>nord</option>
      </select>
      {listed && <KeysDialog onClose={() => undefined} />}
    </main>
  );
}

function Leading() {
  useKeys('Animation', [
    { key: 'n', label: 'Étape suivante', run: next },
    { key: '+', label: 'Une minute de plus', run: more },
  ]);
  return null;
}

test.each([
  ['n', true],
  ['N', true],
  ['{Shift>}N{/Shift}', false],
  ['{Control>}n{/Control}', false],
  ['{Alt>}n{/Alt}', false],
  ['{Meta>}n{/Meta}', false],
  ['{n>3/}', true],
  ['p', false],
])('[KY1] typing %s runs the act of « n » once: %s', async (typed, runs) => {
  render(<Page />);
  await userEvent.keyboard(typed);
  expect(next).toHaveBeenCalledTimes(runs ? 1 : 0);
});

test('[KY1] a sign acts however the keyboard makes it', async () => {
  render(<Page />);
  await userEvent.keyboard('{Shift>}+{/Shift}+');
  expect(more).toHaveBeenCalledTimes(2);
});

test.each([
  ['button', 'Un bouton', true],
  ['checkbox', 'Une case', true],
  ['textbox', 'Un champ', false],
  ['textbox', 'Un texte', false],
  ['combobox', 'Un choix', false],
] as const)('[KY1] with the focus in a %s « %s » a key acts: %s', async (role, name, acts) => {
  render(<Page />);
  screen.getByRole(role, { name }).focus();
  await userEvent.keyboard('n');
  expect(next).toHaveBeenCalledTimes(acts ? 1 : 0);
});

test('[KY1] no key acts behind a window, nor once its feature has left the page', async () => {
  const { rerender } = render(<Page listed />);
  await userEvent.keyboard('n');
  expect(next).not.toHaveBeenCalled();
  rerender(<Page leads={false} />);
  await userEvent.keyboard('n');
  expect(next).not.toHaveBeenCalled();
  rerender(<Page />);
  await userEvent.keyboard('n');
  expect(next).toHaveBeenCalledOnce();
});

test('[KY2] every key is listed with what it does, by feature', async () => {
  render(<Page listed />);
  expect(screen.getByRole('heading', { name: 'Animation' })).toBeVisible();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'nÉtape suivante',
    '+Une minute de plus',
  ]);
  expect(await axeFaults()).toEqual([]);
});

test('[KY3] switched off on this device, no key acts; the list says so and switches them on', async () => {
  setPreference({ keys: false });
  const { rerender } = render(<Page />);
  await userEvent.keyboard('n');
  expect(next).not.toHaveBeenCalled();
  expect(JSON.parse(localStorage.getItem('gommette.preferences') ?? '{}')).toMatchObject({
    keys: false,
  });
  rerender(<Page listed />);
  await userEvent.click(screen.getByRole('button', { name: 'Les remettre' }));
  rerender(<Page />);
  await userEvent.keyboard('n');
  expect(next).toHaveBeenCalledOnce();
});
