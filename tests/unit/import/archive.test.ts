/** The zip of a workbook, byte by byte: what it says of itself is never believed. */
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openArchive } from '../../../shared/import/archive.ts';

const text = 'a'.repeat(200_000);
const files = {
  'a.xml': strToU8('<a/>'),
  'b.bin': strToU8('b'),
  'c.xml.rels': strToU8(text),
  mimetype: strToU8('m'),
  'my/mimetype': strToU8('m'),
  'd\\e.xml': strToU8('<e/>'),
};
const zip = (level: 0 | 6 = 6) => zipSync(files, { level });
const open = (bytes: Uint8Array) => {
  const opened = openArchive(bytes);
  return opened.ok ? 'read' : opened.error;
};
/** Where the last archive's directory begins, and each of its entries. */
function entriesOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const end = bytes.length - 22;
  const places: number[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    places.push(at);
    at += 46 + view.getUint16(at + 28, true);
  }
  return { view, end, places };
}
/** The archive with a number changed in its first entry, or at its end. */
function bent(where: 'entry' | 'end', offset: number, size: 16 | 32, value: number, level?: 0 | 6) {
  const bytes = zip(level);
  const { view, end, places } = entriesOf(bytes);
  const at = (where === 'end' ? end : (places[0] ?? 0)) + offset;
  if (size === 16) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return bytes;
}

test.each([0, 6] as const)('[IM1] texts come out whole by their names, at level %i', (level) => {
  const opened = openArchive(zip(level));
  expect(opened).toEqual({
    ok: true,
    value: {
      'a.xml': files['a.xml'],
      'c.xml.rels': files['c.xml.rels'],
      mimetype: files.mimetype,
      'd/e.xml': files['d\\e.xml'],
    },
  });
});

test('[IM1] a comment after the directory, of any length, does no harm', () => {
  for (const length of [1, 0xffff]) {
    const bytes = new Uint8Array([...zip(), ...new Uint8Array(length)]);
    expect(open(bytes)).toBe('read');
  }
  expect(open(new Uint8Array([...zip(), ...new Uint8Array(0x1_0000)]))).toBe('damaged');
});

test('[IM1] an archive amid other bytes is read where it stands', () => {
  const bytes = zip();
  const around = new Uint8Array(bytes.length + 7);
  around.set(bytes, 7);
  expect(open(around.subarray(7))).toBe('read');
});

test.each<[string, Uint8Array]>([
  ['too short for a directory', new Uint8Array(21)],
  ['a directory beyond the end', bent('end', 16, 32, 1_000_000)],
  ['a directory a byte off', bent('end', 16, 32, 1)],
  ['more entries than there are', bent('end', 10, 16, 7)],
  ['an unknown way to compress', bent('entry', 10, 16, 12)],
  ['a deflated entry said to be stored', bent('entry', 10, 16, 0)],
  ['an entry beyond the end', bent('entry', 42, 32, 1_000_000)],
  ['an entry that begins elsewhere', bent('entry', 42, 32, 1)],
  ['an entry longer than the file', bent('entry', 20, 32, 1_000_000)],
  ['fewer bytes than it says', bent('entry', 24, 32, 5)],
  ['fewer stored bytes than it says', bent('entry', 24, 32, 5, 0)],
  ['more stored bytes than it says', bent('entry', 24, 32, 3, 0)],
])('[IM3] %s is damaged', (_what, bytes) => {
  expect(open(bytes)).toBe('damaged');
});

test('[IM3] more bytes than an entry says are a bomb', () => {
  expect(open(bent('entry', 24, 32, 3))).toBe('bomb');
});

test('[IM3] an entry with a password is told, whatever else it has', () => {
  expect(open(bent('entry', 8, 16, 1))).toBe('protected');
  expect(open(bent('entry', 8, 16, 0x801))).toBe('protected');
  expect(open(bent('entry', 8, 16, 0x800))).toBe('read');
});

test('[IM3] as many entries as are allowed are read', () => {
  const many = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, at) => [`${at}.xml`, new Uint8Array()]),
  );
  expect(open(zipSync(many, { level: 0 }))).toBe('read');
});

test('[IM3] as many bytes as are allowed are read', () => {
  const full = zipSync({ 'a.xml': new Uint8Array(50_000_000) }, { level: 1 });
  expect(open(full)).toBe('read');
});

test('[IM3] as many marks as are allowed are read, and one more is a bomb', () => {
  const marks = strToU8('<'.repeat(3_000_000));
  expect(open(zipSync({ 'a.xml': marks }, { level: 1 }))).toBe('read');
  expect(open(zipSync({ 'a.xml': marks, 'b.xml': strToU8('<') }, { level: 1 }))).toBe('bomb');
});

test('[IM3] a manifest that speaks of encryption is protected, another is not', () => {
  const manifest = (content: string) =>
    open(zipSync({ 'META-INF/manifest.xml': strToU8(content) }));
  expect(manifest(`${'x'.repeat(3_000)}<manifest:encryption-data/>`)).toBe('protected');
  expect(manifest(`${'x'.repeat(4_090)}<manifest:encryption-data/>`)).toBe('protected');
  expect(manifest('<manifest:file-entry/>')).toBe('read');
});
