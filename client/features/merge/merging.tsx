/** Bringing actions together: the bar while they are picked, then the windows that decide. */
import { useState } from 'react';
import { useCan } from '../../state/hooks.ts';
import { usePicker, usePicking } from '../../state/use-picking.ts';
import { AlikeDialog } from './alike-dialog.tsx';
import { MergeBar } from './merge-bar.tsx';
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
