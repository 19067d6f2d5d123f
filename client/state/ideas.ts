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
import { createViewStore, type ViewStore } from './view-store.ts';

/** `unsaved`: the server has not confirmed it; `refused`: it will not take it, and said why. */
type IdeaState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'refused'; readonly reason: RequestRefusal };
export interface ShownIdea extends Idea {
  readonly state: IdeaState;
}

export interface Ideas {
  /** One's own, in the order in which they were first written. */
  readonly store: ViewStore<readonly ShownIdea[]>;
  /** Writes or rewrites an idea; one emptied of all its text is removed. */
  readonly write: (idea: Idea) => void;
  readonly remove: (idea: Idea) => void;
  /** Asks for all that waits, now. */
  readonly flush: () => void;
  /** The person has done with a text that was refused. */
  readonly dismiss: (id: ActionId) => void;
  readonly destroy: () => void;
}

/** How long a change may wait for the next one, milliseconds. */
const gatherMs = 500;
/** A server that cannot write for now is asked again after this long, milliseconds. */
const retryMs = 5_000;

interface Entry {
  readonly kept: KeptIdea;
  readonly stage: 'waiting' | 'asked' | 'granted';
  readonly refused?: RequestRefusal;
}
type IdeasClient = Pick<BoardClient, 'stores' | 'request' | 'openText'>;

export function createIdeas(client: IdeasClient, owner: IdeaOwner): Ideas {
  const { board, session } = client.stores;
  const entries = new Map<ActionId, Entry>(
    keptIdeas(owner).map((kept) => [kept.id, { kept, stage: 'waiting' }]),
  );
  const store = createViewStore<readonly ShownIdea[]>([]);
  /** The text of each idea as the server, then the board, is known to have it from here. */
  const bases = new Map<ActionId, KeptIdea['sent'][number]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let destroyed = false;

  const mine = () => session.getState()?.drafts.mine ?? [];
  const show = () => {
    for (const idea of mine()) bases.set(idea.id, idea);
    const known = mine().filter(({ id }) => !board.getState().actions.has(id));
    const news = [...entries.values()].filter(({ kept }) =>
      known.every(({ id }) => id !== kept.id),
    );
    store.setState(
      [...known.map((idea) => over(idea, entries.get(idea.id))), ...news.map(shownEntry)].filter(
        (idea) => idea !== null,
      ),
      true,
    );
  };

  const flushIn = (ms: number) => {
    timer ??= setTimeout(flush, ms);
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (session.getState() === null) return;
    for (const entry of entries.values())
      if (entry.stage === 'waiting' && !entry.refused) void ask(entry);
  };
  const set = (kept: KeptIdea, stage: Entry['stage'], refused?: RequestRefusal) => {
    entries.set(kept.id, { kept, stage, ...(refused && { refused }) });
  };
  const end = (id: ActionId) => {
    entries.delete(id);
    dropIdea(owner, id);
  };

  /** Answers come in the order of the requests: only that of the newest text ends the matter. */
  async function ask({ kept }: Entry): Promise<void> {
    const { id, priorityId, title, description, removed } = kept;
    const text = { title, description };
    const asked = removed ? kept : { ...kept, sent: [...kept.sent, text] };
    set(asked, 'asked');
    // Who leaves for good is forgotten first, and closing comes after: nothing is kept anew then.
    if (!destroyed) keepIdea(owner, asked);
    const answer = await client.request(
      removed ? { type: 'draft-remove', id } : { type: 'draft-write', id, priorityId, ...text },
    );
    const now = entries.get(id);
    if (now?.kept === asked) settle(asked, answer);
    else if (now && answer.ok)
      set({ ...now.kept, sent: now.kept.sent.slice(now.kept.sent.indexOf(text)) }, now.stage);
    show();
  }
  const settle = (kept: KeptIdea, answer: Awaited<ReturnType<BoardClient['request']>>) => {
    if (answer.ok) return granted(kept);
    if (answer.error !== 'offline' && answer.error !== 'storage')
      return refused(kept, answer.error);
    set(kept, 'waiting');
    if (destroyed) return;
    if (answer.error === 'storage') flushIn(retryMs);
    // It may be back already, with nothing more to tell of it.
    else if (client.stores.connection.getState().state === 'live') flushIn(gatherMs);
  };
  /** The view that has it comes before the answer; another one would end it anyway. */
  const granted = (kept: KeptIdea) => {
    dropIdea(owner, kept.id);
    set(kept, 'granted');
    endGranted();
  };
  const endGranted = () => {
    for (const [id, { stage, kept }] of entries)
      if (stage === 'granted' && (kept.removed || mine().some((idea) => idea.id === id)))
        entries.delete(id);
  };
  const refused = (kept: KeptIdea, reason: RequestRefusal) => {
    // What cannot be removed any more is an action by now, or was never there.
    if (kept.removed) return end(kept.id);
    if (reason === 'stale' && putOnAction(client, kept)) {
      bases.set(kept.id, kept);
      return end(kept.id);
    }
    set(kept, 'waiting', reason);
  };

  const write = (idea: Idea) => {
    const { id, priorityId, title, description } = idea;
    const base = bases.get(id);
    const sent = entries.get(id)?.kept.sent ?? (base ? [base] : []);
    const removed = !isWritten(idea);
    const kept: KeptIdea = { id, priorityId, title, description, sent, removed };
    if (removed && sent.length === 0)
      end(id); // the server never heard of it
    else {
      set(kept, 'waiting');
      keepIdea(owner, kept);
      flushIn(gatherMs);
    }
    show();
  };

  const stops = [
    session.subscribe((now, before) => {
      if (now?.drafts !== before?.drafts) endGranted();
      if (now?.drafts !== before?.drafts || now?.lastReveal !== before?.lastReveal) show();
      // The rules may be about to change: what was allowed a moment ago is still taken.
      if (now?.current !== before?.current || now?.rules !== before?.rules) {
        // What the former step refused may be welcome in this one.
        for (const { kept, refused: reason } of entries.values())
          if (reason === 'step') set(kept, 'waiting');
        flush();
      }
    }),
    board.subscribe((now, before) => {
      if (now.actions.size !== before.actions.size) show();
    }),
    client.stores.connection.subscribe((now, before) => {
      if (now.state === 'live' && before.state !== 'live') flush();
    }),
    flushBeforeTheTimerEnds(client.stores, () => flush()),
    onPageHidden(() => flush()),
  ];
  show();
  flush();
  return {
    store,
    write,
    remove: (idea) => {
      write({ ...idea, title: '', description: '' });
      flush();
    },
    flush,
    dismiss: (id) => {
      end(id);
      show();
    },
    destroy: () => {
      destroyed = true;
      flush();
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}

const SAVED: IdeaState = { kind: 'saved' };
const UNSAVED: IdeaState = { kind: 'unsaved' };

const over = (idea: Idea, entry: Entry | undefined): ShownIdea | null =>
  entry ? shownEntry(entry) : { ...idea, state: SAVED };

function shownEntry({ kept, stage, refused }: Entry): ShownIdea | null {
  const { id, priorityId, title, description, removed } = kept;
  if (removed) return null;
  const state: IdeaState = refused
    ? { kind: 'refused', reason: refused }
    : stage === 'granted'
      ? SAVED
      : UNSAVED;
  return { id, priorityId, title, description, state };
}
