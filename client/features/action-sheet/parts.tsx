/** A list of small forms inside the sheet: each can be taken off, and put back at once. */
import { Plus, X } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { pageToasts } from '../../ui/toast-queue.ts';
import './parts.css';

export interface PartListProps {
  readonly label: string;
  readonly help: string;
  readonly addLabel: string;
  readonly onAdd: () => void;
  /** The parts, in order. */
  readonly children: ReactNode;
}

export function PartList({ label, help, addLabel, onAdd, children }: PartListProps) {
  const id = useId();
  return (
    <section className="parts" aria-labelledby={id}>
      <h4 className="field-label" id={id}>
        {label}
      </h4>
      <p className="field-help">{help}</p>
      {children}
      <Button size="small" icon={<Plus />} onClick={onAdd} data-add-part="">
        {addLabel}
      </Button>
    </section>
  );
}

export interface PartFrameProps {
  /** « Indicateur 1 » */
  readonly name: string;
  readonly removeLabel: string;
  /** Takes the part off; false when it could not be. */
  readonly onRemove: () => boolean;
  /** Adds a part that says the same. */
  readonly onPutBack: () => void;
  readonly children: ReactNode;
}

export function PartFrame({ name, removeLabel, onRemove, onPutBack, children }: PartFrameProps) {
  const t = useWords(sheetWords);
  const frame = useRef<HTMLFieldSetElement>(null);
  const remove = () => {
    const next = frame.current?.parentElement?.querySelector<HTMLElement>('[data-add-part]');
    if (!onRemove()) return;
    // The button goes with its part: without this the focus would fall off the page.
    next?.focus();
    pageToasts.show({
      text: t.partRemoved(name),
      action: { label: t.undo, run: onPutBack },
    });
  };
  return (
    <fieldset className="part" ref={frame}>
      <legend className="part-name">{name}</legend>
      <Button variant="quiet" size="small" icon={<X />} label={removeLabel} onClick={remove} />
      <div className="sheet-fields">{children}</div>
    </fieldset>
  );
}
