/** What is being typed in a field, kept until it is sent or thrown away: see `held-text.ts`. */
import { useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useHeldOwner } from './begun-texts.ts';
import { BoardContext } from './board-context.ts';
import {
  dropHeldText,
  type HeldOwner,
  type HeldScreen,
  type HeldText,
  heldText,
  holdText,
  showsHeldText,
} from './held-text.ts';
import { useLatest } from './use-latest.ts';

export interface FieldPlace {
  readonly screen: HeldScreen;
  /** Unique on its screen. */
  readonly key: string;
  /** The label of the field. */
  readonly field: string;
  /** The title of what it is about; asked for when something is typed. */
  readonly about?: (() => string) | undefined;
  /** False while the field is not drawn, though what it holds is known: the text is listed. */
  readonly isShown?: boolean;
}

/** @param fits whether a text begun here earlier may stand in the field again; if not, it is listed */
export function useHold(place: FieldPlace, fits: (held: HeldText) => boolean = () => true) {
  const owner = useHeldOwner();
  const client = useContext(BoardContext);
  const key = `${place.screen}.${place.key}`;
  const latest = useLatest(place);
  const { isShown = true } = place;
  useEffect(() => (isShown ? showsHeldText(owner, key) : undefined), [owner, key, isShown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what fits is asked once for each field
  return useMemo(() => {
    const held = heldText(owner, key);
    const first = held && fits(held) ? held : null;
    if (held && !first) setAside(owner, held);
    let last = first?.text;
    const drop = () => {
      if (last !== undefined) dropHeldText(owner, key, last);
      last = undefined;
    };
    return {
      key,
      /** What was held when the field came to the page; null for nothing. */
      first,
      /** @param base what the field held before it was typed in */
      put: (text: string, base: string): void => {
        if (text === last) return;
        last = text;
        holdText(owner, heldAt(latest.current, text, base));
      },
      /** What is held is where it was meant for. @param text given, only if this is what is held */
      sent: (text = last): void => {
        // Once the server has ended it, what is written on this page goes no further.
        const isOver = client?.stores.connection.getState().state === 'closed';
        if (!isOver && text === last) drop();
      },
      /** Its author wants it no more. */
      drop,
    };
  }, [owner, client, key, latest]);
}

const heldAt = ({ screen, key, field, about }: FieldPlace, text: string, base: string) => ({
  key: `${screen}.${key}`,
  screen,
  field,
  about: about?.() ?? '',
  text,
  base,
  at: Date.now(),
});

/** For a field that cannot show its text any more: it is listed at once. */
export function useListing(): (place: FieldPlace, text: string) => void {
  const owner = useHeldOwner();
  return useCallback((place, text) => setAside(owner, heldAt(place, text, '')), [owner]);
}

/** Under a key of its own: the field holds what is typed in it now. */
function setAside(owner: HeldOwner | null, held: HeldText): void {
  dropHeldText(owner, held.key);
  holdText(owner, { ...held, key: `${held.key}~${held.at}` });
}

/**
 * A text typed in a field, from its first letter on.
 * @param stored what the field shows while nothing is typed
 */
export function useHeldText(place: FieldPlace, stored = '') {
  // Over another stored value an old text may mean something else.
  const hold = useHold(place, ({ base }) => base === stored);
  const [typed, setTyped] = useState({ key: hold.key, text: hold.first?.text });
  const text = typed.key === hold.key ? typed.text : hold.first?.text;
  const type = (next: string | undefined) => setTyped({ key: hold.key, text: next });
  return {
    text: text ?? stored,
    isTyped: text !== undefined,
    write: (next: string): void => {
      type(next);
      if (next.trim() === '' || next === stored) hold.drop();
      else hold.put(next, stored);
    },
    /** What was typed is where it was meant for: the field shows what is stored. */
    sent: (): void => {
      type(undefined);
      hold.sent();
    },
    /** The answer to what was asked with it: refused, or written on meanwhile, it stays. */
    answered: (isGranted: boolean): void => {
      if (!isGranted) return;
      hold.sent(text);
      setTyped((now) =>
        now.key === hold.key && now.text !== text ? now : { key: hold.key, text: undefined },
      );
    },
    /** Its author gives it up. */
    drop: (): void => {
      type(undefined);
      hold.drop();
    },
  };
}
