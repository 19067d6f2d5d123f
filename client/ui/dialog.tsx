/**
 * A modal window on the browser's own `<dialog>`: the page behind is inert, Échap closes. It is
 * open for as long as it is rendered, so there is no flag to forget: `{open && <Dialog …>}`.
 * A press outside does not close it: what was being typed would be lost by a slip of the hand.
 */
import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../state/words.ts';
import { Button } from './button.tsx';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  /** The person wants to leave; the caller stops rendering the dialog. */
  readonly onClose: () => void;
  /** The whole screen, for what is shown to a room. */
  readonly full?: boolean;
  /** Given where the title is people's: a browser does not translate them. */
  readonly translate?: 'no' | undefined;
  readonly children: ReactNode;
}

export function Dialog({ title, onClose, full, translate, children }: DialogProps) {
  const { common } = useWords();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  // Read while rendering: once mounted, something inside may already have taken the focus.
  const [opener] = useState(() => document.activeElement);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    (firstField(body.current) ?? heading.current)?.focus();
    return () => {
      element?.close();
      // The browser does this only for a dialog still in the page when its close event runs.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opener]);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      data-full={full ? '' : undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A file input inside sends `cancel` too, and it bubbles.
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // Browsers close on a second Échap whatever `cancel` says; the caller must hear of it.
        if (dialog.current?.open === false) onClose();
      }}
    >
      <div className="dialog-head">
        <h2 className="dialog-title" id={titleId} ref={heading} tabIndex={-1} translate={translate}>
          {title}
        </h2>
        <Button variant="quiet" icon={<X />} label={common.close} onClick={onClose} />
      </div>
      <div className="dialog-body" ref={body}>
        {children}
      </div>
    </dialog>
  );
}

/** The row of buttons that ends a dialog, or the form in it; the one that goes on comes last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-actions">{children}</div>;
}

/** A form starts at its first field; anything else starts at the title, to be read from there. */
const firstField = (body: HTMLElement | null) =>
  body?.querySelector<HTMLElement>(
    ':is(input:not([type="hidden"]), select, textarea):not(:disabled)',
  );
