/** One's caret told to others, and theirs told to the field. */
import { act, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { linkText, type OtherCaret } from '../../../client/state/text-link.ts';
import type { BoardClient } from '../../../client/sync/board-client.ts';
import type { PresenceState } from '../../../client/sync/board-stores.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import type { TextHandle } from '../../../shared/board/text-handle.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { type BoardHarness, createBoardHarness } from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

let harness: BoardHarness;
let id: ActionId;
let field: HTMLTextAreaElement;
let detach: () => void;
let carets: readonly OtherCaret[];
const onCarets = vi.fn((now: readonly OtherCaret[]) => {
  carets = now;
});
const setPresence = vi.fn<BoardClient['setPresence']>();

beforeEach(() => {
  vi.useFakeTimers();
  setPresence.mockClear();
  harness = createBoardHarness();
  const { client } = harness;
  const priorityId = unwrap(
    client.run((doc) => addFrameEntity(doc, 'priorities', { title: 'Eau' })),
  );
  const author = { personId: 'claire' as PersonId, directionId: null, actorId: null };
  const place = { priorityId, before: null };
  id = unwrap(client.run(addAction, { title: 'Mesurer', place, author }));
  field = document.body.appendChild(document.createElement('textarea'));
  detach = linkText({ ...client, setPresence }, id, 'title', 'Une personne').attach(field, {
    onShown: () => undefined,
    onRefused: () => undefined,
    onCarets,
  });
});
afterEach(() => {
  detach();
  field.remove();
  vi.useRealTimers();
});

const title = (): TextHandle => {
  const handle = harness.client.openText(id, 'title');
  if (!handle) throw new Error('no text');
  return handle;
};
const moveTo = (start: number, end = start, direction: 'forward' | 'backward' = 'forward') => {
  field.setSelectionRange(start, end, direction);
  fireEvent(document, new Event('selectionchange'));
};
const told = () => setPresence.mock.calls.map(([change]) => change);
const placesTold = () =>
  told().map(({ anchor, head }) => [title().indexOf(anchor), title().indexOf(head)]);

describe('one’s own caret', () => {
  test('[TX14] it is told on entering, at most every 100 ms, and taken back on leaving', () => {
    field.focus();
    for (let index = 1; index <= 5; index++) moveTo(index);
    expect(setPresence).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(99);
    expect(setPresence).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(placesTold().at(-1)).toEqual([5, 5]);
    expect(setPresence).toHaveBeenCalledTimes(2);
    expect(told()[1]).toMatchObject({ actionId: id, field: 'title' });
    field.blur();
    expect(told().at(-1)).toEqual({});
    vi.advanceTimersByTime(500);
    expect(setPresence).toHaveBeenCalledTimes(3);
  });

  test('[TX14] a selection is told in its direction, and standing still tells nothing more', () => {
    field.focus();
    vi.advanceTimersByTime(200);
    moveTo(2, 5, 'backward');
    expect(placesTold().at(-1)).toEqual([5, 2]);
    vi.advanceTimersByTime(200);
    const before = setPresence.mock.calls.length;
    moveTo(2, 5, 'backward');
    vi.advanceTimersByTime(200);
    expect(setPresence).toHaveBeenCalledTimes(before);
  });

  test('[TX14] while a letter is being composed others see the place before it', () => {
    field.focus();
    moveTo(3);
    vi.advanceTimersByTime(100);
    const before = setPresence.mock.calls.length;
    fireEvent.compositionStart(field);
    field.setRangeText('é', 3, 3, 'end');
    fireEvent.input(field);
    moveTo(4);
    vi.advanceTimersByTime(100);
    expect(setPresence).toHaveBeenCalledTimes(before);
    fireEvent.compositionEnd(field);
    moveTo(4);
    vi.advanceTimersByTime(100);
    expect(placesTold().at(-1)).toEqual([4, 4]);
  });

  test('[TX14] leaving the sheet takes it back too', () => {
    field.focus();
    detach();
    expect(told().at(-1)).toEqual({});
  });
});

describe('others’ carets', () => {
  const present = (state: PresenceState, client = 7) =>
    act(() => harness.client.stores.presence.setState(new Map([[client, state]]), true));

  test('[TX15] a caret follows its letter and bears the name one may see', () => {
    const head = title().anchorAt(4);
    present({ actionId: id, field: 'title', anchor: head, head });
    expect(carets).toMatchObject([{ id: '7', name: 'Une personne', head: 4 }]);
    field.focus();
    field.setRangeText('Re-', 0, 0, 'end');
    fireEvent.input(field);
    expect(carets).toMatchObject([{ head: 7 }]);
    const { session } = harness.client.stores;
    const now = session.getState();
    if (!now) throw new Error('no session');
    const [me] = now.people;
    if (!me) throw new Error('nobody');
    const ines = { ...me, id: 'ines' as PersonId, name: 'Inès', clients: [7] };
    act(() => session.setState({ ...now, people: [me, ines] }, true));
    expect(carets).toMatchObject([{ name: 'Inès', head: 7 }]);
  });

  test('[TX15] carets of another text, or that nobody understands, are left out', () => {
    const head = title().anchorAt(4);
    present({ actionId: id, field: 'description', anchor: head, head });
    expect(carets).toEqual([]);
    const other = 'autre' as ActionId;
    present({ actionId: other, field: 'title', anchor: head, head });
    expect(carets).toEqual([]);
    present({ actionId: id, field: 'title', anchor: 'x', head: { hello: 'world' } });
    expect(carets).toEqual([]);
  });
});

describe('another life of the board', () => {
  test('[TX15] a field that was let go is told of no caret any more, whatever moves', () => {
    const before = title();
    const { epoch, presence, session } = harness.client.stores;
    act(() => epoch.setState(epoch.getState() + 1, true));
    onCarets.mockClear();
    before.replace({ index: 0, removed: 0, inserted: 'Re-' });
    expect(onCarets).toHaveBeenCalledTimes(1); // by the new text alone
    detach();
    onCarets.mockClear();
    before.replace({ index: 0, removed: 0, inserted: 'Re-' });
    act(() => presence.setState(new Map(), true));
    act(() => session.setState(null, true));
    act(() => epoch.setState(epoch.getState() + 1, true));
    expect(onCarets).not.toHaveBeenCalled();
  });

  test('[TX13] a new epoch ties the field to the new text, without losing the focus', () => {
    field.focus();
    const { epoch } = harness.client.stores;
    act(() => epoch.setState(epoch.getState() + 1, true));
    field.setSelectionRange(7, 7);
    field.setRangeText(' mieux', 7, 7, 'end');
    fireEvent.input(field);
    expect(title().get()).toBe('Mesurer mieux');
    expect(document.activeElement).toBe(field);
  });
});
