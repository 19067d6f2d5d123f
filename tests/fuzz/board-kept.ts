/** Scripts that are always played: those that once failed, and meetings too rare to be drawn. */
import type { Kind, Step } from './board-script.ts';

const step = (kind: Kind, by: number, on = 0, at = 1): Step => ({ kind, by, on, at, letters: [0] });
/** From one person to the relay, then to the two others. */
const delivered = [step('deliver', 0, 0, 0), step('deliver', 0, 0, 0), step('deliver', 0, 0, 0)];

type Named = readonly [what: string, script: readonly Step[]];

/** Ids are drawn anew each time, so that a drawn script meets some of these in one run and not in the next. */
export const MEETINGS: readonly Named[] = [
  [
    'two actions are merged into each other at once',
    [step('merge', 0, 0, 1), step('merge', 1, 1, 0)],
  ],
];

/** Shortened, with what was wrong. */
export const KEPT: readonly Named[] = [
  ['columns kept the order priorities had before', [step('shiftPriority', 0)]],
  [
    'a second undo wrote an older value over that of somebody else',
    [
      step('setField', 0),
      ...delivered,
      step('setField', 1),
      ...delivered,
      step('setField', 0),
      step('undo', 0),
      step('undo', 0),
    ],
  ],
  [
    'an action discarded and restored by others in one delivery lost its identity',
    [
      step('drop', 0),
      step('discard', 1),
      step('restore', 1),
      ...delivered,
      ...delivered,
      step('reconnect', 0),
      ...delivered,
      ...delivered,
    ],
  ],
];
