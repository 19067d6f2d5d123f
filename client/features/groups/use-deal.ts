/** Dealing as it stands: what is taken, for whom and how; what it would give; and doing it, once. */
import { useMemo, useRef, useState } from 'react';
import { editActions } from '../../../shared/board/commands/many.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { type DealWay, dealCards } from '../../../shared/session/groups/deal.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useGroupName, useGroups } from '../../state/groups.ts';
import { useBoard, useBoardClient, usePeople } from '../../state/hooks.ts';
import { useRanking } from '../../state/use-ranking.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';
import { type Assignee, columnsOf, type Receivers, undealtIn } from './columns.ts';

/** So many are taken at first: what a room fills in an hour. */
const firstTaken = 12;

export type Deal = ReturnType<typeof useDeal>;

// One state and what follows from it: the columns, what is taken, and the act.
export function useDeal() {
  const board = useBoard((now) => now);
  const people = usePeople();
  const groups = useGroups();
  const nameOf = useGroupName();
  const order = useOrder();
  const [count, take] = useState(firstTaken);
  const [chosen, dealTo] = useState<Receivers | null>(null);
  const [way, dealBy] = useState<DealWay>('lead');
  const [ticked, setTicked] = useState<ReadonlySet<ActionId>>(new Set());
  const client = useBoardClient();
  const { deal: t } = useWords(groupsWords);
  const give = useGive();
  const to: Receivers = chosen ?? (groups.length > 0 ? 'groups' : 'directions');
  const columns = useMemo(
    () => columnsOf(to, { board, people, groups, nameOf }, order),
    [to, board, people, groups, nameOf, order],
  );
  const undealt = useMemo(() => undealtIn(order, columns), [order, columns]);
  const first = useMemo(() => new Set(order.slice(0, count)), [order, count]);
  const picked = undealt.filter((id) => ticked.has(id));
  const taken = picked.length > 0 ? picked : undealt.filter((id) => first.has(id));
  const hands = columns.filter(({ kind }) => `${kind}s` === to);

  return {
    order,
    columns,
    /** Of those taken first, and after them the others. */
    undealt: {
      first: undealt.filter((id) => first.has(id)),
      others: undealt.filter((id) => !first.has(id)),
    },
    hands,
    taken,
    picked,
    choice: { count: Math.min(count, order.length), to, way },
    take,
    dealTo,
    dealBy,
    isTicked: (id: ActionId) => ticked.has(id),
    tick: (id: ActionId, on: boolean): void =>
      setTicked((before) => {
        const after = new Set(before);
        if (on) after.add(id);
        else after.delete(id);
        return after;
      }),
    run: (): void => {
      const cards = taken.flatMap((id) => board.actions.get(id) ?? []);
      // Of a direction its own: what nobody leads waits for somebody to say whose it is.
      const leftovers = to === 'directions' ? 'leave' : 'even';
      give(dealCards(cards, hands, way, leftovers));
      setTicked(new Set());
    },
    /** One sheet, by hand; undefined for nobody. */
    move: (id: ActionId, receiver: Assignee | undefined): void => {
      const name = columns.find((column) => column.id === receiver)?.label ?? t.nobody;
      write(client, new Map([[id, receiver]]));
      pageToasts.announce(t.given(board.numbers.get(id) ?? '', name));
    },
  };
}

/** The ranking of the last vote, then the rest in the order of the board. */
function useOrder(): readonly ActionId[] {
  const ranking = useRanking();
  const numbers = useBoard((now) => now.numbers);
  return useMemo(() => {
    const ranked = (ranking?.rows ?? []).map(({ actionId }) => actionId);
    const known = new Set(ranked);
    return [...ranked, ...[...numbers.keys()].filter((id) => !known.has(id))];
  }, [ranking, numbers]);
}

type BoardClient = ReturnType<typeof useBoardClient>;
type Given = ReadonlyMap<ActionId, Assignee | undefined>;

function write(client: BoardClient, given: Given): void {
  const edits = [...given].map(([id, value]) => ({
    id,
    edits: [{ kind: 'field' as const, key: 'assignedTo' as const, value }],
  }));
  client.run(editActions, edits);
}

/** Gives many sheets in one act, which can be taken back in one. */
function useGive(): (given: Given) => void {
  const client = useBoardClient();
  const { deal: t } = useWords(groupsWords);
  const told = useRef<number | null>(null);
  const ownerOf = (id: ActionId) => client.stores.board.getState().actions.get(id)?.assignedTo;
  return (given) => {
    const before = new Map([...given.keys()].map((id) => [id, ownerOf(id)]));
    if ([...given].every(([id, to]) => before.get(id) === to)) return;
    write(client, given);
    if (told.current !== null) pageToasts.dismiss(told.current);
    told.current = pageToasts.show({
      text: t.dealt(given.size),
      action: {
        label: t.undo,
        run: () => {
          // What a co-facilitator has moved since stays where they put it.
          const still = [...before].filter(([id]) => ownerOf(id) === given.get(id));
          write(client, new Map(still));
          pageToasts.announce(t.undone);
        },
      },
    });
  };
}
