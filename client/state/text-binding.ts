/**
 * A textarea and a collaborative text kept alike. The person's hand comes first: the caret stays
 * with its letters, focus and scroll are left alone, and while a composition is open (IME, French
 * dead keys) others' changes wait, since touching the value then would ruin what is being composed.
 */
import {
  applyChange,
  changeBetween,
  rebase,
  shiftIndex,
  shiftRange,
} from '../../shared/board/text-change.ts';
import type { TextChange, TextHandle } from '../../shared/board/text-handle.ts';

/** What a binding needs of a text. */
type BindableText = Pick<TextHandle, 'get' | 'replace' | 'onRemote' | 'onChange'>;

export interface TextBindingOptions {
  readonly element: HTMLTextAreaElement;
  /** A title: what would break the line becomes a space, and Entrée does nothing here. */
  readonly singleLine: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The element shows something new that the person did not type. */
  readonly onShown: () => void;
  /** The text is full: the last change was taken back (true), or there is room again (false). */
  readonly onRefused: (refused: boolean) => void;
}

export interface TextBinding {
  /**
   * Ties the element to another life of the same text, or to none for a while: what the person
   * sees stays, and what they type in between is written when the text is back.
   */
  readonly open: (text: BindableText | undefined) => void;
  /** Whether element and text are alike now, so that places in one are places in the other. */
  readonly isSettled: () => boolean;
  readonly close: () => void;
}

export function bindText(options: TextBindingOptions): TextBinding {
  const { element, singleLine, onShown } = options;
  let text: BindableText | undefined;
  let stopText = () => {};
  /** What the element held when it was last alike with the text. */
  let shown = element.value;
  let everOpened = false;
  /** Others' changes since then, in order. */
  let waiting: TextChange[] = [];
  let composing = false;
  let writing = false;
  let stepping = false;
  let refused = false;

  /** Writes what was typed since the last time, then shows what others changed meanwhile. */
  const settle = () => {
    if (composing || !text) return;
    const others = changesSince(shown, waiting, text.get());
    waiting = [];
    // A textarea never holds a carriage return: one that a file brought is no difference typed.
    const typed =
      element.value === visible(shown)
        ? null
        : changeBetween(shown, element.value, element.selectionEnd);
    if (typed) {
      const own = singleLine ? { ...typed, inserted: oneLine(typed.inserted) } : typed;
      const steps = rebase(own, others);
      tellRefused(!write(text, steps));
      if (others.length > 0) showMerged(text.get(), typed, others, steps);
    } else {
      for (const change of others) show(change);
    }
    shown = text.get();
    // Letters the text has cleaned or refused.
    const rest = changeBetween(element.value, visible(shown));
    if (rest) show(rest);
    if (rest || others.length > 0) onShown();
  };

  const write = (target: BindableText, steps: readonly TextChange[]): boolean => {
    writing = true;
    try {
      return steps.every((step) => target.replace(step));
    } finally {
      writing = false;
    }
  };

  const tellRefused = (now: boolean) => {
    if (now !== refused) options.onRefused(now);
    refused = now;
  };

  const show = (change: TextChange) => {
    const { selectionStart, selectionEnd } = element;
    const range = shiftRange([selectionStart, selectionEnd], change);
    const end = change.index + change.inserted.length;
    replaceIn(element, change, stepping ? [end, end] : range);
  };

  /** After a composition that met others' changes: one replacement, the caret after its letter. */
  const showMerged = (
    now: string,
    typed: TextChange,
    others: readonly TextChange[],
    steps: readonly TextChange[],
  ) => {
    const change = changeBetween(element.value, now);
    if (!change) return;
    const typedEnd = typed.index + typed.inserted.length;
    const place = (caret: number): number => {
      const written = steps.at(-1);
      if (caret >= typed.index && caret <= typedEnd && written)
        return Math.min(now.length, written.index + caret - typed.index);
      const before = caret > typedEnd ? caret - typedEnd + typed.index + typed.removed : caret;
      return [...others, ...steps].reduce((at, step) => shiftIndex(at, step), before);
    };
    replaceIn(element, change, [place(element.selectionStart), place(element.selectionEnd)]);
  };

  const step = (run: () => void) => {
    if (composing) return;
    settle();
    stepping = true;
    run();
    stepping = false;
  };

  const stopListening = listen(element, {
    input: settle,
    compositionstart: () => {
      composing = true;
    },
    compositionend: () => {
      composing = false;
      settle();
    },
    keydown: (event) => {
      const key = event as KeyboardEvent;
      const direction = key.isComposing ? undefined : historyKey(key);
      if (direction) {
        // The page's own shortcut leaves alone what was answered here.
        event.preventDefault();
        step(options[direction]);
      } else if (singleLine && key.key === 'Enter' && !key.isComposing) event.preventDefault();
    },
    beforeinput: (event) => {
      const { inputType } = event as InputEvent;
      const direction = HISTORY_INPUTS[inputType];
      if (direction) step(options[direction]);
      if (direction || (singleLine && LINE_INPUTS.has(inputType))) event.preventDefault();
    },
  });

  return {
    open: (next) => {
      if (next === text && everOpened) return;
      // The former text is not asked again: of a document that is gone it would say nothing.
      stopText();
      stopText = () => {};
      text = next;
      if (!text) return;
      waiting = [];
      if (!everOpened) element.value = shown = text.get();
      everOpened = true;
      const stops = [
        text.onRemote((changes) => {
          waiting.push(...changes);
        }),
        text.onChange(() => {
          if (!writing) settle();
        }),
      ];
      stopText = () => {
        for (const stop of stops) stop();
      };
      settle();
      onShown();
    },
    isSettled: () => text !== undefined && !composing && waiting.length === 0,
    close: () => {
      // A composition cut short by leaving: its letters are on the screen, so they are kept.
      composing = false;
      settle();
      stopText();
      stopListening();
      text = undefined;
      stopText = () => {};
    },
  };
}

