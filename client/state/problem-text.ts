/** Why a command did nothing, in words: each screen has its own sentences for what it may meet. */
import type { Problem } from '../../shared/board/commands/problem.ts';

type OfKind<Kind extends Problem['kind']> = Extract<Problem, { readonly kind: Kind }>;

/** By kind; one that a screen does not name is told as what it is about being gone. */
export type ProblemTexts = {
  readonly [Kind in Problem['kind']]?: string | ((problem: OfKind<Kind>) => string);
} & { readonly gone: string };

export function problemText(problem: Problem, texts: ProblemTexts): string {
  // The table pairs each kind with its own problem; the compiler does not follow that through a look-up.
  const text = texts[problem.kind] as string | ((met: Problem) => string) | undefined;
  return (typeof text === 'function' ? text(problem) : text) ?? texts.gone;
}
