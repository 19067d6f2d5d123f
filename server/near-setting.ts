/** Variables that nobody reads and that look like a setting: a slip that would else change nothing. */
import leven from 'leven';

/** @returns each with the setting it is likely to stand for, in the order given */
export function nearSettings(
  given: readonly string[],
  known: readonly string[],
): readonly (readonly [given: string, meant: string])[] {
  const names = new Set(known);
  return given
    .filter((name) => !names.has(name))
    .flatMap((name) => {
      const meant = known.find((each) => isNear(name, each));
      return meant === undefined ? [] : [[name, meant] as const];
    });
}

/**
 * The same letters, whatever parts them; or one slip in four letters, of which two changing places are two. Short names are near to too much
 * that belongs to others (HOST and HOME).
 */
function isNear(name: string, known: string): boolean {
  const [one, other] = [plain(name), plain(known)];
  return one === other || leven(one, other) <= Math.floor(other.length / 4);
}

const plain = (name: string): string => name.toUpperCase().replaceAll(/[^A-Z]/g, '');
