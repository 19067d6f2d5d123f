/** Workshops whose every kind of text is hostile: one for each class of values, always the same. */
import fc from 'fast-check';
import type { Board } from '../../shared/board/board.ts';
import { readWorkshop } from '../../shared/file/read.ts';
import { fileText, type HostileClass, hostileOf, pathsOf, putAt } from './hostile.ts';
import { boardOf, demoFile, workshopOf } from './workshop-file.ts';

/** Classes of texts; the others are values of the wrong kind, which no board keeps. */
export const TEXT_CLASSES = [
  'control characters',
  'lone surrogates',
  'right-to-left',
  'zero width',
  'line ends',
  'formula',
  'HTML',
  'combining marks',
  'long text',
  'long word',
] as const satisfies readonly HostileClass[];

/** Keys under which people write freely. */
const written =
  /^(title|subtitle|territory|purpose|decisionBody|notice|description|name|text|label|unit|means|social|environmental|economic|electedSponsor|start|end|setBy)$/;
/** One text in so many is hostile, so that what stands beside it can be seen to be unharmed. */
const oneIn = (name: HostileClass): number => (name.startsWith('long') ? 15 : 3);

export function hostileWorkshops(cards = 4): ReadonlyMap<string, Board> {
  return new Map(
    TEXT_CLASSES.map((name, place) => {
      const file = demoFile();
      const every = Math.floor(file.cards.length / cards);
      const small = { ...file, cards: file.cards.filter((_, at) => at % every === 0) };
      const paths = pathsOf(small)
        .filter((path) => written.test(String(path.at(-1))))
        .filter((_, at) => at % oneIn(name) === place % oneIn(name));
      const seed = 20_261_123 + place;
      const values = fc.sample(hostileOf(name), { seed, numRuns: paths.length });
      paths.forEach((path, at) => {
        putAt(small, path, values[at]?.value);
      });
      return [name, boardOf(workshopOf(readWorkshop(fileText(small))))] as const;
    }),
  );
}
