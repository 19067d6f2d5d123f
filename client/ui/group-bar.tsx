/** A share as a bar, in the colour of what it is of; said in words. */
import './group-bar.css';

export interface GroupBarProps {
  /** From 0 to 1. */
  readonly share: number;
  /** The same in words, with what it is of. */
  readonly label: string;
}

export const GroupBar = ({ share, label }: GroupBarProps) => (
  <span className="group-bar" role="img" aria-label={label} title={label} translate="no">
    <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
  </span>
);
