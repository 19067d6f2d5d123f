/**
 * Letters meant for a text never become commands. Once somebody has typed in a field, and the focus
 * has left it without their doing (the step ended, the text is gone, a window was closed, a panel
 * took the focus), keys do nothing outside of text fields until they point, press Tab or Échap, or
 * stop typing for a while. Nor do they while what somebody asked for is being fetched. Every key of
 * the page passes here first.
 */
import { isComposed, isTyping } from './typed-keys.ts';

/** How long somebody stops typing before their keys lead again, milliseconds. */
const guardPauseMs = 1_500;

interface Hand {
  /** Where this person types. */
  readonly field: Element;
  /** Their last key, by `performance.now()`. */
  typedAt: number;
  /** When the field was seen to be lost, on the same clock; null as long as it is there. */
  lostAt: number | null;
}

let hand: Hand | null = null;
/** What was asked for and has not come: keys pressed meanwhile are meant for it. */
const awaited = new Set<symbol>();

/**
 * Holds keys back until something that was asked for has come, such as a window still being
 * fetched, in whose field people go on typing. A pointer, Tab or Échap ends it like any holding.
 * @returns to be called when it has come, or will not
 */
export function awaitPart(): () => void {
  const part = Symbol('part');
  awaited.add(part);
  return () => void awaited.delete(part);
}

/** What is typed from now on is meant: called where somebody's own act ends a field later on. */
export function releaseKeys(): void {
  hand = null;
  awaited.clear();
  watch.disconnect();
}

/** A field in which letters can be written now; null for anything else. */
function fieldOf(target: EventTarget | null): Element | null {
  const field = target instanceof Element ? target.closest(TEXT) : null;
  if (!field || field.matches(':disabled')) return null;
  return 'readOnly' in field && field.readOnly === true ? null : field;
}

/** What writes with keys; a box to tick or a choice has none to write. */
const TEXT =
  'textarea, input:not([type="checkbox"], [type="radio"], [type="file"], [type="range"]), [contenteditable="true"]';

function press(event: KeyboardEvent): void {
  const { key, target } = event;
  if (MODIFIERS.has(key)) return;
  const field = fieldOf(target);
  if ((key === 'Tab' || key === 'Escape') && !isComposed(event)) releaseKeys();
  else if (field) {
    if (isTyping(event) || hand?.field === field) typeIn(field);
    // Entrée may send or leave, Alt and an arrow may go on: what that ends, it ends on purpose.
    if (!isTyping(event)) setTimeout(releaseIfLost);
  } else if (isGuarding()) hold(event);
}

function typeIn(field: Element): void {
  if (hand?.field !== field) watch.observe(document, WATCHED);
  hand = { field, typedAt: performance.now(), lostAt: null };
}

const isLost = (field: Element): boolean =>
  document.activeElement !== field || fieldOf(field) === null || !field.isConnected;

function releaseIfLost(): void {
  if (hand && isLost(hand.field)) releaseKeys();
}

function noteLoss(): void {
  if (hand && hand.lostAt === null && isLost(hand.field)) hand.lostAt = performance.now();
}

/** Removing the focused element tells nobody in some browsers. Watched only while somebody types. */
const watch = new MutationObserver(noteLoss);
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributeFilter: ['readonly', 'disabled'],
};

/** Asked with the focus outside of every text field. */
function isGuarding(): boolean {
  if (awaited.size > 0) return true;
  if (!hand) return false;
  noteLoss();
  const since = Math.max(hand.typedAt, hand.lostAt ?? 0);
  if (performance.now() - since < guardPauseMs) return true;
  releaseKeys();
  return false;
}

/** Nobody hears of the key; the browser keeps its own commands, such as Ctrl+R. */
function hold(event: KeyboardEvent): void {
  if (!isTyping(event) && !ACTING.has(event.key) && !event.ctrlKey && !event.metaKey) return;
  event.stopImmediatePropagation();
  if (isTyping(event) || ACTING.has(event.key)) event.preventDefault();
  if (hand && isTyping(event)) hand.typedAt = performance.now();
}

/** Keys that write nothing, and press, choose or move what has the focus. */
const ACTING: ReadonlySet<string> = new Set([
  'Enter',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);
const MODIFIERS: ReadonlySet<string> = new Set([
  'Alt',
  'AltGraph',
  'CapsLock',
  'Control',
  'Fn',
  'Meta',
  'NumLock',
  'Shift',
]);

/** A button is pressed by Espace when the key comes up: the field may have gone in between. */
function release(event: KeyboardEvent): void {
  if (!fieldOf(event.target) && isGuarding()) hold(event);
}

/** Dictated, pasted or composed: typed all the same. */
function input({ target }: Event): void {
  const field = fieldOf(target);
  if (field && field === document.activeElement) typeIn(field);
}

addEventListener('keydown', press, true);
addEventListener('keyup', release, true);
addEventListener('input', input, true);
addEventListener('focusout', () => queueMicrotask(noteLoss), true);
addEventListener('pointerdown', releaseKeys, true);
