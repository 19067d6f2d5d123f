/**
 * Announces where the person's caret stands in a field, at most ten times a second: enough for
 * others to follow, few enough for a room of hundreds.
 */
export interface CaretRange {
  /** Where the selection began; equal to `head` for a mere caret. */
  readonly anchor: number;
  readonly head: number;
}

const everyMs = 100;

/**
 * Watches until the returned function is called, which announces null if one was in the field.
 * @param announce the caret moved; null when it left the field
 */
export function watchCaret(
  element: HTMLTextAreaElement,
  announce: (range: CaretRange | null) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHere = false;
  /** It has moved since it was announced. */
  let hasMoved = false;

  const announceNow = () => {
    announce(rangeOf(element));
    hasMoved = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (hasMoved) announceNow();
    }, everyMs);
  };
  const onMove = () => {
    if (!isHere) return;
    if (timer === undefined) announceNow();
    else hasMoved = true;
  };
  const onFocus = () => {
    isHere = true;
    onMove();
  };
  const onLeave = () => {
    if (!isHere) return;
    isHere = false;
    clearTimeout(timer);
    timer = undefined;
    announce(null);
  };

  const page = element.ownerDocument;
  const watched: readonly [EventTarget, string, () => void][] = [
    [element, 'focus', onFocus],
    [element, 'blur', onLeave],
    [element, 'input', onMove],
    [page, 'selectionchange', onMove],
  ];
  for (const [target, type, listener] of watched) target.addEventListener(type, listener);
  if (page.activeElement === element) onFocus();
  return () => {
    onLeave();
    for (const [target, type, listener] of watched) target.removeEventListener(type, listener);
  };
}

function rangeOf({ selectionStart, selectionEnd, selectionDirection }: HTMLTextAreaElement) {
  return selectionDirection === 'backward'
    ? { anchor: selectionEnd, head: selectionStart }
    : { anchor: selectionStart, head: selectionEnd };
}
