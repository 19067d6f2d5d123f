/** What can be chosen in each field, in the person's language; a code nobody knows is shown as it is. */
import { useMemo } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import type { SheetSetKey } from '../../../shared/board/commands/sheet.ts';
import { AMBITIONS, EXPRESSIONS, FREQUENCIES } from '../../../shared/vocabulary/action.ts';
import {
  DECP_ENVIRONMENTAL,
  DECP_SOCIAL,
  EFORMS,
} from '../../../shared/vocabulary/considerations.ts';
import { LEVERS } from '../../../shared/vocabulary/levers.ts';
import { MARKET_FAMILIES } from '../../../shared/vocabulary/market-families.ts';
import type { Term } from '../../../shared/vocabulary/term.ts';
import { useBoard, usePreferences } from '../../state/hooks.ts';

export interface Option {
  readonly code: string;
  readonly label: string;
}

/** Fields, of an action or of its parts, whose value is one or several codes. */
export type CodedKey =
  | SheetSetKey
  | 'leadDirectionId'
  | 'ambition'
  | 'impact'
  | 'feasibility'
  | 'expressedAs'
  | 'frequency'
  | 'actorId';

type Named = ReadonlyMap<string, { readonly name?: string }>;
type Source = readonly Term[] | Named;

const LEVELS: readonly Term[] = ['1', '2', '3'].map((code) => ({ code, fr: code, en: code }));

/** Where the choices come from: the workshop's own lists, or a vocabulary. */
const SOURCES: Readonly<Record<CodedKey, (board: Board) => Source>> = {
  leadDirectionId: (board) => board.directions,
  supportingDirections: (board) => board.directions,
  partners: (board) => board.actors,
  actorId: (board) => board.actors,
  policies: (board) => board.policies,
  levers: (board) => board.info.levers ?? LEVERS,
  marketFamilies: (board) => board.info.marketFamilies ?? MARKET_FAMILIES,
  decpSocial: () => DECP_SOCIAL,
  decpEnvironmental: () => DECP_ENVIRONMENTAL,
  eforms: () => EFORMS,
  ambition: () => AMBITIONS,
  impact: () => LEVELS,
  feasibility: () => LEVELS,
  expressedAs: () => EXPRESSIONS,
  frequency: () => FREQUENCIES,
};

/** The choices of a field, in their order. */
export function useOptions(key: CodedKey): readonly Option[] {
  const { language } = usePreferences();
  const source = useBoard(SOURCES[key]);
  return useMemo(
    () =>
      isTerms(source)
        ? source.map((term) => ({ code: term.code, label: term[language] }))
        : [...source].map(([code, { name }]) => ({ code, label: name ?? code })),
    [source, language],
  );
}

/** The choice a code stands for. */
export const optionOf = (options: readonly Option[], code: string): Option =>
  options.find((option) => option.code === code) ?? { code, label: code };

const isTerms = (source: Source): source is readonly Term[] => Array.isArray(source);
