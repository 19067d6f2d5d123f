/**
 * What carries a card once one is pressed. The card is drawn once, as it is taken, and then moved by
 * one transform a frame; where it would land is a line. Nothing renders while the pointer moves. It
 * stands beside the wall: no card knows it.
 */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { placeAmongAll, shownBoard } from '../../../shared/finding/shown.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { useShownNow } from '../../state/use-finding.ts';
import { useLatest } from '../../state/use-latest.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';
import { HeldCard } from './card.tsx';
import { carry } from './carry.ts';
import { createDropMap, type DropMap, type DropTarget } from './drop-map.ts';
import { scrollNearEdges } from './edge-scroll.ts';
import { createJoining } from './joining.ts';
import type { Point, Press } from './press.ts';
import { useAct } from './use-act.ts';
import { useJoin } from './use-join.ts';

export interface DragMachineProps {
  /** Called once a press can be taken. */
  readonly onReady: (take: (press: Press) => void) => void;
}

interface Held {
  readonly id: ActionId;
  /** As wide as where it was taken. */
  readonly width: number;
}

// One drag from taking to letting go, and what it draws.
export function DragMachine({ onReady }: DragMachineProps) {
  const client = useBoardClient();
  const { board: t } = useWords();
  const act = useAct();
  const shownNow = useShownNow();
  const [held, setHeld] = useState<Held | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const sign = useRef<HTMLDivElement>(null);
  const join = useJoin();
  const giveUp = useRef<() => void>(() => undefined);
  /** Before anything is drawn: what leaves the wall by being let go is no news. */
  const isHeld = useRef(false);
  const { board } = client.stores;

  const take = useLatest((press: Press) => {
    const { id, element } = press;
    let map: DropMap | null = null;
    let grip: Point = { x: 0, y: 0 };
    const joining = createJoining(sign.current);
    const follow = (at: Point) => {
      place(card.current, at.x - grip.x, at.y - grip.y);
      drawLine(line.current, joining.target() ? null : (map?.targetAt(at) ?? null));
    };
    giveUp.current = carry(press, {
      begin: (from) => {
        if (!board.getState().numbers.has(id)) return false;
        const box = element.getBoundingClientRect();
        grip = { x: from.x - box.left, y: from.y - box.top };
        map = createDropMap(id, (priorityId, after) => {
          const shown = shownBoard(board.getState(), shownNow()).columns.get(priorityId) ?? [];
          const others = shown.filter((other) => other !== id);
          return others[others.indexOf(after) + 1] ?? null;
        });
        map.refresh();
        isHeld.current = true;
        flushSync(() => setHeld({ id, width: box.width }));
        client.setPresence({ holding: id });
        element.dataset.dragging = '';
        follow(from);
        return true;
      },
      frame: (at, elapsedMs) => {
        // What is read comes first: the page is laid out once a frame, and only when it has changed.
        map?.refresh();
        joining.rest(join.isAllowed() ? (map?.cardAt(at) ?? null) : null, elapsedMs);
        follow(at);
        if (map) scrollNearEdges(map, at, elapsedMs);
      },
      end: (at) => {
        map?.refresh();
        const landing = at && map?.targetAt(at);
        // Let go elsewhere than where the last frame saw it: it joins nothing.
        const joined = at && map?.cardAt(at)?.id === joining.target() ? joining.target() : null;
        map?.stop();
        joining.stop();
        drawLine(line.current, null);
        delete element.dataset.dragging;
        isHeld.current = false;
        setHeld(null);
        client.setPresence({ holding: undefined });
        if (joined) join.bring(id, joined);
        else if (landing)
          act.move(id, placeAmongAll(board.getState(), shownNow(), id, landing.place));
      },
    });
  });

  useEffect(() => onReady((press) => take.current(press)), [onReady, take]);
  useEffect(() => () => giveUp.current(), []);
  useEffect(() => {
    if (!held) return;
    return board.subscribe(({ numbers }) => {
      if (numbers.has(held.id) || !isHeld.current) return;
      giveUp.current();
      pageToasts.show({ text: t.heldGone });
    });
  }, [held, board, t]);

  return (
    <>
      <div className="drop-line" ref={line} hidden />
      <div className="join-sign" ref={sign} hidden>
        <span>{join.label}</span>
      </div>
      {held && (
        <div className="drag-overlay" ref={card} style={{ width: held.width }}>
          <HeldCard id={held.id} />
        </div>
      )}
    </>
  );
}

function place(element: HTMLElement | null, x: number, y: number): void {
  if (element) element.style.transform = `translate3d(${x}px, ${y}px, 0)`;
}

function drawLine(element: HTMLElement | null, target: DropTarget | null): void {
  if (!element) return;
  if (element.hidden !== (target === null)) element.hidden = target === null;
  if (!target) return;
  const { left, top, width } = target.line;
  // Between two cards it stands still: nothing is written then.
  const [wide, where] = [`${width}px`, `translate(${left}px, ${top}px)`];
  if (element.style.width !== wide) element.style.width = wide;
  if (element.style.transform !== where) element.style.transform = where;
}
