/** Looking for actions, in the header of an open board: the field, and filters fetched when wanted. */
import { isNoFilter, NO_FILTER } from '../../shared/finding/filter.ts';
import { FilterButton } from '../features/finding/filter-button.tsx';
import { SearchField } from '../features/finding/search-field.tsx';
import { useFilter, useFinding } from '../state/use-finding.ts';
import { Late, prefetch } from './late.tsx';

const loadPanel = () =>
  import('../features/finding/filter-panel.tsx').then((file) => file.FilterPanel);

const loadBand = () => import('../features/finding/found-band.tsx').then((file) => file.FoundBand);

/** What was found, above the wall, while something is looked for. */
export function BoardFound() {
  const { setFilter } = useFinding();
  if (isNoFilter(useFilter())) return null;
  return (
    <Late load={loadBand} onClose={() => setFilter(NO_FILTER)}>
      {(FoundBand) => <FoundBand />}
    </Late>
  );
}

export function BoardSearch() {
  return (
    <SearchField>
      <FilterButton
        onNear={prefetch(loadPanel)}
        panel={(close) => (
          <Late load={loadPanel} onClose={close}>
            {(FilterPanel) => <FilterPanel onClose={close} />}
          </Late>
        )}
      />
    </SearchField>
  );
}