/** `setRangeText` keeps scroll and focus; the selection is set only where the person is. */
function replaceIn(
  element: HTMLTextAreaElement,
  { index, removed, inserted }: TextChange,
  [start, end]: readonly [number, number],
): void {
  const direction = element.selectionDirection;
  element.setRangeText(inserted, index, index + removed, 'preserve');
  // WebKit gives the focus to a field whose selection is set.
  if (element.ownerDocument.activeElement !== element) return;
  if (element.selectionStart !== start || element.selectionEnd !== end || start !== end)
    element.setSelectionRange(start, end, direction);
}

/** Others' changes as they were told, or the plain difference when they do not lead to the text. */
function changesSince(
  shown: string,
  told: readonly TextChange[],
  now: string,
): readonly TextChange[] {
  if (told.reduce(applyChange, shown) === now) return told;
  const change = changeBetween(shown, now);
  return change ? [change] : [];
}

const visible = (text: string): string => text.replace(/\r\n?/g, '\n');

const oneLine = (inserted: string): string => inserted.replace(/[\r\n\u2028\u2029]+/g, ' ');

type Direction = 'undo' | 'redo';
const HISTORY_INPUTS: Readonly<Record<string, Direction>> = {
  historyUndo: 'undo',
  historyRedo: 'redo',
};
const LINE_INPUTS: ReadonlySet<string> = new Set(['insertLineBreak', 'insertParagraph']);

/** Ctrl or Cmd with Z, Maj+Z or Y; nothing with Alt, which writes letters on some keyboards. */
function historyKey(event: KeyboardEvent): Direction | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : undefined;
}

function listen(
  element: HTMLElement,
  handlers: Readonly<Record<string, (event: Event) => void>>,
): () => void {
  for (const [type, handler] of Object.entries(handlers)) element.addEventListener(type, handler);
  return () => {
    for (const [type, handler] of Object.entries(handlers))
      element.removeEventListener(type, handler);
  };
}
