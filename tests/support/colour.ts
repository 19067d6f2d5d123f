/**
 * Colour arithmetic for the contrast tests: WCAG 2.2 contrast of two `#rrggbb`, and how far apart
 * two of them look, also to people who lack one kind of cone.
 */

export type Vision = 'usual' | 'protanopia' | 'deuteranopia' | 'tritanopia';
type Triple = readonly [number, number, number];

/** Ratio of WCAG 2.2, 1 to 21, whichever of the two is the ground. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Distance in OKLab × 100, as seen with that vision; about 2 is the least anybody notices. */
export function distance(a: string, b: string, vision: Vision): number {
  const [p, q] = [seen(a, vision), seen(b, vision)];
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(hex: string): Triple {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(hex);
  if (!parts) throw new Error(`not an opaque #rrggbb colour: ${hex}`);
  const channel = (text: string | undefined) => {
    const value = Number.parseInt(text ?? '', 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(parts[1]), channel(parts[2]), channel(parts[3])];
}

function seen(hex: string, vision: Vision): Triple {
  const [r, g, b] = times(cones[vision], linear(hex)).map((value) => Math.max(0, value)) as [
    number,
    number,
    number,
  ];
  const [l, m, s] = times(toCones, [r, g, b]);
  return times(toLab, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
}

function times(matrix: readonly [Triple, Triple, Triple], v: Triple): Triple {
  const row = (line: Triple) => line[0] * v[0] + line[1] * v[1] + line[2] * v[2];
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** On linear RGB, from Machado, Oliveira and Fernandes (2009), severity 1. */
const cones: Readonly<Record<Vision, readonly [Triple, Triple, Triple]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** OKLab, from Ottosson (2020): linear RGB to cone responses, then their cube roots to L, a, b. */
const toCones: readonly [Triple, Triple, Triple] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toLab: readonly [Triple, Triple, Triple] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
