/**
 * Above the wall while something is looked for: how many answer, the choices that hold, one press to
 * stop. The text looked for stands in its own field.
 */
import { useEffect } from 'react';
import { FACETS, type Filter, NO_FILTER, toggled } from '../../../shared/finding/filter.ts';
import { filtersWords } from '../../../shared/text/fr/filters.ts';
import { useBoard, usePreferences } from '../../state/hooks.ts';
import { useFilter, useFinding, useShown } from '../../state/use-finding.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { pageToasts } from '../../ui/toast-queue.ts';
import { labelsOf } from './choices.ts';
import './found-band.css';

/** After the last key, long enough for a reader to hear one count and not five. */
const sayAfterMs = 700;

export function FoundBand() {
  const t = useWords(filtersWords);
  const { setFilter } = useFinding();
  const filter = useFilter();
  const shown = useShown();
  const found = shown === null ? 0 : shown.size;
  const total = useBoard(({ numbers, unplaced }) => numbers.size + unplaced.length);
  const words = found === 0 ? t.foundNone : t.found(found, total);
  useSaid(words);
  return (
    <section className="found-band" aria-label={t.band}>
      <p className="found-count">{words}</p>
      <Chosen filter={filter} onChange={setFilter} />
      <Button variant="quiet" size="small" onClick={() => setFilter(NO_FILTER)}>
        {t.showAll}
      </Button>
    </section>
  );
}

interface ChosenProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

function Chosen({ filter, onChange }: ChosenProps) {
  const t = useWords(filtersWords);
  const { language } = usePreferences();
  const board = useBoard((now) => now);
  const { mine } = filter;
  const asked = [
    ...(mine === null ? [] : [{ label: t.mine[mine], without: { ...filter, mine: null } }]),
    ...FACETS.flatMap((facet) => {
      if (filter.chosen[facet].length === 0) return [];
      const labels = labelsOf(board, facet, language, t);
      return filter.chosen[facet].map((code) => ({
        label: labels.get(code) ?? code,
        without: toggled(filter, facet, code),
      }));
    }),
  ];
  return (
    <ul className="found-chosen">
      {asked.map(({ label, without }) => (
        <li key={label}>
          <Chip
            text={label}
            remove={{ label: t.without(label), onRemove: () => onChange(without) }}
          />
        </li>
      ))}
    </ul>
  );
}

function useSaid(words: string): void {
  useEffect(() => {
    const timer = setTimeout(() => pageToasts.announce(words), sayAfterMs);
    return () => clearTimeout(timer);
  }, [words]);
}
