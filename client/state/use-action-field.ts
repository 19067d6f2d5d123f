/**
 * One field of an action, by value: typing in the title makes a new action with new lists in it,
 * and must not draw the rest of the sheet again.
 */
import { useMemo } from 'react';
import type { Action } from '../../shared/board/schema.ts';
import type { ActionId } from '../../shared/ids.ts';
import { useBoard } from './hooks.ts';

/** The field's value, the same object until its content changes; undefined when empty or gone. */
export function useActionField<Key extends keyof Action>(
  id: ActionId,
  key: Key,
): Action[Key] | undefined {
  const select = useMemo(() => kept<Action[Key] | undefined>(), []);
  return useBoard((board) => select(board.actions.get(id)?.[key]));
}

const AUTHORSHIP = ['authorId', 'authorDirectionId', 'authorActorId'] as const;

/** The action as far as its author goes, for {@link useCan}; the same object until that changes. */
export function useActionAuthorship(id: ActionId): Action | undefined {
  const select = useMemo(() => {
    let last: Action | undefined;
    return (next: Action | undefined) => {
      const same = last && next && AUTHORSHIP.every((key) => last?.[key] === next[key]);
      if (!same || last?.id !== next?.id) last = next;
      return last;
    };
  }, []);
  return useBoard((board) => select(board.actions.get(id)));
}

/** The last version of an action that is no longer on the board; undefined while it is there. */
export function useGoneAction(id: ActionId): Action | undefined {
  const select = useMemo(() => {
    let last: Action | undefined;
    return (now: Action | undefined) => {
      if (now) last = now;
      return now ? undefined : last;
    };
  }, []);
  return useBoard((board) => select(board.actions.get(id)));
}

/** Hands out the former value for as long as the new one says the same. */
function kept<Value>(): (next: Value) => Value {
  let last: Value | undefined;
  return (next) => {
    if (last === undefined || !isSame(last, next)) last = next;
    return last;
  };
}

/** Whether two plain values of the board say the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
