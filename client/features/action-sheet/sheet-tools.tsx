/** What is decided about the whole action: its status, its place, who fills it, whether it stays. */
import { discardAction, restoreAction } from '../../../shared/board/commands/actions.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { STATUSES } from '../../../shared/vocabulary/action.ts';
import {
  useBoardClient,
  useCan,
  useNumber,
  usePreferences,
  useSession,
} from '../../state/hooks.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useActionAuthorship, useActionField } from '../../state/use-action-field.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { pageToasts, say } from '../../ui/toast-queue.ts';
import { Assigned } from './assigned.tsx';
import { isDone, useFill } from './use-fill.ts';

export interface SheetToolsProps {
  readonly id: ActionId;
  readonly canEdit: boolean;
  readonly onMove: () => void;
}

export function SheetTools({ id, canEdit, onMove }: SheetToolsProps) {
  const t = useWords(sheetWords);
  const author = useActionAuthorship(id);
  const canMove = useCan('move', author);
  const canDiscard = useCan('discard', author);
  const isDiscarded = useActionField(id, 'discarded') === true;
  return (
    <>
      <div className="sheet-tools">
        <Status id={id} canEdit={canEdit} />
        {canMove && !isDiscarded && <Button onClick={onMove}>{t.move}</Button>}
        {canDiscard && !isDiscarded && <Discard id={id} />}
        {!isDiscarded && <ShowToAll id={id} />}
      </div>
      <Assigned id={id} />
    </>
  );
}

function Status({ id, canEdit }: { readonly id: ActionId; readonly canEdit: boolean }) {
  const { common } = useWords();
  const t = useWords(sheetWords);
  const { language } = usePreferences();
  const fill = useFill(id);
  const status = useActionField(id, 'status') ?? 'proposed';
  if (!canEdit) return <p className="sheet-status">{common.status[status]}</p>;
  return (
    <SelectField
      label={t.status}
      value={status}
      onChange={(event) => fill.field('status', event.target.value)}
    >
      {STATUSES.filter(({ code }) => code !== 'merged' && code !== 'discarded').map((term) => (
        <option key={term.code} value={term.code}>
          {term[language]}
        </option>
      ))}
    </SelectField>
  );
}

/** For those who lead: on a phone the sheet covers the cockpit, which has the same act. */
function ShowToAll({ id }: { readonly id: ActionId }) {
  const t = useWords(sheetWords);
  const request = useRequest(say);
  const leads = useSession((session) => session?.role === 'facilitator');
  const isShown = useSession(
    (session) => session?.focus?.kind === 'action' && session.focus.id === id,
  );
  if (!leads) return null;
  const target = isShown ? null : ({ kind: 'action', id } as const);
  return (
    <Button aria-pressed={isShown} onClick={() => void request({ type: 'focus', target })}>
      {t.showToAll}
    </Button>
  );
}

function Discard({ id }: { readonly id: ActionId }) {
  const t = useWords(sheetWords);
  const number = useNumber(id) ?? '';
  const restore = useRestore(id);
  const { run } = useBoardClient();
  const discard = () => {
    if (!isDone(run(discardAction, id), t)) return;
    pageToasts.show({
      text: t.discarded(number),
      action: { label: t.restore, run: restore },
    });
  };
  return <Button onClick={discard}>{t.discard}</Button>;
}

/** Brings the action back and says so. */
export function useRestore(id: ActionId): () => void {
  const t = useWords(sheetWords);
  const { run } = useBoardClient();
  return () => {
    if (isDone(run(restoreAction, id), t)) pageToasts.announce(t.restored);
  };
}
