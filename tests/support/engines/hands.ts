/** What a person does with a page in any engine, by the names they see. */
import { until as comes } from '../until.ts';
import type { Engine } from './engine.ts';

/** Something of the page: a selector, and the name that people see or hear of it. */
type Named = readonly [selector: string, name?: string];

export interface Hands {
  /** Resolves with the value of an expression once it is neither null, false nor empty. */
  readonly until: <Value>(expression: string, what: string) => Promise<Value>;
  readonly see: (...named: Named) => Promise<void>;
  readonly gone: (...named: Named) => Promise<void>;
  readonly click: (...named: Named) => Promise<void>;
  /** Puts the caret at the end of a field and types there. */
  readonly write: (field: Named, text: string) => Promise<void>;
  /** The browser's own list cannot be reached by a mouse: it is told which line was chosen. */
  readonly choose: (list: Named, line: string) => Promise<void>;
  /** Both must be seen at once. */
  readonly drag: (from: Named, to: Named) => Promise<void>;
  readonly textOf: (selector: string) => Promise<string>;
}

export function handsOf(engine: Engine): Hands {
  const until = async <Value>(expression: string, what: string): Promise<Value> => {
    const found = await comes(async () => {
      const value = await engine.evaluate(expression);
      if (!value) throw new Error(`waited for ${what}`);
      return value;
    });
    return found as Value;
  };
  const centre = ([selector, name]: Named, brought = true) =>
    until<[number, number]>(
      `(() => {
        const element = ${find(selector, name)};
        if (!element || element.disabled) return null;
        if (${brought}) element.scrollIntoView({ block: 'center', inline: 'center' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      })()`,
      `${name ?? ''} ${selector}`,
    );
  const click = async (...named: Named) => {
    const [x, y] = await centre(named);
    await engine.moveTo(x, y);
    await engine.hold();
    await engine.letGo();
  };
  return {
    until,
    see: async (selector, name) =>
      void (await until(`!!${find(selector, name)}`, name ?? selector)),
    gone: async (selector, name) =>
      void (await until(`!${find(selector, name)}`, `the end of ${name ?? selector}`)),
    click,
    write: async (field, text) => {
      const isIn = `document.activeElement === ${find(...field)}`;
      // Where it was may have moved while it was looked for.
      for (let attempt = 0; attempt < 5; attempt++) {
        await click(...field);
        if (await engine.evaluate(isIn)) break;
      }
      await until(isIn, `the caret in ${field[1] ?? field[0]}`);
      await engine.press('End');
      await engine.type(text);
    },
    choose: async ([selector, name], line) =>
      void (await until(
        `(() => {
          const list = ${find(selector, name)};
          const option = [...(list?.options ?? [])].find(({ label }) => label === ${json(line)});
          if (!option) return false;
          list.value = option.value;
          return list.dispatchEvent(new Event('change', { bubbles: true }));
        })()`,
        line,
      )),
    drag: async (from, to) => {
      const [x, y] = await centre(from);
      const [endX, endY] = await centre(to, false);
      await engine.moveTo(x, y);
      await engine.hold();
      for (const part of [0.02, 0.05, 0.3, 0.6, 0.9, 1])
        await engine.moveTo(x + (endX - x) * part, y + (endY - y) * part);
      await until(`!!document.querySelector('.drop-line:not([hidden])')`, 'where it would fall');
      await engine.letGo();
    },
    textOf: (selector) =>
      until(`document.querySelector(${json(selector)})?.textContent ?? ''`, selector),
  };
}

const json = (value: string): string => JSON.stringify(value);

/** The first that is seen, of that selector, whose name is exactly this one. */
const find = (selector: string, name?: string): string =>
  `[...document.querySelectorAll(${json(selector)})].find((element) => {
    const own = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText;
    return element.getClientRects().length > 0 &&
      ${name === undefined ? 'true' : `(own ?? element.textContent).trim().replaceAll(/[\\u00a0\\u202f]/g, ' ') === ${json(name.replaceAll(/[\u00a0\u202f]/g, ' '))}`};
  })`;
