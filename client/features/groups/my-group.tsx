/** For whoever takes part: the group they are in or may choose, its hand, and what is said to them. */
import { Hand, Megaphone, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { hueOfGroup } from '../../../shared/session/groups/group.ts';
import type { Message } from '../../../shared/session/groups/message.ts';
import type { GroupView } from '../../../shared/session/groups/view.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useGroupName, useGroups, useMyGroup } from '../../state/groups.ts';
import { useSession } from '../../state/hooks.ts';
import { useKeys } from '../../state/keys.ts';
import { useRequest, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { GroupBadge } from '../../ui/group-badge.tsx';
import { Menu } from '../../ui/menu.tsx';
import { pageToasts, say } from '../../ui/toast-queue.ts';
import './my-group.css';

export function MyGroup() {
  const takesPart = useSession((session) => session?.role === 'participant');
  const groups = useGroups();
  return (
    <>
      {takesPart && groups.length > 0 && <Choice groups={groups} />}
      <Messages />
    </>
  );
}

function Choice({ groups }: { readonly groups: readonly GroupView[] }) {
  const { mine: t } = useWords(groupsWords);
  const request = useRequest(say);
  const nameOf = useGroupName();
  const own = useMyGroup();
  const join = (groupId: GroupView['id'] | null) => () =>
    void request({ type: 'group-join', groupId });
  const items = groups.map((group) => ({
    id: group.id,
    label: group.name ? `${group.letter}, ${group.name}` : nameOf(group),
    selected: group.id === own?.id,
    onSelect: join(group.id),
  }));
  const none = { id: 'none', label: t.none, selected: false, onSelect: join(null) };
  return (
    <div className="my-group">
      <div className="my-group-choice">
        {own && <GroupBadge letter={own.letter} hue={hueOfGroup(own)} size="small" />}
        <Menu
          size="small"
          variant={own ? 'quiet' : 'outline'}
          title={own ? t.change : undefined}
          sections={[{ id: 'groups', translate: 'no', items: own ? [...items, none] : items }]}
        >
          {own ? (
            <>
              <span className="visually-hidden">{t.yours} </span>
              <span className="my-group-name" translate="no">
                {nameOf(own)}
              </span>
            </>
          ) : (
            t.choose
          )}
        </Menu>
      </div>
      {own && <GroupHand group={own} name={nameOf(own)} />}
    </div>
  );
}

/** In the step where groups work apart: elsewhere a hand is of one person. */
function GroupHand({ group, name }: { readonly group: GroupView; readonly name: string }) {
  const { mine: t } = useWords(groupsWords);
  const { step } = useWords();
  const request = useRequest(say);
  const isApart = useStep()?.step.kind === 'sheets';
  const isUp = group.hand !== null;
  const label = isUp ? t.lower(name) : t.raise(name);
  const toggle = () =>
    void request({ type: 'group-hand', groupId: group.id, up: !isUp }).then(
      (granted) => granted && !isUp && say(t.raised),
    );
  useKeys(step.keys, isApart ? [{ key: 'm', label, run: toggle }] : []);
  if (!isApart) return null;
  return (
    <Button
      size="small"
      variant={isUp ? 'primary' : 'outline'}
      icon={<Hand />}
      aria-pressed={isUp}
      translate="no"
      onClick={toggle}
    >
      {label}
    </Button>
  );
}

const NONE: readonly never[] = [];

/** Those who lead read what they said where they said it. */
function Messages() {
  const { mine: t } = useWords(groupsWords);
  const messages = useSession((session) =>
    session && session.role !== 'facilitator' ? session.messages : NONE,
  );
  const [hidden, hide] = useState<ReadonlySet<Message['id']>>(new Set());
  useSaid(messages);
  return messages
    .filter(({ id }) => !hidden.has(id))
    .map(({ id, text }) => (
      <p key={id} className="my-message" translate="no">
        <Megaphone />
        <span>
          <b>{t.toYou}</b> {text}
        </span>
        <Button
          size="small"
          variant="quiet"
          icon={<X />}
          label={t.hide(text)}
          onClick={() => hide(new Set([...hidden, id]))}
        />
      </p>
    ));
}

/** Those that were there when the page came are read where they stand. */
function useSaid(messages: readonly Message[]): void {
  const { mine: t } = useWords(groupsWords);
  const known = useRef<ReadonlySet<Message['id']> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = new Set(messages.map(({ id }) => id));
    if (!before) return;
    for (const { id, text } of messages) if (!before.has(id)) pageToasts.announce(t.said(text));
  }, [messages, t]);
}
