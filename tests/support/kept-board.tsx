/** A board with something kept on it, and the band that tells of it, as a participant sees them. */
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import { KeptBand } from '../../client/features/kept/kept-band.tsx';
import type { ToKeep } from '../../client/sync/kept/kept-work.ts';
import { ToastRegion } from '../../client/ui/toast.tsx';
import { pageToasts } from '../../client/ui/toast-queue.ts';
import type { BoardDoc } from '../../shared/board/doc.ts';
import { ok } from '../../shared/result.ts';
import type { Role } from '../../shared/session/roles.ts';
import { FREE_RULES, READ_ONLY } from '../../shared/session/rules.ts';
import type { SessionView } from '../../shared/session/view.ts';
import { createBoardHarness, renderOnBoard } from './board-harness.tsx';
import { prepare } from './small-workshop.ts';
import { fr } from './words.ts';

export const { kept: t } = fr;

/** @param fill what the server’s board has; the small workshop when absent */
export async function keptBoard(
  items: readonly ToKeep[],
  {
    role = 'participant',
    fill = prepare,
  }: { readonly role?: Role; readonly fill?: (doc: BoardDoc) => void } = {},
) {
  onTestFinished(() => pageToasts.store.setState({ toasts: [] }));
  const harness = createBoardHarness(role);
  const { client, neighbour } = harness;
  neighbour((doc) => ok(fill(doc)));
  client.stores.connection.setState({ state: 'live', unsaved: false, savedAt: 0 }, true);
  await act(() => client.keep(items));
  const session = (change: Partial<SessionView>) =>
    act(() => {
      const before = client.stores.session.getState();
      client.stores.session.setState(before && { ...before, ...change }, true);
    });
  renderOnBoard(
    harness,
    <>
      <KeptBand />
      <ToastRegion />
    </>,
  );
  return {
    harness,
    client,
    session,
    close: () => session({ rules: READ_ONLY }),
    reopen: () => session({ rules: FREE_RULES }),
    board: () => client.stores.board.getState(),
    kept: () => client.stores.kept.getState(),
  };
}

export const open = async () => {
  await userEvent.click(screen.getByRole('button', { name: t.see }));
  return screen.getByRole('dialog', { name: t.title });
};

/** A description kept of an action of the small workshop. */
export const text = (id: string, said: string, base = ''): ToKeep => ({
  work: { kind: 'text', path: ['actions', id, 'description'], text: said, base },
  why: 'step',
});
