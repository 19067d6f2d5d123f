/** What pieces of a frame cost the person who sends them, and what they are worth as a sign of life. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { createAllowance } from '../../../server/rooms/socket/allowance.ts';
import { createConnection } from '../../../server/rooms/socket/connection.ts';
import type { PersonRow } from '../../../server/store/store.ts';
import { notedPeer } from '../../support/noted-peer.ts';

/** Its board is being loaded, for as long as that takes. */
function opened(environment: Record<string, string> = {}) {
  const peer = notedPeer();
  const limits = readConfig(environment);
  const allowance = createAllowance({ ...limits, byteBurst: limits.maxMessageBytes }, Date.now);
  const spent = vi.fn(allowance.spend);
  const ends: string[] = [];
  createConnection({
    peer,
    person: { id: 'ana' } as PersonRow,
    clock: Date.now,
    limits,
    allowance: { ...allowance, spend: spent },
    onClosed: (_, end) => ends.push(end),
  });
  return { peer, spent, ends };
}
/** The shortest that a page cuts: what base64 leaves of a body of 1,024 characters. */
const shortest = 765;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  [1, 64],
  [63, 64],
  [65, 65],
  [shortest, shortest],
])('[PO23] a piece of %i bytes is paid for as a message of %i', (bytes, paid) => {
  const { peer, spent } = opened();
  peer.receivePiece(bytes, 2);
  expect(spent.mock.calls).toEqual([[paid], [paid]]);
});

test('[PO23] beyond the burst pieces are read at the rate of messages, or of bytes', () => {
  const many = opened({ MESSAGES_PER_SECOND: '10', MESSAGE_BURST: '20' });
  many.peer.receivePiece(1, 20);
  expect(many.peer.did).toEqual([]);
  many.peer.receivePiece(1);
  expect(many.peer.did).toEqual(['pause']);
  vi.advanceTimersByTime(100);
  expect(many.peer.did).toEqual(['pause', 'resume']);
  const long = opened({ BYTES_PER_SECOND: '1000', MAX_MESSAGE_BYTES: '1000000' });
  long.peer.receivePiece(1_000_000);
  expect(long.peer.did).toEqual([]);
  long.peer.receivePiece(1_000);
  vi.advanceTimersByTime(999);
  expect(long.peer.did).toEqual(['pause']);
  vi.advanceTimersByTime(1);
  expect(long.peer.did).toEqual(['pause', 'resume']);
});

/** One piece whenever it may be read, or without looking. */
function sendFor(seconds: number, bytes: number) {
  const one = opened({ MESSAGES_PER_SECOND: '10', MESSAGE_BURST: '10' });
  for (let tenth = 0; tenth < seconds * 10; tenth++) {
    one.peer.receivePiece(bytes, 2);
    vi.advanceTimersByTime(100);
  }
  return one.peer.did.filter((each) => each.startsWith('close'));
}
test('[PO23] whoever does not stop sending short pieces is shown out, and a page that must is not', () => {
  expect(sendFor(20, 1)).toEqual(['close tooMuch']);
  expect(sendFor(20, shortest)).toEqual([]);
});

const small = {
  MAX_MESSAGE_BYTES: '1000',
  MAX_UPDATE_BYTES: '1000',
  MAX_PRESENCE_BYTES: '100',
};
test('[PO23] what has come of a frame waits with whole ones, under one bound', () => {
  const { peer } = opened(small);
  peer.receive(new Uint8Array(936));
  peer.receivePiece(1_000);
  expect(peer.did.filter((each) => each !== 'pause')).toEqual([]);
  peer.receivePiece(1);
  expect(peer.did.at(-1)).toBe('close tooMuch');
});

test('[PO23] the end of a frame takes the place of its pieces', () => {
  const { peer } = opened(small);
  peer.receivePiece(900);
  peer.receive(new Uint8Array(936));
  peer.receivePiece(900);
  peer.receive(new Uint8Array(936));
  expect(peer.did).not.toContain('close tooMuch');
  peer.receivePiece(1);
  expect(peer.did.at(-1)).toBe('close tooMuch');
});

test('[PO24] a frame whose pieces come for minutes is not silence; nothing for too long is', () => {
  const { peer, ends } = opened({ PING_SECONDS: '20', SILENCE_SECONDS: '45' });
  for (let minute = 0; minute < 20; minute++) {
    peer.receivePiece(shortest);
    vi.advanceTimersByTime(30_000);
  }
  expect([peer.did.includes('terminate'), ends]).toEqual([false, []]);
  vi.advanceTimersByTime(60_000);
  expect(peer.did.at(-1)).toBe('terminate');
  expect(ends).toEqual(['silent']);
});

test('[PO23] pieces that come after a close cost nothing and end nothing', () => {
  const { peer, spent } = opened();
  peer.receive(undefined);
  peer.receivePiece(1, 1_000);
  expect([peer.did, spent.mock.calls]).toEqual([['close badFrame'], []]);
});
