/**
 * Visitors are observers who gave no name. Whatever opens their link makes one (a scanner of links,
 * a preview in a chat), so they leave no trace: each is one of the people while connected, and for a
 * moment after. Their page comes back by its link, as another visitor.
 */
import type { BoardId, PersonId } from '../shared/ids.ts';
import type { OneByOne } from './http/one-by-one.ts';
import type { Rooms } from './rooms/rooms.ts';
import type { Services } from './services.ts';
import type { PersonRow, Store } from './store/store.ts';

export interface VisitorsDeps extends Pick<Services, 'clock' | 'alarm' | 'log'> {
  readonly store: Pick<Store, 'forgetVisitor' | 'forgetVisitors'>;
  readonly rooms: Pick<Rooms, 'peopleChanged'>;
  readonly oneByOne: OneByOne;
}
/** Where and who: a named observer is watched too, since the store alone knows today's name. */
interface Seen {
  readonly boardId: BoardId;
  readonly person: Pick<PersonRow, 'id' | 'role'>;
}
interface Leaving {
  /** When they may be forgotten, milliseconds since 1970. */
  readonly at: number;
  readonly cancel: () => void;
}
export type Visitors = ReturnType<typeof createVisitors>;

/** After joining: a page connects at once, a slow line takes a while. */
const unconnectedMs = 60_000;
/** After the last connection: a reload, or a short cut, is the same person. */
const goneMs = 10_000;

// A list of what happens to a visitor, each in a few lines.
export function createVisitors({ store, rooms, oneByOne, clock, alarm, log }: VisitorsDeps) {
  /** How many connections each observer has; absent without any. */
  const connections = new Map<string, number>();
  const leavings = new Map<string, Leaving>();
  let isStopped = false;
  /** Resolves when nobody is being forgotten. */
  let forgetting: Promise<void> = Promise.resolve();

  const stay = (key: string) => {
    leavings.get(key)?.cancel();
    leavings.delete(key);
  };
  const forget = async (boardId: BoardId, personId: PersonId) => {
    const key = keyOf(boardId, personId);
    try {
      // Whoever enters is looked up in the same line: they have stayed by now, or will find nobody.
      await oneByOne(boardId, async () => {
        const leaving = leavings.get(key);
        if (!leaving || clock() < leaving.at) return;
        stay(key);
        if (await store.forgetVisitor(boardId, personId)) await rooms.peopleChanged(boardId);
      });
    } catch (err) {
      log.error({ err, board: boardId }, 'visitor not forgotten'); // the next start does it
    }
  };
  const leaveAfter = (ms: number, { boardId, person }: Seen) => {
    if (isStopped || person.role !== 'observer') return;
    const key = keyOf(boardId, person.id);
    const at = clock() + ms;
    const cancel = alarm(at, () => {
      forgetting = forgetting.then(() => forget(boardId, person.id));
    });
    stay(key);
    leavings.set(key, { at, cancel });
  };

  return {
    /** Forgets those of before: nobody is connected yet. Never fails: a fault is logged. */
    start: async (): Promise<void> => {
      try {
        await store.forgetVisitors();
      } catch (err) {
        log.error({ err }, 'visitors not forgotten');
      }
    },
    /** Somebody joined, and may never connect. */
    joined: (seen: Seen): void => leaveAfter(unconnectedMs, seen),
    /** A connection of theirs begins; to be told before another look at their ticket. */
    came: ({ boardId, person }: Seen): void => {
      const key = keyOf(boardId, person.id);
      connections.set(key, (connections.get(key) ?? 0) + 1);
      stay(key);
    },
    /** One of their connections has ended. */
    left: (seen: Seen): void => {
      const key = keyOf(seen.boardId, seen.person.id);
      const others = (connections.get(key) ?? 0) - 1;
      if (others > 0) return void connections.set(key, others);
      connections.delete(key);
      leaveAfter(goneMs, seen);
    },
    /** Resolves when nobody is being forgotten any more, nor will be. */
    stop: async (): Promise<void> => {
      isStopped = true;
      for (const key of leavings.keys()) stay(key);
      await forgetting;
    },
  };
}

const keyOf = (boardId: BoardId, personId: PersonId): string => `${boardId} ${personId}`;
