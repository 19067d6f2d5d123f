/**
 * One field in the header, reached with « / »: what is typed is found at once. Entrée goes to the
 * first card found, Échap empties the field. On a phone it is a button until it is wanted.
 */
import { ListFilter, Search, X } from 'lucide-react';
import {
  type KeyboardEvent as KeyPress,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { countChosen } from '../../../shared/finding/filter.ts';
import { useKeys } from '../../state/keys.ts';
import { isComposed } from '../../state/typed-keys.ts';
import { useFilter, useFinding } from '../../state/use-finding.ts';
import { useLatest } from '../../state/use-latest.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toast-queue.ts';
import './search-field.css';

export interface SearchFieldProps {
  /** What stands beside the field: the filters. */
  readonly children: ReactNode;
}

// One field in its two widths: what is typed must survive the change.
export function SearchField({ children }: SearchFieldProps) {
  const { finding: t } = useWords();
  const { setFilter, prepare } = useFinding();
  const filter = useFilter();
  const input = useRef<HTMLInputElement>(null);
  // Only where the field has no room of its own: a wide header shows it whatever this says.
  const [open, setOpen] = useState(filter.text !== '');
  const openField = () => {
    // At once, before the next letter is typed: the field may have to be drawn to take the focus.
    flushSync(() => setOpen(true));
    input.current?.focus();
  };
  useKeys(t.keys, [{ key: '/', label: t.search, run: openField }]);
  useFindKey(input, () => {
    openField();
    say(t.instead);
  });

  const write = (text: string) => setFilter({ ...filter, text });
  const onKeyDown = (event: KeyPress) => {
    if (isComposed(event.nativeEvent)) return;
    if (event.key === 'Enter') firstCard()?.focus();
    else if (event.key !== 'Escape') return;
    else if (filter.text !== '') write('');
    else {
      setOpen(false);
      input.current?.blur();
    }
    event.preventDefault();
  };

  return (
    <search className="finding" data-open={open ? '' : undefined}>
      <div className="finding-open">
        <Button
          variant="quiet"
          icon={<Search />}
          label={t.open}
          aria-expanded={open}
          onClick={openField}
        />
      </div>
      <div className="finding-field">
        <Search className="finding-icon" />
        <input
          ref={input}
          type="text"
          className="finding-input"
          aria-label={t.search}
          aria-keyshortcuts="/"
          placeholder={t.placeholder}
          value={filter.text}
          maxLength={200}
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          onFocus={prepare}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {filter.text === '' ? (
          // Said by aria-keyshortcuts to those who listen.
          <span className="finding-key" aria-hidden="true">
            /
          </span>
        ) : (
          <button
            type="button"
            className="finding-clear"
            aria-label={t.clearText}
            title={t.clearText}
            onClick={() => {
              write('');
              input.current?.focus();
            }}
          >
            <X />
          </button>
        )}
      </div>
      {children}
    </search>
  );
}

/**
 * A browser finds what is drawn. Where a column is drawn in part its key leads to this field, which
 * knows all actions; pressed there, it is the browser's again.
 */
function useFindKey(input: RefObject<HTMLElement | null>, lead: () => void): void {
  const latest = useLatest(lead);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isFind(event) || event.target === input.current) return;
      if (!document.querySelector('[data-cards][data-long]')) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [input, latest]);
}

/** Ctrl+F, ⌘F and F3. */
const isFind = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  !altKey &&
  !shiftKey &&
  (key === 'F3' ? !ctrlKey && !metaKey : (ctrlKey || metaKey) && key.toLowerCase() === 'f');

const firstCard = (): HTMLElement | null => document.querySelector('[data-open-action]');

/** Opens the filters beside the field; says how many choices hold. The panel comes in its slot. */
interface FilterButtonProps {
  readonly onNear: () => void;
  /** The panel, told how to close. */
  readonly panel: (close: () => void) => ReactNode;
}

export function FilterButton({ onNear, panel }: FilterButtonProps) {
  const { finding: t } = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const count = countChosen(useFilter());
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="finding-filters">
      <Button
        ref={button}
        variant="quiet"
        icon={<ListFilter />}
        label={count === 0 ? t.filters : t.filtersOn(count)}
        aria-expanded={open}
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={() => setOpen(!open)}
      />
      {count > 0 && (
        <span className="finding-count" aria-hidden="true">
          {count}
        </span>
      )}
      {open && panel(close)}
    </div>
  );
}
