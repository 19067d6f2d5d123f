/** A person as a dot with initials. The colour helps to recognise; the name is what is read. */
import './avatar.css';

/** Index of one of the eight hues. */
export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface AvatarProps {
  /** Whole name: it is the accessible name, and gives the initials. */
  readonly name: string;
  readonly hue: Hue;
  readonly size?: 'regular' | 'small';
}

export function Avatar({ name, hue, size = 'regular' }: AvatarProps) {
  return (
    <span
      className="avatar"
      translate="no"
      role="img"
      aria-label={name}
      title={name}
      data-hue={hue}
      data-size={size}
    >
      {initials(name)}
    </span>
  );
}

const particles = new Set(['à', 'au', 'd', 'de', 'des', 'du', 'et', 'l', 'la', 'le', 'les']);
let segments: Intl.Segmenter | undefined;
/** Latin letters, each whole in itself: most names are read without waking the segmenter, which is slow. */
const isPlain = (word: string): boolean => /^[ -~\u00a0-\u024f]*$/.test(word);
/** By grapheme; without a segmenter a letter may lose the sign that follows it, and nobody their name. */
function signsOf(word: string): readonly string[] {
  if (isPlain(word) || !('Segmenter' in Intl)) return Array.from(word);
  segments ??= new Intl.Segmenter('fr', { granularity: 'grapheme' });
  return Array.from(segments.segment(word), ({ segment }) => segment);
}

/**
 * Two capitals: of the first two words, or the first two letters of a single one; hyphens part
 * words and particles do not count. Cut by grapheme so that no accent is parted from its letter;
 * `?` when there is nothing.
 */
export function initials(name: string): string {
  const [first, second] = name
    .split(/[\s\-–’']+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !particles.has(word));
  if (first === undefined) return '?';
  const letters = second === undefined ? head(first, 2) : head(first, 1) + head(second, 1);
  return letters.toLocaleUpperCase('fr');
}

const head = (word: string, count: number) => signsOf(word).slice(0, count).join('');
