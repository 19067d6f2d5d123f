import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../../client/app/error-boundary.tsx';
import { UnknownPage } from '../../../client/app/message-page.tsx';
import { setPreference } from '../../../client/state/preferences.ts';
import { CopyButton } from '../../../client/ui/copy-button.tsx';
import { LazyPart } from '../../../client/ui/lazy-part.tsx';
import { copiedText } from '../../support/clipboard.ts';

function Broken(): never {
  throw new Error('cassé');
}

beforeEach(() => setPreference({ language: 'fr', theme: 'auto' }));
afterEach(() => void Reflect.deleteProperty(document, 'execCommand'));

test('[AP9] language and theme are chosen in a menu, shown at once and kept', async () => {
  render(<UnknownPage />);
  const pick = async (menu: string, item: string) => {
    await userEvent.click(screen.getByRole('button', { name: menu }));
    await userEvent.click(await screen.findByRole('menuitemradio', { name: item }));
  };
  await pick('Affichage', 'Sombre');
  expect(document.documentElement.dataset.theme).toBe('sombre');
  await pick('Affichage', 'English');
  const words = { level: 1, name: 'This page does not exist' } as const;
  expect(await screen.findByRole('heading', words)).toBeVisible();
  expect(document.documentElement.lang).toBe('en');
  expect(JSON.parse(localStorage.getItem('gommette.preferences') ?? '')).toEqual({
    keys: true,
    language: 'en',
    theme: 'sombre',
  });
});

test('[AP10] an error of ours becomes a sentence, a way on, and details without any secret', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined); // React tells it there too
  history.replaceState(null, '', '/a/abc#s3cret');
  const user = userEvent.setup();
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('heading', { level: 1, name: 'Cette page s’est arrêtée' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Recharger la page' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Copier les détails' }));
  const details = await copiedText();
  expect(details).toContain('cassé');
  expect(details).toContain('/a/abc');
  expect(details).not.toContain('s3cret');
});

test('[AP13] a part that cannot be fetched says so, and is fetched on demand', async () => {
  const load = vi.fn(async () => () => <p>Me voici</p>);
  load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  render(<LazyPart load={load} onClose={() => undefined} />);
  const told = await screen.findByRole('dialog', { name: /n’a pas pu être chargée/ });
  expect(within(told).getByText(/vient d’être mise à jour, rechargez/)).toBeVisible();
  expect(within(told).getByRole('button', { name: 'Recharger la page' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  expect(await screen.findByText('Me voici')).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('[AP13] a part that has not come within 10 s says so, and is shown should it come', async () => {
  vi.useFakeTimers();
  let come = (_part: () => ReactNode): void => undefined;
  const load = () =>
    new Promise<() => ReactNode>((resolve) => {
      come = resolve;
    });
  render(<LazyPart load={load} onClose={() => undefined} />);
  await act(() => vi.advanceTimersByTimeAsync(9_900));
  expect(screen.queryByRole('dialog')).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(200));
  expect(screen.getByRole('dialog')).toHaveAccessibleName(/n’a pas pu être chargée/);
  const first = come;
  fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  first(() => <p>Me voici</p>);
  come(() => <p>Me voici</p>);
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(screen.getByText('Me voici')).toBeVisible();
});

test.each(['comes', 'fails', 'is given up'])(
  '[KY10] keys lead nothing while a field is fetched, and lead again once it %s',
  async (end) => {
    const lead = vi.fn();
    addEventListener('keydown', lead);
    let settle: (how: string) => void = () => undefined;
    const load = () =>
      new Promise<() => ReactNode>((come, fail) => {
        settle = (how) => (how === 'comes' ? come(() => <p>Me voici</p>) : fail(new TypeError()));
      });
    const { unmount } = render(<LazyPart isTyped load={load} onClose={() => undefined} />);
    await userEvent.keyboard('n {ArrowDown}');
    expect(lead).not.toHaveBeenCalled();
    if (end === 'is given up') unmount();
    else settle(end);
    if (end === 'comes') await screen.findByText('Me voici');
    if (end === 'fails') await screen.findByRole('dialog');
    await userEvent.keyboard('n');
    expect(lead).toHaveBeenCalledOnce();
    removeEventListener('keydown', lead);
  },
);

test.each([
  ['a pointer gives the keys back, however long the line takes', true],
  ['a part that opens without a field holds no key', false],
])('[KY10] %s', async (_what, isTyped) => {
  const lead = vi.fn();
  addEventListener('keydown', lead);
  const never = () => new Promise<never>(() => undefined);
  render(<LazyPart isTyped={isTyped} load={never} onClose={() => undefined} />);
  if (isTyped) await userEvent.pointer({ keys: '[MouseLeft]', target: document.body });
  await userEvent.keyboard('n');
  expect(lead).toHaveBeenCalledOnce();
  removeEventListener('keydown', lead);
});

const copyButton = <CopyButton text="le lien" label="Copier" />;

test('[AP15] a copy says it was made, in the button and to those who listen', async () => {
  const user = userEvent.setup();
  render(copyButton);
  await user.click(screen.getByRole('button', { name: 'Copier' }));
  expect(await copiedText()).toBe('le lien');
  expect(screen.getByRole('button', { name: 'Copié.' })).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('Copié.');
});

test.each<[boolean, string]>([
  [true, 'Copié.'],
  [false, 'Copie impossible : sélectionnez le texte.'],
])('[AP15] without a clipboard the selection is copied (%s): %s', async (done, said) => {
  const user = userEvent.setup();
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
  const selected: (string | undefined)[] = [];
  document.execCommand = () => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLTextAreaElement) selected.push(activeElement.value);
    return done;
  };
  render(copyButton);
  await user.click(screen.getByRole('button', { name: 'Copier' }));
  const told = await screen.findByRole('button', { name: said });
  await waitFor(() => expect(told).toHaveFocus());
  expect(selected).toEqual(['le lien']);
  expect(document.querySelector('textarea')).toBeNull();
});
