/** How much of a small whole is done, as a ring with words: complete, it closes and turns green. */
import './ring.css';

export interface RingProps {
  /** 0 to `max`; anything outside is drawn as the nearest end. */
  readonly value: number;
  /** At least 1. */
  readonly max: number;
  /** The same in words: « 6 sur 9 ». */
  readonly label: string;
}

export function Ring({ value, max, label }: RingProps) {
  const done = Math.min(Math.max(value, 0), max);
  return (
    <svg
      className="ring"
      viewBox="0 0 20 20"
      role="img"
      aria-label={label}
      data-complete={done === max ? '' : undefined}
    >
      <title>{label}</title>
      <circle className="ring-track" cx="10" cy="10" r="8" />
      {done > 0 && (
        // The length of the path is said to be `max`, so a dash of `done` is the share itself.
        <circle
          className="ring-arc"
          cx="10"
          cy="10"
          r="8"
          pathLength={max}
          strokeDasharray={`${done} ${max}`}
          transform="rotate(-90 10 10)"
        />
      )}
    </svg>
  );
}
