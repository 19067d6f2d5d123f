/** Who is coming in: a name of their choice, and where they come from. Nothing else is asked. */
import { type FormEvent, useRef, useState } from 'react';
import type { BoardDoor } from '../../../shared/protocol/http.ts';
import { joinWorkshop } from '../../entry/workshops.ts';
import type { OpenedWorkshop } from '../../state/device.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WaitNotice } from '../../ui/wait-notice.tsx';
import {
  hasPlaces,
  isPlaceRequired,
  type JoinErrors,
  placeValue,
  readJoinForm,
} from './join-request.ts';
import './join.css';

export interface JoinFormProps {
  readonly workshop: OpenedWorkshop;
  readonly door: BoardDoor;
}

export function JoinForm({ workshop, door }: JoinFormProps) {
  const { app, join } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const name = useHeldText({ screen: 'door', key: workshop.boardId, field: join.name });
  const [place, setPlace] = useState('');
  const [errors, setErrors] = useState<JoinErrors>({});
  const { busy, problem, waits, setProblem, send } = useSending();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const read = readJoinForm(door, { name: name.text, place });
    setErrors(read.ok ? {} : read.error);
    if (!read.ok) {
      const first = form.current?.elements.namedItem(read.error.name ? 'name' : 'place');
      if (first instanceof HTMLElement) first.focus();
      return;
    }
    // This page then gives way to the board.
    if ((await send(() => joinWorkshop(workshop, read.value))).ok) name.sent();
  };

  return (
    <form className="join" ref={form} noValidate onSubmit={(event) => void submit(event)}>
      {problem && <Notice tone="error" title={problem} />}
      <TextField
        name="name"
        label={join.name}
        help={join.nameHelp}
        error={errors.name && join[errors.name]}
        autoComplete="off"
        value={name.text}
        onChange={(event) => name.write(event.target.value)}
      />
      <PlaceField
        door={door}
        value={place}
        error={errors.place && join[errors.place]}
        onChange={setPlace}
      />
      <p className="join-privacy">{join.privacy}</p>
      {waits !== null && <WaitNotice seconds={waits} words={app.tooOften} />}
      <Button type="submit" variant="primary" busy={busy}>
        {join.enter}
      </Button>
    </form>
  );
}

interface PlaceFieldProps {
  readonly door: BoardDoor;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Where somebody comes from: the browser's own list, in two groups, searched by typing. */
function PlaceField({ door, value, error, onChange }: PlaceFieldProps) {
  const { join } = useWords();
  if (!hasPlaces(door)) return null;
  const groups = [
    ['direction', join.directions, door.directions],
    ['actor', join.actors, door.actors],
  ] as const;
  return (
    <SelectField
      name="place"
      translate="no"
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
