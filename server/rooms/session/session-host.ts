/**
 * Where the session is asked for something. A request is decided at once, on all that was decided
 * before it; its events are kept with the updates of the turn; the answer, and what it changed, are
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
import { decideAlarm, nextAlarm } from '../../../shared/session/timer/alarm.ts';
import type { DecideContext } from '../../../shared/session/verb.ts';
import type { Alarm, Clock } from '../../clock.ts';
import type { Measures } from '../../observability/measures.ts';
import type { Turns } from '../keep/batches.ts';
import type { Saver } from '../keep/saver.ts';
import type { Connection } from '../socket/connection.ts';
import { syncFrame } from '../socket/frames.ts';
import { type RevealParts, revealedIn } from './revealed.ts';

export interface Desk {
  /** By which an update that has come now is judged. */
  readonly rules: () => readonly StepRules[];
  /** The session as far as the disk has it: what people may be told. */
  readonly announced: () => SessionState;
  readonly take: (connection: Connection, asked: Asked) => void;
  /** What was gathered in this turn was not kept. */
  readonly lose: () => void;
  readonly close: () => void;
}
export interface DeskParts extends RevealParts {
  readonly session: SessionState;
  readonly board: DecideContext['board'];
  readonly turns: Pick<Turns, 'gather' | 'whenKept' | 'isOpen' | 'isClosed'>;
  readonly saver: Pick<Saver<Connection>, 'once'>;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly measures: Pick<Measures, 'requestGranted' | 'requestRefused'>;
  /** There is something new to tell; whoever asked for it is told before the answer. */
  readonly onAnnounced: (asker: Connection | null) => void;
}

export function createDesk(parts: DeskParts): Desk {
  const { board, turns, saver, clock, alarm, measures, onAnnounced } = parts;
  /** With all that was decided, kept or not: what decisions are made on. */
  let pending = parts.session;
  let announced = parts.session;
  const unkept = new Set<() => void>();
  let giveUp = () => {};
  let alarmAt: number | undefined;

  const happen = (events: readonly SessionEvent[], author: PersonId | null, at: number) => {
    const turn = turns.gather();
    for (const event of events) {
      const bytes = new TextEncoder().encode(JSON.stringify(event));
      turn.entries.push({ kind: 'event', author, at, bytes });
      const written = event.type === 'revealed' ? revealedIn(pending, event, parts) : undefined;
      if (written) {
        turn.entries.push({ kind: 'update', author: null, at, bytes: written.bytes });
        turn.broadcasts.push({ message: syncFrame('update', written.bytes), from: null });
        turn.ends.set(written.client, written.end);
      }
      pending = evolve(pending, event);
    }
    setAlarm();
  };

  /** Tells once the disk has what `pending` is made of, and what is told stands on. */
  const tellLater = (asker: Connection | null, tell: () => void) => {
    const decided = pending;
    turns.whenKept(() => {
      if (decided === announced) return tell();
      saver.once(() => {
        if (turns.isClosed()) return;
        const isNews = decided !== announced;
        announced = decided;
        if (isNews) onAnnounced(asker);
        tell();
      });
    });
  };

  const setAlarm = () => {
    const at = nextAlarm(pending);
    if (at === alarmAt) return;
    giveUp();
    alarmAt = at;
    giveUp = at === undefined ? () => {} : alarm(at, ring);
  };
  const ring = () => {
    if (turns.isClosed()) return;
    if (!turns.isOpen()) return turns.whenKept(ring);
    giveUp();
    alarmAt = undefined;
    const now = clock();
    const events = decideAlarm(pending, now);
    if (events.length === 0) return setAlarm(); // the clock was set back meanwhile
    happen(events, null, now);
    tellLater(null, () => {});
  };

  const answer = (
    connection: Connection,
    { id }: Asked,
    outcome: Result<unknown, RequestRefusal>,
  ) => {
    const said: Answer = outcome.ok ? { id } : { id, refused: outcome.error };
    if (outcome.ok) measures.requestGranted();
    else measures.requestRefused(outcome.error);
    connection.whenDrained(() => connection.send(encodeAnswer(said)));
  };

  setAlarm();
  // A timer that ended while nobody was here has its effect before anything else is judged.
  if (alarmAt !== undefined && alarmAt <= clock()) ring();
  return {
    rules: () => rulesFor(pending, clock()),
    announced: () => announced,
    take: (connection, asked) => {
      const request = readRequest(asked.request);
      if (!request) return answer(connection, asked, err('invalid'));
      const now = clock();
      const decision = decide(pending, request, { asker: connection.person, now, board });
      if (decision.ok && decision.value.length > 0)
        happen(decision.value, connection.person.id, now);
      const lose = () => answer(connection, asked, err('storage'));
      unkept.add(lose);
      turns.whenKept(() => unkept.delete(lose));
      tellLater(connection, () => answer(connection, asked, decision));
    },
    lose: () => {
      for (const lose of unkept) lose();
    },
    close: () => giveUp(),
  };
}
