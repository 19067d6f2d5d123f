/**
 * A strict reader of ZIP files, by hand: what a library wrote is not judged by the same library. Each
 * file must be where the directory says, of the size and the checksum it says.
 */
import { crc32, inflateRawSync } from 'node:zlib';

export interface Archived {
  readonly bytes: Buffer;
  readonly isStored: boolean;
}

/** @throws Error when the archive is damaged or holds two files of one name */
export function readArchive(archive: Uint8Array): ReadonlyMap<string, Archived> {
  const data = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = data.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 + data.readUInt16LE(end + 20) !== data.length)
    throw fault('no directory');
  const files = new Map<string, Archived>();
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    if (data.toString('latin1', at, at + 4) !== 'PK\u0001\u0002') throw fault('no entry');
    const lengths = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const name = data.toString('utf8', at + 46, at + 46 + nameLength);
    if (files.has(name)) throw fault(`${name} twice`);
    files.set(name, contentOf(data, at, name));
    at += 46 + nameLength + extraLength + commentLength;
  }
  if (at !== end) throw fault('the directory is longer than it says');
  return files;
}

function contentOf(data: Buffer, entry: number, name: string): Archived {
  const method = data.readUInt16LE(entry + 10);
  const [sum, packed, size, from] = [16, 20, 24, 42].map((offset) =>
    data.readUInt32LE(entry + offset),
  );
  if (from === undefined || data.toString('latin1', from, from + 4) !== 'PK\u0003\u0004')
    throw fault(`${name} is not where it should be`);
  const nameLength = data.readUInt16LE(from + 26);
  if (data.toString('utf8', from + 30, from + 30 + nameLength) !== name) throw fault(`not ${name}`);
  const start = from + 30 + nameLength + data.readUInt16LE(from + 28);
  const content = data.subarray(start, start + (packed ?? 0));
  const bytes = method === 0 ? content : inflateRawSync(content);
  if (bytes.length !== size || crc32(bytes) !== sum) throw fault(`${name} is damaged`);
  return { bytes, isStored: method === 0 };
}

const fault = (what: string): Error => new Error(`ZIP: ${what}`);
