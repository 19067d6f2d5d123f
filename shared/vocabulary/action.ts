/** Closed vocabularies of an action: the codes are part of the board's schema. */
import { type Term, term } from './term.ts';

export type Ambition = 'legal' | 'roll-out' | 'pilot' | 'breakthrough';
export const AMBITIONS: readonly Term<Ambition>[] = [
  term('legal', 'Conformité', 'Compliance', 'Répondre à une obligation déjà datée.'),
  term(
    'roll-out',
    'Généralisation',
    'Roll-out',
    'Étendre à tous les marchés concernés une pratique éprouvée.',
  ),
  term('pilot', 'Expérimentation', 'Pilot', 'Essayer sur quelques marchés et décider ensuite.'),
  term(
    'breakthrough',
    'Rupture',
    'Breakthrough',
    'Changer la manière d’acheter ou renoncer à l’achat.',
  ),
];

/** What a person may set; *fusionnée* and *écartée* are facts of the action, see {@link STATUSES}. */
export type Status = 'proposed' | 'discuss' | 'retained';
/** What people and files see. */
export type VisibleStatus = Status | 'merged' | 'discarded';
export const STATUSES: readonly Term<VisibleStatus>[] = [
  term('proposed', 'Proposée', 'Proposed'),
  term('discuss', 'À discuter', 'To discuss'),
  term('retained', 'Retenue', 'Retained'),
  term('merged', 'Fusionnée', 'Merged'),
  term('discarded', 'Écartée', 'Set aside'),
];

export type ExpressedAs = 'contractCount' | 'value' | 'hours' | 'other';
export const EXPRESSIONS: readonly Term<ExpressedAs>[] = [
  term('contractCount', 'nombre de contrats', 'number of contracts'),
  term('value', 'valeur (€ HT)', 'value (€ excl. tax)'),
  term('hours', 'heures', 'hours'),
  term('other', 'nombre', 'number'),
];

export type Frequency = 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' | 'biennial';
export const FREQUENCIES: readonly Term<Frequency>[] = [
  term('monthly', 'mensuelle', 'monthly'),
  term('quarterly', 'trimestrielle', 'quarterly'),
  term('half-yearly', 'semestrielle', 'half-yearly'),
  term('yearly', 'annuelle', 'yearly'),
  term('biennial', 'biennale', 'every two years'),
];
