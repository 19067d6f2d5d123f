/** Work that takes a while: what it is, how far it is, and a way out of it. */
import { useId } from 'react';
import { Button } from './button.tsx';
import './progress.css';

export interface ProgressProps {
  readonly label: string;
  /** Share done, 0 to 1; undefined while nobody can tell. */
  readonly share?: number | undefined;
  /** The share in words: « 120 sur 300 ». */
  readonly figure?: string | undefined;
  /** Given where the label is people's: a browser does not translate them. */
  readonly translate?: 'no' | undefined;
  readonly cancel?: { readonly label: string; readonly onCancel: () => void };
}

export function Progress({ label, share, figure, cancel, translate }: ProgressProps) {
  const id = useId();
  return (
    <div className="progress">
      <div className="progress-words">
        <div className="progress-label">
          <label htmlFor={id} translate={translate}>
            {label}
          </label>
          {figure && <span className="progress-figure">{figure}</span>}
        </div>
        <progress className="progress-bar" id={id} value={share} max={1} aria-valuetext={figure} />
      </div>
      {cancel && (
        <Button size="small" onClick={cancel.onCancel}>
          {cancel.label}
        </Button>
      )}
    </div>
  );
}
