/**
 * The action plan as the workbook that Territoires en Transitions, the plan tool of ADEME for local
 * authorities, takes in. Its reader wants exactly these headers on row 2 of a sheet, and rows from
 * the fourth on.
 */
import type { Action } from '../board/schema.ts';
import { axesOf } from '../synthesis/on-show.ts';
import { COLUMN, COLUMNS, type ColumnKey } from '../table/columns.ts';
import { frenchDay, frenchNumber } from '../table/french.ts';
import { clipped, safeLine } from '../table/safe-text.ts';
import { type ActionRow, actionList } from './action-list.ts';
import type { ExportInput } from './input.ts';
import { tetList, tetPriority, tetStatus } from './tet-values.ts';
import { cellOf, dayCell, textCell } from './workbook/cells.ts';
import type { Sheet, SheetCell, Workbook } from './workbook/plain-workbook.ts';

/** When their reader was last looked at; a later one may want other columns. */
const TET_VERSION = '2026-08-07';

/** Group it is shown under, header, hint, width: in the order their reader checks. */
const TET_COLUMNS = [
  ['Plan', 'Axe (x)', 'Un axe par priorité de l’atelier', 30],
  ['', 'Sous-axe (x.x)', '', 14],
  ['', 'Sous-sous axe (x.x.x)', '', 14],
  ['Action', "Titre de l'action", 'Obligatoire, 300 caractères au plus', 40],
  ['', 'Titre de la sous-action', '', 18],
  ['', 'Descriptif', '', 60],
  ['', 'Instances de gouvernance', 'Séparées par des virgules', 22],
  ['', 'Objectifs', '', 30],
  ['', 'Indicateurs liés', '', 34],
  ['Acteurs', 'Structure pilote', 'Séparées par des virgules', 22],
  ['', 'Moyens humains et techniques', '', 28],
  ['', 'Partenaires', 'Séparés par des virgules', 28],
  ['', 'Direction ou service pilote', 'Séparés par des virgules', 24],
  ['', 'Personne pilote', 'À compléter dans l’outil', 16],
  ['', 'Élu·e référent·e', 'Séparé·es par des virgules', 20],
  ['', 'Participation Citoyenne', '', 16],
  ['Budget', 'Financements', '', 16],
  ['', 'Financeur 1', '', 12],
  ['', 'Montant € HT', '', 12],
  ['', 'Financeur 2', '', 12],
  ['', 'Montant € HT', '', 12],
  ['', 'Financeur 3', '', 12],
  ['', 'Montant € HT', '', 12],
  ['', 'Budget prévisionnel total € HT', '', 14],
  ['Calendrier', 'Statut', 'À venir, A discuter', 14],
  ['', 'Niveau de priorité', 'Élevé, Moyen, Bas', 14],
  ['', 'Date de début', 'JJ/MM/AAAA', 13],
  ['', 'Date de fin', 'JJ/MM/AAAA', 13],
] as const;

const maxTitleCharacters = 300;

export function tetWorkbookOf(input: ExportInput): Workbook {
  const { board, now } = input;
  const french = { ...input, language: 'fr', names: null } as const;
  const rows = new Map(actionList(board, french).rows.map((row) => [row.id, row]));
  const title = safeLine(board.info.title ?? '') || 'Atelier sans titre';
  const notes = notesOf(input);
  return {
    language: 'fr',
    title: `${title} – Plan d’action pour Territoires en Transitions`,
    description: notes.join(' '),
    about: title,
    notice: '',
    page: 'Page',
    of: 'sur',
    made: now,
    sheets: [
      {
        name: 'Plan d’action',
        above: TET_COLUMNS.map(([group]) => group || null),
        columns: TET_COLUMNS.map(([, label, , width]) => ({
          label,
          width,
          kind: label.startsWith('Date') ? 'date' : 'text',
        })),
        hints: TET_COLUMNS.map(([, , hint]) => hint || null),
        rows: axesOf(board).flatMap(({ priority, actions }, place) => {
          const axis = priority ? `${place + 1}. ${safeLine(priority.title ?? '')}`.trim() : null;
          return actions.flatMap((action) => {
            const row = rows.get(action.id);
            return row ? [rowOf(action, row, axis, input)] : [];
          });
        }),
        notes: [], // a row below the plan would be taken for an action
        frozen: 4,
        printed: TET_COLUMNS.length,
        pagesWide: 2,
      },
      readMe(notes),
    ],
  };
}

