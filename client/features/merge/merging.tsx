/** Bringing actions together: the bar while they are picked, then the windows that decide. */
import { useState } from 'react';
import { useCan } from '../../state/hooks.ts';
import { usePicker, usePicking } from '../../state/use-picking.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { AlikeDialog } from './alike-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
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
  const { merge: t } = useWords();
  const picker = usePicker();
  const ids = usePicking((picking) => picking.ids);
  return (
    <section className="merge-bar" aria-label={t.bar}>
      <p className="merge-count">{count > 0 ? t.selected(count) : t.selectHelp}</p>
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
