import { enPlural, type Translated } from '../texts.ts';
import type { facilitationFr } from './facilitation.ts';

export const facilitationEn: Translated<typeof facilitationFr> = {
  title: 'Workshop frame',
  tabsLabel: 'Parts of the frame',
  tabs: {
    workshop: 'Workshop',
    priorities: 'Priorities',
    directions: 'Departments',
    actors: 'Partners',
    policies: 'Policies',
  },
  hint: 'Each field is taken into account as soon as you leave it.',
  undone: 'Undone.',
  redone: 'Redone.',
  nothingToUndo: 'Nothing to undo.',
  undoLater: 'You have done something else since: undo step by step, at the top of the page.',

  refused: 'This value is not accepted: it is too long or badly written.',
  countRefused: (max) => `Write a whole number, 0 to ${max.toLocaleString('en')}, or nothing.`,
  dateRefused: 'Complete the date, or clear it.',
  timeRefused: 'Complete the time, or clear it.',
  theirText: (text) => `Somebody has just written here: “${text}”`,
  theirEmpty: 'Somebody has just cleared this field.',
  takeTheirs: 'Take their version',
  keepMine: 'Keep mine',

  groups: {
    names: 'The workshop',
    when: 'The day',
    people: 'Participants',
    plan: 'The decision it prepares',
    screen: 'On screen',
  },
  info: {
    title: 'Title',
    subtitle: 'Subtitle',
    territory: 'Territory',
    date: 'Date',
    startTime: 'Start',
    endTime: 'End',
    onSiteParticipants: 'In the room',
    remoteParticipants: 'Remote',
    tables: 'Tables',
    purpose: 'Purpose of the workshop',
    decisionBody: 'Deciding body',
    periodStart: 'Scheme starts',
    periodEnd: 'Scheme ends',
    priorityLabel: 'Your word for “priority”',
    notice: 'Notice',
  },
  infoHelp: {
    territory: 'As shown at the top of the page and in exports.',
    purpose: 'In one sentence: what the session must produce, and for whom.',
    decisionBody: 'For instance: community council.',
    periodStart: 'For instance: 2026.',
    priorityLabel: 'For instance: axis, issue, strand.',
    notice: 'Stays visible above the actions: “test data”, “provisional version”…',
  },

  priority: {
    new: 'New priority',
    edit: (number) => `Priority ${number}`,
    title: 'Title',
    titleMissing: 'Give the priority a title.',
    orientation: 'Orientation',
    orientationHelp: 'The elected officials’ text, as they settled it.',
    setBy: 'Set by',
    setByHelp: 'For instance: community council of 14 March.',
    place: (place, total) => `Place ${place} of ${total}`,
    moveLeft: 'Move left',
    moveRight: 'Move right',
    remove: 'Remove the priority',
    removeTitle: 'Remove this priority?',
    removeText: 'It holds no action. You will still be able to undo.',
    removeYes: 'Remove',
    removeNo: 'Keep it',
    inUseTitle: 'This priority is not empty',
    understood: 'I understand',
    changedTitle: 'Somebody has changed this priority',
    changedText: 'Your text is untouched. Saving would put it in place of their version:',
    emptied: 'field cleared',
    goneTitle: 'Somebody has removed this priority',
    goneText: 'Your text is untouched: save to create it again.',
    leaveTitle: 'Close without saving?',
    leaveText: 'What you have just written would be lost.',
    leaveYes: 'Close without saving',
    leaveNo: 'Go on writing',
    actions: (count) => (count === 0 ? 'no action' : enPlural(count, 'action', 'actions')),
  },

  moveUp: (name) => `Move “${name}” up`,
  moveDown: (name) => `Move “${name}” down`,
  remove: (name) => `Remove “${name}”`,
  edit: (name) => `Change “${name}”`,
  moved: (name, place, total) => `“${name}”: place ${place} of ${total}.`,
  add: 'Add',
  nameMissing: 'A name is needed: the former one was put back.',
  gone: 'Somebody has just removed this line.',
  full: (max) => `The list is full: ${max} at most.`,
  priorityInUse: (count, hidden) =>
    `It holds ${enPlural(count, 'action', 'actions')}${
      hidden === 0 ? '' : `, ${hidden} of them set aside or merged`
    }. First move all its actions to another priority${
      hidden === 0 ? '' : ', after bringing back those no longer shown'
    }.`,
  directionInUse: (count) =>
    `It leads ${enPlural(count, 'action', 'actions')}. First give them another lead, in their sheet.`,

  lists: {
    priorities: {
      list: 'Priorities, in order',
      new: 'New priority',
      placeholder: 'A title, then Enter',
      added: (name) => `Priority added: ${name}`,
      removed: (name) => `Priority removed: ${name}`,
      empty: 'No priority yet',
      emptyHelp:
        'Copy those the elected officials have set, one per line: they are the columns where actions will be written.',
    },
    directions: {
      list: 'Departments, in order',
      new: 'New department',
      placeholder: 'A name, then Enter',
      added: (name) => `Department added: ${name}`,
      removed: (name) => `Department removed: ${name}`,
      empty: 'No department yet',
      emptyHelp:
        'Participants choose theirs on entering, and each action gets a lead department. Paste your organisation chart, one department per line.',
    },
    actors: {
      list: 'Partners, in order',
      new: 'New partner',
      placeholder: 'An organisation, then Enter',
      added: (name) => `Partner added: ${name}`,
      removed: (name) => `Partner removed: ${name}`,
      empty: 'No partner yet',
      emptyHelp:
        'Federations, chambers, employment houses… Note what each expects and what binds it: actions can answer.',
    },
    policies: {
      list: 'Public policies, in order',
      new: 'New public policy',
      placeholder: 'A plan or a scheme, then Enter',
      added: (name) => `Policy added: ${name}`,
      removed: (name) => `Policy removed: ${name}`,
      empty: 'No public policy yet',
      emptyHelp:
        'Climate plan, food project, inclusion scheme… Each action can name those it serves.',
    },
  },
  fields: {
    name: 'Name',
    abbreviation: 'Initials',
    kind: 'Kind',
    expectation: 'What it expects',
    constraint: 'What binds it',
    shortName: 'Short name',
  },

  paste: {
    open: 'Paste a list',
    label: 'Departments, one per line',
    help: 'Initials may follow in brackets, or come from a spreadsheet: name, initials, kind.',
    known: (count) =>
      enPlural(count, 'line is already in the list', 'lines are already in the list'),
    add: (count) => (count === 0 ? 'Add' : `Add ${enPlural(count, 'department', 'departments')}`),
    added: (count) => enPlural(count, 'department added', 'departments added'),
    some: 'The lines that remain could not be added: they are too long, or the list is full.',
  },
};
