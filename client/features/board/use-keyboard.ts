/**
 * The wall under the fingers: arrows go from card to card, Espace takes a card and puts it down,
 * Échap leaves it where it was. Each step is spoken.
 */
import { type KeyboardEvent, useEffect } from 'react';
import { placeAmongAll, shownBoard } from '../../../shared/finding/shown.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { allows } from '../../../shared/session/permissions.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { useShownNow } from '../../state/use-finding.ts';
import { usePicker } from '../../state/use-picking.ts';
import { useWords } from '../../state/words.ts';
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
      else focusNeighbour(event.target as HTMLElement, arrow);
    }
  };
}

const cardUnder = (target: EventTarget): ActionId | null => {
  const id = target instanceof HTMLElement ? target.dataset.openAction : undefined;
  return id === undefined ? null : (id as ActionId);
};

function focusNeighbour(from: HTMLElement, direction: Direction): void {
  const item = from.closest('[data-card]');
  const column = from.closest('[data-column]');
  const items = [...(column?.querySelectorAll('[data-card]') ?? [])];
  const index = item ? items.indexOf(item) : -1;
  const columns = [...document.querySelectorAll('[data-column]')];
  const beside = column ? columns.indexOf(column) + (direction === 'left' ? -1 : 1) : -1;
  const next =
    direction === 'up'
      ? items[index - 1]
      : direction === 'down'
        ? items[index + 1]
        : nthOrLast([...(columns[beside]?.querySelectorAll('[data-card]') ?? [])], index);
  next?.querySelector<HTMLElement>('[data-open-action]')?.focus();
}

const nthOrLast = (items: readonly Element[], index: number): Element | undefined =>
  items[index] ?? items.at(-1);
