/**
 * The short code that lets people in while entry is open: read on a wall, typed at home. Nothing in
 * it can be taken for something else (0 O, 1 I L, 2 Z, 5 S, 8 B, U V), and no vowel makes a word.
 */
export const CODE_ALPHABET = '23456789CDFGHJKMNPQRTVWX';
export const CODE_LENGTH = 6; // 24^6 ≈ 190 million: guessing is slowed by the server's limits

/** The code in what somebody typed, whatever its case, spaces and hyphens; undefined when it is none. */
export function readCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]+/gu, '').toUpperCase();
  const isCode =
    code.length === CODE_LENGTH && [...code].every((one) => CODE_ALPHABET.includes(one));
  return isCode ? code : undefined;
}

/** As it is shown and said: two groups of three, `K3P 9TX`. */
export const showCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
