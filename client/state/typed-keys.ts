/** What a key is for, read from its event alone. */

/** What both the browser's events and React's `nativeEvent` have. */
type Press = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey'
>;

/**
 * Whether the key belongs to an input method, which composes a letter with it (accents of dead keys,
 * East Asian writing). Safari says `isComposing` too late for the Entrée that ends a composition:
 * there the code 229 tells.
 */
export const isComposed = ({
  isComposing,
  keyCode,
}: Pick<Press, 'isComposing' | 'keyCode'>): boolean => isComposing || keyCode === 229;

/** Whether the key writes or removes letters where letters can be written. */
export function isTyping(press: Press): boolean {
  const { key, ctrlKey, metaKey, altKey } = press;
  if (isComposed(press) || WRITING.has(key)) return true;
  // Ctrl and Alt together are AltGr, which writes signs.
  const isCommand = metaKey || (ctrlKey && !altKey);
  return [...key].length === 1 && !isCommand;
}

const WRITING: ReadonlySet<string> = new Set(['Backspace', 'Delete', 'Dead', 'Process']);

/** Ctrl or Cmd with Z, Maj+Z or Y; nothing with Alt, which writes letters on some keyboards. */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  if ((!ctrlKey && !metaKey) || altKey || isComposed(event)) return undefined;
  const letter = event.key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : undefined;
}
