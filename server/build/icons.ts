/**
 * The icons of the installed page: the three gommettes of the mark, drawn as PNG. Made by the build,
 * so that they are the mark of the page and no picture that somebody must remember to draw again.
 */
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/** As the page draws them, in a square of 44. */
const gommettes: readonly { readonly x: number; readonly y: number; readonly colour: Colour }[] = [
  { x: 8, y: 21, colour: [0x1a, 0x58, 0xd3] },
  { x: 22, y: 24, colour: [0xd9, 0x48, 0x0f] },
  { x: 36, y: 21, colour: [0x9f, 0x37, 0x70] },
];
const [square, radius, paper] = [44, 7, [0xff, 0xff, 0xff] as Colour];
/** Points of a pixel in each direction: edges are smooth. */
const points = 4;

/**
 * @param size of its sides, pixels
 * @param margin around the mark, a part of the side: a mask may cut up to a fifth of each side away
 */
export function drawIcon(size: number, margin: number): Buffer {
  const scale = square / (size * (1 - 2 * margin));
  const at = (pixel: number, point: number) =>
    (pixel + (point + 0.5) / points - size * margin) * scale;
  const rows = Buffer.alloc(size * (1 + 3 * size)); // each row begins with 0: it is not filtered
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0];
      for (let point = 0; point < points * points; point++) {
        const colour = colourAt(at(x, point % points), at(y, Math.floor(point / points)));
        for (const [i, part] of colour.entries()) sum[i] = (sum[i] ?? 0) + part;
      }
      const mean = sum.map((part) => Math.round(part / (points * points)));
      rows.set(mean, y * (1 + 3 * size) + 1 + 3 * x);
    }
  return png(size, rows);
}

const colourAt = (x: number, y: number): Colour =>
  gommettes.find((one) => Math.hypot(x - one.x, y - one.y) <= radius)?.colour ?? paper;

/** @param rows of 8 bits for red, green and blue, each after its filter */
function png(size: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')];
  return Buffer.concat([signature, ...chunks]);
}

function chunk(name: string, content = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.byteLength);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
