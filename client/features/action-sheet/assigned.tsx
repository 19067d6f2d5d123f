/** Who is asked to fill the sheet: chosen by those who lead the workshop, read by everybody else. */
import type { ActionId, DirectionId, GroupId, PersonId } from '../../../shared/ids.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useGroupName, useGroups } from '../../state/groups.ts';
import { useBoard, useCan, usePeople } from '../../state/hooks.ts';
import { usePersonLabel } from '../../state/people.ts';
import { useActionField } from '../../state/use-action-field.ts';
import { useWords } from '../../state/words.ts';
import { SelectField } from '../../ui/field.tsx';
import { useFill } from './use-fill.ts';

export function Assigned({ id }: { readonly id: ActionId }) {
  const canAssign = useCan('frame');
  const assigned = useActionField(id, 'assignedTo');
  if (canAssign) return <Choice id={id} assigned={assigned} />;
  return assigned === undefined ? null : <Reading assigned={assigned} />;
}

type Assignee = DirectionId | GroupId | PersonId;

function Reading({ assigned }: { readonly assigned: Assignee }) {
  const t = useWords(sheetWords);
  return (
    <p className="sheet-assigned">
      {t.fields.assignedTo.label} <strong translate="no">{useAssigneeLabel(assigned)}</strong>
    </p>
  );
}

interface ChoiceProps {
  readonly id: ActionId;
  readonly assigned: Assignee | undefined;
}

function Choice({ id, assigned }: ChoiceProps) {
  const t = useWords(sheetWords);
  const fill = useFill(id);
  const directions = useBoard((board) => board.directions);
  const groups = useGroups();
  const nameOf = useGroupName();
  const { title: groupsTitle } = useWords(groupsWords);
  const people = usePeople().filter(({ role }) => role === 'participant');
  const isListed =
    assigned === undefined ||
    directions.has(assigned as DirectionId) ||
    groups.some(({ id: groupId }) => groupId === assigned) ||
    people.some((person) => person.id === assigned);
  return (
    <SelectField
      {...t.fields.assignedTo}
      translate="no"
      value={assigned ?? ''}
      onChange={(event) => fill.field('assignedTo', event.target.value || undefined)}
    >
      <option value="">{t.assignedToNobody}</option>
      {!isListed && <AssigneeOption assigned={assigned} />}
      <optgroup label={t.assignedDirections}>
        {[...directions.values()].map((direction) => (
          <option key={direction.id} value={direction.id}>
            {direction.name}
          </option>
        ))}
      </optgroup>
      {groups.length > 0 && (
        <optgroup label={groupsTitle}>
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {nameOf(group)}
            </option>
          ))}
        </optgroup>
      )}
      {people.length > 0 && (
        <optgroup label={t.assignedPeople}>
          {people.map((person) => (
            <AssigneeOption key={person.id} assigned={person.id} />
          ))}
        </optgroup>
      )}
    </SelectField>
  );
}

function AssigneeOption({ assigned }: { readonly assigned: Assignee }) {
  return <option value={assigned}>{useAssigneeLabel(assigned)}</option>;
}

/** A person who has left the workshop is somebody: the document holds ids, never names. */
function useAssigneeLabel(assigned: Assignee): string {
  const t = useWords(sheetWords);
  const direction = useBoard((board) => board.directions.get(assigned as DirectionId));
  const group = useGroups().find(({ id }) => id === assigned);
  const nameOf = useGroupName();
  const label = usePersonLabel(assigned as PersonId);
  const seats = usePeople().find((person) => person.id === assigned)?.seats ?? 1;
  if (group) return nameOf(group);
  if (direction) return direction.name ?? direction.id;
  return seats > 1 ? t.table(label) : label;
}
