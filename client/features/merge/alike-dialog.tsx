/** « Ces actions se ressemblent »: to bring together or to leave apart, one group at a time. */
import { useMemo } from 'react';
import { type Alike, alikeAmong, titlesOnShow } from '../../../shared/finding/similar.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { useAction, useBoard } from '../../state/hooks.ts';
import { createViewStore, useView } from '../../state/view-store.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Origin } from './origin.tsx';

export interface AlikeDialogProps {
  readonly onMerge: (ids: readonly ActionId[]) => void;
  readonly onClose: () => void;
}

/** Groups somebody looked at and left apart: not proposed again while this page is open. */
const leftApart = createViewStore<ReadonlySet<string>>(new Set());
const nameOf = ({ ids }: Alike): string => [...ids].sort((a, b) => (a < b ? -1 : 1)).join(' ');

export function AlikeDialog({ onMerge, onClose }: AlikeDialogProps) {
  const { merge: t } = useWords();
  const board = useBoard((now) => now);
  const apart = useView(leftApart, (names) => names);
  const all = useMemo(() => alikeAmong(titlesOnShow(board)), [board]);
  const groups = all.filter((group) => !apart.has(nameOf(group)));
  return (
    <Dialog title={t.suggestionsTitle} onClose={onClose}>
      <p className="field-help">{groups.length > 0 ? t.suggestionsHelp : t.suggestionsNone}</p>
      <ol className="alike-groups">
        {groups.map((group, index) => (
          <li
            key={nameOf(group)}
            className="alike-group"
            aria-label={t.group(index + 1, groups.length)}
          >
            <ul className="alike-titles">
              {group.ids.map((id) => (
                <AlikeTitle key={id} id={id} />
              ))}
            </ul>
            <div className="alike-deeds">
              <Button
                variant="quiet"
                size="small"
                onClick={() =>
                  leftApart.setState(new Set([...leftApart.getState(), nameOf(group)]), true)
                }
              >
                {t.ignore}
              </Button>
              <Button size="small" onClick={() => onMerge(group.ids)}>
                {t.look}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function AlikeTitle({ id }: { readonly id: ActionId }) {
  const action = useAction(id);
  if (!action) return null;
  return (
    <li>
      <span className="merge-line-title">{action.title}</span>
      <Origin action={action} />
    </li>
  );
}
