/** All the priorities side by side; on a phone one at a time, chosen by a strip of tabs. */
import { memo, type RefObject, useEffect, useRef } from 'react';
import { hueOf } from '../../../shared/board/labels.ts';
import { isShown } from '../../../shared/finding/shown.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import { useBoard, useCan, usePriorities, useSession } from '../../state/hooks.ts';
import { useShown } from '../../state/use-finding.ts';
import { usePicking } from '../../state/use-picking.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { prefetch } from '../../ui/lazy-part.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { CardList } from './card-list.tsx';
import { MayPick } from './card-pick.tsx';
import { Column, composer } from './column.tsx';
import { useWholeOnDemand } from './draw-whole.ts';
import { useDrag } from './use-drag.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useIsNarrow } from './use-media.ts';
import { usePickKeys } from './use-pick-keys.ts';
import { useWall, useWallState } from './wall-store.ts';
import './wall.css';

export const Wall = memo(function Wall() {
  const { board: t } = useWords();
  const wall = useRef<HTMLDivElement>(null);
  const onKeyDown = useKeyboard();
  const drag = useDrag();
  const isEmpty = usePriorities().length === 0;
  const isNarrow = useIsNarrow();
  const isOverview = useWallState(({ overview }) => overview);
  const mayMerge = useCan('merge');
  const isChoosing = usePicking(({ doing }) => doing === 'choosing');
  const mayAdd = useCan('add');
  // People type on as soon as they have asked for a card: its field must not be fetched then.
  useEffect(() => (mayAdd ? prefetch(composer)() : undefined), [mayAdd]);
  usePickKeys();
  useWholeOnDemand();
  return (
    <>
      <p id="card-keys" hidden>
        {t.cardKeys}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and presses on the cards' own buttons */}
      <div
        className="wall"
        ref={wall}
        onKeyDown={onKeyDown}
        {...drag.handlers}
        data-narrow={isNarrow ? '' : undefined}
        data-overview={isOverview && !isNarrow ? '' : undefined}
        data-choosing={isChoosing ? '' : undefined}
      >
        <MayPick value={mayMerge}>
          {isEmpty ? <EmptyWall /> : isNarrow ? <OneColumn /> : <AllColumns />}
        </MayPick>
      </div>
      <KeptFocus wall={wall} />
      {drag.machine}
    </>
  );
});

/** Apart, since it follows every place of the board: it draws nothing. */
function KeptFocus({ wall }: { readonly wall: RefObject<HTMLElement | null> }) {
  useKeptFocus(wall);
  return null;
}

const AllColumns = memo(function AllColumns() {
  const priorities = usePriorities();
  return (
    <>
      <Unplaced />
      {priorities.map((priority, index) => (
        <Column key={priority.id} priority={priority} index={index} />
      ))}
      <NewPriority />
    </>
  );
});

function OneColumn() {
  const { board: t } = useWords();
  const { store } = useWall();
  const priorities = usePriorities();
  const tab = useWallState((state) => state.tab);
  const index = Math.max(
    0,
    priorities.findIndex((priority) => priority.id === tab),
  );
  const priority = priorities[index];
  if (!priority) return null;
  return (
    <>
      <Tabs
        name="priority"
        label={t.priorities}
        selected={priority.id}
        onSelect={(id) => store.setState({ tab: id })}
        tabs={priorities.map(({ id, title }, i) => ({
          id,
          hue: hueOf(i),
          label: (
            <>
              {i + 1}
              <span className="visually-hidden" translate="no">
                {' '}
                {title}
              </span>
              <TabFound id={id} />
            </>
          ),
        }))}
      />
      <TabPanel name="priority" tab={priority.id}>
        <Unplaced />
        <Column key={priority.id} priority={priority} index={index} />
      </TabPanel>
    </>
  );
}

/** While something is looked for, how much of it is on another screen. */
function TabFound({ id }: { readonly id: PriorityId }) {
  const { board: t } = useWords();
  const shown = useShown();
  const count = useBoard(
    ({ columns }) => columns.get(id)?.filter((each) => isShown(shown, each)).length ?? 0,
  );
  if (shown === null) return null;
  return (
    <span className="tab-found" data-none={count === 0 ? '' : undefined}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">, {t.actions(count)}</span>
    </span>
  );
}

/** Actions whose priority was removed while somebody was writing in it: they wait in plain sight. */
function Unplaced() {
  const { board: t } = useWords();
  const unplaced = useBoard((board) => board.unplaced);
  const shown = useShown();
  const ids = unplaced.filter((id) => isShown(shown, id));
  const scroller = useRef<HTMLDivElement>(null);
  if (ids.length === 0) return null;
  return (
    <section className="column" data-unplaced="" aria-labelledby="unplaced">
      <div className="column-head">
        <div className="column-words">
          <h2 className="column-title" id="unplaced">
            {t.unplaced}
          </h2>
          <p className="column-help">{t.unplacedHelp}</p>
        </div>
      </div>
      <div className="column-scroll" ref={scroller}>
        <CardList ids={ids} scroller={scroller} label={t.unplaced} />
      </div>
    </section>
  );
}

function NewPriority() {
  const { board: t } = useWords();
  const { onEditPriority } = useWall();
  return onEditPriority ? (
    <div className="new-priority">
      <Button variant="quiet" onClick={() => onEditPriority(null)}>
        {t.addPriority}
      </Button>
    </div>
  ) : null;
}

function EmptyWall() {
  const { board: t } = useWords();
  const { onEditPriority } = useWall();
  const known = useSession((session) => session !== null);
  if (!known) return null;
  return (
    <div className="wall-empty">
      <p className="wall-empty-title">{t.emptyBoard}</p>
      <p>{onEditPriority ? t.emptyBoardFacilitator : t.emptyBoardOthers}</p>
      {onEditPriority && (
        <Button variant="primary" onClick={() => onEditPriority(null)}>
          {t.addPriority}
        </Button>
      )}
    </div>
  );
}
