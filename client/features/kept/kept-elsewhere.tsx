/** On the first page: what this device keeps of each workshop, to be read, copied, or thrown away. */
import { homeWords } from '../../../shared/text/fr/home.ts';
import { keptWords } from '../../../shared/text/fr/kept.ts';
import type { KeptOfBoard } from '../../state/kept-elsewhere.ts';
import { useWords } from '../../state/words.ts';
import type { Hands } from './hands.ts';
import { BandLine } from './kept-band.tsx';

export interface KeptElsewhereProps {
  readonly boards: readonly KeptOfBoard[];
  /** Where an open workshop is. */
  readonly pathOf: (boardId: KeptOfBoard['boardId']) => string;
}

export function KeptElsewhere({ boards, pathOf }: KeptElsewhereProps) {
  const t = useWords(keptWords);
  const home = useWords(homeWords);
  return boards.map((board) => (
    <BandLine
      key={board.boardId}
      hands={handsOf(board)}
      able={0}
      workshop={board.workshop || home.untitled}
    >
      <a className="button" data-variant="outline" data-size="small" href={pathOf(board.boardId)}>
        {t.openWorkshop}
      </a>
    </BandLine>
  ));
}

const handsOf = ({ items, workshop, isOnlyHere, discard }: KeptOfBoard): Hands => ({
  items,
  lacking: [],
  unreadable: [],
  discardUnreadable: async () => {},
  board: null,
  workshop,
  me: items.at(-1)?.personId ?? null,
  nameOf: () => undefined,
  isOnlyHere,
  laterOf: ({ work }) => (work.kind === 'typed' ? 'copy' : 'elsewhere'),
  putBack: async () => ({ stays: new Map(), done: 0, takeBack: null }),
  discard,
});
