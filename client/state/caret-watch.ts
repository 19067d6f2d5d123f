/**
 * Tells where the person's caret stands in a field, at most ten times a second: enough for others
 * to follow, few enough for a room of hundreds.
 */
export interface CaretRange {
  /** Where the selection began; equal to `head` for a mere caret. */
  readonly anchor: number;
  readonly head: number;
}

const everyMs = 100;

/**
 * Watches until the returned function is called, which tells null if a caret was told before.
 * @param tell the caret moved; null when it left the field
 */
export function watchCaret(
  element: HTMLTextAreaElement,
  tell: (range: CaretRange | null) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHere = false;

  const say = () => {
    tell(rangeOf(element));
    timer = setTimeout(() => {
      timer = undefined;
      if (again) say();
      again = false;
    }, everyMs);
  };
  let again = false;
  const onMove = () => {
    if (!isHere) return;
    if (timer === undefined) say();
    else again = true;
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
    again = false;
    tell(null);
  };

  const page = element.ownerDocument;
  element.addEventListener('focus', onFocus);
  element.addEventListener('blur', onLeave);
  element.addEventListener('input', onMove);
  page.addEventListener('selectionchange', onMove);
  if (page.activeElement === element) onFocus();
  return () => {
    onLeave();
    element.removeEventListener('focus', onFocus);
    element.removeEventListener('blur', onLeave);
    element.removeEventListener('input', onMove);
    page.removeEventListener('selectionchange', onMove);
  };
}

function rangeOf({ selectionStart, selectionEnd, selectionDirection }: HTMLTextAreaElement) {
  return selectionDirection === 'backward'
    ? { anchor: selectionEnd, head: selectionStart }
    : { anchor: selectionStart, head: selectionEnd };
}
