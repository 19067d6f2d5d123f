/** What facilitators lead groups from: who they are, how far they have come, their hands, words to them. */
import { Hand, Plus, Shuffle, Users } from 'lucide-react';
import { useMemo } from 'react';
import { dealPeople } from '../../../shared/session/groups/deal.ts';
import { hueOfGroup } from '../../../shared/session/groups/group.ts';
import { progressIn, type SheetProgress } from '../../../shared/session/groups/progress.ts';
import type { GroupView } from '../../../shared/session/groups/view.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { membersOf, useGroupName, useGroups } from '../../state/groups.ts';
import { useBoard, usePeople } from '../../state/hooks.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { GroupBadge } from '../../ui/group-badge.tsx';
import { GroupBar } from '../../ui/group-bar.tsx';
import { say } from '../../ui/toast-queue.ts';
import { GroupEdit, MemberLine } from './group-edit.tsx';
import { GroupMessages } from './group-messages.tsx';
import { NewGroups, newGroups } from './new-groups.tsx';
import './groups-panel.css';

export interface GroupsPanelProps {
  readonly onDeal: () => void;
}

export function GroupsPanel({ onDeal }: GroupsPanelProps) {
  const t = useWords(groupsWords);
  const groups = useGroups();
  const board = useBoard((now) => now);
  const progress = useMemo(() => progressIn(board), [board]);
  const request = useRequest(say);
  if (groups.length === 0)
    return (
      <>
        <p className="groups-note">{t.none}</p>
        <NewGroups />
      </>
    );
  return (
    <>
      <ul className="groups-list">
        {groups.map((group) => (
          <OneGroup key={group.id} group={group} progress={progress.get(group.id)} />
        ))}
      </ul>
      <Alone />
      <div className="groups-acts">
        <Button icon={<Users />} onClick={onDeal}>
          {t.dealSheets}
        </Button>
        <DealPeople />
        <Button
          icon={<Plus />}
          variant="quiet"
          onClick={() => void request({ type: 'groups-add', groups: newGroups(1) })}
        >
          {t.add}
        </Button>
      </div>
      <GroupMessages />
    </>
  );
}

interface OneGroupProps {
  readonly group: GroupView;
  readonly progress: SheetProgress | undefined;
}

/** So many of what is missing are named; the sheets have the rest. */
const mostLacks = 3;

function OneGroup({ group, progress }: OneGroupProps) {
  const t = useWords(groupsWords);
  const name = useGroupName()(group);
  const people = usePeople().filter(({ role }) => role === 'participant');
  const { members, heads } = membersOf(people, group);
  const { ids = [], complete = 0, filled = 0, expected = 1, lacks = [] } = progress ?? {};
  const lacking = lacks
    .slice(0, mostLacks)
    .map(({ field, count }) => t.fieldCount(t.field[field], count));
  return (
    <li className="groups-one" data-hue={hueOfGroup(group)}>
      <GroupBadge letter={group.letter} hue={hueOfGroup(group)} size="small" />
      <div className="groups-words">
        <p>
          <b translate="no">{name}</b>{' '}
          {group.hand !== null && <Hand className="groups-hand" role="img" aria-label={t.handUp} />}
          <span className="groups-note">
            {heads === 0 ? t.nobody : t.size(heads, members.length)}
          </span>
        </p>
        {ids.length > 0 && (
          <>
            <GroupBar
              share={filled / Math.max(1, expected)}
              label={`${name} : ${t.filled(filled, expected)}`}
            />
            <p className="groups-note">
              {t.progress(complete, ids.length)}
              {lacking.length > 0 && <> · {t.lacking(lacking)}</>}
            </p>
          </>
        )}
        <GroupEdit group={group} members={members} />
      </div>
    </li>
  );
}

/** Whoever takes part and is in no group yet. */
function Alone() {
  const t = useWords(groupsWords);
  const alone = usePeople().filter(
    ({ role, groupId, clients }) =>
      role === 'participant' && groupId === undefined && clients.length > 0,
  );
  if (alone.length === 0) return null;
  return (
    <details className="groups-fold">
      <summary>
        {t.noGroup} <b>{alone.length}</b>
      </summary>
      <ul className="groups-members">
        {alone.map((person) => (
          <MemberLine key={person.id} person={person} />
        ))}
      </ul>
    </details>
  );
}

/** Everybody who takes part, evenly. */
function DealPeople() {
  const t = useWords(groupsWords);
  const request = useRequest(say);
  const groupIds = useGroups().map(({ id }) => id);
  const here = usePeople().filter(
    ({ role, clients }) => role === 'participant' && clients.length > 0,
  );
  if (here.length === 0) return null;
  const deal = () => {
    const groups = dealPeople(here, groupIds);
    void request({ type: 'members-deal', groups }).then(
      (granted) => granted && say(t.dealtPeople(here.length)),
    );
  };
  return (
    <Button icon={<Shuffle />} variant="quiet" onClick={deal}>
      {t.dealPeople}
    </Button>
  );
}
