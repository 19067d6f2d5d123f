/** What the band says of the step in progress to whoever takes part. */

import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { FocusBand } from '../../../client/features/step/focus-band.tsx';
import { StepBand } from '../../../client/features/step/step-band.tsx';
import type { PersonId } from '../../../shared/ids.ts';
import type { StepKind } from '../../../shared/session/agenda/step.ts';
import type { Present } from '../../../shared/session/present.ts';
import {
  FREE_RULES,
  READ_ONLY,
  type StepRules,
  VISIBILITIES,
} from '../../../shared/session/rules.ts';
import { DEFAULT_VOTE, type RoundId } from '../../../shared/session/votes/votes.ts';
import { createBoardHarness, renderOnBoard } from '../../support/board-harness.tsx';
import { start, stepOf } from '../../support/session-people.ts';

const claire: Present = {
  id: 'Claire' as PersonId,
  role: 'facilitator',
  name: 'Claire',
  clients: [2],
  directionId: null,
  actorId: null,
};

test.each([
  [false, 'Vous pouvez écrire ; personne ne voit vos idées avant la révélation.'],
  [true, /personne ne voit vos idées avant la révélation, qui ne dit pas leurs auteurs\./],
])(
  '[HI13] in a hidden step with anonymous %s people read what becomes of their ideas',
  (anonymous, words) => {
    const board = createBoardHarness('participant');
    const step = stepOf('idées', VISIBILITIES.masquée, { anonymous });
    board.ask({ type: 'steps-set', steps: [step] }, claire);
    board.ask(start(step.id), claire);
    renderOnBoard(board, <StepBand tools={null} />);
    expect(screen.getByText(words)).toBeVisible();
  },
);

test.each([
  ['Dites votre prénom.', 'Étape 1 · Tour de table', 'Dites votre prénom.'],
  ['', 'Étape 1', 'Tour de table'],
])('[WK5] with the consigne « %s » the band reads « %s », then « %s »', (instruction, ...words) => {
  const board = createBoardHarness('participant');
  const step = stepOf('tour', FREE_RULES, { title: 'Tour de table', instruction });
  board.ask({ type: 'steps-set', steps: [step] }, claire);
  board.ask(start(step.id), claire);
  renderOnBoard(board, <StepBand tools={null} />);
  for (const each of words) expect(screen.getByText(each)).toBeVisible();
});

describe('what is possible', () => {
  const shown = (kind: StepKind, rules: StepRules, isLast = false) => {
    const board = createBoardHarness('participant');
    const step = stepOf('ici', rules, { kind, instruction: 'Posez vos gommettes.' });
    const after = isLast ? [] : [stepOf('ensuite', rules)];
    board.ask({ type: 'steps-set', steps: [step, ...after] }, claire);
    board.ask(start(step.id), claire);
    return board;
  };
  const read = () =>
    ['.step-consigne', '.step-allowed'].map((part) => document.querySelector(part)?.textContent);
  const open = {
    type: 'round-open',
    id: 'un' as RoundId,
    title: 'Vote',
    setup: DEFAULT_VOTE,
  } as const;

  test('[SB1] the consigne of a vote is not read before it opens, nor after its close', () => {
    const board = shown('vote', VISIBILITIES['votes masqués']);
    renderOnBoard(board, <StepBand tools={null} />);
    expect(read()[0]).toBe('Le vote va s’ouvrir.');
    expect(screen.queryByRole('button', { name: 'J’ai fini' })).not.toBeInTheDocument();
    board.ask(open, claire);
    expect(screen.getByRole('button', { name: 'J’ai fini' })).toBeVisible();
    expect(read()).toEqual(['Posez vos gommettes.', 'Vous pouvez voter.']);
    board.session.setNow((board.client.stores.session.getState()?.now ?? 0) + 1);
    board.ask({ type: 'round-close', id: open.id }, claire);
    expect(read()).toEqual(['Le vote est clos.', 'Les résultats sont visibles.']);
  });

  test('[SB1] a pause is what is read, whatever the step', () => {
    const board = shown('free', FREE_RULES);
    renderOnBoard(board, <StepBand tools={null} />);
    board.ask({ type: 'freeze', on: true }, claire);
    expect(read()[0]).toBe('Pause');
    expect(document.querySelector('.step-band')).toHaveAttribute('data-frozen');
  });

  test('[SB1] a pause in the last step is the end of the workshop', () => {
    const board = shown('closing', READ_ONLY, true);
    renderOnBoard(board, <StepBand tools={null} />);
    board.ask({ type: 'freeze', on: true }, claire);
    expect(read()[0]).toBe('L’atelier est terminé.');
    expect(document.querySelector('.step-band')).not.toHaveAttribute('data-frozen');
  });

  test('[SB1] a break says when one goes on', () => {
    const board = shown('break', READ_ONLY);
    renderOnBoard(board, <StepBand tools={null} />);
    board.ask({ type: 'timer-start', seconds: 900, effect: 'nothing' }, claire);
    expect(read()[1]).toMatch(/^Reprise à \d/);
  });

  test.each<[StepKind, StepRules, readonly string[]]>([
    ['welcome', READ_ONLY, ['Lever la main']],
    ['break', READ_ONLY, []],
    ['report', { ...READ_ONLY, comment: 'anyone' }, ['Lever la main']],
    ['ideas', VISIBILITIES.masquée, ['J’ai fini', 'Lever la main']],
    ['sheets', { ...READ_ONLY, edit: 'all' }, ['J’ai fini', 'Lever la main']],
  ])('[SB2] in a step of %s under its rules one may say: %#', (kind, rules, names) => {
    renderOnBoard(shown(kind, rules), <StepBand tools={null} />);
    expect(screen.queryAllByRole('button').map((each) => each.textContent || each.title)).toEqual(
      names,
    );
  });

  test('[SB3] a call is taken away with what it called to', () => {
    const board = shown('free', FREE_RULES);
    board.ask({ type: 'focus', target: { kind: 'view', view: 'board' } }, claire);
    renderOnBoard(board, <FocusBand />);
    board.ask({ type: 'summon' }, claire);
    expect(screen.getByRole('dialog', { name: 'L’animation vous appelle' })).toBeVisible();
    board.ask({ type: 'focus', target: null }, claire);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
