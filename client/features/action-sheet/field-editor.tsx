/** One field of the form. Each reads its own value, so that filling one draws no other again. */
import { memo } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useActionField } from '../../state/use-action-field.ts';
import { useWords } from '../../state/words.ts';
import { SegmentChoice, SelectChoice } from './choices.tsx';
import { Indicators } from './indicators.tsx';
import { DayInput, LineInput, NoteInput } from './inputs.tsx';
import { Members } from './members.tsx';
import { useOptions } from './options.ts';
import { PartFrame, PartList } from './parts.tsx';
import type { SheetField } from './sheet-fields.ts';
import { useFill } from './use-fill.ts';

interface EditorProps<Field extends SheetField = SheetField> {
  readonly id: ActionId;
  readonly field: Field;
}
type Of<Kind extends SheetField['kind']> = EditorProps<Extract<SheetField, { kind: Kind }>>;

export const FieldEditor = memo(function FieldEditor({ id, field }: EditorProps) {
  switch (field.kind) {
    case 'select':
    case 'segments':
      return <Choice id={id} field={field} />;
    case 'line':
    case 'note':
      return <Written id={id} field={field} />;
    case 'members':
      return <Several id={id} field={field} />;
    case 'day':
      return <Day id={id} field={field} />;
    case 'indicators':
      return <Indicators id={id} />;
    case 'constraints':
      return <Constraints id={id} />;
  }
});

function Choice({ id, field: { kind, key } }: Of<'select' | 'segments'>) {
  const t = useWords(sheetWords);
  const fill = useFill(id);
  const value = useActionField(id, key);
  const props = {
    ...t.fields[key],
    options: useOptions(key),
    value: value === undefined ? undefined : String(value),
    onChoose: (code: string | undefined) => {
      fill.field(key, code !== undefined && isLevel(key) ? Number(code) : code);
    },
  };
  return kind === 'select' ? <SelectChoice {...props} /> : <SegmentChoice {...props} />;
}

function Written({ id, field: { kind, key } }: Of<'line' | 'note'>) {
  const t = useWords(sheetWords);
  const fill = useFill(id);
  const Input = kind === 'line' ? LineInput : NoteInput;
  return (
    <Input
      {...t.fields[key]}
      name={key}
      value={useActionField(id, key)}
      onCommit={(value) => fill.field(key, value)}
    />
  );
}

function Several({ id, field: { key } }: Of<'members'>) {
  const t = useWords(sheetWords);
  const fill = useFill(id);
  return (
    <Members
      {...t.fields[key]}
      options={useOptions(key)}
      chosen={useActionField(id, key) ?? []}
      onAdd={(code) => fill.member(key, code, true)}
      onRemove={(code) => fill.member(key, code, false)}
    />
  );
}

function Day({ id, field: { key } }: Of<'day'>) {
  const t = useWords(sheetWords);
  const fill = useFill(id);
  const start = useActionField(id, 'startDate');
  const deadline = useActionField(id, 'deadline');
  const isLate = start !== undefined && deadline !== undefined && deadline < start;
  return (
    <DayInput
      {...t.fields[key]}
      name={key}
      value={key === 'deadline' ? deadline : start}
      error={key === 'deadline' && isLate ? t.deadlineFirst : undefined}
      onCommit={(value) => fill.field(key, value)}
    />
  );
}

const isLevel = (key: string): boolean => key === 'impact' || key === 'feasibility';

/** What the operators said, each word with who said it. */
function Constraints({ id }: { readonly id: ActionId }) {
  const t = useWords(sheetWords);
  const constraints = useActionField(id, 'constraints') ?? [];
  const actors = useOptions('actorId');
  const fill = useFill(id);
  return (
    <PartList
      {...t.fields.constraints}
      addLabel={t.addConstraint}
      onAdd={() => fill.addPart('constraints')}
    >
      {constraints.map(({ id: part, actorId, text }, index) => (
        <PartFrame
          key={part}
          name={t.constraint(index + 1)}
          removeLabel={t.removeConstraint(index + 1)}
          onRemove={() => fill.removePart('constraints', part)}
          onPutBack={() => fill.addPart('constraints', { actorId, text })}
        >
          <div data-wide="">
            <SelectChoice
              label={t.constraintActor}
              options={actors}
              value={actorId}
              onChoose={(code) => void fill.part('constraints', part, 'actorId', code)}
            />
          </div>
          <div data-wide="">
            <NoteInput
              label={t.constraintText}
              name={part}
              value={text}
              onCommit={(value) => fill.part('constraints', part, 'text', value)}
            />
          </div>
        </PartFrame>
      ))}
    </PartList>
  );
}
