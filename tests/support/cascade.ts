/** What the style sheets give one element in one state, worked out as a browser does. */
import { type Block, blocksOf } from './css.ts';

export interface Painted {
  readonly color: string | undefined;
  readonly background: string | undefined;
}

/**
 * @param element in the document, with the classes `is-hover`, `is-enabled`… for its states
 * @returns its declared colours as written; those of the last of the most specific rules
 */
export function paintedBy(sheets: Iterable<Block>, element: Element): Painted {
  const rules = [...sheets]
    .flatMap((sheet) => blocksOf(sheet))
    .filter(([, around]) => !around.some((at) => at.includes('forced-colors')))
    .flatMap(([{ prelude, declarations }], order) =>
      selectorsOf(prelude).map((selector) => ({ selector, declarations, order })),
    )
    .filter(({ selector }) => element.matches(selector))
    .sort((a, b) => weightOf(a.selector) - weightOf(b.selector) || a.order - b.order);
  const last = (...names: readonly string[]) =>
    rules
      .map(({ declarations }) => names.map((name) => declarations.get(name)).find(Boolean))
      .findLast((value) => value !== undefined);
  return { color: last('color'), background: last('background', 'background-color') };
}

/** States that no test can put an element in stand as classes. */
const selectorsOf = (prelude: string): readonly string[] =>
  prelude.startsWith('@') || prelude === ''
    ? []
    : splitList(prelude)
        .filter((selector) => !selector.includes('::'))
        .map((selector) => selector.replace(/:(hover|enabled|checked)\b/g, '.is-$1'));

/** At the commas that part selectors, not those inside brackets. */
function splitList(prelude: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const letter of prelude) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.replace(/\s+/g, ' ').trim());
}

/** Classes and attributes; of a list in brackets the first stands for all, which weigh the same here. */
const weightOf = (selector: string): number =>
  [...selector.replace(/, \[[^\]]*\]/g, '').matchAll(/[.[]/g)].length;
