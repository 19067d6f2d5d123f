/** The filters: whose actions, then lists of choices. The wall follows each press at once. */
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import { isNoFilter, MINE, NO_FILTER, toggled } from '../../../shared/finding/filter.ts';
import { filtersWords } from '../../../shared/text/fr/filters.ts';
import { useBoard, usePreferences, useSession } from '../../state/hooks.ts';
import { useFilter, useFinding, useShown } from '../../state/use-finding.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { type Choice, choicesOf } from './choices.ts';
import './filter-panel.css';

// One form read from top to bottom: its lists differ in words only.
export function FilterPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(filtersWords);
  const { language } = usePreferences();
  const { setFilter } = useFinding();
  const filter = useFilter();
  const shown = useShown();
  const board = useBoard((now) => now);
  const observes = useSession((session) => session?.role === 'observer');
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const lists = useMemo(
    () => choicesOf(board, filter.chosen, language, t),
    [board, filter.chosen, language, t],
  );
  useEffect(() => panel.current?.querySelector('h2')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const count = shown === null ? board.numbers.size + board.unplaced.length : shown.size;

  return (
    <section ref={panel} className="filter-panel" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <div className="filter-head">
        <h2 className="filter-title" id={titleId} tabIndex={-1}>
          {t.panel}
        </h2>
        <Button variant="quiet" icon={<X />} label={t.close} onClick={onClose} />
      </div>
      <div className="filter-lists">
        {!observes && (
          <div className="filter-mine">
            <Segmented
              legend={t.mineLegend}
              options={[
                { value: 'all', label: t.everybody },
                ...MINE.map((value) => ({ value, label: t.mine[value] })),
              ]}
              value={filter.mine ?? 'all'}
              onChange={(value) => setFilter({ ...filter, mine: value === 'all' ? null : value })}
            />
            <p className="field-help">{t.mineHelp}</p>
          </div>
        )}
        <p className="field-help">{t.panelHelp}</p>
        {lists
          .filter(([, choices]) => choices.length > 0)
          .map(([facet, choices]) => (
            <Choices
              key={facet}
              legend={t.facets[facet]}
              choices={choices}
              chosen={filter.chosen[facet]}
              onToggle={(code) => setFilter(toggled(filter, facet, code))}
            />
          ))}
      </div>
      <div className="filter-foot">
        <Button aria-disabled={isNoFilter(filter)} onClick={() => setFilter(NO_FILTER)}>
          {t.showAll}
        </Button>
        <Button variant="primary" onClick={onClose}>
          {t.see(count)}
        </Button>
      </div>
    </section>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onToggle: (code: string) => void;
}

function Choices({ legend, choices, chosen, onToggle }: ChoicesProps) {
  return (
    <fieldset className="filter-list">
      <legend>{legend}</legend>
      {choices.map(({ code, label, count }) => (
        <label key={code} className="filter-choice">
          <input type="checkbox" checked={chosen.includes(code)} onChange={() => onToggle(code)} />
          <span translate="no">{label}</span>
          <span className="filter-number">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}
