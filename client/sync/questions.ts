/** Requests of this page that wait for the server's answer. */
import type { Answer, Asked } from '../../shared/protocol/messages.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { RequestRefusal } from '../../shared/session/refusals.ts';
import type { Request } from '../../shared/session/session.ts';

/** `offline`: the connection was lost before the answer, which may or may not have been yes. */
export type RequestProblem = RequestRefusal | 'offline';

type Send = (asked: Asked) => boolean;

export interface Questions {
  /** @param send gives false when there is no connection */
  readonly ask: (request: Request, send: Send) => Promise<Result<void, RequestProblem>>;
  readonly answered: (answer: Answer) => void;
  /** The connection is gone: no answer will come any more. */
  readonly lost: () => void;
}

export function createQuestions(): Questions {
  const waiting = new Map<number, (outcome: Result<void, RequestProblem>) => void>();
  let last = 0;
  return {
    ask: (request, send) =>
      new Promise((resolve) => {
        last += 1;
        const id = last;
        waiting.set(id, resolve);
        if (send({ id, request })) return;
        waiting.delete(id);
        resolve(err('offline'));
      }),
    answered: ({ id, refused }) => {
      waiting.get(id)?.(refused === undefined ? ok(undefined) : err(refused));
      waiting.delete(id);
    },
    lost: () => {
      for (const resolve of waiting.values()) resolve(err('offline'));
      waiting.clear();
    },
  };
}
