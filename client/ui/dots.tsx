/** Gommettes: filled dots and, always, a figure. Beyond a few the figure alone tells how many. */
import './dots.css';

export interface DotsProps {
  readonly count: number;
  /** Dots that could still be filled, drawn as circles. */
  readonly room?: number;
  /** What is counted, in words: "3 gommettes". */
  readonly label: string;
}

const mostDrawn = 9;

export function Dots({ count, room = 0, label }: DotsProps) {
  const filled = Math.min(count, mostDrawn);
  const empty = Math.min(room, mostDrawn - filled);
  return (
    <span className="dots" role="img" aria-label={label}>
      {Array.from({ length: filled }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity but their place
        <i className="dot" key={place} />
      ))}
      {Array.from({ length: empty }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity but their place
        <i className="dot" data-empty="" key={filled + place} />
      ))}
      <b className="dots-figure">{count}</b>
    </span>
  );
}
