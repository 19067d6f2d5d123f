/** How large things are on the wall, from its style sheets; that they are so is measured in a browser too (PJ5). */
import { expect, test } from 'vitest';
import { blocksOf, styleSheets } from '../../support/css.ts';

const sheets = [...styleSheets()];
const projector = sheets.filter(([path]) => path.startsWith('features/projector/'));
const root = sheets.find(([path]) => path === 'styles/tokens.css')?.[1];

/** Of the size of its letters: Atkinson Hyperlegible Next, a little less than measured. */
const heightOfX = 0.48;
/** The share of the picture's height that a size of the wall takes, wherever it is wider than high. */
const SHARES: Readonly<Record<string, number>> = {
  'var(--text-room)': 0.026,
  'var(--text-room-lg)': 0.0445,
  'var(--text-room-xl)': 0.089,
};

test('[PJ12] no text of the wall is smaller than what is read from ten metres, no title than half as much again', () => {
  const tokens =
    root && blocksOf(root).find(([{ prelude }]) => prelude === ':root')?.[0].declarations;
  expect(tokens?.get('--text-room')).toBe('max(1rem, min(2.6vh, 2vw))');
  const sizes = projector.flatMap(([path, sheet]) =>
    blocksOf(sheet)
      .filter(([, around]) => !around.some((at) => at.includes('width <')))
      .flatMap(([{ prelude, declarations }]) => {
        const size = declarations.get('font-size');
        return size === undefined || size === 'inherit' ? [] : [{ path, prelude, size }];
      }),
  );
  expect(sizes.length).toBeGreaterThan(15);
  const tooSmall = sizes.filter(({ prelude, size }) => {
    const share = SHARES[size] ?? 0.026 * Number(/^([\d.]+)em$/.exec(size)?.[1]);
    const least = /title|consigne/.test(prelude) ? 1 / 200 : 1 / 300;
    return !(share * heightOfX >= least);
  });
  expect(tooSmall).toEqual([]);
});

test('[PJ13] the code to scan is two fifths of the height, on every screen of a room; none is smaller', () => {
  const codes = projector.flatMap(([, sheet]) =>
    blocksOf(sheet).filter(([{ prelude }]) => prelude.includes('.qr-code')),
  );
  expect(codes).toHaveLength(1);
  const [, vh, vw] =
    /^min\((\d+)vh, (\d+)vw\)$/.exec(codes[0]?.[0].declarations.get('width') ?? '') ?? [];
  for (const [width, height] of [
    [16, 9],
    [16, 10],
    [4, 3],
  ] as const)
    expect(Math.min(Number(vh), (Number(vw) * width) / height)).toBeGreaterThanOrEqual(40);
});
