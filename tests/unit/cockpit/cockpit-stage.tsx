/** The cockpit over a session that is decided for real, and what it asked. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { Cockpit } from '../../../client/features/cockpit/cockpit.tsx';
import { GroupsPanel } from '../../../client/features/groups/groups-panel.tsx';
import { useKeyListener } from '../../../client/state/keys.ts';
import { setPreference } from '../../../client/state/preferences.ts';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import type { ActionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { stepsOf } from '../../../shared/session/agenda/presets.ts';
import type { Present } from '../../../shared/session/present.ts';
import type { Request } from '../../../shared/session/session.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

/** Made anew for each test. */
export let board: BoardHarness;
export let asked: Request[];
export const onOpenAction = vi.fn();
export const onAgenda = vi.fn();
export const onDeal = vi.fn();
export const onExport = vi.fn();
export const steps = stepsOf('half-day');

export function openCockpit(): void {
  board = createBoardHarness();
  asked = [];
  setPreference({ keys: true });
  onOpenAction.mockReset();
  onAgenda.mockReset();
  onDeal.mockReset();
  onExport.mockReset();
  for (const { id } of pageToasts.store.getState().toasts) pageToasts.dismiss(id);
}

interface Shown {
  readonly openActionId?: ActionId;
  readonly projection?: string;
}

export function Page({ openActionId, projection }: Shown) {
  useKeyListener();
  return (
    <main>
      <Cockpit
        openActionId={openActionId ?? null}
        onOpenAction={onOpenAction}
        onAgenda={onAgenda}
        onDeal={onDeal}
        groups={<GroupsPanel onDeal={onDeal} />}
        projection={projection ?? null}
        votes={(what, done) =>
          what && <button type="button" onClick={done}>{`vote : ${what}`}</button>
        }
        ownWindow="/a/b?animation"
        onClose={() => undefined}
        onExport={onExport}
      />
      <ToastRegion />
    </main>
  );
}

export function show(props: Shown = {}) {
  const client = {
    ...board.client,
    request: (request: Request) => {
      asked.push(request);
      return board.client.request(request);
    },
  };
  return renderOnBoard({ ...board, client }, <Page {...props} />);
}
export const session = () => board.client.stores.session.getState();
export const title = () => steps.find(({ id }) => id === session()?.current)?.title;
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const press = (name: string | RegExp) => userEvent.click(button(name));
/** Opens a part that the step has folded. */
export async function unfold(name: string): Promise<void> {
  const summary = screen.getByRole('region', { name }).querySelector('summary');
  if (!summary?.closest('details')?.open) await userEvent.click(summary as HTMLElement);
}
export const section = (name: string) => within(screen.getByRole('region', { name }));
export const load = () => board.ask({ type: 'steps-set', steps });
export const startStep = (place: number) =>
  board.ask({ type: 'step-start', id: steps[place]?.id ?? null, from: session()?.current ?? null });
export const addPriority = (name: string): PriorityId =>
  unwrap(board.client.run(addFrameEntity<'priorities'>, 'priorities', { title: name }));
export const addActionTo = (priorityId: PriorityId, name = 'Former les acheteurs'): ActionId =>
  unwrap(
    board.client.run(addAction, {
      title: name,
      place: { priorityId, before: null },
      author: { personId: 'moi' as PersonId, directionId: null, actorId: null },
    }),
  );
export const guest = (id: string, more: Partial<Present> = {}): Present => ({
  id: id as PersonId,
  role: 'participant',
  name: `Nom de ${id}`,
  clients: [7],
  directionId: null,
  actorId: null,
  ...more,
});
