/** The letter of a table or a sub-group on its colour: never the colour alone. */
import './group-badge.css';

export interface GroupBadgeProps {
  readonly letter: string;
  /** From 1 to 8. */
  readonly hue: number;
  readonly size?: 'regular' | 'small';
}

/** What it is of is said beside it. */
export const GroupBadge = ({ letter, hue, size = 'regular' }: GroupBadgeProps) => (
  <span className="group-badge" data-hue={hue} data-size={size} aria-hidden="true">
    {letter}
  </span>
);
