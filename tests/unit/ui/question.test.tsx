import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Question } from '../../../client/ui/question.tsx';

test('[KY6] a question puts the focus on its first answer, the harmless one', async () => {
  const [no, yes] = [vi.fn(), vi.fn()];
  render(
    <Question title="Révéler 3 idées ?" text="Cela ne se reprend pas.">
      <button type="button" onClick={no}>
        Annuler
      </button>
      <button type="button" onClick={yes}>
        Révéler
      </button>
    </Question>,
  );
  expect(screen.getByRole('button', { name: 'Annuler' })).toHaveFocus();
  await userEvent.keyboard(' {Enter}');
  expect(no).toHaveBeenCalledTimes(2);
  expect(yes).not.toHaveBeenCalled();
});
