/** Lists in one cell: « Voirie ; Eau », one to a line, or between commas. */
import { foldLabel } from '../vocabulary/term.ts';

export interface Members {
  /** Each once, in the order of the cell. */
  readonly codes: readonly string[];
  /** What names nothing known. */
  readonly unknown: readonly string[];
}

type Find = (name: string) => string | undefined;

/**
 * Reads a list. A name may itself have a separator in it (« Eau, assainissement ; déchets »): the
 * longest known name is taken at each place. Commas part names only where one of them is known.
 */
export function readMembers(text: string, find: Find): Members {
  const pieces = split(text, /([;\n])/, find).flatMap((piece) => {
    if (piece.code !== undefined) return [piece];
    const parts = split(piece.name, /(,)/, find);
    return parts.some(({ code }) => code !== undefined) ? parts : [piece];
  });
  return {
    codes: [...new Set(pieces.flatMap(({ code }) => code ?? []))],
    unknown: pieces.filter(({ code }) => code === undefined).map(({ name }) => name),
  };
}

interface Piece {
  readonly name: string;
  /** Of what it names; absent when nothing known is called so. */
  readonly code: string | undefined;
}

/** No name is cut in more than that. */
const maxParts = 12;

/** @param separator with a group around it, so that a name that has some can be put together again */
function split(text: string, separator: RegExp, find: Find): readonly Piece[] {
  const tokens = text.split(separator);
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { piece, length } = longest(tokens.slice(at, at + 2 * maxParts - 1), find);
    if (foldLabel(piece.name) !== '') pieces.push(piece);
    at += length + 1; // and the separator behind it
  }
  return pieces;
}

function longest(tokens: readonly string[], find: Find): { piece: Piece; length: number } {
  for (let length = tokens.length - ((tokens.length + 1) % 2); length > 1; length -= 2) {
    const name = tokens.slice(0, length).join('').trim();
    const code = find(name);
    if (code !== undefined) return { piece: { name, code }, length };
  }
  const name = (tokens[0] ?? '').trim();
  return { piece: { name, code: find(name) }, length: 1 };
}
