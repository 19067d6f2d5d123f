/**
 * One's hidden ideas: what the server has, and over it what it has not yet. A change is asked of the
 * server within half a second, kept on this device until it has answered, and asked again whenever
 * the connection comes back: the id is the same, so nothing is done twice. Knows no React.
 */
import type { ActionId } from '../../shared/ids.ts';
import { isWritten } from '../../shared/session/ideas/idea.ts';
import type { RequestRefusal } from '../../shared/session/refusals.ts';
import type { BoardClient } from '../sync/board-client.ts';
import {
  dropIdea,
  type Idea,
  type IdeaOwner,
  type KeptIdea,
  keepIdea,
  keptIdeas,
} from './kept-ideas.ts';
import { flushBeforeTheTimerEnds, onPageHidden } from './last-moments.ts';
import { putOnAction } from './put-on-action.ts';
import { type Entry, type ShownIdea, shownIdeas } from './shown-ideas.ts';
import { createViewStore, type ViewStore } from './view-store.ts';

export type Ideas = ReturnType<typeof createIdeas>;

/** How long a change may wait for the next one, milliseconds. */
const gatherMs = 500;
/** A server that cannot write for now is asked again after this long, milliseconds. */
const retryMs = 5_000;

type IdeasClient = Pick<BoardClient, 'stores' | 'request' | 'openText'>;
type Answer = Awaited<ReturnType<BoardClient['request']>>;

/** What is known of one's ideas on this page. */
interface Book {
  readonly client: IdeasClient;
  readonly owner: IdeaOwner;
  /** What the server has not yet, or has not yet shown. */
  readonly entries: Map<ActionId, Entry>;
  /** The text of each idea as the server, then the board, is known to have it from here. */
  readonly bases: Map<ActionId, KeptIdea['sent'][number]>;
  readonly store: ViewStore<readonly ShownIdea[]>;
  timer: ReturnType<typeof setTimeout> | undefined;
  destroyed: boolean;
}

export function createIdeas(client: IdeasClient, owner: IdeaOwner) {
  const waiting = keptIdeas(owner).map((kept): [ActionId, Entry] => [
    kept.id,
    { kept, stage: 'waiting' },
  ]);
  const book: Book = {
    client,
    owner,
    entries: new Map(waiting),
    bases: new Map(),
    store: createViewStore<readonly ShownIdea[]>([]),
    timer: undefined,
    destroyed: false,
  };
  const stops = follow(book);
  show(book);
  flush(book);
  return {
    /** One's own, in the order in which they were first written. */
    store: book.store,
    /** Writes or rewrites an idea; one emptied of all its text is removed. */
    write: (idea: Idea): void => write(book, idea),
    remove: (idea: Idea): void => {
      write(book, { ...idea, title: '', description: '' });
      flush(book);
    },
    /** Asks for all that waits, now. */
    flush: (): void => flush(book),
    /** The person has done with a text that was refused. */
    dismiss: (id: ActionId): void => {
      end(book, id);
      show(book);
    },
    destroy: (): void => {
      book.destroyed = true;
      flush(book);
      clearTimeout(book.timer);
      for (const stop of stops) stop();
    },
  };
}

/** The moments at which something may have to be asked, or shown. */
function follow(book: Book): readonly (() => void)[] {
  const { stores } = book.client;
  return [
    stores.session.subscribe((now, before) => {
      if (now?.drafts !== before?.drafts) endGranted(book);
      if (now?.drafts !== before?.drafts || now?.lastReveal !== before?.lastReveal) show(book);
      // The rules may be about to change: what was allowed a moment ago is still taken.
      if (now?.current === before?.current && now?.rules === before?.rules) return;
      // What the former step refused may be welcome in this one.
      for (const { kept, refused } of book.entries.values())
        if (refused === 'step') set(book, kept, 'waiting');
      flush(book);
    }),
    stores.board.subscribe((now, before) => {
      if (now.actions.size !== before.actions.size) show(book);
    }),
    stores.connection.subscribe((now, before) => {
      if (now.state === 'live' && before.state !== 'live') flush(book);
    }),
    flushBeforeTheTimerEnds(stores, () => flush(book)),
    onPageHidden(() => flush(book)),
  ];
}

