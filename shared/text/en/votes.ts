import type { votesFr } from '../fr/votes.ts';
import { enPlural, type Translated } from '../texts.ts';

const dots = (count: number) => enPlural(count, 'dot', 'dots');
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinal = (rank: number) => `${rank}${endings[ordinals.select(rank)] ?? 'th'}`;

export const votesEn: Translated<typeof votesFr> = {
  dots,
  left: (left, budget) =>
    left === 0 ? 'All your dots are placed' : `You have ${dots(left)} left of ${budget}`,
  cap: (cap) => `${cap} at most per action`,
  forSeats: (seats) => `You vote for ${enPlural(seats, 'person', 'people')}`,
  forDirection: 'Your department shares these dots',
  hidden: 'Nobody sees the votes before the close. You can take them back until then.',
  hiddenOutside: 'Nobody else sees the votes before the close. You can take them back until then.',
  away: (count) =>
    enPlural(
      count,
      'of your dots is on an action set aside, grouped or moved since',
      'of your dots are on actions set aside, grouped or moved since',
    ),
  takeBack: 'Take back',
  notNow: 'The vote goes on when the facilitators decide.',
  add: (number) => `Put a dot on action ${number}`,
  remove: (number) => `Take a dot back from action ${number}`,
  mine: (count) => `Your dots here: ${count}`,
  put: (title, count, left) => `${dots(count)} on “${title}”, ${left} left.`,
  results: (title) => `Results: ${title}`,
  deal: 'Deal out the sheets',
  seeRanking: 'See the ranking',
  resultOn: (total, rank) => `${dots(total)}, ${ordinal(rank)} in the ranking`,
  rankingTitle: 'Ranking',
  rounds: 'Votes',
  roundDefault: (number) => `Vote ${number}`,
  asPicture: 'As a picture',
  asTable: 'As a table',
  display: 'Display',
  rank: (rank, tied) => `${ordinal(rank)}${tied ? ' equal' : ''}`,
  rankHead: 'Rank',
  action: 'Action',
  remote: 'Dots',
  room: 'Room',
  total: 'Total',
  voices: 'Voices of departments',
  gap: 'Gap',
  sides: (room, remote) => `room ${room} + dots ${remote}`,
  gapWords: (rank, gap) =>
    gap === 0
      ? 'same rank if each department had one voice'
      : `${ordinal(rank)} if each department had one voice`,
  noVotes: 'No dot was placed.',
  voicesHelp:
    'By departments: each department or actor has one voice, shared over the actions its people chose.',
  ballots: (ballots, groups) =>
    `${enPlural(ballots, 'ballot', 'ballots')}, ${enPlural(groups, 'department or actor', 'departments or actors')}`,
  none: 'No vote is open.',
  open: 'Open a vote…',
  openTitle: 'Open a vote',
  openNow: 'Open the vote',
  name: 'Name of the vote',
  budget: 'Dots for each',
  capField: 'At most on one action',
  capHigh: 'Not more than the number of dots.',
  basis: 'Who has dots?',
  basisPerson: 'Each person',
  basisDirection: 'Each department',
  basisHelp: {
    person: 'The scribe of a table votes for the whole table.',
    direction: 'Members of a department share its dots: an equal voice for each.',
  },
  scope: 'On which priorities?',
  scopeAll: 'All priorities',
  scopeNone: 'Choose at least one priority.',
  number: (max) => `A whole number from 1 to ${max}.`,
  handsNumber: (max) => `A whole number from 0 to ${max}.`,
  progress: (finished, expected) => `${finished} of ${expected} are done`,
  close: 'Close the vote…',
  closeTitle: 'Close this vote?',
  closeText:
    'The totals will be shown to everybody. A closed vote cannot be reopened, but you can open a second one.',
  missing: (people) => `Have not said to be done: ${people.join('; ')}.`,
  missingCount: (count) => `${count} people have not said to be done.`,
  closeNow: 'Close and show the results',
  keepOpen: 'Leave it open',
  hands: 'Votes in the room…',
  handsTitle: 'Votes in the room, by show of hands',
  handsCounted: (count) =>
    `${enPlural(count, 'person without a device already votes', 'people without a device already vote')} through their table: do not count their hands.`,
  handsText:
    'Count the hands of those without a screen. These votes are shown apart: “room 7 + dots 5”.',
  handsFor: (number, title) => `${number} ${title}`,
  second: 'Second vote…',
};
