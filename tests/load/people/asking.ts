/** Somebody who asks things of the session, and is told what became of each. */
import { type Answer, encodeAsked } from '../../../shared/protocol/messages.ts';
import type { Request } from '../../../shared/session/session.ts';
import type { Guest } from './guest.ts';

export interface Asking {
  /** Resolves with the refusal, or undefined once it was granted. */
  readonly ask: (request: Request) => Promise<Answer['refused']>;
  /** Questions without an answer so far. */
  readonly open: () => number;
}

export function createAsking(guest: Guest): Asking {
  const open = new Map<number, (refused: Answer['refused']) => void>();
  let last = 0;
  guest.listen((incoming) => {
    if (incoming.kind !== 'answer') return;
    const { id, refused } = incoming.answer;
    open.get(id)?.(refused);
    open.delete(id);
  });
  return {
    ask: (request) =>
      new Promise((told) => {
        last += 1;
        open.set(last, told);
        guest.send(encodeAsked({ id: last, request }));
      }),
    open: () => open.size,
  };
}
