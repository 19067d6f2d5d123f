/** What a field of the file is: where it stands, what it is called, and how its value is read. */
import { type EntityRoot, LIMITS } from '../board/schema.ts';
import type { Term } from '../vocabulary/term.ts';

/** Vocabularies that a workshop may make its own. */
export type OpenVocabulary = 'levers' | 'marketFamilies';

export type Rule =
  /** `always`: an empty text rather than nothing. `max`: what editing allows. */
  | { readonly kind: 'text'; readonly max: number; readonly always?: true }
  | {
      readonly kind: 'plain';
      readonly type: 'number' | 'string' | 'boolean';
      readonly is: (value: unknown) => boolean;
    }
  | { readonly kind: 'term'; readonly terms: readonly Term[] }
  /** `as`: what the file holds, the French label or the official code. */
  | { readonly kind: 'terms'; readonly terms: readonly Term[]; readonly as: 'fr' | 'code' }
  | { readonly kind: 'open-terms'; readonly vocabulary: OpenVocabulary }
  | { readonly kind: 'reference'; readonly root: EntityRoot }
  | { readonly kind: 'references'; readonly root: EntityRoot };

export interface FileKey<Field extends PropertyKey = string> {
  /** Key in the file; `considerations.social` is a key inside an object. */
  readonly path: string;
  readonly field: Field;
  /** French, as in « échéance ». */
  readonly label: string;
  readonly gender: 'm' | 'f';
  readonly rule: Rule;
}

export const keyAt = <Field extends string>(
  path: string,
  field: Field,
  label: string,
  gender: 'm' | 'f',
  rule: Rule,
): FileKey<Field> => ({ path, field, label, gender, rule });
/** A field that has the same name in the file and on the board. */
export const key = <Field extends string>(
  field: Field,
  label: string,
  gender: 'm' | 'f',
  rule: Rule,
): FileKey<Field> => keyAt(field, field, label, gender, rule);

/** A text that is there even when it is empty. */
export const always = (max: number): Rule => ({ kind: 'text', max, always: true });
export const line: Rule = { kind: 'text', max: LIMITS.lineCharacters };
export const note: Rule = { kind: 'text', max: LIMITS.noteCharacters };
/** Such a field of the board's schema. */
interface Checked {
  readonly is: (value: unknown) => boolean;
}
export const number = ({ is }: Checked): Rule => ({ kind: 'plain', type: 'number', is });
export const string = ({ is }: Checked): Rule => ({ kind: 'plain', type: 'string', is });
export const one = (root: EntityRoot): Rule => ({ kind: 'reference', root });
export const many = (root: EntityRoot): Rule => ({ kind: 'references', root });
export const labels = (terms: readonly Term[]): Rule => ({ kind: 'terms', terms, as: 'fr' });
export const term = (terms: readonly Term[]): Rule => ({ kind: 'term', terms });
