/** Looking for actions, in the header of an open board: the field, and filters fetched when wanted. */
import { isNoFilter, NO_FILTER } from '../../shared/finding/filter.ts';
import { FilterButton, SearchField } from '../features/finding/search-field.tsx';
import { useFilter, useFinding } from '../state/use-finding.ts';
import { LazyPart, prefetch } from '../ui/lazy-part.tsx';
import { PARTS } from './parts.ts';

/** What was found, above the wall, while something is looked for. */
export function BoardFound() {
  const { setFilter } = useFinding();
  if (isNoFilter(useFilter())) return null;
  return <LazyPart load={PARTS.foundBand} onClose={() => setFilter(NO_FILTER)} />;
}

export function BoardSearch() {
  return (
    <SearchField>
      <FilterButton
        onNear={prefetch(PARTS.filterPanel)}
        panel={(close) => <LazyPart load={PARTS.filterPanel} onClose={close} />}
      />
    </SearchField>
  );
}
