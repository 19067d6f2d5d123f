/** A group's name, how many people it has, who they are; and its end. */
import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { GroupId } from '../../../shared/ids.ts';
import { GROUP_LIMITS } from '../../../shared/session/groups/group.ts';
import type { GroupView } from '../../../shared/session/groups/view.ts';
import type { PersonView } from '../../../shared/session/present.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useGroupName, useGroups } from '../../state/groups.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toast-queue.ts';

interface GroupEditProps {
  readonly group: GroupView;
  readonly members: readonly PersonView[];
}

export function GroupEdit({ group, members }: GroupEditProps) {
  const t = useWords(groupsWords);
  const name = useGroupName()(group);
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="groups-fold"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => setOpen(open)}
    >
      <summary>
        {t.editShort}{' '}
        <span className="visually-hidden" translate="no">
          {name}
        </span>
      </summary>
      {isOpen && <Editor group={group} members={members} name={name} />}
    </details>
  );
}

function Editor({ group, members, name }: GroupEditProps & { readonly name: string }) {
  const t = useWords(groupsWords);
  const { common } = useWords();
  const request = useRequest(say);
  const place = (key: string, field: string) =>
    ({ screen: 'cockpit', key: `group.${group.id}.${key}`, field, about: () => name }) as const;
  const typedName = useHeldText(place('name', t.name), group.name);
  const typedHeads = useHeldText(place('heads', t.heads), String(group.people ?? ''));
  const heads = headsIn(typedHeads.text);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (heads === undefined) return;
    const change = { name: typedName.text.trim(), people: heads };
    void request({ type: 'group-change', id: group.id, change }).then((granted) => {
      typedName.answered(granted);
      typedHeads.answered(granted);
    });
  };
  const remove = () =>
    void request({ type: 'group-remove', id: group.id }).then(
      (granted) => granted && say(t.removed(name)),
    );
  return (
    <>
      <form className="groups-form" onSubmit={save}>
        <TextField
          label={t.name}
          translate="no"
          placeholder={t.unnamed(group.letter)}
          maxLength={GROUP_LIMITS.nameCharacters}
          value={typedName.text}
          onChange={({ target }) => typedName.write(target.value)}
        />
        <TextField
          label={t.heads}
          help={t.headsHelp}
          inputMode="numeric"
          autoComplete="off"
          error={heads === undefined ? t.headsRefused : undefined}
          value={typedHeads.text}
          onChange={({ target }) => typedHeads.write(target.value)}
        />
        <Button type="submit" size="small">
          {common.save}
        </Button>
      </form>
      {members.length > 0 && (
        <ul className="groups-members" aria-label={t.members}>
          {members.map((person) => (
            <MemberLine key={person.id} person={person} />
          ))}
        </ul>
      )}
      <Button size="small" variant="quiet" icon={<Trash2 />} onClick={remove}>
        {t.remove}
      </Button>
    </>
  );
}

/** Null for an empty text; undefined for what is no number of people. */
function headsIn(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const count = Number(text);
  const fits = Number.isInteger(count) && count >= 1 && count <= GROUP_LIMITS.people;
  return fits ? count : undefined;
}

/** Somebody, and the group they are in. */
export function MemberLine({ person }: { readonly person: PersonView }) {
  const t = useWords(groupsWords);
  const groups = useGroups();
  const nameOf = useGroupName();
  const request = useRequest(say);
  const name = person.name ?? '';
  const move = (groupId: GroupId | null) =>
    void request({ type: 'member-set', personId: person.id, groupId });
  return (
    <li className="groups-member" translate="no">
      <span>{name}</span>
      <SelectField
        label={t.groupOf(name)}
        hideLabel
        value={person.groupId ?? ''}
        onChange={({ target }) => move((target.value || null) as GroupId | null)}
      >
        <option value="">{t.noGroup}</option>
        {groups.map((group) => (
          <option key={group.id} value={group.id}>
            {nameOf(group)}
          </option>
        ))}
      </SelectField>
    </li>
  );
}
