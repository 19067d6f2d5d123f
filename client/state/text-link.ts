/**
 * One text of an action tied to a field: its letters, this person's caret shown to others, others'
 * carets shown in the field. Outlives the document: a rebuilt board is opened again under the hand.
 */
import type { TextAnchor, TextHandle, TextKey } from '../../shared/board/text-handle.ts';
import type { ActionId, PersonId } from '../../shared/ids.ts';
import type { BoardClient } from '../sync/board-client.ts';
import type { BoardStores, PresenceState } from '../sync/board-stores.ts';
import { type CaretRange, watchCaret } from './caret-watch.ts';
import { hueOfPerson, originOf } from './people.ts';
import { bindText } from './text-binding.ts';

/** Somebody else's place in the text, in UTF-16 units. */
export interface OtherCaret {
  readonly id: string;
  readonly name: string;
  readonly hue: ReturnType<typeof hueOfPerson>;
  readonly head: number;
}

interface BoundTextEvents {
  /** The element's text was changed by somebody else. */
  readonly onShown: () => void;
  /** What was just typed was taken back for lack of room (true), or there is room again. */
  readonly onRefused: (refused: boolean) => void;
  readonly onCarets: (carets: readonly OtherCaret[]) => void;
}

export interface BoundText {
  /** Ties a field to the text; the returned function lets it go. */
  readonly attach: (element: HTMLTextAreaElement, events: BoundTextEvents) => () => void;
}

type TextClient = Pick<BoardClient, 'stores' | 'openText' | 'setPresence' | 'undo' | 'redo'>;

/**
 * @param somebody what to call a person whose name one may not see
 * @param onCut given the whole of a text that could not be written to its end
 */
// One field's life: what it follows of the text, of the people and of the board.
export const linkText = (
  client: TextClient,
  id: ActionId,
  key: TextKey,
  somebody: string,
  onCut?: (text: string) => void,
): BoundText => ({
  attach: (element, events) => {
    const { stores } = client;
    let handle: TextHandle | undefined;
    let stopHandle = () => {};
    /** What others last heard of one's caret, as JSON. */
    let announced = '';
    const binding = bindText({
      element,
      singleLine: key === 'title',
      undo: client.undo,
      redo: client.redo,
      onShown: events.onShown,
      onRefused: events.onRefused,
      onCut,
    });

    const showCarets = () =>
      events.onCarets(handle ? caretsIn(handle, stores, id, key, somebody) : []);
    const announceOwnCaret = (range: CaretRange | null) => {
      // Mid-composition the field and the text differ: the last place announced is still the truest.
      if (range && !binding.isSettled()) return;
      const place = range && handle && placeOf(handle, id, key, range);
      const now = JSON.stringify(place ?? null);
      if (now !== announced) client.setPresence(place ?? NOWHERE);
      announced = now;
    };
    const open = () => {
      stopHandle();
      handle = client.openText(id, key);
      binding.open(handle);
      stopHandle = handle?.onChange(showCarets) ?? (() => {});
      showCarets();
    };

    open();
    const stopCaret = watchCaret(element, announceOwnCaret);
    const exists = () => stores.board.getState().actions.has(id);
    let existed = exists();
    const stops = [
      stores.epoch.subscribe(open),
      stores.board.subscribe(() => {
        if (exists() !== existed) open();
        existed = exists();
      }),
      stores.presence.subscribe(showCarets),
      stores.session.subscribe(showCarets),
    ];
    return () => {
      stopCaret();
      for (const stop of stops) stop();
      stopHandle();
      binding.close();
    };
  },
});

const NOWHERE = { actionId: undefined, field: undefined, anchor: undefined, head: undefined };

const placeOf = (
  handle: TextHandle,
  actionId: ActionId,
  field: TextKey,
  { anchor, head }: CaretRange,
): PresenceState => ({
  actionId,
  field,
  anchor: handle.anchorAt(anchor),
  head: handle.anchorAt(head),
});

function caretsIn(
  handle: TextHandle,
  stores: BoardStores,
  id: ActionId,
  key: TextKey,
  somebody: string,
): readonly OtherCaret[] {
  const carets: OtherCaret[] = [];
  for (const [client, { actionId, field, head }] of stores.presence.getState()) {
    if (actionId !== id || field !== key) continue;
    const place = indexOf(handle, head);
    if (place !== undefined) carets.push({ ...faceOf(stores, client, somebody), head: place });
  }
  return carets;
}

const indexOf = (handle: TextHandle, anchor: TextAnchor): number | undefined =>
  anchor === undefined ? undefined : handle.indexOf(anchor);

function faceOf(stores: BoardStores, client: number, somebody: string) {
  const people = stores.session.getState()?.people ?? [];
  const person = people.find(({ clients }) => clients.includes(client));
  const name = person?.name ?? (person && originOf(stores.board.getState(), person)) ?? somebody;
  // Not known yet: a colour of their own all the same.
  const hue = hueOfPerson(person?.id ?? (String(client) as PersonId));
  return { id: String(client), name, hue };
}
