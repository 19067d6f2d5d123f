/**
 * The wall under the fingers: arrows go from card to card, Espace takes a card and puts it down,
 * Échap leaves it where it was. Each step is spoken.
 */
import { type KeyboardEvent, useEffect } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { placeAmongAll, shownBoard } from '../../../shared/finding/shown.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { allows } from '../../../shared/session/permissions.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { useShownNow } from '../../state/use-finding.ts';
import { usePicker } from '../../state/use-picking.ts';
import { useWords } from '../../state/words.ts';
import { openerOf } from '../../ui/focus-card.ts';
import { pageToasts } from '../../ui/toast-queue.ts';
import { type Direction, type Grab, positionOf, shiftGrab, startGrab } from './grab.ts';
import { useAct } from './use-act.ts';
import { useWall } from './wall-store.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Returns the key handler of the wall. */
// One state of a card in hand, and each key that changes it.
export function useKeyboard(): (event: KeyboardEvent) => void {
  const client = useBoardClient();
  const { board: t } = useWords();
  const { store } = useWall();
  const act = useAct();
  const picker = usePicker();
  const shownNow = useShownNow();
  const { board, session } = client.stores;
  // A card is carried among those on show: a step past a hidden one would seem to be none.
  const walked = () => shownBoard(board.getState(), shownNow());

  useEffect(
    () =>
      board.subscribe(({ numbers }) => {
        const { grab } = store.getState();
        if (!grab || numbers.has(grab.id)) return;
        store.setState({ grab: null });
        client.setPresence({ holding: undefined });
        pageToasts.show({ text: t.heldGone });
      }),
    [board, store, client, t],
  );

  const wordsFor = (grab: Grab) => {
    const position = positionOf(walked(), grab);
    const priority = board.getState().priorities.find(({ id }) => id === grab.place.priorityId);
    return {
      title: board.getState().actions.get(grab.id)?.title ?? '',
      number: board.getState().numbers.get(grab.id) ?? '',
      index: position?.index ?? 1,
      total: position?.total ?? 1,
      priority: priority?.title ?? '',
    };
  };
  const take = (id: ActionId) => {
    const known = session.getState();
    if (!known || !allows(known.role, known.rules, 'move')) return;
    const grab = startGrab(walked(), id);
    if (!grab) return;
    store.setState({ grab });
    client.setPresence({ holding: id });
    const words = wordsFor(grab);
    pageToasts.announce(
      t.grabbed(words.number, words.title, words.index, words.total, words.priority),
    );
  };
  const letGo = (grab: Grab, put: boolean) => {
    const { title } = wordsFor(grab);
    store.setState({ grab: null });
    client.setPresence({ holding: undefined });
    if (put) act.move(grab.id, placeAmongAll(board.getState(), shownNow(), grab.id, grab.place));
    else pageToasts.announce(t.grabCancelled(title));
  };
  const shift = (grab: Grab, direction: Direction) => {
    const next = shiftGrab(walked(), grab, direction);
    // On a phone the other priorities are on other screens: follow the card.
    store.setState({ grab: next, tab: next.place.priorityId });
    const words = wordsFor(next);
    pageToasts.announce(t.hovering(words.index, words.total, words.priority));
  };

  return (event) => {
    const { grab } = store.getState();
    const id = cardUnder(event.target);
    if (id === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (event.key === ' ') {
      // A button would be pressed by Espace when it is released: the press ends here.
      event.preventDefault();
      if (grab) letGo(grab, true);
      else take(id);
    } else if (grab && event.key === 'Escape') {
      event.stopPropagation();
      letGo(grab, false);
    } else if (grab && event.key === 'Tab') letGo(grab, false);
    else if (grab && event.key === 'Enter') {
      event.preventDefault();
      letGo(grab, true);
    } else if (event.key === 'Escape' && client.stores.picking.getState().doing === 'choosing') {
      event.stopPropagation();
      picker.stop();
    } else if (arrow) {
      event.preventDefault();
      if (grab) shift(grab, arrow);
      else {
        const next = neighbourOf(walked(), id, arrow);
        if (next !== undefined) openerOf(next)?.focus();
      }
    }
  };
}

const cardUnder = (target: EventTarget): ActionId | null => {
  const id = target instanceof HTMLElement ? target.dataset.openAction : undefined;
  return id === undefined ? null : (id as ActionId);
};

/** The card beside another one as the eye has it; undefined at the edge of the wall. */
function neighbourOf(board: Board, id: ActionId, direction: Direction): ActionId | undefined {
  const priorityId = board.actions.get(id)?.priorityId;
  const order = board.priorities.map((priority) => priority.id);
  const place = priorityId === undefined ? -1 : order.indexOf(priorityId);
  const columnAt = (at: number) => board.columns.get(order[at] as PriorityId) ?? [];
  const column = columnAt(place);
  const index = column.indexOf(id);
  if (index < 0) return undefined;
  switch (direction) {
    case 'up':
      return column[index - 1];
    case 'down':
      return column[index + 1];
    case 'left':
    case 'right': {
      const beside = columnAt(place + (direction === 'left' ? -1 : 1));
      return beside[index] ?? beside.at(-1);
    }
  }
}
