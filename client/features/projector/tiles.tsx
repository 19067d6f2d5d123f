/** A tile for each priority, with how much there is under it. */
import { hueOf } from '../../../shared/board/labels.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import { usePriorities } from '../../state/hooks.ts';
import './tiles.css';

export function Tiles({ countOf }: { readonly countOf: (id: PriorityId) => string }) {
  const priorities = usePriorities();
  return (
    <ul className="projector-tiles" data-many={priorities.length > 6 ? '' : undefined}>
      {priorities.map(({ id, title }, index) => (
        <li key={id} className="projector-tile" data-hue={hueOf(index)}>
          <p className="projector-tile-name" translate="no">
            <b>{index + 1}</b> {title}
          </p>
          <p className="projector-tile-count">{countOf(id)}</p>
        </li>
      ))}
    </ul>
  );
}
