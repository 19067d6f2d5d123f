/**
 * A document as plain blocks, in order, for the writers of every format: they give it a shape and
 * add no word of their own. Every text is already typeset ({@link ./typeset.ts}): one line, without
 * anything a format could not carry.
 */
import type { Language } from '../input.ts';

export interface Document {
  readonly language: Language;
  readonly title: string;
  /** What the document is, in one sentence, for its properties. */
  readonly subject: string;
  /** When it was made, milliseconds since 1970. */
  readonly made: number;
  readonly cover: Cover;
  readonly sections: readonly Section[];
  readonly footer: Footer;
}

export interface Cover {
  /** Above the title: whose document it is. */
  readonly territory: string;
  readonly title: string;
  readonly subtitle: string;
  readonly purpose: readonly string[];
  readonly facts: Fields;
  /** What must be known before reading, such as "démonstration". */
  readonly notice: readonly string[];
}

/** At the foot of every page but the cover: "Title – territory" and "Page 2 sur 60". */
export interface Footer {
  readonly about: string;
  readonly page: string;
  readonly of: string;
}

/** Begins a page, with its heading. */
export interface Section {
  readonly heading: Heading;
  readonly blocks: readonly Block[];
}

interface Heading {
  /** The title of the document is above level 1. */
  readonly level: 1 | 2;
  /** Of an action: "1.3". */
  readonly number?: string;
  readonly text: string;
}

export type Block = Paragraph | Fields | Grid;

/**
 * `context` places an action, `lead` is what the élus wrote, `note` is small print; each line is a
 * paragraph of its own.
 */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: 'body' | 'context' | 'lead' | 'note';
  readonly lines: readonly string[];
}

/** A table of two columns, the label of each value beside it. */
export interface Fields {
  readonly kind: 'fields';
  /** What the table is, for who cannot see it. */
  readonly name: string;
  readonly head: readonly [label: string, value: string];
  readonly rows: readonly Field[];
}
export interface Field {
  readonly label: string;
  /** At least one; each a paragraph of its own. */
  readonly lines: readonly string[];
  /** Whether it begins a group of rows that go together. */
  readonly begins?: true;
}

/** A table with a line of headers; the first cell of each row says what the row is. */
export interface Grid {
  readonly kind: 'grid';
  readonly name: string;
  readonly columns: readonly GridColumn[];
  /** As many cells as columns in each. */
  readonly rows: readonly (readonly string[])[];
  /** Last row, of sums. */
  readonly total?: readonly string[];
}
export interface GridColumn {
  readonly label: string;
  /** Share of the width of the page, in hundredths; those of a grid make 100. */
  readonly share: number;
  readonly isNumber?: true;
}

/** A paragraph, or nothing when it has no line. */
export const paragraph = (
  role: Paragraph['role'],
  lines: readonly string[],
): readonly Paragraph[] => (lines.length > 0 ? [{ kind: 'paragraph', role, lines }] : []);
