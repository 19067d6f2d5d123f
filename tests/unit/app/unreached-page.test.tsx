/** The page in the place of a workshop that does not open: what it says comes later than what it offers. */
import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { servePages } from '../../support/page-server.ts';

const server = servePages();

test('[NW11] what is pressed or has the focus stays when the page comes to know why', async () => {
  server.isCut = true;
  // As for the first time: else the part that knows why is here already.
  vi.resetModules();
  const { UnreachedPage } = await import('../../../client/app/unreached-page.tsx');
  const onRetry = vi.fn();
  render(<UnreachedPage onRetry={onRetry} other={<button type="button">Autre entrée</button>} />);
  const names = ['Autre entrée', 'Réessayer'];
  const [other, retry] = names.map((name) => screen.getByRole('button', { name }));
  expect(screen.queryByText('Que faire')).toBeNull();
  retry?.focus();

  await screen.findByText('Que faire');
  expect(names.map((name) => screen.getByRole('button', { name }))).toEqual([other, retry]);
  expect(retry).toHaveFocus();
  retry?.click();
  expect(onRetry).toHaveBeenCalledOnce();
});
