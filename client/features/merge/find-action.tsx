/** Looks for another action to bring in; until a word is typed, those that resemble are there. */

import { Plus } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { alikeTo, titlesOnShow } from '../../../shared/finding/similar.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { mergeWords } from '../../../shared/text/fr/merge.ts';
import { useBoard } from '../../state/hooks.ts';
import { isComposed } from '../../state/typed-keys.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { findByTitle } from './likely.ts';

const shownAtOnce = 6;

export interface FindActionProps {
  readonly chosen: readonly ActionId[];
  /** The action whose likes are proposed. */
  readonly like: ActionId | null;
  readonly onAdd: (id: ActionId) => void;
}

export function FindAction({ chosen, like, onAdd }: FindActionProps) {
  const t = useWords(mergeWords);
  const [search, setSearch] = useState('');
  // Comparing titles never stands between a key and its letter.
  const sought = useDeferredValue(search.trim());
  const board = useDeferredValue(useBoard((now) => now));
  const found = useMemo(() => {
    if (sought !== '') return findByTitle(board, sought);
    const one = like === null ? undefined : board.actions.get(like);
    return one ? alikeTo(one, titlesOnShow(board)) : [];
  }, [sought, board, like]);
  const others = found.filter((id) => !chosen.includes(id)).slice(0, shownAtOnce);

  const add = (id: ActionId) => {
    onAdd(id);
    setSearch('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposed(event.nativeEvent) || search.trim() === '') return;
    // The form is not sent by what was meant for the search.
    event.preventDefault();
    const [first] = others;
    if (first !== undefined && sought === search.trim()) add(first);
  };

  return (
    <div className="merge-find">
      <TextField
        label={t.find}
        placeholder={t.findPlaceholder}
        type="search"
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {sought === '' && others.length > 0 && <p className="field-help">{t.suggestions}</p>}
      <ul className="merge-found" aria-label={sought === '' ? t.suggestions : t.find}>
        {others.map((id) => (
          <Found key={id} id={id} onAdd={() => add(id)} />
        ))}
      </ul>
      {sought !== '' && others.length === 0 && (
        <p className="field-help" role="status">
          {t.nothingFound}
        </p>
      )}
    </div>
  );
}

function Found({ id, onAdd }: { readonly id: ActionId; readonly onAdd: () => void }) {
  const t = useWords(mergeWords);
  const number = useBoard(({ numbers }) => numbers.get(id) ?? '');
  const title = useBoard(({ actions }) => actions.get(id)?.title ?? '');
  return (
    <li className="merge-found-line">
      <span translate="no">
        <span className="merge-origin">{number}</span> {title}
      </span>
      <Button
        variant="quiet"
        size="small"
        icon={<Plus />}
        label={t.add(number, title)}
        translate="no"
        onClick={onAdd}
      />
    </li>
  );
}
