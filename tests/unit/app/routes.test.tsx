import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { useInnerLinks } from '../../../client/app/app.tsx';
import { DoorClosedPage, NoLinkPage, UnknownPage } from '../../../client/app/message-page.tsx';
import {
  closeAction,
  closeSynthesis,
  goTo,
  openAction,
  openSynthesis,
  type Route,
  readRoute,
  useRoute,
} from '../../../client/app/routes.ts';
import type { ActionId, BoardId } from '../../../shared/ids.ts';

const board = 'abc' as BoardId;
const one = 'p1-01' as ActionId;
const two = 'p1-02' as ActionId;

beforeEach(() => history.replaceState(null, '', '/'));

const wall = {
  screen: 'workshop',
  boardId: board,
  token: null,
  actionId: null,
  synthesis: null,
} as const;

test.each<[string, Route]>([
  ['/', { screen: 'home' }],
  ['/?x=1#y', { screen: 'home' }],
  ['/a/abc', wall],
  ['/a/abc/', wall],
  ['/a/abc#s3cret', { ...wall, token: 's3cret' }],
  ['/a/abc?fiche=p1-01', { ...wall, actionId: one }],
  ['/a/abc?fiche=%3Cb%3E', wall],
  ['/a/abc?synthese=couverture', { ...wall, synthesis: 'coverage' }],
  ['/a/abc?synthese=toString', wall],
  ['/a/abc?repartir=', { ...wall, deal: true }],
  ['/a/', { screen: 'unknown' }],
  ['/a/__proto__', { screen: 'unknown' }],
  ['/a/abc/autre', { screen: 'unknown' }],
  ['/ailleurs', { screen: 'unknown' }],
  ['/reseau', { screen: 'network' }],
  ['/reseau/', { screen: 'network' }],
  ['/reseaux', { screen: 'unknown' }],
])('[AP1] %s is %o', (path, route) => {
  expect(readRoute(new URL(path, 'https://atelier.example'))).toEqual(route);
});

const refused = (status: number) => ({ code: 'x', message: 'Ce lien n’ouvre rien.', status });
test.each([
  ['an address of no workshop', <UnknownPage key="1" />, true],
  ['a workshop that this device does not know', <NoLinkPage key="2" />, true],
  ['a link cut short', <DoorClosedPage key="3" problem={refused(401)} onRetry={vi.fn()} />, true],
  [
    'a workshop that is gone',
    <DoorClosedPage key="4" problem={refused(404)} onRetry={vi.fn()} />,
    true,
  ],
  [
    'a server out of reach',
    <DoorClosedPage key="5" problem={refused(0)} onRetry={vi.fn()} />,
    false,
  ],
])(
  '[AP18] at %s, whether the code shown in the room is another way in',
  async (_where, page, isOffered) => {
    render(page);
    const code = { name: 'Code d’entrée' };
    if (isOffered) expect(await screen.findByRole('textbox', code)).toBeVisible();
    else expect(screen.queryByRole('textbox', code)).not.toBeInTheDocument();
  },
);

function Where() {
  useInnerLinks();
  const route = useRoute();
  return (
    <>
      <output>
        {route.screen === 'workshop' ? `${route.boardId} ${route.actionId}` : route.screen}
      </output>
      <a href="/a/abc">dedans</a>
      <a href="https://ailleurs.example/">dehors</a>
    </>
  );
}
const where = () => screen.getByRole('status').textContent;

test('[AP1] the screen follows the page’s own moves', () => {
  render(<Where />);
  act(() => goTo('/a/abc'));
  expect(where()).toBe('abc null');
});

test('[AP12] actions looked at in a row are one step of the history', () => {
  render(<Where />);
  act(() => goTo('/a/abc'));
  const before = history.length;
  act(() => openAction(board, one));
  expect(where()).toBe('abc p1-01');
  act(() => openAction(board, two));
  expect(where()).toBe('abc p1-02');
  expect(history.length).toBe(before + 1);
});

test('[AP12] closing a sheet goes back to the wall it was opened from', async () => {
  render(<Where />);
  act(() => goTo('/a/abc'));
  act(() => openAction(board, one));
  const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  await act(async () => {
    closeAction(board);
    await back;
  });
  expect(where()).toBe('abc null');
});

test('[AP12] closing a sheet that came with the address leaves the wall in its place', () => {
  history.replaceState(null, '', '/a/abc?fiche=p1-01');
  render(<Where />);
  const before = history.length;
  act(() => closeAction(board));
  expect(where()).toBe('abc null');
  expect(history.length).toBe(before);
});

test('[SY12] opening and closing keep what is looked for, and each other', async () => {
  render(<Where />);
  act(() => goTo('/a/abc?q=eau&mes=fiches'));
  const goneBack = async (close: () => void) => {
    const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    await act(async () => {
      close();
      await back;
    });
  };
  act(() => openSynthesis(board, 'missing'));
  act(() => openAction(board, one));
  expect(location.search).toBe('?q=eau&mes=fiches&synthese=manques&fiche=p1-01');
  act(() => openSynthesis(board, 'levels'));
  expect(location.search).toBe('?q=eau&mes=fiches&fiche=p1-01&synthese=impact');
  act(() => closeSynthesis(board));
  expect(location.search).toBe('?q=eau&mes=fiches&fiche=p1-01');
  act(() => closeAction(board));
  expect(location.search).toBe('?q=eau&mes=fiches');
  act(() => openSynthesis(board, 'levels'));
  act(() => openSynthesis(board, 'coverage'));
  await goneBack(() => closeSynthesis(board));
  expect(location.search).toBe('?q=eau&mes=fiches');
});

test('[AP1] a plain link of the page is followed without loading, one with Ctrl is left alone', async () => {
  const user = userEvent.setup();
  render(<Where />);
  const leftAlone: boolean[] = [];
  const note = (event: Event) => {
    leftAlone.push(!event.defaultPrevented);
    event.preventDefault(); // jsdom cannot load another page
  };
  addEventListener('click', note);
  await user.keyboard('{Control>}');
  await user.click(screen.getByText('dedans'));
  await user.keyboard('{/Control}');
  expect(where()).toBe('home');
  await user.click(screen.getByText('dehors'));
  await user.click(screen.getByText('dedans'));
  expect(where()).toBe('abc null');
  expect(leftAlone).toEqual([true, true, false]);
  removeEventListener('click', note);
});
