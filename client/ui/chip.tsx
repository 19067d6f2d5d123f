/** A short mark that stands for a longer name: « DCE » seen, the whole name heard and hovered. */
import { X } from 'lucide-react';
import './chip.css';

export interface ChipProps {
  readonly text: string;
  /** What `text` abbreviates; read instead of it. */
  readonly fullName?: string;
  /** Something expected is missing here. */
  readonly dashed?: boolean;
  /** Makes the chip removable; `label` names what the cross removes. */
  readonly remove?: { readonly label: string; readonly onRemove: () => void };
}

export function Chip({ text, fullName, dashed = false, remove }: ChipProps) {
  return (
    <span
      className="chip"
      data-dashed={dashed ? '' : undefined}
      title={fullName}
      // What is missing is said in our words.
      translate={dashed ? undefined : 'no'}
    >
      <span className="chip-text" aria-hidden={fullName ? true : undefined}>
        {text}
      </span>
      {fullName && <span className="visually-hidden">{fullName}</span>}
      {remove && (
        <button
          type="button"
          className="chip-remove"
          aria-label={remove.label}
          title={remove.label}
          onClick={remove.onRemove}
        >
          <X />
        </button>
      )}
    </span>
  );
}
