/** Texts begun and not sent: what the device keeps of them, and what a field offers again. */

import { act, render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { useBegunTexts } from '../../../client/state/begun-texts.ts';
import { BoardContext, WorkshopContext } from '../../../client/state/board-context.ts';
import type { OpenedWorkshop } from '../../../client/state/device.ts';
import {
  begunTexts,
  dropHeldText,
  type HeldOwner,
  type HeldPlace,
  heldText,
  heldTexts,
  holdText,
} from '../../../client/state/held-text.ts';
import { ownOf } from '../../../client/state/keep-own.ts';
import { type FieldPlace, useHeldText } from '../../../client/state/use-held-text.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';

const boardId = 'abc' as BoardId;
const claire: HeldOwner = { boardId, personId: 'claire' as PersonId };
const ben: HeldOwner = { boardId, personId: 'ben' as PersonId };
const PLACE: HeldPlace = {
  key: 'wall.card.p1',
  screen: 'wall',
  field: 'Nouvelle action',
  about: 'Eau',
};
const CARD: FieldPlace = {
  screen: 'wall',
  key: 'card.p1',
  field: 'Nouvelle action',
  about: () => 'Eau',
};
const held = (text: string, at = 1, key = PLACE.key) => ({ ...PLACE, key, text, base: '', at });

const workshop = ({ personId }: HeldOwner): OpenedWorkshop => ({
  boardId,
  role: 'participant',
  title: 'Atelier',
  token: 's3cret',
  openedAt: 0,
  joined: { personId, role: 'participant', name: '', directionId: null, actorId: null, ticket: '' },
});

const { client } = createBoardHarness('participant');
const As = ({ owner, children }: { readonly owner: HeldOwner; readonly children: ReactNode }) => (
  <BoardContext value={client}>
    <WorkshopContext value={workshop(owner)}>{children}</WorkshopContext>
  </BoardContext>
);

function Field() {
  const { text, write, sent } = useHeldText(CARD);
  return (
    <>
      <input aria-label="Champ" value={text} onChange={({ target }) => write(target.value)} />
      <button type="button" onClick={sent}>
        Envoyer
      </button>
    </>
  );
}
const field = () => screen.getByRole('textbox', { name: 'Champ' });
const type = async (text: string) => {
  await userEvent.click(field());
  await userEvent.keyboard(text);
};
const show = (owner = claire) =>
  render(
    <As owner={owner}>
      <Field />
    </As>,
  );

test('[HD1] half a text is on the device at each letter, and in its field when it is drawn again', async () => {
  const page = show();
  await type('Un compt');
  expect(heldText(claire, PLACE.key)).toMatchObject({ text: 'Un compt', ...PLACE });
  page.unmount();
  show();
  expect(field()).toHaveValue('Un compt');
});

test('[HD1] another person, another board and another field have their own', async () => {
  show();
  await type('à moi');
  expect(heldText(ben, PLACE.key)).toBeNull();
  expect(heldText({ ...claire, boardId: 'autre' as BoardId }, PLACE.key)).toBeNull();
  expect(heldText(claire, 'wall.card.p2')).toBeNull();
});

test.each([
  ['sent', () => userEvent.click(screen.getByRole('button', { name: 'Envoyer' }))],
  ['emptied by its author', () => userEvent.clear(field())],
])('[HD1] a text that is %s is held no more', async (_how, end) => {
  const page = show();
  await type('Un compteur');
  await end();
  expect(heldTexts(claire)).toEqual([]);
  page.unmount();
  show();
  expect(field()).toHaveValue('');
});

test('[HD1] what is sent once the server has ended it stays held', async () => {
  show();
  await type('trop tard');
  act(() => client.stores.connection.setState({ state: 'closed', reason: 'accessChanged' }, true));
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
  expect(heldText(claire, PLACE.key)?.text).toBe('trop tard');
  act(() => client.stores.connection.setState({ state: 'opening' }, true));
});

test('[HD1] a text that another tab has gone on with is not dropped by the first', async () => {
  show();
  await type('ici');
  holdText(claire, held('là-bas'));
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
  expect(heldText(claire, PLACE.key)?.text).toBe('là-bas');
});

test('[HD1] a text that another tab has sent is nothing to drop', () => {
  holdText(claire, held('ici'));
  localStorage.clear();
  expect(() => dropHeldText(claire, PLACE.key, 'ici')).not.toThrow();
  expect(heldText(claire, PLACE.key)).toBeNull();
});

test('[HD2] a text is listed once no field shows it, with where it was written, the last first', () => {
  holdText(claire, held('ancien', 1, 'wall.card.p2'));
  const page = show();
  const listed = renderHook(useBegunTexts, {
    wrapper: ({ children }) => <As owner={claire}>{children}</As>,
  });
  expect(listed.result.current.map(({ text }) => text)).toEqual(['ancien']);
  act(() => holdText(claire, held('récent', 2)));
  expect(listed.result.current.map(({ text }) => text)).toEqual(['ancien']);
  page.unmount();
  expect(listed.result.current).toEqual([held('récent', 2), held('ancien', 1, 'wall.card.p2')]);
  act(() => dropHeldText(claire, PLACE.key));
  expect(listed.result.current.map(({ text }) => text)).toEqual(['ancien']);
});

test('[HD3] where nothing may be stored a text lives as long as the page, and closing it asks', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const page = show();
  await type('fragile');
  expect(closing().defaultPrevented).toBe(true);
  page.unmount();
  show();
  expect(field()).toHaveValue('fragile');
  await userEvent.clear(field());
  expect(closing().defaultPrevented).toBe(false);
});

