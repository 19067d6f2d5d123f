/** Tells a page what it lacks of the document, and asks it for what the server lacks. */
import type { BoardDocument } from './board/document.ts';
import type { Batches } from './keep/batches.ts';
import type { Member, Members } from './members.ts';
import { syncFrame } from './socket/frames.ts';

export interface CatchUpDeps {
  readonly document: Pick<BoardDocument, 'stateVector' | 'missingFor'>;
  readonly members: Pick<Members, 'of' | 'follow' | 'caughtUp'>;
  readonly batches: Pick<Batches, 'whenKept' | 'isClosed'>;
}

export function createCatchUp({ document, members, batches }: CatchUpDeps) {
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
          connection.send(syncFrame('step2', document.missingFor(stateVector)));
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
