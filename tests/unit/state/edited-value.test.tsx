/** A plain field that two people write: nothing typed is touched, nothing stored is lost unseen. */
import { act } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { heldTexts } from '../../../client/state/held-text.ts';
import { field, save, saveAnew } from './edited-stage.ts';

saveAnew();

describe('alone', () => {
  test('[FA8] it follows the store until the caret is in it', () => {
    const { now, store, hold } = field();
    store('Eau potable');
    expect(now().text).toBe('Eau potable');
    hold();
    store('Rivières');
    expect(now().text).toBe('Eau potable');
    expect(now().theirs).toBe('Rivières');
  });

  test('[FA8] what is typed is saved on leaving, once', () => {
    const { now, type, leave, store, close } = field();
    type('Eaux');
    expect(now()).toMatchObject({ text: 'Eaux', isChanged: true, theirs: null });
    expect(save).not.toHaveBeenCalled();
    leave();
    expect(save.mock.calls).toEqual([['Eaux']]);
    store('Eaux');
    close();
    expect(save).toHaveBeenCalledOnce();
  });

  test('[FA8] a field entered and left writes nothing, and follows again', () => {
    const { now, hold, leave, store } = field();
    hold();
    leave();
    store('Climat');
    expect(now().text).toBe('Climat');
    expect(save).not.toHaveBeenCalled();
  });

  test('[FA8] blanks around the same words are no change, and go as the caret does', () => {
    const { now, type, leave } = field();
    type(' Eau ');
    expect(now().isChanged).toBe(false);
    leave();
    expect(now().text).toBe('Eau');
  });

  test('[FA10] what cannot be a value stays to be mended, left or not', () => {
    save.mockReturnValue(false);
    const { now, type, leave, store } = field();
    type('?');
    leave();
    expect(now()).toMatchObject({ text: '?', isChanged: true });
    store('Climat');
    expect(now()).toMatchObject({ text: '?', theirs: 'Climat' });
  });

  test('[FA8] closing the window saves what waits', () => {
    const { type, close } = field();
    type('Eaux');
    close();
    expect(save.mock.calls).toEqual([['Eaux']]);
  });
});

describe('after a pause', () => {
  test('[DR10] a text is saved when no key has come for so long, and the field is still held', () => {
    const { now, type, store } = field({ pauseMs: 700 });
    type('E');
    act(() => vi.advanceTimersByTime(699));
    type('Ea');
    act(() => vi.advanceTimersByTime(699));
    expect(save).not.toHaveBeenCalled();
    act(() => vi.advanceTimersByTime(1));
    expect(save.mock.calls).toEqual([['Ea']]);
    store('Ea');
    expect(now()).toMatchObject({ text: 'Ea', isChanged: false, theirs: null });
    // Still held: what another stores now is shown beside it.
    store('Autre');
    expect(now()).toMatchObject({ text: 'Ea', theirs: 'Autre' });
    expect(heldTexts(null)).toEqual([]); // it was saved: nothing of it is only begun
  });

  test('[DR10] no pause is waited for once the field is gone', () => {
    const { type, close } = field({ pauseMs: 700 });
    type('Eaux');
    close();
    vi.advanceTimersByTime(10_000);
    expect(save).toHaveBeenCalledOnce();
  });

  test('[FA8] without a pause, only leaving saves', () => {
    const { type } = field();
    type('Eaux');
    act(() => vi.advanceTimersByTime(60_000));
    expect(save).not.toHaveBeenCalled();
  });
});

describe('with somebody else in it', () => {
  test('[FA9] both are shown and neither is written over the other before a choice', () => {
    const { now, type, store, leave, close } = field({ pauseMs: 700 });
    type('À moi');
    store('À eux');
    act(() => vi.advanceTimersByTime(10_000));
    leave();
    expect(now()).toMatchObject({ text: 'À moi', theirs: 'À eux' });
    expect(save).not.toHaveBeenCalled();
    close();
    expect(save).not.toHaveBeenCalled();
  });

  test('[FA9] taking theirs leaves theirs', () => {
    const { now, type, store, take, close } = field();
    type('À moi');
    store('À eux');
    take();
    expect(now()).toMatchObject({ text: 'À eux', isChanged: false, theirs: null });
    close();
    expect(save).not.toHaveBeenCalled();
  });

  test('[FA9] keeping mine stores it over theirs', () => {
    const { now, type, store, keep } = field();
    type('À moi');
    store('À eux');
    keep();
    expect(save.mock.calls).toEqual([['À moi']]);
    store('À moi');
    expect(now()).toMatchObject({ text: 'À moi', theirs: null });
  });

  test('[FA9] where nothing was typed there is nothing of mine to keep', () => {
    const { now, hold, store } = field();
    expect(now().keepMine).toBeUndefined();
    hold();
    store('À eux');
    expect(now()).toMatchObject({ theirs: 'À eux', keepMine: undefined });
  });

  test('[FA9] the same words from both are no quarrel', () => {
    const { now, type, store } = field();
    type('Climat ');
    store('Climat');
    expect(now().theirs).toBeNull();
  });

  test('[SH17] where the last to write is right, nothing is shown and mine is written', () => {
    const { now, type, store, leave } = field({ lastWins: true });
    type('À moi');
    store('À eux');
    expect(now().theirs).toBeNull();
    leave();
    expect(save.mock.calls).toEqual([['À moi']]);
  });
});

describe('while the server is asked', () => {
  function asked() {
    let answer = (_granted: boolean) => {};
    save.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    return { ...field(), answer: (granted: boolean) => act(async () => answer(granted)) };
  }

  test('[DR10] the field shows what was sent until the store has it', async () => {
    const { now, type, hold, leave, answer, store } = asked();
    type('Eaux ');
    leave();
    hold();
    leave();
    expect(now()).toMatchObject({ text: 'Eaux ', theirs: null });
    await answer(true);
    expect(now()).toMatchObject({ text: 'Eaux ', theirs: null });
    store('Eaux'); // as it is kept
    expect(now().text).toBe('Eaux');
    store('Climat');
    expect(now()).toMatchObject({ text: 'Climat', theirs: null });
  });

  test('[DR13] refused, it is still to be saved', async () => {
    const { now, type, leave, answer } = asked();
    type('Eaux');
    leave();
    expect(now().isChanged).toBe(false);
    await answer(false);
    expect(now()).toMatchObject({ text: 'Eaux', isChanged: true });
    leave();
    expect(save).toHaveBeenCalledTimes(2);
  });

  test('[DR13] a refusal says nothing of what was typed since', async () => {
    const { now, type, leave, answer } = asked();
    type('Eaux');
    leave();
    type('Eaux vives');
    await answer(false);
    expect(now()).toMatchObject({ text: 'Eaux vives', isChanged: true });
  });

  test('[DR11] what another stores meanwhile is shown beside it', () => {
    const { now, type, leave, store } = asked();
    type('Eaux');
    leave();
    store('À eux');
    expect(now()).toMatchObject({ text: 'Eaux', theirs: 'À eux' });
    expect(now().keepMine).toBeDefined();
  });
});
