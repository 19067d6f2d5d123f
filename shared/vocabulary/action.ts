/** Closed vocabularies of an action: the codes are part of the board's schema. */
import type { Term } from './term.ts';

export type Ambition = 'legal' | 'roll-out' | 'pilot' | 'breakthrough';
export const AMBITIONS: readonly Term<Ambition>[] = [
  {
    code: 'legal',
    fr: 'Conformité',
    en: 'Compliance',
    help: 'Répondre à une obligation déjà datée.',
  },
  {
    code: 'roll-out',
    fr: 'Généralisation',
    en: 'Roll-out',
    help: 'Étendre à tous les marchés concernés une pratique éprouvée.',
  },
  {
    code: 'pilot',
    fr: 'Expérimentation',
    en: 'Pilot',
    help: 'Essayer sur quelques marchés et décider ensuite.',
  },
  {
    code: 'breakthrough',
    fr: 'Rupture',
    en: 'Breakthrough',
    help: 'Changer la manière d’acheter ou renoncer à l’achat.',
  },
];

/** What a person may set; *fusionnée* and *écartée* are facts of the action, see {@link STATUSES}. */
export type Status = 'proposed' | 'discuss' | 'retained';
/** What people and files see. */
export type VisibleStatus = Status | 'merged' | 'discarded';
export const STATUSES: readonly Term<VisibleStatus>[] = [
  { code: 'proposed', fr: 'Proposée', en: 'Proposed' },
  { code: 'discuss', fr: 'À discuter', en: 'To discuss' },
  { code: 'retained', fr: 'Retenue', en: 'Retained' },
  { code: 'merged', fr: 'Fusionnée', en: 'Merged' },
  { code: 'discarded', fr: 'Écartée', en: 'Set aside' },
];

export type ExpressedAs = 'contractCount' | 'value' | 'hours' | 'other';
export const EXPRESSIONS: readonly Term<ExpressedAs>[] = [
  { code: 'contractCount', fr: 'nombre de contrats', en: 'number of contracts' },
  { code: 'value', fr: 'valeur (€ HT)', en: 'value (€ excl. tax)' },
  { code: 'hours', fr: 'heures', en: 'hours' },
  { code: 'other', fr: 'nombre', en: 'number' },
];

export type Frequency = 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' | 'biennial';
export const FREQUENCIES: readonly Term<Frequency>[] = [
  { code: 'monthly', fr: 'mensuelle', en: 'monthly' },
  { code: 'quarterly', fr: 'trimestrielle', en: 'quarterly' },
  { code: 'half-yearly', fr: 'semestrielle', en: 'half-yearly' },
  { code: 'yearly', fr: 'annuelle', en: 'yearly' },
  { code: 'biennial', fr: 'biennale', en: 'every two years' },
];
