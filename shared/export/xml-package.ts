/** A file made of XML parts in a zip, as word processors keep their documents. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { xmlHead } from './xml.ts';

/** The zip format knows no day before. */
const firstZipDay = Date.UTC(1980, 0, 2);

/**
 * @param parts the root element of each, by path
 * @param made milliseconds since 1970
 * @param kind media type, first and stored, where programs know a file by its first bytes
 */
export function xmlPackage(
  parts: Readonly<Record<string, string>>,
  made: number,
  kind?: string,
): Uint8Array<ArrayBuffer> {
  const files: Zippable = kind ? { mimetype: [strToU8(kind), { level: 0 }] } : {};
  for (const [path, root] of Object.entries(parts)) files[path] = strToU8(xmlHead + root);
  return new Uint8Array(zipSync(files, { mtime: Math.max(made, firstZipDay) }));
}

/** A moment as both families of documents write it: seconds of universal time. */
export const momentText = (made: number): string => new Date(made).toISOString().slice(0, 19);
