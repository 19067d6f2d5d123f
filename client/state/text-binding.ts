/**
 * A textarea and a collaborative text kept alike. The person's hand comes first: the caret stays
 * with its letters, focus and scroll are left alone, and while a composition is open (IME, French
 * dead keys) others' changes wait, since touching the value then would ruin what is being composed.
 */
import { changeBetween, rebase, shiftRange } from '../../shared/board/text-change.ts';
import type { TextChange, TextHandle } from '../../shared/board/text-handle.ts';
import { caretAfter, changesSince, listen, oneLine, replaceIn, visible } from './text-field.ts';
import { isComposed, undoKey } from './typed-keys.ts';

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
  /** What stands in the element cannot be written any more: the whole of it, for its author. */
  readonly onCut?: ((text: string) => void) | undefined;
}

export type TextBinding = ReturnType<typeof bindText>;

/** What a binding knows between two events. */
interface Binding extends TextBindingOptions {
  text: BindableText | undefined;
  stopText: () => void;
  /** What the element held when it was last alike with the text. */
  shown: string;
  everOpened: boolean;
  /** Others' changes since then, in order. */
  waiting: TextChange[];
  composing: boolean;
  /** The text changes by this binding's own hand. */
  writing: boolean;
  /** An undo or a redo is under way: the caret goes where it changes something. */
  stepping: boolean;
  refused: boolean;
}

export function bindText(options: TextBindingOptions) {
  const binding: Binding = {
    ...options,
    text: undefined,
    stopText: () => {},
    shown: options.element.value,
    everOpened: false,
    waiting: [],
    composing: false,
    writing: false,
    stepping: false,
    refused: false,
  };
  const stopListening = listen(options.element, handlersOf(binding));
  const locked = new MutationObserver(() => cut(binding));
  locked.observe(options.element, { attributeFilter: ['readonly'] });
  return {
    /**
     * Ties the element to another life of the same text, or to none for a while: what the person
     * sees stays, and what they type in between is written when the text is back.
     */
    open: (text: BindableText | undefined): void => open(binding, text),
    /** Whether element and text are alike now, so that places in one are places in the other. */
    isSettled: (): boolean => binding.text !== undefined && !binding.composing,
    close: (): void => {
      // A composition cut short by leaving: its letters are on the screen, so they are kept.
      binding.composing = false;
      settle(binding);
      giveBack(binding);
      locked.disconnect();
      leave(binding);
      stopListening();
    },
  };
}

/** The field became read-only in the middle of a composition: it shows what the text says again. */
function cut(binding: Binding): void {
  const { element, text } = binding;
  if (!element.readOnly || !binding.composing || !text) return;
  giveBack(binding);
  binding.composing = false;
  binding.shown = text.get();
  binding.waiting = [];
  element.value = binding.shown;
  binding.onShown();
}

function giveBack({ element, shown, onCut }: Binding): void {
  if (element.value !== visible(shown)) onCut?.(element.value);
}

/** The former text is not asked again: of a document that is gone it would say nothing. */
function leave(binding: Binding): void {
  binding.stopText();
  binding.stopText = () => {};
  binding.text = undefined;
}

function open(binding: Binding, text: BindableText | undefined): void {
  leave(binding);
  if (!text) return;
  binding.text = text;
  binding.waiting = [];
  if (!binding.everOpened) {
    binding.shown = text.get();
    binding.element.value = binding.shown;
  }
  binding.everOpened = true;
  const stopRemote = text.onRemote((changes) => {
    binding.waiting.push(...changes);
  });
  const stopChange = text.onChange(() => {
    if (!binding.writing) settle(binding);
  });
  binding.stopText = () => {
    stopRemote();
    stopChange();
  };
  settle(binding);
  binding.onShown();
}

/** Writes what was typed since the last time, then shows what others changed meanwhile. */
function settle(binding: Binding): void {
  const { element, text, shown } = binding;
  if (binding.composing || !text) return;
  const others = changesSince(shown, binding.waiting, text.get());
  binding.waiting = [];
  // A carriage return that a file brought is no difference typed.
  const typed =
    element.value === visible(shown)
      ? null
      : changeBetween(shown, element.value, element.selectionEnd);
  if (typed) writeTyped(binding, text, typed, others);
  else for (const change of others) show(binding, change);
  binding.shown = text.get();
  // Letters the text has cleaned or refused.
  const rest = changeBetween(element.value, visible(binding.shown));
  if (rest) show(binding, rest);
  if (rest || others.length > 0) binding.onShown();
}

function writeTyped(
  binding: Binding,
  text: BindableText,
  typed: TextChange,
  others: readonly TextChange[],
): void {
  const inserted = binding.singleLine ? oneLine(typed.inserted) : typed.inserted;
  const steps = rebase({ ...typed, inserted }, others);
  const refused = !write(binding, text, steps);
  if (refused !== binding.refused) binding.onRefused(refused);
  binding.refused = refused;
  if (others.length > 0) showMerged(binding, text.get(), typed, others, steps);
}

function write(binding: Binding, text: BindableText, steps: readonly TextChange[]): boolean {
  binding.writing = true;
  try {
    return steps.every((step) => text.replace(step));
  } finally {
    binding.writing = false;
  }
}

function show({ element, stepping }: Binding, change: TextChange): void {
  const { selectionStart, selectionEnd } = element;
  const range = shiftRange([selectionStart, selectionEnd], change);
  const end = change.index + change.inserted.length;
  replaceIn(element, change, stepping ? [end, end] : range);
}

/** After a composition that met others' changes: one replacement, the caret after its letter. */
function showMerged(
  { element }: Binding,
  now: string,
  typed: TextChange,
  others: readonly TextChange[],
  steps: readonly TextChange[],
): void {
  const change = changeBetween(element.value, now);
  if (!change) return;
  const place = (caret: number) => Math.min(now.length, caretAfter(caret, typed, others, steps));
  replaceIn(element, change, [place(element.selectionStart), place(element.selectionEnd)]);
}

function step(binding: Binding, direction: 'undo' | 'redo'): void {
  if (binding.composing) return;
  binding.stepping = true;
  binding[direction]();
  binding.stepping = false;
}

const HISTORY_INPUTS: Readonly<Record<string, 'undo' | 'redo'>> = {
  historyUndo: 'undo',
  historyRedo: 'redo',
};
const LINE_INPUTS: ReadonlySet<string> = new Set(['insertLineBreak', 'insertParagraph']);

function handlersOf(binding: Binding): Parameters<typeof listen>[1] {
  const { singleLine } = binding;
  return {
    input: () => settle(binding),
    compositionstart: () => {
      binding.composing = true;
    },
    compositionend: () => {
      binding.composing = false;
      settle(binding);
    },
    keydown: (event) => {
      const key = event as KeyboardEvent;
      const direction = undoKey(key);
      // The page's own shortcut leaves alone what was answered here.
      if (direction) event.preventDefault();
      if (direction) step(binding, direction);
      else if (singleLine && key.key === 'Enter' && !isComposed(key)) event.preventDefault();
    },
    beforeinput: (event) => {
      const { inputType } = event as InputEvent;
      const direction = HISTORY_INPUTS[inputType];
      if (direction) step(binding, direction);
      if (direction || (singleLine && LINE_INPUTS.has(inputType))) event.preventDefault();
    },
  };
}
