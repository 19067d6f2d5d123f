/** Bringing actions together: the bar while they are picked, then the windows that decide. */

import { useMemo, useState } from 'react';
import { type Alike, alikeAmong, titlesOnShow } from '../../../shared/finding/similar.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { mergeWords } from '../../../shared/text/fr/merge.ts';
import { useAction, useBoard, useCan } from '../../state/hooks.ts';
import { usePicker, usePicking } from '../../state/use-picking.ts';
import { createViewStore, useView } from '../../state/view-store.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { Origin } from './origin.tsx';
import './merge.css';

export function Merging() {
  const canMerge = useCan('merge');
  const doing = usePicking((picking) => picking.doing);
  const ids = usePicking((picking) => picking.ids);
  const picker = usePicker();
  // A window opened from the list of what resembles leads back to it: there may be more.
  const [cameFromAlike, setCameFromAlike] = useState(false);
  if (!canMerge) return null;

  const leave = () => {
    if (cameFromAlike) picker.compare();
    else picker.stop();
    setCameFromAlike(false);
  };
  switch (doing) {
    case 'nothing':
      return null;
    case 'choosing':
      return <MergeBar count={ids.size} />;
    case 'merging':
      return <MergeDialog first={[...ids]} onClose={leave} />;
    case 'comparing':
      return (
        <AlikeDialog
          onMerge={(group) => {
            setCameFromAlike(true);
            picker.merge(group);
          }}
          onClose={picker.stop}
        />
      );
  }
}

/** While actions are being picked: how many are, and what may be done with them. */
function MergeBar({ count }: { readonly count: number }) {
  const t = useWords(mergeWords);
  const { pick } = useWords();
  const picker = usePicker();
  const ids = usePicking((picking) => picking.ids);
  return (
    <section className="merge-bar" aria-label={t.bar}>
      <p className="merge-count">{count > 0 ? pick.selected(count) : t.selectHelp}</p>
      {count > 0 ? (
        <Button variant="primary" onClick={() => picker.merge(ids)}>
          {t.merge}
        </Button>
      ) : (
        <Button onClick={picker.compare}>{t.alike}</Button>
      )}
      <Button variant="quiet" onClick={picker.stop}>
        {t.cancel}
      </Button>
    </section>
  );
}

interface AlikeDialogProps {
  readonly onMerge: (ids: readonly ActionId[]) => void;
  readonly onClose: () => void;
}

/** Groups somebody looked at and left apart: not proposed again while this page is open. */
const leftApart = createViewStore<ReadonlySet<string>>(new Set());
const nameOf = ({ ids }: Alike): string => [...ids].sort((a, b) => (a < b ? -1 : 1)).join(' ');

/** « Ces actions se ressemblent »: to bring together or to leave apart, one group at a time. */
function AlikeDialog({ onMerge, onClose }: AlikeDialogProps) {
  const t = useWords(mergeWords);
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
    <li translate="no">
      <span className="merge-line-title">{action.title}</span>
      <Origin action={action} />
    </li>
  );
}
