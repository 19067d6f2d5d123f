/**
 * Whether and when what one person of a board sends reaches every other. Servers may cut and join
 * updates as they like: an edit has arrived once its author's clock, as received, is past its end.
 */
import { endsOf } from './updates.ts';

export interface Delivery {
  /** Somebody who will write, under a Yjs client id of their own. */
  readonly addAuthor: (client: number, guest: number) => void;
  readonly sent: (client: number, end: number) => void;
  readonly received: (guest: number, update: Uint8Array) => void;
  /** Edits of all authors that somebody else has not received. */
  readonly missing: () => number;
  /** The end of the last edit of an author that somebody else has received; 0 for none. */
  readonly seenBySomebody: (client: number) => number;
}
interface Author {
  readonly guest: number;
  readonly ends: number[];
  readonly sentAt: number[];
  /** By guest: how many of the edits have arrived. */
  readonly arrived: Uint32Array;
}

/** @param onArrival milliseconds from the send to the arrival at one other person */
export function createDelivery(
  guests: number,
  onArrival: (milliseconds: number) => void,
): Delivery {
  const authors = new Map<number, Author>();
  const others = function* ({ guest, arrived }: Author) {
    for (const [index, count] of arrived.entries()) if (index !== guest) yield count;
  };

  return {
    addAuthor: (client, guest) => {
      const arrived = new Uint32Array(guests);
      authors.set(client, { guest, ends: [], sentAt: [], arrived });
    },
    sent: (client, end) => {
      const author = authors.get(client);
      author?.ends.push(end);
      author?.sentAt.push(performance.now());
    },
    received: (guest, update) => {
      const now = performance.now();
      for (const [client, end] of endsOf(update)) {
        const author = authors.get(client);
        if (!author || author.guest === guest) continue;
        let next = author.arrived[guest] ?? 0;
        while (next < author.ends.length && (author.ends[next] ?? 0) <= end) {
          onArrival(now - (author.sentAt[next] ?? now));
          next += 1;
        }
        author.arrived[guest] = next;
      }
    },
    missing: () => {
      let sum = 0;
      for (const author of authors.values())
        for (const count of others(author)) sum += author.ends.length - count;
      return sum;
    },
    seenBySomebody: (client) => {
      const author = authors.get(client);
      return author?.ends[Math.max(0, ...others(author)) - 1] ?? 0;
    },
  };
}
