/** The participants' screen: what is said above, the wall, and the sheet beside it. */
import type { ReactNode } from 'react';
import { useSheetCovers } from './use-media.ts';
import './board-screen.css';

export interface BoardScreenProps {
  /** Header and bands, which stay visible. */
  readonly top: ReactNode;
  /** The wall, or what stands in its place, as the synthesis does. */
  readonly children: ReactNode;
  /** A panel at the right of the wall, such as the facilitators' cockpit. */
  readonly aside?: ReactNode;
  /** The open sheet, beside the wall. */
  readonly sheet?: ReactNode;
}

export function BoardScreen({ top, children, aside, sheet }: BoardScreenProps) {
  // What the sheet or the panel covers must not be walked through by Tab, nor read behind it.
  const covers = useSheetCovers();
  const isCovered = covers && Boolean(sheet || aside);
  return (
    <div className="board-screen" data-sheet={sheet ? '' : undefined}>
      <div className="board-behind" inert={isCovered}>
        {top}
      </div>
      <main className="board-main" id="contenu">
        <div className="board-behind" inert={isCovered}>
          {children}
        </div>
        <div className="board-behind" inert={covers && Boolean(sheet)}>
          {aside}
        </div>
        {sheet}
      </main>
    </div>
  );
}
