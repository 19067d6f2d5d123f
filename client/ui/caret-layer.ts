/**
 * Draws others' carets over a field, with their names. A hidden copy of the field's text, wrapped
 * alike, tells where each letter stands; the layer lets every click through.
 */
import type { OtherCaret } from '../state/text-link.ts';

/** @param copy holds one text node: the field's text and one more character, so that every place has a letter after it */
export function drawCarets(
  layer: HTMLElement,
  copy: HTMLElement,
  carets: readonly OtherCaret[],
): void {
  const frame = layer.getBoundingClientRect();
  const places = carets.map(({ head }) => placeOf(copy, head));
  const known = new Map([...layer.children].map((child) => [Reflect.get(child, 'caret'), child]));
  carets.forEach((caret, index) => {
    const element = (known.get(caret.id) as HTMLElement | undefined) ?? newCaret(caret.id);
    known.delete(caret.id);
    element.dataset.hue = String(caret.hue);
    const [name] = element.children;
    if (name && name.textContent !== caret.name) name.textContent = caret.name;
    const place = places[index];
    element.hidden = place === undefined;
    if (element.parentNode !== layer) layer.append(element);
    if (!place) return;
    const x = place.left - frame.left;
    element.style.translate = `${x}px ${place.top - frame.top}px`;
    element.style.height = `${place.height}px`;
    // A name at the right edge would leave the page: it hangs on the other side of its caret.
    element.dataset.side = x > frame.width / 2 ? 'left' : 'right';
  });
  for (const gone of known.values()) gone.remove();
}

function newCaret(id: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'caret';
  Reflect.set(element, 'caret', id);
  element.append(Object.assign(document.createElement('span'), { className: 'caret-name' }));
  return element;
}

function placeOf(copy: HTMLElement, index: number): DOMRect | undefined {
  const { firstChild: text } = copy;
  if (!(text instanceof Text) || text.length === 0) return undefined;
  const start = Math.min(index, text.length - 1);
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, start + 1);
  return range.getClientRects()[0];
}
