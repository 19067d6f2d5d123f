/** Title and description, written by several at once; plain words for those who only read. */
import { type Action, LIMITS } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useActionField } from '../../state/use-action-field.ts';
import { useBoundText } from '../../state/use-bound-text.ts';
import { useWords } from '../../state/words.ts';
import { BoundTextarea } from '../../ui/bound-textarea.tsx';
import './sheet-texts.css';

export interface SheetTextsProps {
  readonly id: ActionId;
  /** `locked`: the person may have been writing here a moment ago, so the field stays under them. */
  readonly mode: 'write' | 'locked' | 'read';
  /** The last version of an action that is no longer there. */
  readonly gone: Action | undefined;
}

export function SheetTexts({ id, mode, gone }: SheetTextsProps) {
  const t = useWords(sheetWords);
  if (mode === 'read') return <ReadTexts id={id} gone={gone} />;
  return (
    <div className="sheet-texts">
      <WrittenTexts id={id} readOnly={mode === 'locked'} />
      <p className="sheet-reminder">{t.reminder}</p>
    </div>
  );
}

function WrittenTexts({ id, readOnly }: { readonly id: ActionId; readonly readOnly: boolean }) {
  const t = useWords(sheetWords);
  const title = useBoundText(id, 'title', t.title);
  const description = useBoundText(id, 'description', t.description);
  return (
    <>
      <BoundTextarea
        source={title}
        voice="title"
        label={t.title}
        hideLabel
        placeholder={t.titlePlaceholder}
        tooLong={t.titleTooLong(LIMITS.titleCharacters)}
        readOnly={readOnly}
      />
      <BoundTextarea
        source={description}
        label={t.description}
        hideLabel
        placeholder={t.descriptionPlaceholder}
        tooLong={t.descriptionTooLong(LIMITS.descriptionCharacters)}
        readOnly={readOnly}
      />
    </>
  );
}

function ReadTexts({ id, gone }: Pick<SheetTextsProps, 'id' | 'gone'>) {
  const title = useActionField(id, 'title') ?? gone?.title;
  const description = useActionField(id, 'description') ?? gone?.description;
  return (
    <div className="sheet-texts" translate="no">
      <h3 className="sheet-title">{title}</h3>
      <p className="read-text">{description}</p>
    </div>
  );
}
