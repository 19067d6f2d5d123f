/**
 * Where the session is asked for something. A request is decided at once, on all that was decided
 * before it; its events are kept with the updates of the batch; the answer, and what it changed, are
 * told once the disk has them, in the order of the decisions.
 */
import type { PersonId } from '../../../shared/ids.ts';
import { type Answer, type Asked, encodeAnswer } from '../../../shared/protocol/messages.ts';
import { err, type Result } from '../../../shared/result.ts';
import { decide } from '../../../shared/session/decide.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import type { RequestRefusal } from '../../../shared/session/refusals.ts';
import type { StepRules } from '../../../shared/session/rules.ts';
import { readRequest, type SessionEvent } from '../../../shared/session/session.ts';
import { rulesFor, type SessionState } from '../../../shared/session/state.ts';
import { FORGETTING } from '../../../shared/session/stored.ts';
import { decideAlarm, nextAlarm } from '../../../shared/session/timer/alarm.ts';
import type { DecideContext } from '../../../shared/session/verb.ts';
import type { Services } from '../../services.ts';
import { syncFrame } from '../../sync-frame.ts';
import type { Written } from '../board/document.ts';
import type { Fullness } from '../board/fullness.ts';
import type { Batch } from '../keep/batch.ts';
import type { Batches } from '../keep/batches.ts';
import type { Saver } from '../keep/saver.ts';
import type { Connection } from '../socket/connection.ts';
import { createEventBudget } from './event-budget.ts';
import { createMovingAlarm } from './moving-alarm.ts';
import type { RevealDeps } from './revealed.ts';
import { writtenBy } from './written.ts';

/** The session as far as the disk has it: what people may be told. Written here alone. */
export interface Announced {
  session: SessionState;
}
export interface SessionHostDeps
  extends RevealDeps,
    Pick<Services, 'clock' | 'alarm' | 'measures'> {
  /** Where the session stands; moved on as the disk follows. */
  readonly announced: Announced;
  readonly board: DecideContext['board'];
  readonly fullness: Pick<Fullness, 'hasNoEventFor'>;
  readonly batches: Pick<Batches, 'gather' | 'whenKept' | 'whenLost' | 'isOpen' | 'isClosed'>;
  readonly saver: Pick<Saver, 'afterSync'>;
  /** There is something new to tell; whoever asked for it is told before the answer. */
  readonly onAnnounced: (asker: Connection | null) => void;
}

// What is decided, recorded and told hangs on one state, `pending`: told in one place.
export function createSessionHost(deps: SessionHostDeps) {
  const { announced, board, fullness, batches, saver, clock, measures, onAnnounced } = deps;
  const spend = createEventBudget(clock);
  /** With all that was decided, kept or not: what decisions are made on. */
  let pending = announced.session;
  const alarm = createMovingAlarm(deps.alarm, ring);

  return {
    /** Waits for the next alarm; one that is due already rings before anything else is judged. */
    start: () => {
      const at = nextAlarm(pending);
      if (at !== undefined && at <= clock()) ring();
      else alarm.setTo(at);
    },
    /** By which an update that has come now is judged. */
    rules: (): readonly StepRules[] => rulesFor(pending, clock()),
    take: (connection: Connection, { id, request: unread }: Asked) => {
      const request = readRequest(unread);
      const answer = (outcome: Result<unknown, RequestRefusal>) => {
        if (outcome.ok) measures.requestGranted();
        else measures.requestRefused(outcome.error);
        const said: Answer = outcome.ok ? { id } : { id, refused: outcome.error };
        connection.whenDrained(() => connection.send(encodeAnswer(said)));
      };
      if (!request) return answer(err('invalid'));
      const now = clock();
      const decision = affordable(
        decide(pending, request, { asker: connection.person, now, board }),
        connection.person,
      );
      if (decision.ok && decision.value.length > 0)
        record(decision.value, connection.person.id, now);
      batches.whenLost(() => answer(err('storage')));
      announceLater(connection, () => answer(decision));
    },
    close: alarm.clear,
  };

  /** What was decided, or that the log takes no more of it. */
  function affordable(
    decision: Result<readonly SessionEvent[], RequestRefusal>,
    person: Connection['person'],
  ): typeof decision {
    if (!decision.ok || decision.value.length === 0) return decision;
    if (fullness.hasNoEventFor(person)) return err('full');
    return spend(person.id, decision.value.map(bytesOf)) ? decision : err('too-often');
  }

  function record(events: readonly SessionEvent[], author: PersonId | null, at: number): void {
    const batch = batches.gather();
    for (const event of events) {
      batch.entries.push({ kind: 'event', author, at, bytes: bytesOf(event) });
      writeToBoard(batch, writtenBy(event, pending, deps), at);
      if (FORGETTING.includes(event.type)) batch.forgets = true;
      pending = evolve(pending, event);
    }
    alarm.setTo(nextAlarm(pending));
  }

  /** Once the disk has what `pending` is made of, and what is told stands on. */
  function announceLater(asker: Connection | null, answer: () => void) {
    const decided = pending;
    batches.whenKept(() => {
      if (decided === announced.session) return answer();
      saver.afterSync(() => {
        if (batches.isClosed()) return;
        if (decided !== announced.session) {
          announced.session = decided;
          onAnnounced(asker);
        }
        answer();
      });
    });
  }

  function ring() {
    if (batches.isClosed()) return;
    if (!batches.isOpen()) return batches.whenKept(ring);
    alarm.clear();
    const now = clock();
    const events = decideAlarm(pending, now);
    if (events.length === 0) return alarm.setTo(nextAlarm(pending)); // the clock was set back
    record(events, null, now);
    announceLater(null, () => {});
  }
}

const bytesOf = (event: SessionEvent): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(event));

/** Nobody of the room wrote it, so it is shown to all. */
function writeToBoard(batch: Batch, written: Written | undefined, at: number): void {
  if (!written) return;
  batch.entries.push({ kind: 'update', author: null, at, bytes: written.bytes });
  batch.broadcasts.push({ message: syncFrame('update', written.bytes), from: null });
  batch.ends.set(written.client, written.end);
}
