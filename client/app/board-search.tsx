/** Looking for actions, in the header of an open board: the field, and filters fetched when wanted. */
import { FilterButton } from '../features/finding/filter-button.tsx';
import { SearchField } from '../features/finding/search-field.tsx';
import { Late, prefetch } from './late.tsx';

const loadPanel = () =>
  import('../features/finding/filter-panel.tsx').then((file) => file.FilterPanel);

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
