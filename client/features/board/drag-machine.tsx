/**
 * What carries a card once one is pressed. The library senses the pointer; where the card would land
 * is read from the page and drawn by one line, so that nothing renders on a move. It stands beside
 * the wall, with one grip for whichever card is pressed: no card knows the library.
 */
import {
  type Announcements,
  DndContext,
  DragOverlay,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { placeAmongAll } from '../../../shared/finding/shown.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { useShownNow } from '../../state/use-finding.ts';
import { useLatest } from '../../state/use-latest.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';
import { HeldCard } from './card.tsx';
import { type DropTarget, dropTargetAt } from './drop-target.ts';
import { type Point, scrollNearEdges } from './edge-scroll.ts';
import type { Press } from './press.ts';
import { useAct } from './use-act.ts';

/** A press that moves less is a click. */
const dragAfterPx = 6;
/** A finger that waits this long takes the card; a quicker one scrolls. */
const holdMs = 250;

// What is said about a move comes from the command itself; the library's own words are silenced.
const SILENT: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

export interface DragMachineProps {
  /** Called once a press can be taken. */
  readonly onReady: (take: (press: Press) => void) => void;
}

// One drag from taking to letting go: its handlers share where the card would fall.
export function DragMachine({ onReady }: DragMachineProps) {
  const client = useBoardClient();
  const { board: t } = useWords();
  const act = useAct();
  const shownNow = useShownNow();
  const [held, setHeld] = useState<ActionId | null>(null);
  const target = useRef<DropTarget | null>(null);
  const line = useRef<HTMLDivElement>(null);
  const pointer = usePointer(held !== null);
  const follow = useCallback((id: ActionId, { x, y }: Point) => {
    target.current = dropTargetAt(x, y, id);
    drawLine(line.current, target.current);
  }, []);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: dragAfterPx } }),
    useSensor(TouchSensor, { activationConstraint: { delay: holdMs, tolerance: 8 } }),
  );

  useEffect(() => {
    if (held === null) return;
    return scrollNearEdges(
      () => pointer.current,
      (point) => follow(held, point),
    );
  }, [held, pointer, follow]);

  useEffect(() => {
    if (held === null) return;
    return client.stores.board.subscribe(({ numbers }) => {
      if (numbers.has(held)) return;
      target.current = null;
      drawLine(line.current, null);
      setHeld(null);
      client.setPresence({ holding: undefined });
      pageToasts.show({ text: t.heldGone });
    });
  }, [held, client, t]);

  const begin = ({ active }: DragStartEvent) => {
    const id = active.id as ActionId;
    setHeld(id);
    client.setPresence({ holding: id });
  };
  const end = () => {
    setHeld(null);
    client.setPresence({ holding: undefined });
    drawLine(line.current, null);
  };
  const drop = () => {
    // The library tells of moves after rendering: a quick hand lets go before the last one is told.
    if (held && pointer.current) follow(held, pointer.current);
    const landing = target.current;
    target.current = null;
    end();
    if (!held || !landing) return;
    act.move(held, placeAmongAll(client.stores.board.getState(), shownNow(), held, landing.place));
  };

  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      accessibility={{
        announcements: SILENT,
        screenReaderInstructions: { draggable: t.cardKeys },
      }}
      onDragStart={begin}
      onDragMove={() => held && pointer.current && follow(held, pointer.current)}
      onDragEnd={drop}
      onDragCancel={end}
    >
      <Grip onReady={onReady} />
      <div className="drop-line" ref={line} hidden />
      <DragOverlay dropAnimation={null} className="drag-overlay">
        {held && <HeldCard id={held} />}
      </DragOverlay>
    </DndContext>
  );
}

type Listener = (event: { readonly nativeEvent: Event }) => void;

/** The one thing the library may take: it becomes the card that is pressed, as the press begins. */
function Grip({ onReady }: DragMachineProps) {
  const [id, setId] = useState<ActionId | 'none'>('none');
  const { setNodeRef, listeners, isDragging } = useDraggable({ id });
  const latest = useLatest({ setNodeRef, listeners });
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = card.current;
    if (!isDragging || !element) return;
    element.dataset.dragging = '';
    return () => void delete element.dataset.dragging;
  }, [isDragging]);
  useEffect(() => {
    onReady((press) => {
      flushSync(() => setId(press.id));
      card.current = press.element;
      const { setNodeRef: setNode, listeners: of } = latest.current;
      setNode(press.element);
      const listener = of?.[press.kind] as Listener | undefined;
      listener?.({ nativeEvent: press.event });
    });
  }, [onReady, latest]);
  return null;
}

/**
 * Where the pointer really is while a card is held. The library's own delta also counts how far the
 * card's first column has scrolled, so it points elsewhere as soon as that column moves.
 */
function usePointer(active: boolean): RefObject<Point | null> {
  const point = useRef<Point | null>(null);
  useEffect(() => {
    if (!active) return;
    const onMouse = ({ clientX, clientY }: MouseEvent) => {
      point.current = { x: clientX, y: clientY };
    };
    const onTouch = ({ touches }: TouchEvent) => {
      const finger = touches[0];
      if (finger) point.current = { x: finger.clientX, y: finger.clientY };
    };
    window.addEventListener('mousemove', onMouse, true);
    window.addEventListener('mouseup', onMouse, true);
    window.addEventListener('touchmove', onTouch, { capture: true, passive: true });
    return () => {
      point.current = null;
      window.removeEventListener('mousemove', onMouse, true);
      window.removeEventListener('mouseup', onMouse, true);
      window.removeEventListener('touchmove', onTouch, true);
    };
  }, [active]);
  return point;
}

function drawLine(element: HTMLElement | null, target: DropTarget | null): void {
  if (!element) return;
  element.hidden = target === null;
  if (!target) return;
  element.style.width = `${target.line.width}px`;
  element.style.transform = `translate(${target.line.left}px, ${target.line.top}px)`;
}
