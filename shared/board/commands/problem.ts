import { err, type Result } from '../../result.ts';

/** Why a command did nothing: normal life on a shared board, told to its author alone. */
export type Problem =
  | { readonly kind: 'action-gone' }
  | { readonly kind: 'priority-gone' }
  | { readonly kind: 'priority-in-use' }
  | { readonly kind: 'direction-in-use' }
  | { readonly kind: 'term-in-use' }
  | { readonly kind: 'entity-gone' }
  | { readonly kind: 'title-missing' }
  | { readonly kind: 'value-refused'; readonly field: string }
  | { readonly kind: 'full'; readonly max: number };

export type Outcome<Value = void> = Result<Value, Problem>;

export const problem = (kind: Exclude<Problem['kind'], 'value-refused' | 'full'>): Outcome<never> =>
  err({ kind });
