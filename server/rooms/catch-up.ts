/** Tells a page what it lacks of the document, and asks it for what the server lacks. */

import { deflated, syncFrame } from '../sync-frame.ts';
import type { BoardDocument } from './board/document.ts';
import type { Batches } from './keep/batches.ts';
import type { Member, Members } from './members.ts';
import type { Connection } from './socket/connection.ts';

export interface CatchUpDeps {
  readonly document: Pick<BoardDocument, 'stateVector' | 'answerTo' | 'missingFor' | 'missingInV2'>;
  readonly members: Pick<Members, 'of' | 'follow' | 'caughtUp'>;
  readonly batches: Pick<Batches, 'whenKept' | 'isClosed'>;
}

/** A whole room is told the same: it is deflated once, not once for each. */
const deflatedOnce = new WeakMap<Uint8Array, Uint8Array>();
function smallFrame(subType: 'step2' | 'step2V2', missing: Uint8Array): Uint8Array {
  const frame = deflatedOnce.get(missing) ?? deflated(syncFrame(subType, missing));
  deflatedOnce.set(missing, frame);
  return frame;
}

export function createCatchUp({ document, members, batches }: CatchUpDeps) {
  const answerOf = (stateVector: Uint8Array, { inflates }: Pick<Connection, 'inflates'>) => {
    if (!inflates) return syncFrame('step2', document.missingFor(stateVector));
    const answer = document.answerTo(stateVector);
    if (answer) return answer;
    const inV2 = document.missingInV2(stateVector);
    if (inV2) return smallFrame('step2V2', inV2);
    return smallFrame('step2', document.missingFor(stateVector));
  };
  const hasLeft = (member: Member) => members.of(member.connection) !== member;

  /** Asked for several times meanwhile, it is told once. */
  const tell = (member: Member) => {
    const { connection } = member;
    connection.whenDrained(() =>
      batches.whenKept(() => {
        const stateVector = member.asked;
        if (hasLeft(member) || !stateVector) return;
        if (connection.isBehind()) return tell(member);
        member.asked = undefined;
        // First, so that what is sent here may already put it behind.
        members.follow(member);
        connection.charge(() => {
          connection.send(answerOf(stateVector, connection));
        });
      }),
    );
  };

  return {
    /** Asks for all the server does not have. */
    ask: (member: Member) =>
      member.connection.whenDrained(() => {
        member.questions += 1;
        member.connection.send(syncFrame('step1', document.stateVector()));
      }),
    /** It has what the state vector says: it is told the rest, and then what others write. */
    answer: (member: Member, stateVector: Uint8Array) => {
      const isAwaited = member.asked !== undefined;
      member.asked = stateVector;
      if (!isAwaited) tell(member);
    },
    /** It has drained: it is told what others wrote meanwhile. */
    makeUp: (member: Member) =>
      batches.whenKept(() => {
        const { connection } = member;
        if (connection.isBehind()) return; // again, by what was just sent: made up for after that
        const missed = members.caughtUp(member);
        if (missed && !batches.isClosed() && !hasLeft(member))
          connection.send(syncFrame('update', document.missingFor(missed)));
      }),
  };
}
