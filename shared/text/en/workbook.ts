import type { workbookFr } from '../fr/workbook.ts';
import { enPlural, type Translated } from '../texts.ts';

export const workbookEn: Translated<typeof workbookFr> = {
  untitled: 'Untitled workshop',
  subject: 'Action list',
  page: 'Page',
  of: 'of',
  total: 'Total',
  sheets: {
    actions: 'Actions',
    byPriority: 'By priority',
    byDirection: 'By department',
    byDeadline: 'By deadline',
    indicators: 'Indicators',
    trace: 'Trace',
  },
  priority: 'Priority',
  noPriority: 'Without a priority',
  direction: 'Lead department',
  noDirection: 'Without a lead department',
  year: 'Year',
  quarter: 'Quarter',
  quarters: ['January to March', 'April to June', 'July to September', 'October to December'],
  noDeadline: 'Without a deadline',
  groups: {
    actions: 'Actions',
    proposed: 'Proposed',
    discuss: 'To discuss',
    retained: 'Retained',
    toComplete: 'To complete',
    leadDirection: 'Without a lead',
    deadline: 'Without a deadline',
    indicator: 'Without a measured indicator',
    votes: 'Votes',
    supports: 'Supports',
    which: 'Actions to complete',
  },
  category: 'Category',
  categories: {
    social: 'social',
    environmental: 'environmental',
    solidarity: 'social economy',
    vulnerable: 'vulnerable groups',
  },
  untitledAction: 'Untitled action',
  counted: (actions) =>
    `Counts ${enPlural(actions, 'action', 'actions')}, those of the sheet Actions. To complete: at least one of the things expected of a sheet is missing.`,
  supportsNote:
    'Supports: actions of another department that need this one; they are not in the total.',
  categoryNote:
    'The category is read from the considerations and levers of the action; the law gives no closed list of them.',
  without: (count) => `${enPlural(count, 'action has', 'actions have')} no indicator yet.`,
  traceNote: (merged, discarded) =>
    `Every action: ${enPlural(merged, 'merged one', 'merged ones')} and ${enPlural(discarded, 'one set aside', 'ones set aside')} are on this sheet only.`,
  unnamed: 'This workbook names no participant: only their departments and bodies are in it.',
  named: 'This workbook names the participants: keep it inside your organisation.',
  leftOut:
    'Not in this workbook: the agenda of the workshop, what actors said beside the actions, when things changed. The workshop file keeps the agenda and the actors.',
  cut: 'A text of more than 32,767 characters is cut: the workshop file keeps it whole.',
};
