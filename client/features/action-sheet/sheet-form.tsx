/** The four groups of the sheet: to fill, or to read. */
import { memo } from 'react';
import type { Action } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { useAction } from '../../state/hooks.ts';
import { FieldEditor } from './field-editor.tsx';
import { Reading } from './reading.tsx';
import { GROUPS } from './sheet-fields.ts';
import { SheetGroup } from './sheet-group.tsx';

export interface SheetFormProps {
  readonly id: ActionId;
  readonly canEdit: boolean;
  /** The last version of an action that is no longer there. */
  readonly gone: Action | undefined;
}

export const SheetForm = memo(function SheetForm({ id, canEdit, gone }: SheetFormProps) {
  if (gone) return <Reading action={gone} />;
  if (!canEdit) return <ReadingNow id={id} />;
  return GROUPS.map((group) => (
    <SheetGroup key={group.id} id={group.id}>
      <div className="sheet-fields">
        {group.fields.map((field) => (
          <div key={field.key} data-wide={field.wide && ''}>
            <FieldEditor id={id} field={field} />
          </div>
        ))}
      </div>
    </SheetGroup>
  ));
});

function ReadingNow({ id }: { readonly id: ActionId }) {
  const action = useAction(id);
  return action ? <Reading action={action} /> : null;
}
