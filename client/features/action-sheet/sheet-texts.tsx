/** Title and description, written by several at once; plain words for those who only read. */
import { proposerOf } from '../../../shared/board/labels.ts';
import { type Action, LIMITS } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useBoard } from '../../state/hooks.ts';
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
      <Proposer id={id} />
      <p className="sheet-reminder">{t.reminder}</p>
    </div>
  );
}

/** The direction or the actor; an idea revealed without its author has none. */
function Proposer({ id }: { readonly id: ActionId }) {
  const t = useWords(sheetWords);
  const proposer = useBoard((board) => {
    const action = board.actions.get(id);
    return action && proposerOf(board, action);
  });
  return proposer === undefined ? null : (
    <p className="sheet-proposer" translate="no">
      {t.proposedBy(proposer)}
    </p>
  );
}

function WrittenTexts({ id, readOnly }: { readonly id: ActionId; readonly readOnly: boolean }) {
  const t = useWords(sheetWords);
  const title = useBoundText(id, 'title', t.title);
  const description = useBoundText(id, 'description', t.description);
  return (
    <>
      <div data-place="title">
        <BoundTextarea
          source={title}
          voice="title"
          label={t.title}
          hideLabel
          placeholder={t.titlePlaceholder}
          tooLong={t.titleTooLong(LIMITS.titleCharacters)}
          readOnly={readOnly}
        />
      </div>
      <div data-place="description">
        <BoundTextarea
          source={description}
          label={t.description}
          hideLabel
          placeholder={t.descriptionPlaceholder}
          tooLong={t.descriptionTooLong(LIMITS.descriptionCharacters)}
          readOnly={readOnly}
        />
      </div>
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
      <Proposer id={id} />
    </div>
  );
}
