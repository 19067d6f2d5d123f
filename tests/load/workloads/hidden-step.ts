/** A step in which ideas are hidden, and how long a board takes to open once its server is started again. */
import type { Step, StepId } from '../../../shared/session/agenda/step.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import { DEFAULT_VOTE } from '../../../shared/session/votes/votes.ts';
import { cpuSeconds } from '../machine.ts';
import type { Asking } from '../people/asking.ts';
import { enter, type Seat } from '../people/guest.ts';
import { median } from '../statistics.ts';
import { pause } from './crowd.ts';

export const hiddenStep = 'load-hidden' as StepId;

export async function startHidden({ ask }: Asking): Promise<void> {
  const step: Step = {
    id: hiddenStep,
    kind: 'ideas',
    title: 'Idées',
    instruction: '',
    minutes: 15,
    rules: VISIBILITIES.masquée,
    anonymous: false,
    vote: DEFAULT_VOTE,
  };
  await ask({ type: 'steps-set', steps: [step] });
  await ask({ type: 'step-start', id: hiddenStep, from: null });
}

const openings = 5;
/** For a board that was left to be let go. */
const leftMs = 500;

/**
 * From the socket to the board, by somebody who comes first; after others have come into another
 * board, since a process that has just started compiles as well.
 * @returns milliseconds, the median of some openings; and of the server's processor, for one of them
 *   and all that is done when it is left again
 */
export async function openedMs(
  pid: number,
  other: Seat,
  seat: Seat | undefined,
): Promise<{ readonly openMs: number; readonly openCpuMs: number }> {
  if (!seat) throw new Error('nobody comes');
  for (let warm = 0; warm < openings; warm++) (await enter(other)).leave();
  await pause(leftMs);
  const taken: number[] = [];
  const before = cpuSeconds(pid);
  for (let opening = 0; opening < openings; opening++) {
    const began = performance.now();
    const guest = await enter(seat);
    taken.push(performance.now() - began);
    guest.leave();
    await pause(leftMs);
  }
  const openCpuMs = ((cpuSeconds(pid) - before) * 1_000) / openings;
  return { openMs: median(taken) ?? 0, openCpuMs };
}
