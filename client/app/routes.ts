/**
 * Where the page is, read from its address and from nothing else: `/`, `/reseau` or `/a/:boardId`, the open
 * action in `?fiche=`, the open picture of the synthesis in `?synthese=`, what is looked for beside
 * them, `?repartir` for dealing sheets, `?animation` for the cockpit alone, a link's secret after `#`. A secret never stays there (SPEC AP2).
 */
import { useSyncExternalStore } from 'react';
import { type ActionId, type BoardId, isId } from '../../shared/ids.ts';
import {
  readSynthesisView,
  SYNTHESIS_VIEWS,
  type SynthesisView,
} from '../../shared/synthesis/views.ts';
import { mendedAddress } from './mended-address.ts';

export type Route =
  | { readonly screen: 'home' }
  /** Trying one's network, without a board. */
  | { readonly screen: 'network' }
  | {
      readonly screen: 'workshop';
      readonly boardId: BoardId;
      /** The secret of the link just followed; null once it is remembered. */
      readonly token: string | null;
      readonly actionId: ActionId | null;
      readonly synthesis: SynthesisView | null;
      /** A window for the facilitators' cockpit alone. */
      readonly cockpit?: true;
      /** Sheets are dealt in the place of the wall. */
      readonly deal?: true;
    }
  | {
      readonly screen: 'projection';
      readonly boardId: BoardId;
      readonly token: string | null;
    }
  | { readonly screen: 'accessibility' }
  | { readonly screen: 'unknown' };

export function readRoute(address: URL | Location): Route {
  const { pathname, search, token } = mendedAddress(address);
  if (pathname === '/') return { screen: 'home' };
  if (/^\/reseau\/?$/.test(pathname)) return { screen: 'network' };
  if (/^\/accessibilite\/?$/i.test(pathname)) return { screen: 'accessibility' };
  const [, boardId, projection] = /^\/a\/([^/]+)(\/projection)?\/?$/.exec(pathname) ?? [];
  if (!isId(boardId)) return { screen: 'unknown' };
  if (projection) return { screen: 'projection', boardId: boardId as BoardId, token };
  const params = new URLSearchParams(search);
  const actionId = params.get('fiche');
  return {
    screen: 'workshop',
    boardId: boardId as BoardId,
    token,
    actionId: isId(actionId) ? (actionId as ActionId) : null,
    synthesis: readSynthesisView(params.get('synthese')),
    ...(params.has('animation') && { cockpit: true as const }),
    ...(params.has('repartir') && { deal: true as const }),
  };
}

export const accessibilityPath = '/accessibilite';
export const workshopPath = (boardId: BoardId): string => `/a/${boardId}`;
export const projectionPath = (boardId: BoardId): string => `${workshopPath(boardId)}/projection`;
export const cockpitPath = (boardId: BoardId): string => `${workshopPath(boardId)}?animation`;

/** Goes to another place of the page, as following a link does. */
export const goTo = (path: string): void => change('pushState', path);
/** Corrects the present place: the back button will not return to what stood there. */
export const correctTo = (path: string): void => change('replaceState', path);
/** The same, where what was opened here stays open. */
export const amendTo = (path: string): void => change('replaceState', path, history.state);

/** The address of a workshop with some of its present parameters changed; an empty list removes one. */
export function placeIn(
  boardId: BoardId,
  changes: Readonly<Record<string, readonly string[]>> = {},
): string {
  const params = new URLSearchParams(location.search);
  for (const [name, values] of Object.entries(changes)) {
    params.delete(name);
    for (const value of values) params.append(name, value);
  }
  const query = params.toString();
  return `${workshopPath(boardId)}${query && `?${query}`}`;
}

export const openAction = (boardId: BoardId, actionId: ActionId): void =>
  open(boardId, 'fiche', actionId);
export const closeAction = (boardId: BoardId): void => close(boardId, 'fiche');
export const openSynthesis = (boardId: BoardId, view: SynthesisView): void =>
  open(boardId, 'synthese', SYNTHESIS_VIEWS[view]);
export const closeSynthesis = (boardId: BoardId): void => close(boardId, 'synthese');
export const openDeal = (boardId: BoardId): void => open(boardId, 'repartir', '');
export const closeDeal = (boardId: BoardId): void => close(boardId, 'repartir');

/** What may be open over a wall, each a parameter of the address. */
type Layer = 'fiche' | 'synthese' | 'repartir';

/** What is open is one step of the history, however many were looked at in a row. */
function open(boardId: BoardId, layer: Layer, value: string): void {
  const isOpen = new URLSearchParams(location.search).has(layer);
  change(isOpen ? 'replaceState' : 'pushState', placeIn(boardId, { [layer]: [value] }), {
    opened: isOpen ? openedHere() : layer,
  });
}

/** Like the back button where there is something to go back to. */
function close(boardId: BoardId, layer: Layer): void {
  if (openedHere() === layer) history.back();
  else correctTo(placeIn(boardId, { [layer]: [] }));
}

/** The same object until it leads elsewhere: what is looked for changes the address, and no screen. */
export const useRoute = (): Route => useSyncExternalStore(subscribe, routeHere);

/** The action whose sheet is open, read when it is asked for. */
export function openedAction(): ActionId | null {
  const route = routeHere();
  return route.screen === 'workshop' ? route.actionId : null;
}

let here: Route = { screen: 'unknown' };
function routeHere(): Route {
  const route = readRoute(location);
  if (JSON.stringify(route) !== JSON.stringify(here)) here = route;
  return here;
}

/** What this page itself opened last, and did not arrive at: closing it is going back. */
const openedHere = (): unknown =>
  (history.state as { readonly opened?: unknown } | null)?.opened ?? null;

function change(how: 'pushState' | 'replaceState', path: string, state: unknown = null) {
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
