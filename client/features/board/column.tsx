/** A priority: the élus' words, its cards in order, and a place to write at both ends. */
import { Pencil, Plus } from 'lucide-react';
import { memo, useRef } from 'react';
import { hueOf } from '../../../shared/board/labels.ts';
import type { Priority } from '../../../shared/board/schema.ts';
import { shownBoard } from '../../../shared/finding/shown.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import { late } from '../../browser/late.ts';
import { useBoard, useBoardClient, useCan, useColumn, useSession } from '../../state/hooks.ts';
import { useShownColumn, useShownNow } from '../../state/use-finding.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Foldable, FoldedTitle } from '../../ui/foldable.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { CardList } from './card-list.tsx';
import { previewColumn } from './grab.ts';
import { useWall, useWallState } from './wall-store.ts';
import './column.css';

/** Fetched as soon as somebody may add: whoever only watches never writes. */
export const composer = late(() => import('./composer.tsx').then((f) => f.Composer));

export interface ColumnProps {
  readonly priority: Priority;
  /** From 0. */
  readonly index: number;
}

export const Column = memo(function Column({ priority, index }: ColumnProps) {
  return (
    <section
      className="column"
      data-column={priority.id}
      data-hue={hueOf(index)}
      aria-labelledby={`priority-${priority.id}`}
    >
      <ColumnHead priority={priority} index={index} />
      <ColumnCards priority={priority} />
    </section>
  );
});

/** Apart from the head, which no card changes. */
const ColumnCards = memo(function ColumnCards({ priority }: Pick<ColumnProps, 'priority'>) {
  const { board: t } = useWords();
  const { slots } = useWall();
  const scroller = useRef<HTMLDivElement>(null);
  const canAdd = useCan('add');
  // Ideas are being written right above: « aucune action » would be news of nothing.
  const isHidden = useSession((session) => session?.rules.writing === 'hidden');
  const column = useColumn(priority.id);
  const ids = usePreview(priority.id);
  const { composing, compose, stop } = useComposing(priority.id);
  // The composer unmounts under a keyboard: focus goes back to where writing can start again.
  const addButton = useRef<HTMLButtonElement>(null);
  const close = () => {
    stop();
    requestAnimationFrame(() => addButton.current?.focus({ preventScroll: true }));
  };
  const field = composing && <LazyPart isTyped load={composer} {...composing} onClose={close} />;

  return (
    <div className="column-scroll" ref={scroller}>
      {slots.priority?.(priority.id)}
      {composing?.end === 'top' && field}
      <CardList ids={ids} total={column.length} scroller={scroller} label={priority.title ?? ''} />
      {ids.length === 0 && !composing && !(isHidden && column.length === 0) && (
        <EmptyColumn isFiltered={column.length > 0} canAdd={canAdd} />
      )}
      {composing?.end === 'bottom' && field}
      {canAdd && composing?.end !== 'bottom' && (
        <Button
          ref={addButton}
          variant="quiet"
          size="small"
          icon={<Plus />}
          aria-description={t.addBottomTo(priority.title ?? '')}
          onClick={compose('bottom')}
        >
          {t.addBottom}
        </Button>
      )}
    </div>
  );
});

function useComposing(priorityId: PriorityId) {
  const { store } = useWall();
  const composing = useWallState((state) =>
    state.composing?.priorityId === priorityId ? state.composing : null,
  );
  const compose = useCompose(priorityId);
  return { composing, compose, stop: () => store.setState({ composing: null }) };
}

/** Begins to write at an end of a priority: at the top, before the action that is first now. */
function useCompose(priorityId: PriorityId) {
  const { store } = useWall();
  const { board } = useBoardClient().stores;
  return (end: 'top' | 'bottom') => () => {
    const first = board.getState().columns.get(priorityId)?.[0] ?? null;
    store.setState({ composing: { priorityId, end, before: end === 'top' ? first : null } });
  };
}

interface EmptyColumnProps {
  /** There are cards here, but none of those looked for. */
  readonly isFiltered: boolean;
  readonly canAdd: boolean;
}

function EmptyColumn({ isFiltered, canAdd }: EmptyColumnProps) {
  const { board: t } = useWords();
  return (
    <p className="column-empty">
      {isFiltered ? t.nothingFound : t.emptyColumn} {!isFiltered && canAdd && t.emptyColumnHelp}
    </p>
  );
}

const ColumnHead = memo(function ColumnHead({ priority, index }: ColumnProps) {
  const { board: t } = useWords();
  const { onEditPriority } = useWall();
  const canAdd = useCan('add');
  const compose = useCompose(priority.id);
  const title = priority.title ?? '';
  return (
    <div className="column-head">
      <span className="hue-disc" aria-hidden="true">
        {index + 1}
      </span>
      <div className="column-words" translate="no">
        <h2 className="column-title" id={`priority-${priority.id}`}>
          <FoldedTitle text={title}>
            <span className="visually-hidden">{t.priorityHeading(index + 1, title)}</span>
            <span aria-hidden="true">{title}</span>
          </FoldedTitle>
        </h2>
        {priority.orientation && (
          <div className="column-orientation">
            <Foldable text={priority.orientation} lines={2} />
          </div>
        )}
      </div>
      <div className="column-tools" translate="no">
        {onEditPriority && (
          <Button
            variant="quiet"
            size="small"
            icon={<Pencil />}
            label={t.editPriority(title)}
            onClick={() => onEditPriority(priority.id)}
          />
        )}
        {canAdd && (
          <Button
            variant="quiet"
            size="small"
            icon={<Plus />}
            label={t.addTop(title)}
            onClick={compose('top')}
          />
        )}
      </div>
    </div>
  );
});

/** The column as this person sees it while they hold a card with the keyboard. */
function usePreview(id: PriorityId) {
  const column = useShownColumn(id);
  const shownNow = useShownNow();
  // Of a card in hand, the priority that it left and the one that it would go to.
  const grab = useWallState(({ grab: held }) =>
    held && (held.place.priorityId === id || column.includes(held.id)) ? held : null,
  );
  const board = useBoardClient().stores.board;
  // Read through the store: while nothing is held, a change elsewhere must not render this column.
  useBoard((now) => (grab ? now : null));
  return grab ? previewColumn(shownBoard(board.getState(), shownNow()), grab, id, column) : column;
}
