/** The top of the sheet: which action this is, where it stands, and the ways out. */
import { ArrowDown, ArrowUp, CloudUpload, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { completenessOf } from '../../../shared/board/completeness.ts';
import { hueOf } from '../../../shared/board/labels.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useBoard, useIsUnsaved, useNumber } from '../../state/hooks.ts';
import { useActionField } from '../../state/use-action-field.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Ring } from '../../ui/ring.tsx';
import { useNeighbours } from './neighbours.ts';
import './sheet-header.css';

export interface SheetHeaderProps {
  readonly id: ActionId;
  readonly onClose: () => void;
  readonly onGo: (id: ActionId) => void;
}

export function SheetHeader({ id, onClose, onGo }: SheetHeaderProps) {
  const t = useWords(sheetWords);
  const { index, total, previous, next } = useNeighbours(id);
  const isUnsaved = useIsUnsaved(id);
  return (
    <header className="sheet-header">
      {/* Away from the position: « 3 sur 9 » beside a ring reads as nine fields. */}
      <Filled id={id} />
      <Whereabouts id={id} />
      <span
        className="sheet-unsaved"
        data-on={isUnsaved ? '' : undefined}
        role="img"
        aria-label={isUnsaved ? t.unsaved : undefined}
        aria-hidden={!isUnsaved}
        title={t.unsaved}
      >
        <CloudUpload />
      </span>
      {index > 0 && <span className="sheet-position">{t.position(index, total)}</span>}
      <Go label={t.previous} icon={<ArrowUp />} keys="Alt+ArrowUp" to={previous} onGo={onGo} />
      <Go label={t.next} icon={<ArrowDown />} keys="Alt+ArrowDown" to={next} onGo={onGo} />
      <Button icon={<X />} label={t.close} aria-keyshortcuts="Escape" onClick={onClose} />
    </header>
  );
}

function Whereabouts({ id }: { readonly id: ActionId }) {
  const t = useWords(sheetWords);
  const number = useNumber(id);
  const priorityId = useActionField(id, 'priorityId');
  const place = useBoard((board) => board.priorities.findIndex((p) => p.id === priorityId));
  const priority = useBoard((board) => board.priorities[place]?.title);
  return (
    <p className="sheet-place" data-hue={place < 0 ? undefined : hueOf(place)}>
      {number && <span className="sheet-number">{number}</span>}
      <span className="sheet-priority" translate="no">
        {priority ?? t.noPriority}
      </span>
    </p>
  );
}

function Filled({ id }: { readonly id: ActionId }) {
  const t = useWords(sheetWords);
  const done = useBoard((board) => completenessIn(board.actions.get(id))?.done);
  const expected = useBoard((board) => completenessIn(board.actions.get(id))?.expected);
  if (done === undefined || expected === undefined) return null;
  return <Ring value={done} max={expected} label={t.completeness(done, expected)} />;
}

const completenessIn = (action: Parameters<typeof completenessOf>[0] | undefined) =>
  action && completenessOf(action);

interface GoProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys: string;
  readonly to: ActionId | undefined;
  readonly onGo: (id: ActionId) => void;
}

/** At the end of the list the button stays, so that the focus does not fall from under a thumb. */
function Go({ label, icon, keys, to, onGo }: GoProps) {
  return (
    <Button
      icon={icon}
      label={label}
      aria-keyshortcuts={keys}
      aria-disabled={to === undefined}
      onClick={() => to !== undefined && onGo(to)}
    />
  );
}
