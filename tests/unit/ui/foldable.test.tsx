/** Long texts on a few lines: whole at a press, whole for whoever listens. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Foldable, FoldedTitle } from '../../../client/ui/foldable.tsx';

test('[UI22] a long text is whole for whoever listens, on hover, and at a press of a key', async () => {
  const text = 'Un mot. '.repeat(40);
  render(<Foldable text={text} lines={2} />);
  const button = screen.getByRole('button', { name: text.trim(), expanded: false });
  expect(button).toHaveAttribute('title', text);
  await userEvent.tab();
  expect(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(button).toHaveAttribute('aria-expanded', 'true');
  expect(button).not.toHaveAttribute('title');
  await userEvent.keyboard('{Enter}');
  expect(button).toHaveAttribute('aria-expanded', 'false');
});

test('[UI22] a title of ninety characters is no control, a longer one is a heading with one', () => {
  const { rerender } = render(
    <h2>
      <FoldedTitle text={'a'.repeat(90)} />
    </h2>,
  );
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  rerender(
    <h2>
      <FoldedTitle text={'a'.repeat(91)}>
        <span className="visually-hidden">Priorité 1</span>
        <span aria-hidden="true">{'a'.repeat(91)}</span>
      </FoldedTitle>
    </h2>,
  );
  expect(screen.getByRole('heading', { name: 'Priorité 1' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Priorité 1' })).toBeVisible();
});
