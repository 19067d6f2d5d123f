/** A row of dots as long as what it counts; rings first, then filled ones. Figures stand beside it. */
import type { CSSProperties } from 'react';
import './dot-bar.css';

export interface DotBarProps {
  readonly hollow: number;
  readonly filled: number;
  /** The longest bar beside this one: all are drawn to its scale. */
  readonly max: number;
}

/** Short bars keep dots of an honest size instead of filling the width with a few. */
const leastScale = 20;

export function DotBar({ hollow, filled, max }: DotBarProps) {
  const scale = Math.max(max, leastScale);
  return (
    <svg
      className="dot-bar"
      viewBox={`0 0 ${scale * 10} 10`}
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
    >
      {Array.from({ length: hollow + filled }, (_, place) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity but their place
          key={place}
          className="dot-bar-dot"
          data-hollow={place < hollow ? '' : undefined}
          style={{ '--place': place / scale } as CSSProperties}
          cx={place * 10 + 5}
          cy={5}
          r={3.8}
        />
      ))}
    </svg>
  );
}
