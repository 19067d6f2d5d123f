/** Names of the files people receive. */
import { foldLabel } from '../vocabulary/term.ts';

/** A name that any system keeps: "spaser-actions-le-cotentin-2026-11-23.csv". */
export function fileName(parts: {
  /** What the file holds: `spaser-actions`. */
  readonly kind: string;
  readonly territory: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Without its dot. */
  readonly extension: string;
}): string {
  const stem = [parts.kind, parts.territory, parts.day].map(plain).filter(Boolean).join('-');
  return `${stem}.${plain(parts.extension)}`;
}

const maxCharacters = 60;

/** Letters, digits and hyphens: nothing a path, a shell or a header would read otherwise. */
const plain = (text: string): string =>
  foldLabel(text.slice(0, 4 * maxCharacters))
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxCharacters)
    .replace(/^-+|-+$/g, '');

/**
 * Value of the `Content-Disposition` header that saves a file under a name (RFC 6266). Any name is
 * safe: the plain form keeps ASCII alone, the extended one is percent-encoded UTF-8 (RFC 8187).
 */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7E]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
