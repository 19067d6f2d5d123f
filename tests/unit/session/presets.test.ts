import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../shared/ids.ts';
import { PRESET_IDS, stepsOf } from '../../../shared/session/agenda/presets.ts';
import { step as stepSchema } from '../../../shared/session/agenda/step-schema.ts';
import { decide } from '../../../shared/session/decide.ts';
import { READ_ONLY } from '../../../shared/session/rules.ts';
import { EMPTY_SESSION } from '../../../shared/session/state.ts';

describe.each(PRESET_IDS)('%s', (preset) => {
  const steps = stepsOf(preset);

  test('[DR1] is a déroulé the server takes', () => {
    const asker = {
      id: 'ana' as PersonId,
      role: 'facilitator' as const,
      directionId: null,
      actorId: null,
    };
    const board = {
      hasAction: () => true,
      hasPriority: () => true,
      leadOf: () => undefined,
      priorityOf: () => undefined,
      actionsOf: () => [],
      room: () => 1,
    };
    const decision = decide(EMPTY_SESSION, { type: 'steps-set', steps }, { asker, now: 0, board });
    expect(decision.ok).toBe(true);
    for (const step of steps) expect(v.safeParse(stepSchema, step).issues).toBeUndefined();
  });

  test('[DR1] loaded twice, no step has the id of another', () => {
    const ids = [...steps, ...stepsOf(preset)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2 * steps.length);
  });

  test('[DR1] every step but a free one says what is asked, in one sentence', () => {
    for (const { kind, title, instruction } of steps) {
      expect(title).not.toBe('');
      if (kind !== 'free') expect(instruction).toMatch(/^[^.]{5,140}\.$/);
    }
  });
});

test('[DR1] half a day is nine steps and about three hours; at a distance it is under two', () => {
  const length = (preset: 'half-day' | 'remote') =>
    stepsOf(preset).reduce((sum, { minutes }) => sum + minutes, 0);
  expect(stepsOf('half-day').map(({ kind }) => kind)).toEqual([
    'welcome',
    'priorities',
    'ideas',
    'sharing',
    'break',
    'vote',
    'sheets',
    'report',
    'closing',
  ]);
  expect(length('half-day')).toBe(185);
  expect(length('remote')).toBeLessThan(120);
  expect(Math.max(...stepsOf('remote').map(({ minutes }) => minutes))).toBeLessThanOrEqual(30);
});

test('[DR2] ideas are hidden, votes are taken in their step alone, a pause closes everything', () => {
  for (const { kind, rules } of [...stepsOf('half-day'), ...stepsOf('remote')]) {
    expect(rules.writing).toBe(kind === 'ideas' ? 'hidden' : 'open');
    expect(rules.vote).toBe(kind === 'vote' ? 'open' : 'closed');
    if (kind === 'break') expect(rules).toEqual(READ_ONLY);
    if (kind === 'sheets') expect(rules.edit).toBe('all');
  }
});
