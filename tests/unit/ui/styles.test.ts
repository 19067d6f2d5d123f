/** The style sheets as data: contrast in every theme, hues apart, colours and motion by tokens. */
import { describe, expect, test } from 'vitest';
import { contrast, distance, type Vision } from '../../support/colour.ts';
import {
  type Block,
  blocksOf,
  styleSheets,
  type Tokens,
  tokensFor,
  type Viewer,
} from '../../support/css.ts';

const sheets = styleSheets();
const tokensPath = 'styles/tokens.css';
const tokenSheet = sheets.get(tokensPath) as Block;
const everyBlock = [...sheets].flatMap(([path, sheet]) =>
  blocksOf(sheet).map(([block, around]) => ({ path, block, around })),
);

const viewers: readonly (Viewer & { readonly text: number })[] = [
  { theme: 'clair', scheme: 'light', text: 4.5 },
  { theme: 'sombre', scheme: 'light', text: 4.5 },
  { theme: 'contraste', scheme: 'light', text: 7 },
  { theme: 'contraste', scheme: 'dark', text: 7 },
];

const hues = ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `--hue-${n}`);
const surfaces = ['--ground', '--paper', '--band'];
const marks = ['--accent', '--danger', '--warning', '--success', '--info', '--gommette'];
const texts: readonly [texts: readonly string[], grounds: readonly string[]][] = [
  [['--ink', '--ink-2', ...marks, ...hues], surfaces],
  [['--ink', '--ink-2', '--danger'], ['--wash']],
  [['--on-strong'], ['--strong', '--strong-hover']],
  [['--on-danger'], ['--danger', '--danger-hover']],
  [['--on-accent'], ['--accent']],
  [['--on-gommette'], ['--gommette']],
  [['--on-hue'], hues],
  [['--ink', '--danger'], ['--danger-wash']],
  [['--ink', '--warning'], ['--warning-wash']],
  [['--ink', '--info'], ['--info-wash']],
  [['--ink', '--success'], ['--success-wash']],
];
const parts: typeof texts = [
  [
    ['--edge', '--focus'],
    [...surfaces, '--wash'],
  ],
  [['--ink-2', '--success'], ['--paper']],
];

describe.each(viewers)('seen by %o', (viewer) => {
  const tokens = tokensFor(tokenSheet, viewer);
  const value = (name: string) => tokens.get(name) ?? `no ${name}`;
  const faintest = (pairs: typeof texts) =>
    pairs
      .flatMap(([fronts, grounds]) => fronts.flatMap((front) => grounds.map((g) => [front, g])))
      .map(([front = '', ground = '']) => ({
        pair: `${front} on ${ground}`,
        ratio: contrast(value(front), value(ground)),
      }))
      .sort((a, b) => a.ratio - b.ratio)
      .at(0);

  test('[UI1] every text stands out from its ground', () => {
    expect(faintest(texts)).toSatisfy(({ ratio }) => ratio >= viewer.text);
  });

  test('[UI1] every interface part stands out from what it lies on', () => {
    expect(faintest(parts)).toSatisfy(({ ratio }) => ratio >= 3);
  });

  test('[UI1] no rule of any sheet puts a text on a ground it cannot be read upon', () => {
    const pairs = everyBlock.flatMap(({ path, block }) => {
      const front = colourNames(block.declarations.get('color'));
      const ground = colourNames(
        block.declarations.get('background') ?? block.declarations.get('background-color'),
      );
      return front.flatMap((f) => ground.map((g) => ({ rule: `${path} ${block.prelude}`, f, g })));
    });
    expect(pairs.length).toBeGreaterThan(20);
    const unreadable = pairs.filter(({ f, g }) => contrast(value(f), value(g)) < viewer.text);
    expect(unreadable).toEqual([]);
  });

  test('[UI3] hues next to each other differ for everybody, any two for most', () => {
    const faults = hues.flatMap((a, i) =>
      hues.slice(i + 1).flatMap((b, j) =>
        leastDistance.flatMap(([vision, any, neighbours]) => {
          const apart = distance(value(a), value(b), vision);
          return apart < (j === 0 ? neighbours : any) ? [`${a} ${b} ${vision} ${apart}`] : [];
        }),
      ),
    );
    expect(faults).toEqual([]);
  });
});

