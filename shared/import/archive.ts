/**
 * Opens the zip of a workbook without trusting it: sizes are added up before anything is inflated,
 * and counted again while inflating, since a file can say what it wants. Only the texts that cells are
 * read from come out; pictures, macros and the like stay behind.
 */
import { Inflate } from 'fflate';
import { err, ok, type Result } from '../result.ts';

/** Why a workbook is not read; `bomb`: it would fill the memory once inflated. */
export type ArchiveFault = 'damaged' | 'protected' | 'bomb';

const LIMITS = {
  /** Of what is needed of it, once inflated. A list of 5,000 whole sheets has some 20 MB. */
  inflatedBytes: 50_000_000,
  /** Signs that open or close an element: each costs its reader some 400 bytes. That list has 1.2 million. */
  marks: 3_000_000,
  entries: 2_000,
} as const;

interface ArchiveEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  /** As they lie in the archive. */
  readonly bytes: Uint8Array;
  /** What the archive says it inflates to. */
  readonly size: number;
}

/** The texts of a workbook by their names, whole. */
export type Archive = Readonly<Record<string, Uint8Array>>;

export function openArchive(bytes: Uint8Array): Result<Archive, ArchiveFault> {
  const listed = listEntries(bytes);
  if (!listed.ok) return listed;
  const needed = listed.value.filter(({ name }) => /\.(xml|rels)$|^mimetype$/.test(name));
  const declared = needed.reduce((sum, { size }) => sum + size, 0);
  if (declared > LIMITS.inflatedBytes) return err('bomb');
  const files: Record<string, Uint8Array> = {};
  let marks = 0;
  for (const entry of needed) {
    const content = inflated(entry);
    if (!content.ok) return content;
    files[entry.name] = content.value;
    marks += marksIn(content.value);
    if (marks > LIMITS.marks) return err('bomb');
  }
  const manifest = files['META-INF/manifest.xml'];
  if (manifest && contains(manifest, 'encryption-data')) return err('protected');
  return ok(files);
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

/** Reads the directory at the end of the archive (PKWARE APPNOTE 4.3); archives of 4 GB have another. */
function listEntries(bytes: Uint8Array): Result<readonly ArchiveEntry[], ArchiveFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return err('damaged');
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.entries) return err('bomb');
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) return err('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const entry = readEntry(bytes, view, at, nameLength);
    if (!entry.ok) return entry;
    entries.push(entry.value);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(entries);
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  nameLength: number,
): Result<ArchiveEntry, ArchiveFault> {
  if ((view.getUint16(at + 8, true) & 1) === 1) return err('protected');
  const method = view.getUint16(at + 10, true);
  const local = view.getUint32(at + 42, true);
  const isThere = local + 30 <= view.byteLength && view.getUint32(local, true) === localMark;
  if (!isThere || (method !== 0 && method !== 8)) return err('damaged');
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const length = view.getUint32(at + 20, true);
  if (start + length > bytes.length) return err('damaged');
  const name = latin(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
  const size = view.getUint32(at + 24, true);
  const content = bytes.subarray(start, start + length);
  return ok({ name, isDeflated: method === 8, bytes: content, size });
}

/** It stands at the end, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (view.getUint32(at, true) === endMark) return at;
  return undefined;
}

const chunkBytes = 64 * 1024;

/** Stops at the first byte beyond what was declared. */
function inflated({ isDeflated, bytes, size }: ArchiveEntry): Result<Uint8Array, ArchiveFault> {
  if (!isDeflated) return bytes.length === size ? ok(bytes) : err('damaged');
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((part) => {
    if (length + part.length <= size) content.set(part, length);
    length += part.length;
  });
  try {
    for (let at = 0; at < bytes.length && length <= size; at += chunkBytes)
      stream.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length);
  } catch {
    return err('damaged'); // the library throws on a stream that is none
  }
  if (length > size) return err('bomb');
  return length === size ? ok(content) : err('damaged');
}

function marksIn(bytes: Uint8Array): number {
  let marks = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) marks += 1;
  return marks;
}
const mark = 0x3c; // <

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Whether an ASCII word is in a file. */
const contains = (bytes: Uint8Array, word: string): boolean => {
  let text = '';
  for (let at = 0; at < Math.min(bytes.length, chunkBytes); at += 4_096)
    text += latin(bytes.subarray(at, at + 4_096));
  return text.includes(word);
};
