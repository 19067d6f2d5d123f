/** A page that a browser translates goes on, and says what is so. */
import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { surviveTranslators } from '../../../client/browser/translators.ts';
import { until } from '../../support/until.ts';

const { removeChild, insertBefore } = Node.prototype;
beforeEach(() => surviveTranslators(document.documentElement));
afterEach(() => Object.assign(Node.prototype, { removeChild, insertBefore }));

/** Each as some translator does it, to one text. */
const TRANSLATORS: Readonly<Record<string, (text: Text) => void>> = {
  'wraps it': (text) => {
    const around = document.createElement('font');
    text.replaceWith(around);
    around.append(text);
  },
  'wraps it twice, in its place': (text) => {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.append(inner);
    text.parentNode?.insertBefore(outer, text);
    inner.append(text);
  },
  'replaces it': (text) => {
    const instead = document.createElement('font');
    instead.textContent = text.data;
    text.replaceWith(instead);
  },
  'puts another before it, then takes it away': (text) => {
    const instead = document.createElement('font');
    instead.textContent = text.data;
    text.before(instead);
    text.remove();
  },
};

/** All texts of the page, as a translator that has just come; it is told of them in another task. */
async function translate(how: (text: Text) => void): Promise<void> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) how(text);
  await new Promise((resolve) => setTimeout(resolve, 0));
}

interface PieceProps {
  readonly count: number;
  readonly isOpen: boolean;
  readonly names: readonly string[];
}
/** Texts beside one another, one that comes and goes, elements that come before a text, a list. */
const Piece = ({ count, isOpen, names }: PieceProps) => (
  <div>
    Il y a {count} actions{isOpen && ' ouvertes'}
    {isOpen && <b>à voter</b>} ici.
    <p>{isOpen ? 'Ouvert' : 'Fermé'}</p>
    {isOpen ? 'Fin' : <i>Suite</i>}
    {names.map((name) => (
      <span key={name}>{name}</span>
    ))}
  </div>
);

const STATES: readonly PieceProps[] = [
  { count: 1, isOpen: false, names: ['Ana', 'Ben'] },
  { count: 2, isOpen: true, names: ['Ben', 'Ana', 'Cléo'] },
  { count: 3, isOpen: false, names: [] },
  { count: 4, isOpen: true, names: ['Cléo'] },
];
const plainText = (state: PieceProps) => {
  const { container, unmount } = render(<Piece {...state} />);
  const text = container.textContent;
  unmount();
  return text;
};

test.each(Object.entries(TRANSLATORS))(
  '[AP26] one that %s: every change is shown, and nothing throws',
  async (_, how) => {
    const shown = STATES.map(plainText);
    const { container, rerender, unmount } = render(<Piece {...(STATES[0] as PieceProps)} />);
    for (const [index, state] of STATES.entries()) {
      rerender(<Piece {...state} />);
      await until(() => expect(container.textContent).toBe(shown[index]));
      await act(() => translate(how));
      expect(container.textContent).toBe(shown[index]);
    }
    unmount();
    expect(document.body.textContent).toBe('');
  },
);

test('[AP26] what no translator has touched is removed and inserted as ever', () => {
  const [list, first, second] = ['ul', 'li', 'li'].map((name) => document.createElement(name));
  if (!list || !first || !second) throw new Error('no elements');
  list.append(second);
  expect(list.insertBefore(first, second)).toBe(first);
  expect([...list.children]).toEqual([first, second]);
  expect(list.removeChild(first)).toBe(first);
  expect(list.insertBefore(first, null)).toBe(first);
  expect([...list.children]).toEqual([second, first]);
});
