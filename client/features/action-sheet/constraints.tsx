/** What the operators said, each word with who said it. */
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useActionField } from '../../state/use-action-field.ts';
import { useWords } from '../../state/words.ts';
import { SelectChoice } from './choices.tsx';
import { NoteInput } from './inputs.tsx';
import { useOptions } from './options.ts';
import { PartFrame, PartList } from './parts.tsx';
import { useFill } from './use-fill.ts';

export function Constraints({ id }: { readonly id: ActionId }) {
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
              value={text}
              onCommit={(value) => void fill.part('constraints', part, 'text', value)}
            />
          </div>
        </PartFrame>
      ))}
    </PartList>
  );
}
