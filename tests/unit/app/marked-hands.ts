/** How the screens of a marked workshop are come to. */
import { act, fireEvent, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { ActionId } from '../../../shared/ids.ts';
import type { Focus } from '../../../shared/session/attention/focus.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { ben, type MarkedPage, marked } from '../../support/marked-workshop.tsx';
import { fr } from '../../support/words.ts';

export interface MarkedScreen {
  /** Who leads, unless said otherwise. */
  readonly role?: Role;
  /** Of the workshop: `?fiche=a`, `/projection`. */
  readonly place?: string | ((page: MarkedPage) => string);
  /** What has happened before the page is opened. */
  readonly before?: (page: MarkedPage) => void;
  /** What is done on it, until all is there. */
  readonly open?: (page: MarkedPage) => unknown;
}

export const press = async (selector: string, nth = 0) => {
  await waitFor(() => expect(document.querySelectorAll(selector)[nth]).toBeDefined());
  await act(async () => fireEvent.click(document.querySelectorAll(selector)[nth] as Element));
};
const ROLES = {
  button: 'button',
  radio: 'label',
  tab: '[role="tab"]',
  menuitem: '[role="menuitem"]',
};
/** By the plain name: reckoning those of all of a whole page takes jsdom seconds. */
export const pressNamed = async (
  name: string | RegExp,
  role: keyof typeof ROLES = 'button',
  nth = 0,
): Promise<void> => {
  const isIt = (said: string) => (typeof name === 'string' ? said === name : name.test(said));
  const found = () =>
    [...document.querySelectorAll(ROLES[role])]
      .filter((one) => isIt((one.ariaLabel ?? one.textContent).trim()))
      .at(nth);
  await waitFor(() => expect(found(), String(name)).toBeDefined());
  await act(async () => fireEvent.click(found() as Element));
};
export const choose = async (name: string) => {
  await pressNamed(fr.app.menu);
  await pressNamed(name, 'menuitem');
};
export const sees = (selector: string) =>
  waitFor(() => expect(document.querySelector(selector)).not.toBeNull());
export const type = async (selector: string, value: string) => {
  await sees(selector);
  await act(async () =>
    fireEvent.change(document.querySelector(selector) as Element, { target: { value } }),
  );
};

export const boardOf = ({ client }: MarkedPage) => client.stores.board.getState();
export const actionsOf = (page: MarkedPage) => [...boardOf(page).numbers.keys()];
export const first = (page: MarkedPage) => actionsOf(page)[0] as ActionId;
/** The one with indicators, constraints, partners and all. */
export const full = (page: MarkedPage) =>
  [...boardOf(page).actions.values()].find(({ indicators }) => indicators.length > 1)
    ?.id as ActionId;
export const sheetOf = (id: (page: MarkedPage) => ActionId) => (page: MarkedPage) =>
  `?fiche=${id(page)}`;
export const merged = (page: MarkedPage) =>
  [...boardOf(page).actions.values()].find(({ mergedInto }) => mergedInto)?.id as ActionId;
export const target = (page: MarkedPage) => [...boardOf(page).sources.keys()][0] as ActionId;
export const show = (page: MarkedPage, focus: Focus) => page.ask({ type: 'focus', target: focus });

/** Ideas are hidden, and one is one's own. */
export const withIdea = (role: Role): MarkedScreen => ({
  role,
  before: (page) => {
    page.start('ideas');
    const priorityId = boardOf(page).priorities[0]?.id as never;
    const idea = { id: 'idee', priorityId, title: marked('Cachée'), description: marked('Ainsi') };
    page.ask({ type: 'draft-write', ...idea } as never);
    page.ask({ type: 'draft-write', ...idea, id: 'autre' } as never, ben);
  },
  open: () => sees('.idea-open'),
});
