/** Where somebody comes from: the browser's own list, in two groups, searched by typing. */
import type { BoardDoor } from '../../../shared/protocol/http.ts';
import { useWords } from '../../state/words.ts';
import { SelectField } from '../../ui/field.tsx';
import { hasPlaces, isPlaceRequired, placeValue } from './join-request.ts';

export interface PlaceFieldProps {
  readonly door: BoardDoor;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

export function PlaceField({ door, value, error, onChange }: PlaceFieldProps) {
  const { join } = useWords();
  if (!hasPlaces(door)) return null;
  const groups = [
    ['direction', join.directions, door.directions],
    ['actor', join.actors, door.actors],
  ] as const;
  return (
    <SelectField
      name="place"
      label={join.place}
      error={error}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{isPlaceRequired(door) ? join.placeChoose : join.withoutPlace}</option>
      {groups.map(
        ([kind, label, members]) =>
          members.length > 0 && (
            <optgroup key={kind} label={label}>
              {members.map(({ id, name }) => (
                <option key={id} value={placeValue(kind, id)}>
                  {name}
                </option>
              ))}
            </optgroup>
          ),
      )}
    </SelectField>
  );
}
