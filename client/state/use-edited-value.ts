/**
 * The value of a plain field while it is being typed, beside the value that is stored. Nobody's
 * change ever touches what is typed here: what others store meanwhile is shown beside it, and a
 * field in which nobody types follows the store.
 */
import { useEffect, useRef, useState } from 'react';
import type { HeldText } from './held-text.ts';
import { type FieldPlace, useHold } from './use-held-text.ts';
import { useLatest } from './use-latest.ts';

export type EditedValue = ReturnType<typeof useEditedValue>;

export interface EditedValueOptions {
  /** Where what is typed is held until the store has it. */
  readonly place: FieldPlace;
  /** The stored value, as text. */
  readonly stored: string;
  /**
   * Stores a text. False when it cannot be a value: it stays in the field to be mended. A promise
   * resolves to whether it was granted: until the store has it, the field goes on showing it.
   */
  readonly save: (text: string) => boolean | Promise<boolean>;
  /** Whether what is in the field can be read elsewhere, and so is held; by default it can. */
  readonly isWords?: (text: string) => boolean;
  /** Milliseconds without a key after which it is saved; without it, on leaving only. */
  readonly pauseMs?: number | undefined;
  /** What others store meanwhile is written over: for fields in which the last to write is right. */
  readonly lastWins?: boolean;
}

interface Edit {
  readonly text: string;
  /** What the store has as far as this field knows: what it began from, or saved last. */
  readonly known: string;
  /** What it had before that, while what was sent is on its way; else the same as `known`. */
  readonly former: string;
  /** Whether the caret is in the field. */
  readonly isHeld: boolean;
}

// One edit under way, and each thing that may become of it.
export function useEditedValue(options: EditedValueOptions) {
  const { stored, save, isWords = () => true, pauseMs, lastWins = false } = options;
  const words = useLatest(isWords);
  // Where the last to write is right, an old text may not come back over a newer one by itself.
  const hold = useHold(
    options.place,
    ({ text, base }) => !lastWins || [text, base].includes(stored),
  );
  const [edit, setEdit] = useState<Edit | null>(() => begunEdit(hold.first));
  const isTheirs = edit !== null && !isOwn(edit, stored);
  const isChanged = edit !== null && edit.text.trim() !== edit.known.trim();
  // Left, and what it holds is what there is: from now on it follows the others again.
  if (edit && !edit.isHeld && edit.text.trim() === stored.trim()) setEdit(null);

  const settle = (from: Edit) => {
    if (from.text === from.known) return setEdit(isFinished(from) ? null : from);
    const answer = save(from.text);
    if (answer === false) return setEdit(from);
    const saved = { ...from, known: from.text };
    if (answer === true) {
      hold.sent(from.text);
      return setEdit(from.isHeld ? { ...saved, former: from.text } : null);
    }
    setEdit({ ...saved, former: from.known });
    void answer.then((granted) =>
      granted ? hold.sent(from.text) : setEdit((last) => refused(last, from)),
    );
  };
  const isBlocked = isTheirs && isChanged && !lastWins;
  const flush = useLatest(() => edit && !isBlocked && settle(edit));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pause = () => {
    clearTimeout(timer.current);
    if (pauseMs !== undefined) timer.current = setTimeout(() => flush.current(), pauseMs);
  };
  // Escape closes a window without its fields being left.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      flush.current();
    },
    [flush],
  );

  useEffect(() => {
    const isDone = edit === null || [stored, edit.former].includes(edit.text.trim());
    if (isDone || !words.current(edit.text)) hold.sent();
    else hold.put(edit.text, edit.former);
  }, [edit, stored, hold, words]);

  const begun = edit ?? { text: stored, known: stored, former: stored, isHeld: true };
  const isMine = isChanged || (edit !== null && edit.known !== edit.former);
  return {
    /** What the field shows: what is typed, or the stored value when nobody is typing here. */
    text: begun.text,
    /** Whether it says something else than what it began from, or saved last. */
    isChanged,
    /** What somebody else stored since, when it says something else than `text`; null otherwise. */
    theirs: isTheirs && !lastWins ? stored : null,
    /** The caret is in the field: from now on it no longer follows the store. */
    hold: (): void => setEdit({ ...begun, isHeld: true }),
    write: (text: string): void => {
      setEdit({ ...begun, text, isHeld: true });
      pause();
    },
    /** The same, saved without waiting for a pause. */
    writeNow: (text: string): void => settle({ ...begun, text, isHeld: true }),
    /** The caret has left: what waits is saved, and the field follows the store once that is there. */
    leave: (): void => {
      if (!edit) return;
      const left = { ...edit, isHeld: false };
      if (isBlocked) setEdit(left);
      else settle(left);
    },
    /** Follows the store again: what is typed gives way to what others stored. */
    release: (): void => {
      hold.drop();
      setEdit(null);
    },
    /** Stores what is typed over what others stored; absent where nothing was typed here. */
    keepMine: edit && isMine ? () => settle({ ...edit, known: stored }) : undefined,
  };
}

/** What was begun here before goes on, as if the caret had just left it. */
const begunEdit = (first: HeldText | null): Edit | null =>
  first && { text: first.text, known: first.base, former: first.base, isHeld: false };

/** Whether the store says nothing that this field did not begin from, send or hold. */
const isOwn = ({ text, known, former }: Edit, stored: string): boolean =>
  [text, text.trim(), known, former].includes(stored);

/** Left, with nothing to save and nothing on its way. */
const isFinished = ({ isHeld, known, former }: Edit): boolean => !isHeld && known === former;

/** What was sent from an edit was not granted: it is still to be saved. */
const refused = (last: Edit | null, { text, known }: Edit): Edit | null =>
  last?.known === text ? { ...last, known } : last;
