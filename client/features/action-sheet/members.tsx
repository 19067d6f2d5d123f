/** A field of several values: each a chip with its cross, and one line to look for another. */
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { foldLabel } from '../../../shared/vocabulary/term.ts';
import { isComposed } from '../../state/typed-keys.ts';
import { useWords } from '../../state/words.ts';
import { Chip } from '../../ui/chip.tsx';
import { Field, type FieldText, type FieldWiring } from '../../ui/field.tsx';
import { pageToasts } from '../../ui/toast-queue.ts';
import { type Option, optionOf } from './options.ts';
import './members.css';

export interface MembersProps extends Pick<FieldText, 'label' | 'help'> {
  readonly options: readonly Option[];
  /** Codes chosen, in their order. */
  readonly chosen: readonly string[];
  /** Each answers whether it was done. */
  readonly onAdd: (code: string) => boolean;
  readonly onRemove: (code: string) => boolean;
}

export function Members({ options, chosen, onAdd, onRemove, label, help }: MembersProps) {
  const t = useWords(sheetWords);
  const input = useRef<HTMLInputElement>(null);
  const remove = ({ code, label: name }: Option) => {
    // The cross goes with its chip: without this the focus would fall off the page.
    input.current?.focus();
    if (onRemove(code)) pageToasts.announce(t.memberRemoved(name));
  };
  return (
    <Field label={label} help={help}>
      {(wiring) => (
        <div className="members">
          {chosen.length > 0 && (
            <ul className="members-chips" aria-label={label}>
              {chosen.map((code) => {
                const option = optionOf(options, code);
                return (
                  <li key={code}>
                    <Chip
                      text={option.label}
                      remove={{ label: t.remove(option.label), onRemove: () => remove(option) }}
                    />
                  </li>
                );
              })}
            </ul>
          )}
          <Finder
            wiring={wiring}
            input={input}
            label={label}
            options={options.filter(({ code }) => !chosen.includes(code))}
            onAdd={(option) => {
              if (onAdd(option.code)) pageToasts.announce(t.memberAdded(option.label));
            }}
          />
        </div>
      )}
    </Field>
  );
}

interface FinderProps {
  readonly wiring: FieldWiring;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** Those not chosen yet. */
  readonly options: readonly Option[];
  readonly onAdd: (option: Option) => void;
}

/** Type to search, arrows to walk, Entrée to add, Échap to shut the list and nothing else. */
// One combobox: keys, list and field share the option they point at.
function Finder({ wiring, input, label, options, onAdd }: FinderProps) {
  const t = useWords(sheetWords);
  const listId = useId();
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const sought = foldLabel(query);
  const matches = options.filter((option) => foldLabel(option.label).includes(sought));
  const at = Math.min(active, matches.length - 1);

  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, at]);

  const open = (next: number) => {
    setOpen(true);
    setActive(next);
  };
  const add = (option: Option | undefined) => {
    if (!option) return;
    onAdd(option);
    setQuery('');
  };
  const step = (by: 1 | -1) => {
    const count = Math.max(1, matches.length);
    const first = by > 0 ? 0 : count - 1;
    open(isOpen ? (at + by + count) % count : first);
  };
  /** Whether the key was for the list. */
  const answer = (key: string): boolean => {
    if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (isOpen && key === 'Enter') add(matches[at]);
    else if (isOpen && key === 'Escape') setOpen(false);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposed(event.nativeEvent) || !answer(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="finder" translate="no">
      <input
        {...wiring}
        ref={input}
        className="finder-input"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && matches[at] ? `${listId}-${at}` : undefined}
        placeholder={t.addPlaceholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          open(0);
        }}
        onClick={() => open(0)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false);
          setQuery('');
        }}
      />
      {isOpen && (
        <div className="finder-popup">
          <div ref={list} className="finder-list" role="listbox" id={listId} aria-label={label}>
            {matches.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which points here
              <div
                key={option.code}
                id={`${listId}-${index}`}
                className="finder-option"
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                // The field keeps the focus, or the list would shut before the click.
                onPointerDown={(event) => event.preventDefault()}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => add(option)}
              >
                {option.label}
              </div>
            ))}
          </div>
          {matches.length === 0 && (
            <p className="finder-none">{options.length === 0 ? t.allChosen : t.noMatch}</p>
          )}
        </div>
      )}
    </div>
  );
}