/** Vision, least distance of any two hues, least distance of neighbours in the order. */
const leastDistance: readonly [Vision, any: number, neighbours: number][] = [
  ['usual', 8, 12],
  ['protanopia', 5, 9],
  ['deuteranopia', 5, 9],
  ['tritanopia', 3, 7],
];

const colours = (viewer: Viewer): Tokens =>
  new Map([...tokensFor(tokenSheet, viewer)].filter(([, value]) => value.startsWith('#')));

test.each<[chosen: Viewer, followed: Viewer]>([
  [{ theme: 'clair', scheme: 'dark' }, { scheme: 'light' }],
  [{ theme: 'sombre', scheme: 'light' }, { scheme: 'dark' }],
  [
    { theme: 'contraste', scheme: 'light' },
    { scheme: 'light', moreContrast: true },
  ],
  [
    { theme: 'contraste', scheme: 'dark' },
    { scheme: 'dark', moreContrast: true },
  ],
])('[UI2] %o looks like nothing chosen on a system %o', (chosen, followed) => {
  expect(colours(followed).size).toBeGreaterThan(30);
  expect(colours(followed)).toEqual(colours(chosen));
});

test('[UI2] a chosen theme wins over what the system prefers', () => {
  const chosen: Viewer = { theme: 'clair', scheme: 'dark', moreContrast: true };
  expect(colours(chosen)).toEqual(colours({ scheme: 'light' }));
});

test('[UI4] no sheet but the tokens writes a colour', () => {
  const written = everyBlock
    .filter(({ path }) => path !== tokensPath)
    .flatMap(({ path, block }) =>
      [...block.declarations].map(([name, value]) => ({ path, name, value })),
    )
    .filter(({ value }) => /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|oklab|lab|lch)\(/i.test(value));
  expect(written).toEqual([]);
});

test('[UI4] every custom property read without a fallback is declared', () => {
  const declared = new Set(everyBlock.flatMap(({ block }) => [...block.declarations.keys()]));
  const missing = everyBlock.flatMap(({ path, block }) =>
    [...block.declarations.values()]
      .flatMap((value) => [...value.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name))
      .filter((name) => !declared.has(name))
      .map((name) => `${path} ${name}`),
  );
  expect(missing).toEqual([]);
});

test('[UI5] what moves takes 200 ms at most', () => {
  const motion = Number.parseInt(
    tokensFor(tokenSheet, { scheme: 'light' }).get('--motion') ?? '',
    10,
  );
  expect(motion).toBeGreaterThan(0);
  expect(motion).toBeLessThanOrEqual(200);
  const transitions = everyBlock.flatMap(({ block }) => block.declarations.get('transition') ?? []);
  expect(transitions.length).toBeGreaterThan(0);
  const other = transitions
    .flatMap((t) => t.split(',\n'))
    .filter((t) => !t.includes('var(--motion)'));
  expect(other).toEqual([]);
});

test('[UI5] nothing moves for those who asked for stillness', () => {
  const still = everyBlock.find(({ around }) =>
    around.includes('@media (prefers-reduced-motion: reduce)'),
  );
  expect(still?.block.declarations.get('--motion')).toBe('0ms');
  const moving = everyBlock.filter(({ block }) => block.declarations.has('animation'));
  expect(moving.length).toBeGreaterThan(0);
  const unasked = moving
    .filter(({ around }) => !around.includes('@media (prefers-reduced-motion: no-preference)'))
    .map(({ path, block }) => `${path} ${block.prelude}`);
  expect(unasked).toEqual([]);
});

/** Tokens a value can stand for; a property set by other rules stands for all they give it. */
function colourNames(value: string | undefined): readonly string[] {
  const name = value && /^var\((--[\w-]+)/.exec(value)?.[1];
  if (!name) return [];
  if (tokenSheet.children.some((block) => block.declarations.has(name))) return [name];
  return everyBlock.flatMap(({ block }) => colourNames(block.declarations.get(name)));
}
