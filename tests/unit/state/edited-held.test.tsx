/** What is typed in a plain field and not stored: held on the device, shown again or listed. */
import { act, cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { heldText, heldTexts } from '../../../client/state/held-text.ts';
import { field, save, saveAnew } from './edited-stage.ts';

saveAnew();

const held = () => heldText(null, 'frame.title');

test('[HD1] what is typed is held until the store has it, and stands in the field again', () => {
  const first = field();
  first.type('Eau p');
  expect(held()).toMatchObject({ text: 'Eau p', base: 'Eau', field: 'Titre' });
  save.mockReturnValue(false);
  first.close();
  const again = field();
  expect(again.now().text).toBe('Eau p');
  save.mockReturnValue(true);
  again.leave();
  again.store('Eau p');
  expect(held()).toBeNull();
});

test('[HD1] what is taken back, or given up for what others wrote, is held no more', () => {
  const one = field();
  one.type('Eau p');
  one.type('Eau');
  expect(held()).toBeNull();
  one.type('Eau p');
  one.take();
  expect(held()).toBeNull();
});

test('[HD1] what closing the window has saved is held no more', () => {
  const one = field();
  one.type('Eau p');
  one.close();
  expect(save.mock.calls).toEqual([['Eau p']]);
  expect(held()).toBeNull();
});

test('[HD1] what was sent is held until it is granted, and after a refusal', async () => {
  let answer = (_granted: boolean) => {};
  save.mockImplementation(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const one = field();
  one.type('Eau p');
  one.leave();
  expect(held()?.text).toBe('Eau p');
  await act(async () => answer(false));
  expect(held()?.text).toBe('Eau p');
  one.leave();
  await act(async () => answer(true));
  expect(held()).toBeNull();
});

test('[HD5] over what others stored meanwhile both are shown, and neither is written', () => {
  save.mockReturnValue(false);
  field().type('Eau p');
  cleanup();
  save.mockClear();
  const again = field({ stored: 'Air' });
  expect(again.now()).toMatchObject({ text: 'Eau p', theirs: 'Air' });
  again.close();
  expect(save).not.toHaveBeenCalled();
});

test('[HD5] where the last to write is right it is listed, and the field follows the store', () => {
  save.mockReturnValue(false);
  field({ lastWins: true }).type('Eau p');
  cleanup();
  expect(field({ lastWins: true, stored: 'Air' }).now().text).toBe('Air');
  expect(held()).toBeNull();
  expect(heldTexts(null).map(({ text }) => text)).toEqual(['Eau p']);
});
