/** The open workshop: one client for as long as the same person is in, and what its state calls for. */
import { useEffect, useState } from 'react';
import type { ActionId } from '../../shared/ids.ts';
import type { CloseReason } from '../../shared/protocol/close.ts';
import type { Joined } from '../../shared/protocol/http.ts';
import type { Obstacle } from '../../shared/protocol/obstacles.ts';
import type { SynthesisView } from '../../shared/synthesis/views.ts';
import { noteOpening } from '../entry/workshops.ts';
import { BoardContext, WorkshopContext } from '../state/board-context.ts';
import type { OpenedWorkshop } from '../state/device.ts';
import { useBoard, useBoardClient, useCloseReason, useConnectionState } from '../state/hooks.ts';
import { useKeyListener } from '../state/keys.ts';
import { stayAs } from '../state/tab-person.ts';
import { undoKey } from '../state/typed-keys.ts';
import { useLatest } from '../state/use-latest.ts';
import { useWords } from '../state/words.ts';
import type { BoardClient, createBoardClient } from '../sync/board-client.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { pageToasts } from '../ui/toast-queue.ts';
import { useArrival } from './arrival.ts';
import { BoardLayout } from './board-layout.tsx';
import type { ClosedPageProps } from './closed-page.tsx';
import { useDocumentTitle } from './document-title.ts';
import { SkipLink } from './page.tsx';
import { PARTS } from './parts.ts';
import { useRoute } from './routes.ts';
import { UnreachedPage } from './unreached-page.tsx';
import { Waiting } from './waiting.tsx';

export type Connect = typeof createBoardClient;

export interface BoardPageProps {
  readonly workshop: OpenedWorkshop;
  readonly joined: Joined;
  /** The action whose sheet is open. */
  readonly actionId: ActionId | null;
  /** The picture of the synthesis that stands in the place of the wall. */
  readonly synthesis?: SynthesisView | null;
  readonly connect: Connect;
}

/** What is open of the workshop. */
type OpenProps = Pick<BoardPageProps, 'workshop' | 'actionId' | 'synthesis'>;

export function BoardPage({ joined, connect, ...open }: BoardPageProps) {
  const { workshop } = open;
  const client = useClient(workshop, joined, connect);
  if (!client) return <Waiting />;
  return (
    <BoardContext value={client}>
      <WorkshopContext value={workshop}>
        <OpenBoard {...open} />
      </WorkshopContext>
    </BoardContext>
  );
}

/** One connection for as long as the same person is in. */
export function useClient(
  workshop: OpenedWorkshop,
  joined: Joined,
  connect: Connect,
): BoardClient | undefined {
  const [client, setClient] = useState<BoardClient>();
  const { boardId } = workshop;
  const { personId, ticket, role } = joined;
  const latest = useLatest({ workshop, joined });
  useEffect(() => {
    const origin = location.origin.replace(/^http/, 'ws');
    const opened = connect({ origin, boardId, personId, ticket, role });
    setClient(opened);
    stayAs(latest.current.workshop, latest.current.joined);
    return () => {
      setClient(undefined);
      void opened.destroy();
    };
  }, [boardId, personId, ticket, role, connect, latest]);
  return client;
}

/** Nothing of the board has ever come: not from the server, nor from this device. */
export const useIsEmpty = (): boolean =>
  useBoard(({ info, priorities }) => info.title === undefined && priorities.length === 0);

function OpenBoard(open: OpenProps) {
  const { workshop } = open;
  const state = useConnectionState();
  const why = useCloseReason();
  const isEmpty = useIsEmpty();
  if (state === 'closed' && why) return <Closed reason={why} workshop={workshop} />;
  // A board of which this device kept nothing: there is nothing to show yet, online or not.
  if (isEmpty && state === 'opening') return <Waiting />;
  if (isEmpty && state === 'offline') return <Unreached why={why} />;
  return <ShownBoard {...open} />;
}

/** A board that was never received is never shown as an empty one. */
export const Unreached = ({ why }: { readonly why: CloseReason | undefined }) => (
  <UnreachedPage known={why && OBSTACLES[why]} why={why} />
);

/** What the server itself said; the rest is looked for. */
const OBSTACLES: Readonly<Partial<Record<CloseReason, Obstacle>>> = {
  openElsewhere: 'tabs',
  serverStopping: 'stopped',
};

/** Nobody waits for the page that says why. */
export function Closed(closed: ClosedPageProps) {
  return (
    <LazyPart
      load={PARTS.closed}
      waiting={<Waiting />}
      onClose={() => location.reload()}
      {...closed}
    />
  );
}

function ShownBoard({ workshop, actionId, synthesis = null }: OpenProps) {
  const title = useBoard(({ info }) => info.title ?? '');
  useArrival();
  useUndoKeys();
  useKeyListener();
  const latest = useLatest(workshop); // not a dependency: noting changes the workshop itself
  useEffect(() => noteOpening(latest.current, title), [latest, title]);
  return (
    <>
      <TabTitle workshop={title} actionId={actionId} synthesis={synthesis} />
      <SkipLink />
      <BoardLayout workshop={workshop} actionId={actionId} synthesis={synthesis} />
    </>
  );
}

interface TabTitleProps {
  readonly workshop: string;
  readonly actionId: ActionId | null;
  readonly synthesis: SynthesisView | null;
}

/** What the tab says. Apart, since it follows the title that is being typed: it draws nothing. */
function TabTitle(view: TabTitleProps) {
  useDocumentTitle(useView(view));
  return null;
}

/** The workshop, and before it what is open of it. */
function useView({ workshop, actionId, synthesis }: TabTitleProps): string {
  const { app } = useWords();
  const action = useBoard(({ actions, numbers }) => {
    const title = actionId === null ? undefined : actions.get(actionId)?.title;
    return title === undefined ? '' : `${numbers.get(actionId as ActionId) ?? ''} ${title}`.trim();
  });
  const route = useRoute();
  const isCockpit = route.screen === 'workshop' && route.cockpit === true;
  const view = action || (synthesis && app.synthesis) || (isCockpit && app.lead);
  return view ? app.tab(view, workshop) : workshop;
}

/** Ctrl+Z and its kin undo what I did on the wall, wherever I am but in a field of plain text. */
function useUndoKeys(): void {
  const client = useBoardClient();
  const { board } = useWords();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const asked = undoKey(event);
      if (!asked || event.defaultPrevented || isPlainText(event.target)) return;
      event.preventDefault();
      pageToasts.announce(client[asked]() ? board[DONE[asked]] : board.nothingToUndo);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [client, board]);
}

const DONE = { undo: 'undone', redo: 'redone' } as const;

/** A text bound to the wall is no plain text: undoing there is undoing on the wall. */
const isPlainText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input, textarea, select, [contenteditable]') &&
  target.closest('.bound-text') === null;
