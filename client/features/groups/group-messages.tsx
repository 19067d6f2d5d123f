/** A sentence to one group or to all, and those that are being read now. */
import { type FormEvent, useState } from 'react';
import { type GroupId, newId } from '../../../shared/ids.ts';
import { maxMessageCharacters } from '../../../shared/session/groups/message.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useGroupName, useGroups } from '../../state/groups.ts';
import { useSession } from '../../state/hooks.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toast-queue.ts';

const NONE: readonly never[] = [];

export function GroupMessages() {
  const t = useWords(groupsWords);
  const groups = useGroups();
  const nameOf = useGroupName();
  const request = useRequest(say);
  const [to, setTo] = useState<GroupId | null>(null);
  const typed = useHeldText({ screen: 'cockpit', key: 'message', field: t.messageText });
  // The group it was meant for may be gone.
  const chosen = groups.find(({ id }) => id === to);
  const name = chosen ? nameOf(chosen) : t.toAll;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (typed.text.trim() === '') return;
    const asked = { id: newId<'message'>(), to: chosen?.id ?? null, text: typed.text };
    void request({ type: 'message', ...asked }).then((granted) => {
      typed.answered(granted);
      if (granted) say(t.sent(name));
    });
  };
  return (
    <>
      <form className="groups-form" onSubmit={send} aria-label={t.message}>
        <SelectField
          label={t.messageTo}
          hideLabel
          translate="no"
          value={chosen?.id ?? ''}
          onChange={({ target }) => setTo((target.value || null) as GroupId | null)}
        >
          <option value="">{t.toAll}</option>
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {nameOf(group)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t.messageText}
          hideLabel
          placeholder={t.messageText}
          autoComplete="off"
          maxLength={maxMessageCharacters}
          value={typed.text}
          onChange={({ target }) => typed.write(target.value)}
        />
        <Button type="submit" size="small">
          {t.send}
        </Button>
      </form>
      <Said />
    </>
  );
}

/** What is being read now, each taken back by a press. */
function Said() {
  const t = useWords(groupsWords);
  const groups = useGroups();
  const nameOf = useGroupName();
  const request = useRequest(say);
  const messages = useSession((session) => session?.messages ?? NONE);
  if (messages.length === 0) return null;
  return (
    <ul className="groups-members">
      {messages.map(({ id, to: of, text }) => {
        const group = groups.find((one) => one.id === of);
        return (
          <li key={id} className="groups-said" translate="no">
            <span>
              <b>{group ? nameOf(group) : t.toAll}</b> {text}
            </span>
            <Button
              size="small"
              variant="quiet"
              title={t.takeBack(text)}
              onClick={() =>
                void request({ type: 'message', id: newId<'message'>(), to: of, text: '' })
              }
            >
              <span aria-hidden="true">{t.takeBackShort}</span>
              <span className="visually-hidden">{t.takeBack(text)}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
