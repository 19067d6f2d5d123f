/** The form of the sheet: what the step asks for, what else is expected, then every other field by group. */
import { memo, type ReactNode } from 'react';
import type { Action } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useBoard } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { FieldEditor } from './field-editor.tsx';
import { AskedBlock } from './sheet-asked.tsx';
import { type Group, laidOut, type SheetField } from './sheet-fields.ts';
import { FoldedGroup, SheetGroup } from './sheet-group.tsx';
import { Reading, ReadingNow } from './sheet-reading.tsx';
import type { Asked } from './use-asked.ts';
import { useMarket } from './use-market.ts';

export interface SheetFormProps {
  readonly id: ActionId;
  readonly asked: Asked;
  readonly canEdit: boolean;
  /** The last version of an action that is no longer there. */
  readonly gone: Action | undefined;
  /** What is decided about the action; under the first block while a step asks for it. */
  readonly tools: ReactNode;
  readonly onGo: (id: ActionId) => void;
}

export const SheetForm = memo(function SheetForm(props: SheetFormProps) {
  const { id, asked, canEdit, gone, tools, onGo } = props;
  if (gone) return <Reading action={gone} />;
  if (!canEdit)
    return (
      <>
        {tools}
        <ReadingNow id={id} />
      </>
    );
  const { asked: first, groups } = laidOut(asked.asks);
  return (
    <>
      {!asked.isNow && tools}
      <AskedBlock id={id} asked={asked} onGo={onGo}>
        <Fields id={id} fields={first} />
      </AskedBlock>
      {asked.isNow && tools}
      {groups.map((group) =>
        group.id === 'market' ? (
          <Market key={group.id} id={id} group={group} />
        ) : (
          <SheetGroup key={group.id} id={group.id}>
            <Fields id={id} fields={group.fields} />
          </SheetGroup>
        ),
      )}
    </>
  );
});

interface FieldsProps {
  readonly id: ActionId;
  readonly fields: readonly SheetField[];
}

/** Each at a place that bears its name: the lines of the check list lead there. */
const Fields = ({ id, fields }: FieldsProps) => (
  <div className="sheet-fields">
    {fields.map((field) => (
      <div key={field.key} data-place={field.key} data-wide={field.wide && ''}>
        <FieldEditor id={id} field={field} />
      </div>
    ))}
  </div>
);

function Market({ id, group: { fields } }: { readonly id: ActionId; readonly group: Group }) {
  const t = useWords(sheetWords);
  const [isOpen, setOpen] = useMarket();
  const filled = useBoard(({ actions }) => {
    const action = actions.get(id);
    return fields.filter(({ key, kind }) => kind === 'members' && action?.[key].length).length;
  });
  return (
    <FoldedGroup
      id="market"
      figure={filled > 0 ? t.marketFilled(filled) : undefined}
      isOpen={isOpen}
      onToggle={setOpen}
    >
      <Fields id={id} fields={fields} />
    </FoldedGroup>
  );
}
