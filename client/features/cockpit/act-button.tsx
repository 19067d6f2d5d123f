/** A button that does one act and shows its key. With nothing to do it keeps the focus. */
import type { ReactNode } from 'react';
import { usePreferences } from '../../state/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { ACT_KEYS, type ActId, useCockpit } from './acts.ts';
import './act-button.css';

export interface ActButtonProps {
  readonly act: ActId;
  readonly variant?: 'primary' | 'quiet' | 'outline';
  readonly icon?: ReactNode;
  /** Shorter words than the act's own, which are then its accessible name. */
  readonly words?: string;
  /** What it leads to, in people's words. */
  readonly detail?: string;
}

export function ActButton({ act, variant = 'outline', icon, words, detail }: ActButtonProps) {
  const { label, run } = useCockpit().acts[act];
  const { keys } = usePreferences();
  return (
    <Button
      variant={variant}
      icon={icon}
      title={label}
      data-act={act}
      aria-disabled={run === null || undefined}
      aria-keyshortcuts={keys ? ACT_KEYS[act] : undefined}
      onClick={() => run?.()}
    >
      <span className="cockpit-words">
        {words === undefined ? (
          <>
            {label}
            {detail !== undefined && ' : '}
            {detail !== undefined && <b translate="no">{detail}</b>}
          </>
        ) : (
          <>
            <span aria-hidden="true">{words}</span>
            <span className="visually-hidden">{label}</span>
          </>
        )}
      </span>
      <ActKey act={act} />
    </Button>
  );
}

/** Nothing while keys are off. */
export function ActKey({ act }: { readonly act: ActId }) {
  const { keys } = usePreferences();
  if (!keys) return null;
  return (
    <span className="cockpit-key" aria-hidden="true">
      <KeyCap>{ACT_KEYS[act]}</KeyCap>
    </span>
  );
}
