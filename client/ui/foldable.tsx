/** A text on a few lines, whole at a press; what reads the page aloud always has it whole. */
import { type ReactNode, useState } from 'react';
import './foldable.css';

export interface FoldableProps {
  /** Shown whole to a pointer that stays on it. */
  readonly text: string;
  readonly lines: 2 | 3;
  /** What is shown and read; the text itself when absent. */
  readonly children?: ReactNode;
}

export function Foldable({ text, lines, children = text }: FoldableProps) {
  const [isWhole, setIsWhole] = useState(false);
  return (
    <button
      type="button"
      className="foldable"
      data-lines={lines}
      title={isWhole ? undefined : text}
      aria-expanded={isWhole}
      onClick={() => setIsWhole(!isWhole)}
    >
      {children}
    </button>
  );
}

/** Characters of a title beyond which it is folded. */
const longest = 90;

/** A title as it is, or folded when it is very long. */
export const FoldedTitle = ({ text, children = text }: Omit<FoldableProps, 'lines'>) =>
  text.length <= longest ? (
    children
  ) : (
    <Foldable text={text} lines={3}>
      {children}
    </Foldable>
  );
