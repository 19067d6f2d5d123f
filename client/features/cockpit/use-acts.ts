/** The acts as they stand now: what each would do, or that there is nothing to do. */
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { ActionId } from '../../../shared/ids.ts';
import type { StepId } from '../../../shared/session/agenda/step.ts';
import type { Focus } from '../../../shared/session/attention/focus.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useBoard, useBoardClient, useSession } from '../../state/hooks.ts';
import { useOpenRound, useRequest, useSteps } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { say } from '../../ui/toast-queue.ts';
import type { Act, ActId, Acts, Asked } from './acts.ts';
import { useProjectionActs } from './use-projection.ts';
import type { TimerChoice } from './use-timer-choice.ts';

export interface ActsOptions {
  /** The action whose sheet is open. */
  readonly openActionId: ActionId | null;
  readonly timerChoice: TimerChoice;
  readonly ask: (asked: Asked) => void;
}

export function useActs({ openActionId, timerChoice, ask }: ActsOptions): Acts {
  return {
    ...useStepActs(),
    ...useTimerActs(timerChoice),
    ...useWorkActs(ask),
    ...useAttentionActs(openActionId),
    ...useProjectionActs(),
    park: usePark(openActionId),
  };
}

type Some<Ids extends ActId> = Readonly<Record<Ids, Act>>;
function useStepActs(): Some<'next' | 'previous' | 'undo'> {
  const { acts: t } = useWords(cockpitWords);
  const request = useRequest(say);
  const steps = useSteps();
  const current = useSession((session) => session?.current ?? null);
  const undoable = useSession((session) => session?.undoable ?? null);
  const place = steps.findIndex(({ id }) => id === current);
  // `from` names what this page shows: pressed twice, or by two people at once, it leads one step on.
  const start = (id: StepId | undefined) =>
    id === undefined
      ? null
      : () => void request({ type: 'step-start', id, from: current, timed: true });
  return {
    next: { label: place < 0 ? t.first : t.next, run: start(steps[place + 1]?.id) },
    previous: { label: t.previous, run: place < 0 ? null : start(steps[place - 1]?.id) },
    undo: {
      label: t.undo,
      run: undoable && (() => void request({ type: 'undo', act: undoable.act })),
    },
  };
}

function useTimerActs({
  minutes,
  effect,
  started,
}: TimerChoice): Some<'timer' | 'longer' | 'shorter' | 'freeze'> {
  const { acts: t } = useWords(cockpitWords);
  const request = useRequest(say);
  const timer = useSession((session) => session?.timer ?? null);
  const frozen = useSession((session) => session?.frozen ?? null);
  const add = (seconds: number) => () => void request({ type: 'timer-add', seconds });
  const start =
    minutes === null
      ? null
      : () =>
          void request({ type: 'timer-start', seconds: minutes * 60, effect }).then(
            (granted) => granted && started(),
          );
  const control: Act =
    timer?.state === 'running'
      ? { label: t.pause, run: () => void request({ type: 'timer-pause' }) }
      : timer?.state === 'paused'
        ? { label: t.resume, run: () => void request({ type: 'timer-resume' }) }
        : { label: t.start(minutes ?? 0), run: start };
  return {
    timer: control,
    longer: { label: t.longer, run: timer && add(60) },
    shorter: { label: t.shorter, run: timer && timer.state !== 'ended' ? add(-60) : null },
    freeze: {
      label: frozen ? t.unfreeze : t.freeze,
      run: () => void request({ type: 'freeze', on: frozen === null }),
    },
  };
}

/** Ideas and votes: what cannot be taken back is asked first. */
function useWorkActs(ask: (asked: Asked) => void): Some<'reveal' | 'vote'> {
  const { acts: t } = useWords(cockpitWords);
  const hasDrafts = useSession((session) => (session?.drafts.writers ?? 0) > 0);
  const isOpen = useOpenRound() !== undefined;
  return {
    reveal: {
      label: t.reveal,
      run: hasDrafts ? () => ask({ act: 'reveal', priorityId: null }) : null,
    },
    vote: {
      label: isOpen ? t.closeVote : t.openVote,
      run: () => ask({ act: isOpen ? 'close-vote' : 'open-vote' }),
    },
  };
}

function useAttentionActs(openActionId: ActionId | null): Some<'focus' | 'summon' | 'hands'> {
  const { acts: t, focus: words, people } = useWords(cockpitWords);
  const request = useRequest(say);
  const focus = useSession((session) => session?.focus ?? null);
  const hasHands = useSession((session) => session?.people.some(({ hand }) => hand !== null));
  const show = (target: Focus | null) => () => void request({ type: 'focus', target });
  const lowerAll = () =>
    void request({ type: 'hands-lower', personId: null }).then(
      (done) => done && say(people.lowered),
    );
  const isShown = focus?.kind === 'action' && focus.id === openActionId;
  const canShow = openActionId !== null && !isShown;
  return {
    focus: canShow
      ? { label: t.focus, run: show({ kind: 'action', id: openActionId }) }
      : { label: focus ? t.unfocus : t.focus, run: focus && show(null) },
    summon: {
      label: t.summon,
      run: () => void request({ type: 'summon' }).then((done) => done && say(words.summoned)),
    },
    hands: {
      label: t.hands,
      run: hasHands ? lowerAll : null,
    },
  };
}

/** "À discuter" is a status of the action, kept and undone like all that is written. */
function usePark(openActionId: ActionId | null): Act {
  const { acts: t, wall } = useWords(cockpitWords);
  const client = useBoardClient();
  const isThere = useBoard(({ actions }) => openActionId !== null && actions.has(openActionId));
  const isParked = useBoard(
    ({ actions }) => openActionId !== null && actions.get(openActionId)?.status === 'discuss',
  );
  const label = isParked ? t.unpark : t.park;
  if (openActionId === null || !isThere) return { label, run: null };
  return {
    label,
    run: () => {
      const title = client.stores.board.getState().actions.get(openActionId)?.title ?? '';
      const status = isParked ? 'proposed' : 'discuss';
      const done = client.run(setSheetField, openActionId, 'status', status);
      if (done.ok) say(isParked ? wall.isUnparked(title) : wall.isParked(title));
    },
  };
}