function notesOf({ board }: ExportInput): readonly string[] {
  const notice = safeLine(board.info.notice ?? '');
  return [
    ...(notice === '' ? [] : [notice]),
    `Modèle d’import de Territoires en Transitions tel que lu le ${frenchDay(TET_VERSION)} : 28 colonnes dans cet ordre, actions à partir de la ligne 4. Ne changez ni les en-têtes ni leur ordre.`,
    'Une action retenue est « À venir » ; proposée ou à discuter, elle est « A discuter ». Le niveau de priorité vient de l’impact.',
    'Leviers, considérations, familles d’achat, niveau d’ambition, directions associées, contraintes et politiques liées sont à la fin du descriptif.',
    'Ne sont pas dans ce fichier : les actions écartées et fusionnées, les votes, les commentaires, la faisabilité, les noms des participants.',
  ];
}

const readMe = (notes: readonly string[]): Sheet => ({
  name: 'À lire',
  columns: [{ label: 'À lire', kind: 'text', width: 120 }],
  rows: notes.map((note) => [note]),
  notes: [],
  frozen: 1,
  printed: 1,
  pagesWide: 1,
});

function rowOf(
  action: Action,
  row: ActionRow,
  axis: string | null,
  { board }: ExportInput,
): readonly SheetCell[] {
  const text = (key: ColumnKey): SheetCell => cellOf(row.cells[key], COLUMN[key].kind, 'fr');
  const members = (key: ColumnKey): SheetCell => {
    const cell = row.cells[key];
    const list =
      typeof cell === 'object' && 'members' in cell ? cell.members : [String(cell ?? '')];
    return textCell(tetList(list), 'fr');
  };
  const list = (value: string | undefined): SheetCell => textCell(tetList([value ?? '']), 'fr');
  return [
    axis,
    null,
    null,
    clipped(safeLine(action.title), maxTitleCharacters) || 'Action sans intitulé',
    null,
    textCell(descriptionOf(row, text), 'fr'),
    list(board.info.decisionBody),
    textCell(targetsOf(action), 'fr'),
    text('indicator'),
    list(board.info.territory),
    text('means'),
    members('partners'),
    members('leadDirection'),
    null,
    members('electedSponsor'),
    ...Array<null>(9).fill(null),
    tetStatus(action.status),
    tetPriority(action.impact),
    dayCell(action.startDate),
    dayCell(action.deadline),
  ];
}

/** What their plan has no column for, told at the end of the description. */
const DESCRIBED: readonly ColumnKey[] = [
  'levers',
  'social',
  'environmental',
  'economic',
  'marketFamilies',
  'ambition',
  'supportingDirections',
  'policies',
  'constraints',
];

function descriptionOf({ cells }: ActionRow, text: (key: ColumnKey) => SheetCell): string {
  const others = COLUMNS.filter(({ key }) => DESCRIBED.includes(key)).flatMap(({ key, fr }) => {
    const value = text(key);
    return value === null ? [] : [`${fr.replace(/ \(.*/, '')} : ${value}`];
  });
  return [String(cells.description ?? ''), ...others]
    .filter((part) => part.trim() !== '')
    .join('\n');
}

/** "Part des marchés : 30 % au 31/12/2028", a line for each target. */
const targetsOf = ({ indicators }: Action): string =>
  indicators
    .flatMap(({ label = '', unit = '', targets }) =>
      targets.map(({ value, date }) => {
        const figure = value === undefined ? '' : `${frenchNumber(value)} ${unit}`.trim();
        const day = date ? `au ${frenchDay(date)}` : '';
        return [safeLine(label), [figure, day].filter(Boolean).join(' ')]
          .filter(Boolean)
          .join(' : ');
      }),
    )
    .join('\n');
