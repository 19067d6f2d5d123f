/**
 * Where the page is, read from its address and from nothing else: `/` or `/a/:boardId`, the open
 * action in `?fiche=`, a link's secret after `#`. A secret never stays there (SPEC AP2).
 */
import { useMemo, useSyncExternalStore } from 'react';
import { type ActionId, type BoardId, isId } from '../../shared/ids.ts';

export type Route =
  | { readonly screen: 'home' }
  | {
      readonly screen: 'workshop';
      readonly boardId: BoardId;
      /** The secret of the link just followed; null once it is remembered. */
      readonly token: string | null;
      readonly actionId: ActionId | null;
    }
  | { readonly screen: 'unknown' };

export function readRoute({ pathname, search, hash }: URL | Location): Route {
  if (pathname === '/') return { screen: 'home' };
  const [, boardId] = /^\/a\/([^/]+)\/?$/.exec(pathname) ?? [];
  if (!isId(boardId)) return { screen: 'unknown' };
  const actionId = new URLSearchParams(search).get('fiche');
  return {
    screen: 'workshop',
    boardId: boardId as BoardId,
    token: hash.slice(1) || null,
    actionId: isId(actionId) ? (actionId as ActionId) : null,
  };
}

export const workshopPath = (boardId: BoardId, actionId: ActionId | null = null): string =>
  `/a/${boardId}${actionId === null ? '' : `?fiche=${actionId}`}`;

/** Goes to another place of the page, as following a link does. */
export const goTo = (path: string): void => change('pushState', path);
/** Corrects the present place: the back button will not return to what stood there. */
export const correctTo = (path: string): void => change('replaceState', path);

/** The open action is one step of the history, however many were looked at in a row. */
export function openAction(boardId: BoardId, actionId: ActionId): void {
  const isOpen = new URLSearchParams(location.search).has('fiche');
  change(isOpen ? 'replaceState' : 'pushState', workshopPath(boardId, actionId), {
    opened: isOpen ? hasOpened() : true,
  });
}

/** Like the back button where there is something to go back to. */
export function closeAction(boardId: BoardId): void {
  if (hasOpened()) history.back();
  else correctTo(workshopPath(boardId));
}

export function useRoute(): Route {
  const href = useSyncExternalStore(subscribe, () => location.href);
  return useMemo(() => readRoute(new URL(href)), [href]);
}

/** Whether this page itself opened the action on show, and did not arrive at its address. */
const hasOpened = (): boolean =>
  (history.state as { readonly opened?: unknown } | null)?.opened === true;

function change(how: 'pushState' | 'replaceState', path: string, state: object | null = null) {
  history[how](state, '', path);
  // The browser tells nobody of its own accord when a page moves itself.
  dispatchEvent(new PopStateEvent('popstate', { state }));
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener('hashchange', listener); // a link pasted into an open tab
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener('hashchange', listener);
  };
}
