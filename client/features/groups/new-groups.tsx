/** Making the first groups, as many as there are tables. */
import { useId, useState } from 'react';
import { type GroupId, newId } from '../../../shared/ids.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toast-queue.ts';
import './new-groups.css';

/** What a room has at most, in most rooms; one more is made at a press. */
const OFFERED = [2, 3, 4, 5, 6, 8, 10];

export const newGroups = (count: number) =>
  Array.from({ length: count }, () => ({ id: newId<'group'>() as GroupId, name: '' }));

export function NewGroups() {
  const t = useWords(groupsWords);
  const request = useRequest(say);
  const [count, setCount] = useState(4);
  const id = useId();
  return (
    <div className="new-groups">
      <label htmlFor={id} className="visually-hidden">
        {t.howMany}
      </label>
      <select
        id={id}
        className="field-input"
        value={count}
        onChange={({ target }) => setCount(Number(target.value))}
      >
        {OFFERED.map((offered) => (
          <option key={offered}>{offered}</option>
        ))}
      </select>
      <Button onClick={() => void request({ type: 'groups-add', groups: newGroups(count) })}>
        {t.make(count)}
      </Button>
    </div>
  );
}