const mine = ({ client }: Book): readonly Idea[] =>
  client.stores.session.getState()?.drafts.mine ?? [];

function show(book: Book): void {
  for (const idea of mine(book)) book.bases.set(idea.id, idea);
  const { actions } = book.client.stores.board.getState();
  const known = mine(book).filter(({ id }) => !actions.has(id));
  book.store.setState(shownIdeas(known, book.entries), true);
}

function flushIn(book: Book, ms: number): void {
  book.timer ??= setTimeout(() => flush(book), ms);
}

function flush(book: Book): void {
  clearTimeout(book.timer);
  book.timer = undefined;
  if (book.client.stores.session.getState() === null) return;
  for (const entry of book.entries.values())
    if (entry.stage === 'waiting' && !entry.refused) void ask(book, entry.kept);
}

function set(book: Book, kept: KeptIdea, stage: Entry['stage'], refused?: RequestRefusal): void {
  book.entries.set(kept.id, { kept, stage, ...(refused && { refused }) });
}

function end({ entries, owner }: Book, id: ActionId): void {
  entries.delete(id);
  dropIdea(owner, id);
}

/** Answers come in the order of the requests: only that of the newest text ends the matter. */
async function ask(book: Book, kept: KeptIdea): Promise<void> {
  const { id, priorityId, title, description, removed } = kept;
  const text = { title, description };
  const asked = removed ? kept : { ...kept, sent: kept.sent.concat(text) };
  set(book, asked, 'asked');
  // Who leaves for good is forgotten first, and closing comes after: nothing is kept anew then.
  if (!book.destroyed) keepIdea(book.owner, asked);
  const answer = await book.client.request(
    removed ? { type: 'draft-remove', id } : { type: 'draft-write', id, priorityId, ...text },
  );
  const now = book.entries.get(id);
  if (now?.kept === asked) settle(book, asked, answer);
  else if (now && answer.ok) {
    const sent = now.kept.sent.slice(now.kept.sent.indexOf(text));
    set(book, { ...now.kept, sent }, now.stage);
  }
  show(book);
}

function settle(book: Book, kept: KeptIdea, answer: Answer): void {
  if (answer.ok) granted(book, kept);
  else if (answer.error === 'offline') askAgain(book, kept);
  else if (answer.error === 'storage' || answer.error === 'too-often') askLater(book, kept);
  else refused(book, kept, answer.error);
}

function askAgain(book: Book, kept: KeptIdea): void {
  set(book, kept, 'waiting');
  // It may be back already, with nothing more to report.
  const isBack = book.client.stores.connection.getState().state === 'live';
  if (isBack && !book.destroyed) flushIn(book, gatherMs);
}

function askLater(book: Book, kept: KeptIdea): void {
  set(book, kept, 'waiting');
  if (!book.destroyed) flushIn(book, retryMs);
}

/** The view that has it comes before the answer; another one would end it anyway. */
function granted(book: Book, kept: KeptIdea): void {
  dropIdea(book.owner, kept.id);
  set(book, kept, 'granted');
  endGranted(book);
}

function endGranted(book: Book): void {
  for (const [id, { stage, kept }] of book.entries)
    if (stage === 'granted' && (kept.removed || mine(book).some((idea) => idea.id === id)))
      book.entries.delete(id);
}

function refused(book: Book, kept: KeptIdea, reason: RequestRefusal): void {
  // What cannot be removed any more is an action by now, or was never there.
  if (kept.removed) end(book, kept.id);
  else if (reason === 'stale' && putOnAction(book.client, kept)) {
    book.bases.set(kept.id, kept);
    end(book, kept.id);
  } else set(book, kept, 'waiting', reason);
}

function write(book: Book, idea: Idea): void {
  const { id, priorityId, title, description } = idea;
  const base = book.bases.get(id);
  const sent = book.entries.get(id)?.kept.sent ?? (base ? [base] : []);
  const removed = !isWritten(idea);
  const kept: KeptIdea = { id, priorityId, title, description, sent, removed };
  if (removed && sent.length === 0)
    end(book, id); // the server never heard of it
  else {
    set(book, kept, 'waiting');
    keepIdea(book.owner, kept);
    flushIn(book, gatherMs);
  }
  show(book);
}
