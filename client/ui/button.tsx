/** A native button in four voices. One that is busy keeps the focus but does nothing more. */
import type { ComponentProps, ReactNode } from 'react';
import './button.css';

interface Look {
  readonly variant?: 'primary' | 'quiet' | 'outline' | 'danger';
  readonly size?: 'regular' | 'small';
  /** Something already runs because of this button: clicks are ignored until it ends. */
  readonly busy?: boolean;
}

/** Words, or a picture that has a name: a button nobody can name does not compile. */
type Content =
  | { readonly children: ReactNode; readonly icon?: ReactNode; readonly label?: never }
  | { readonly icon: ReactNode; readonly label: string; readonly children?: never };

export type ButtonProps = Look & Content & Omit<ComponentProps<'button'>, NotOurs>;
type NotOurs = 'children' | 'className' | 'style' | 'aria-label' | 'aria-busy';

export function Button({
  variant = 'outline',
  size = 'regular',
  busy = false,
  type = 'button', // never a surprise submission: a form's own button says so
  icon,
  label,
  children,
  onClick,
  ...native
}: ButtonProps) {
  return (
    <button
      title={label}
      {...native}
      type={type}
      className="button"
      data-variant={variant}
      data-size={size}
      data-icon-only={label === undefined ? undefined : ''}
      aria-label={label}
      aria-busy={busy || undefined}
      aria-disabled={busy || native['aria-disabled']}
      onClick={(event) => {
        // preventDefault also keeps a busy submit button from sending the form a second time.
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span className="button-spinner" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}
