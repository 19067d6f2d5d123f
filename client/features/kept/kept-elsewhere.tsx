/**
 * On the first page: what this device keeps of each workshop, to be read, copied, or thrown away. Where
 * several people use the device, whose it is and how much is all that the next one sees unasked.
 */
import { Archive } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { homeWords } from '../../../shared/text/fr/home.ts';
import { keptWords } from '../../../shared/text/fr/kept.ts';
import type { KeptOfBoard } from '../../state/kept-elsewhere.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import type { Hands } from './hands.ts';
import { BandLine } from './kept-band.tsx';

export interface KeptElsewhereProps {
  readonly boards: readonly KeptOfBoard[];
  /** Where an open workshop is. */
  readonly pathOf: (boardId: KeptOfBoard['boardId']) => string;
}

export function KeptElsewhere({ boards, pathOf }: KeptElsewhereProps) {
  return boards.map((board) => (
    <KeptOf key={`${board.boardId} ${board.personId}`} board={board} path={pathOf(board.boardId)} />
  ));
}

function KeptOf({ board, path }: { readonly board: KeptOfBoard; readonly path: string }) {
  const t = useWords(keptWords);
  const home = useWords(homeWords);
  const place = useRef<HTMLDivElement>(null);
  const [isTheirs, setTheirs] = useState(false);
  // What was pressed has gone: the focus is on what came in its place.
  useEffect(() => {
    if (isTheirs) place.current?.querySelector<HTMLElement>('.kept-band button')?.focus();
  }, [isTheirs]);
  const title = board.workshop || home.untitled;
  const whose = board.isShared ? `${board.name || t.somebody} · ${title}` : title;
  return (
    <div className="kept-of" ref={place}>
      {board.isShared && !isTheirs ? (
        <AskedWhose board={board} whose={whose} onTheirs={() => setTheirs(true)} />
      ) : (
        <BandLine hands={handsOf(board)} able={0} workshop={whose}>
          <a className="button" data-variant="outline" data-size="small" href={path}>
            {t.openWorkshop}
          </a>
        </BandLine>
      )}
    </div>
  );
}

interface AskedWhoseProps {
  readonly board: KeptOfBoard;
  readonly whose: string;
  readonly onTheirs: () => void;
}

function AskedWhose({ board, whose, onTheirs }: AskedWhoseProps) {
  const t = useWords(keptWords);
  const { items, isOnlyHere } = board;
  if (items.length === 0) return null;
  return (
    <section className="kept-band" aria-label={t.band}>
      <Archive />
      <p className="kept-band-words">
        {t.kept(items.length)} {isOnlyHere && t.onlyHere}
        <span className="kept-band-workshop" translate="no">
          {whose}
        </span>
      </p>
      <span className="kept-band-acts">
        <Button size="small" onClick={onTheirs}>
          {t.itIsMine}{' '}
          <span className="visually-hidden" translate="no">
            {whose}
          </span>
        </Button>
      </span>
    </section>
  );
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
