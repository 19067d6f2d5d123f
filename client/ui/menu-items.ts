/** What a menu offers, as data: sections of items, each with what it does. */
import type { ReactNode } from 'react';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  /** Given, the item is one of a choice within its section, chosen or not. */
  readonly selected?: boolean;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

export interface MenuSection {
  readonly id: string;
  readonly label?: string;
  /** Given where the items' labels are people's words: a browser does not translate them. */
  readonly translate?: 'no' | undefined;
  readonly items: readonly MenuItem[];
}