function closing(): Event {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event;
}

test('[HD3] what a fault or another version left in the store is no text', () => {
  localStorage.setItem('gommette.held.abc.claire.wall.card.p1', '{"text":1}');
  localStorage.setItem('gommette.held.abc.claire.wall.card.p2', '…');
  expect(heldTexts(claire)).toEqual([]);
  expect(heldText(claire, PLACE.key)).toBeNull();
});

test('[HD4] a text of up to 100,000 characters is stored; a longer one lives as long as the page', () => {
  holdText(claire, held('a'.repeat(100_000)));
  expect(closing().defaultPrevented).toBe(false);
  holdText(claire, held('a'.repeat(100_001)));
  expect(closing().defaultPrevented).toBe(true);
  expect(heldText(claire, PLACE.key)?.text).toHaveLength(100_001);
  holdText(claire, held('plus court'));
  expect(heldText(claire, PLACE.key)?.text).toBe('plus court');
  expect(closing().defaultPrevented).toBe(false);
  holdText(claire, held('a'.repeat(100_001)));
  dropHeldText(claire, PLACE.key);
  expect(closing().defaultPrevented).toBe(false);
});

test('[HD4] of more than 100 texts of a person in a board the oldest gives way', () => {
  for (let at = 0; at <= 100; at++) holdText(claire, held(`texte ${at}`, at, `card.${at}`));
  holdText(ben, held('à moi'));
  expect(heldTexts(claire)).toHaveLength(100);
  expect(heldText(claire, 'card.0')).toBeNull();
  expect(heldText(claire, 'card.1')).not.toBeNull();
  expect(heldTexts(ben)).toHaveLength(1);
});

test('[HD6] whoever leaves on purpose leaves nothing begun, and takes nobody else’s', () => {
  holdText(claire, held('à elle'));
  holdText(ben, held('à lui'));
  ownOf(claire, 'left').letGo();
  expect(begunTexts(claire)).toEqual([]);
  expect(begunTexts(ben).map(({ text }) => text)).toEqual(['à lui']);
});

test('[HD6] before there is a person a text stays with its tab', () => {
  holdText(null, { ...PLACE, screen: 'home', key: 'title', text: 'Achats', base: '', at: 1 });
  expect(heldText(null, 'title')?.text).toBe('Achats');
  expect(Object.keys(localStorage).filter((key) => key.startsWith('gommette.held'))).toEqual([]);
});

test('[HD5] a text begun over another value than the field has now is listed, not shown in it', async () => {
  holdText(claire, { ...held('3'), key: 'wall.minutes', base: '5' });
  const stored = { ...CARD, key: 'minutes' };
  const { result } = renderHook(
    () => ({ field: useHeldText(stored, '10'), listed: useBegunTexts() }),
    { wrapper: ({ children }) => <As owner={claire}>{children}</As> },
  );
  expect(result.current.field.text).toBe('10');
  expect(result.current.listed.map(({ text }) => text)).toEqual(['3']);
  act(() => result.current.field.write('12'));
  expect(
    heldTexts(claire)
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['12', '3']);
});
