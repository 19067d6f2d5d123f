/**
 * All that this device keeps of the open board, as one list: what the board has not taken, texts
 * begun in a field that is not on the page, and hidden ideas once nothing can be sent any more.
 */
import { useContext, useMemo, useState } from 'react';
import { useBegunTexts } from './begun-texts.ts';
import { WorkshopContext } from './board-context.ts';
import { dropHeldText, type HeldText, holdText } from './held-text.ts';
import { useBoardClient, useConnectionState, useKept } from './hooks.ts';
import { dropIdea, type IdeaOwner, type KeptIdea, keepIdea, keptIdeas } from './kept-ideas.ts';

/** One kept thing, as the device has it. */
export type KeptItem = ReturnType<typeof useKept>[number];

export interface ShownKept {
  /** Oldest first. */
  readonly items: readonly KeptItem[];
  /** Throws away. @returns takes that back */
  readonly discard: (items: readonly KeptItem[]) => Promise<() => Promise<void>>;
}

export function useShownKept(): ShownKept {
  const client = useBoardClient();
  const all = useKept();
  const aside = useContext(WorkshopContext)?.aside;
  // Who is set aside comes back to their own: it is shown to nobody else.
  const kept = useMemo(
    () => all.filter(({ personId }) => !aside?.some((other) => other.personId === personId)),
    [all, aside],
  );
  const { drafts: begun, reread } = useDrafts();
  // Between its keeping and its leaving the place where it lay, a thing is in both.
  const drafts = useMemo(
    () => begun.filter(({ item }) => !kept.some(({ work }) => isSame(work, item.work))),
    [begun, kept],
  );
  return useMemo(
    () => ({
      items: kept.concat(drafts.map(({ item }) => item)),
      discard: async (asked) => {
        const keys = new Set(asked.map(({ key }) => key));
        const gone = drafts.filter(({ item }) => keys.has(item.key));
        for (const { drop } of gone) drop();
        reread();
        const own = asked.filter(({ key }) => kept.some((item) => item.key === key));
        const undo = await client.discardKept(own.map(({ key }) => key));
        return async () => {
          for (const { restore } of gone) restore();
          reread();
          await undo();
        };
      },
    }),
    [client, kept, drafts, reread],
  );
}

function isSame(a: KeptItem['work'], b: KeptItem['work']): boolean {
  if (a.kind === 'idea') return b.kind === 'idea' && a.id === b.id;
  return a.kind === 'typed' && b.kind === 'typed' && a.key === b.key && a.text === b.text;
}

/** What lies in a place of its own, and how it leaves that and comes back. */
interface Draft {
  readonly item: KeptItem;
  readonly drop: () => void;
  readonly restore: () => void;
}

function useDrafts(): { readonly drafts: readonly Draft[]; readonly reread: () => void } {
  const workshop = useContext(WorkshopContext);
  const isOver = useConnectionState() === 'closed';
  const texts = useBegunTexts();
  const [boardId, personId] = [workshop?.boardId, workshop?.joined?.personId];
  const title = workshop?.title ?? '';
  // Ideas tell nobody that they come and go; while they can be sent they are not here.
  const [changes, setChanges] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew after each change
  const drafts = useMemo(() => {
    if (!boardId || !personId) return [];
    const owner = { boardId, personId };
    const ideas = isOver ? keptIdeas(owner).filter(({ removed }) => !removed) : [];
    return ideas
      .map((idea) => ideaDraft(owner, title, idea))
      .concat(texts.map((text) => textDraft(owner, title, text)));
  }, [boardId, personId, title, isOver, texts, changes]);
  const reread = useMemo(() => () => setChanges((count) => count + 1), []);
  return { drafts, reread };
}

function ideaDraft(owner: IdeaOwner, workshop: string, idea: KeptIdea): Draft {
  const { id, priorityId, title, description } = idea;
  return {
    item: {
      ...owner,
      workshop,
      key: `idea ${id}`,
      at: Date.now(),
      why: 'closed',
      where: { title },
      work: { kind: 'idea', id, priorityId, title, description },
    },
    drop: () => dropIdea(owner, id),
    restore: () => void keepIdea(owner, idea),
  };
}

function textDraft(owner: IdeaOwner, workshop: string, held: HeldText): Draft {
  const { key, field, about, text, at } = held;
  return {
    item: {
      ...owner,
      workshop,
      key: `text ${key}`,
      at,
      why: 'field-gone',
      where: about === '' ? {} : { title: about },
      work: { kind: 'typed', key, field, text },
    },
    drop: () => dropHeldText(owner, key),
    restore: () => holdText(owner, held),
  };
}
