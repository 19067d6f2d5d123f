/** While actions are being picked: how many are, and what may be done with them. */
import { usePicker, usePicking } from '../../state/use-picking.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';

export function MergeBar({ count }: { readonly count: number }) {
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
