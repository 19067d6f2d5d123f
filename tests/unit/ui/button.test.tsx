import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Button } from '../../../client/ui/button.tsx';

test('[UI6] a busy button keeps the focus and ignores presses until it is done', async () => {
  const press = vi.fn<() => void>();
  const user = userEvent.setup();
  const { rerender } = render(<Button onClick={press}>Importer</Button>);
  const button = screen.getByRole('button', { name: 'Importer' });
  await user.click(button);
  rerender(
    <Button busy onClick={press}>
      Importer
    </Button>,
  );
  await user.click(button);
  await user.keyboard('{Enter}');
  expect(press).toHaveBeenCalledTimes(1);
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-busy', 'true');
  rerender(<Button onClick={press}>Importer</Button>);
  await user.keyboard('{Enter}');
  expect(press).toHaveBeenCalledTimes(2);
});

test('[UI6] a busy button does not send its form again', async () => {
  const send = vi.fn<(event: { preventDefault(): void }) => void>((event) =>
    event.preventDefault(),
  );
  render(
    <form onSubmit={send}>
      <Button type="submit" busy>
        Envoyer
      </Button>
    </form>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
  expect(send).not.toHaveBeenCalled();
});

test('[UI7] a button that is only a picture has a name, heard and hovered', () => {
  render(<Button icon={<svg aria-hidden="true" />} label="Action suivante" />);
  const button = screen.getByRole('button', { name: 'Action suivante' });
  expect(button).toHaveAttribute('title', 'Action suivante');
});

test('[UI7] a button inside a form sends it only when it says so', async () => {
  const send = vi.fn<() => void>();
  render(
    <form onSubmit={send}>
      <Button>Chercher</Button>
    </form>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Chercher' }));
  expect(send).not.toHaveBeenCalled();
});
