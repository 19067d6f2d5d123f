/** A press on a card, from which a drag may begin. */
import { type ActionId, isId } from '../../../shared/ids.ts';

/** In viewport pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Press {
  readonly id: ActionId;
  /** The card, as the wall draws it. */
  readonly element: HTMLElement;
  /** By the name of the handler that hears it. */
  readonly kind: 'onMouseDown' | 'onTouchStart';
  readonly event: Event;
}

/** Null for a press on nothing that may be moved. */
export function pressIn(kind: Press['kind'], event: Event): Press | null {
  const target = event.target instanceof Element ? event.target : null;
  const element = target?.closest<HTMLElement>('.draggable[data-movable]');
  const id = element?.closest<HTMLElement>('[data-card]')?.dataset.card;
  return element && isId(id) ? { id: id as ActionId, element, kind, event } : null;
}
