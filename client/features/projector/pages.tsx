/** The pages of a scene, each a whole screen: nothing on them is ever cut or scrolled. */
import { type ReactNode, useMemo } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import type { SessionView } from '../../../shared/session/view.ts';
import { rankingOf } from '../../../shared/session/votes/tally.ts';
import { useBoard, useSession } from '../../state/hooks.ts';
import { ActionPage } from './action-page.tsx';
import { boardPages, priorityPages } from './board-pages.tsx';
import { coveragePages } from './coverage-pages.tsx';
import { groupPages } from './group-pages.tsx';
import { type Page, plain } from './page.ts';
import type { Area } from './paging.ts';
import { pilotPages } from './pilot-pages.tsx';
import {
  BreakPage,
  ClosingPage,
  HiddenPage,
  OrientationPage,
  PausePage,
  VotePage,
  WelcomePage,
} from './plain-pages.tsx';
import { rankingPages } from './ranking-pages.tsx';
import { revealPages } from './reveal-pages.tsx';
import type { Scene } from './scene.ts';
import { deadlinesPages, IndicatorsPage, MatrixPage, MissingPage } from './synthesis-pages.tsx';

/** None before the first measure and the first word of the server. */
export function usePagesOf(scene: Scene | null, area: Area | null): readonly Page[] {
  const board = useBoard((now) => now);
  const session = useSession((now) => now);
  return useMemo(
    () => (scene && area && session ? pagesFor(scene, area, board, session) : []),
    [scene, area, board, session],
  );
}

function pagesFor(scene: Scene, area: Area, board: Board, session: SessionView): readonly Page[] {
  switch (scene.kind) {
    case 'revealed':
      return revealPages(board, area, session);
    case 'pilot':
      return pilotPages(board, area, scene.id);
    case 'report':
      return [...pilotPages(board, area), ...plain(coveragePages(board, area))];
    default:
      return plain(nodesFor(scene, area, board, session));
  }
}

/** Scenes whose pages say nothing of their own above and below. */
type PlainScene = Exclude<Scene, { readonly kind: 'revealed' | 'pilot' | 'report' }>;

// A table of scenes, one line each.
function nodesFor(
  scene: PlainScene,
  area: Area,
  board: Board,
  session: SessionView,
): readonly ReactNode[] {
  switch (scene.kind) {
    case 'welcome':
    case 'entry':
      return [<WelcomePage key="welcome" />];
    case 'orientations':
      return board.priorities.map((priority, index) => (
        <OrientationPage key={priority.id} priority={priority} index={index} />
      ));
    case 'hidden':
      return [<HiddenPage key="hidden" />];
    case 'break':
      return [<BreakPage key="break" />];
    case 'pause':
      return [<PausePage key="pause" />];
    case 'closing':
      return [<ClosingPage key="closing" />, ...coveragePages(board, area)];
    case 'board':
      return boardPages(board, area);
    case 'groups':
      return groupPages(board, area, session.groups);
    case 'priority':
      return priorityPages(board, area, scene.id);
    case 'action':
      return [<ActionPage key={scene.id} id={scene.id} />];
    case 'vote':
      return [<VotePage key="vote" />];
    case 'ranking':
      return ranking(board, session, area);
    case 'coverage':
      return coveragePages(board, area);
    case 'matrix':
      return [<MatrixPage key="matrix" />];
    case 'deadlines':
      return deadlinesPages(board, area);
    case 'indicators':
      return [<IndicatorsPage key="indicators" />];
    case 'missing':
      return [<MissingPage key="missing" />];
  }
}

function ranking(board: Board, { rounds }: SessionView, area: Area): readonly ReactNode[] {
  const last = rounds.findLast(({ result }) => result !== undefined);
  if (!last?.result) return boardPages(board, area);
  const order = [...board.numbers.keys()];
  return rankingPages(rankingOf(last.result, last.room ?? {}, board.sources, order), last, area);
}
