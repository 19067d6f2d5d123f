/** What the band says of the step in progress to whoever takes part. */

import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { StepBand } from '../../../client/features/step/step-band.tsx';
import type { PersonId } from '../../../shared/ids.ts';
import type { Present } from '../../../shared/session/present.ts';
import { FREE_RULES, VISIBILITIES } from '../../../shared/session/rules.ts';
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
