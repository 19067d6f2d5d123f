import type { CockpitTexts } from '../fr/cockpit.ts';
import { enPlural } from '../texts.ts';
import { agendaEn } from './agenda.ts';

const ideas = (count: number) => enPlural(count, 'idea', 'ideas');

export const cockpitEn: CockpitTexts = {
  title: 'Leading',
  close: 'Close the leading panel',
  ownWindow: 'Open in another window',
  openAgenda: 'Plan',
  nothingToDo: (act) => `“${act}”: nothing to do for now.`,
  confirm: 'Escape cancels; Tab then Enter confirms.',

  step: {
    title: 'Step',
    place: (place, total) => `Step ${place} of ${total}`,
    none: 'The plan has not begun',
    empty: 'No plan yet',
    emptyText: 'Without steps, everybody writes, moves and fills in when they like.',
    planned: (planned, spent) => `planned ${planned} min, ${spent} min spent`,
    late: (by) => `${by} min more than planned`,
    last: 'This is the last step.',
    end: (time) => `Expected to end around ${time}`,
  },
  now: {
    title: 'Now',
    acts: (next) => {
      switch (next.act) {
        case 'prepare':
          return 'Prepare the plan';
        case 'open-entry':
          return 'Open the entry';
        case 'begin':
          return 'Begin';
        case 'unfreeze':
          return 'Let everybody go on';
        case 'reveal':
          return next.ideas < 2 ? 'Reveal the idea' : `Reveal the ${next.ideas} ideas`;
        case 'open-vote':
          return 'Open the vote';
        case 'close-vote':
          return 'Close the vote';
        case 'deal':
          return 'Deal the sheets';
        case 'start-time':
          return `Start ${next.minutes} min`;
        case 'wait':
          return 'Nobody has written yet.';
        case 'go':
          return next.step.kind === 'report' ? 'Open the report' : `Go on to: ${next.step.title}`;
        case 'end':
          return 'End the workshop';
        case 'export':
          return 'Export';
      }
    },
    ended: 'The workshop is over: nothing is written any more.',
    left: (count, round) =>
      [
        ...(count > 0 ? [`${ideas(count)} would stay hidden`] : []),
        ...(round === null ? [] : [`the vote “${round}” would stay open`]),
      ].join('; '),
    missing: (people) => `Not yet: ${people.join(', ')}`,
    resumes: (time) => `Going on at ${time}`,
  },
  acts: {
    next: 'Next step',
    first: 'Begin',
    previous: 'Previous step',
    start: (count) => `Start ${count} min`,
    pause: 'Stop the clock',
    resume: 'Let the clock run',
    longer: 'One minute more',
    shorter: 'One minute less',
    freeze: 'Pause everybody',
    unfreeze: 'Let everybody go on',
    reveal: 'Reveal all',
    openVote: 'Open a vote',
    closeVote: 'Close the vote',
    focus: 'Show the open sheet to all',
    unfocus: 'Show nothing any more',
    summon: 'Call everybody',
    hands: 'Lower all hands',
    park: 'Mark the open sheet “to be discussed”',
    unpark: 'Take the open sheet out of “to be discussed”',
    undo: 'Take the last act back',
  },
  timer: {
    title: 'Timer',
    presets: 'Duration',
    minutes: 'Minutes',
    unit: 'min',
    minutesRefused: 'A whole number, from 1 to 240.',
    stop: 'Remove the timer',
    minuteLess: '− 1 min',
    minuteMore: '+ 1 min',
    effect: 'At zero',
    effects: {
      nothing: 'Nothing',
      sound: 'A sound',
      pause: 'Pause for all',
      return: 'Back in the room',
    },
    preset: (count) => enPlural(count, 'minute', 'minutes'),
    over: 'Time is up',
    paused: 'paused',
  },
  freeze: {
    on: 'Everybody is paused',
    byTimer: 'Time is up: everybody is paused',
  },
  reveal: {
    title: 'Hidden ideas',
    none: 'No hidden idea.',
    count: (count, writers) => `${ideas(count)}, from ${enPlural(writers, 'person', 'people')}`,
    one: 'Reveal',
    oneNamed: (title) => `Reveal the ideas of “${title}”`,
    ask: (count) => `Reveal ${ideas(count)}?`,
    askText: 'They become actions, for everybody. They cannot be hidden again.',
    yes: 'Reveal',
  },
  votes: {
    title: 'Vote',
    stepCloses:
      'A vote is open, but nobody can vote now: start a step that takes votes, or let everybody go on.',
  },
  focus: {
    shown: 'something is shown to all',
    title: 'Show, call, pause',
    show: 'Show to all',
    nothing: 'Nothing: everybody looks where they like',
    views: 'Views',
    priorities: 'Priorities',
    action: 'A sheet',
    followers: (following, present) => `${following} of ${present} follow what you show`,
    summoned: 'Everybody was called.',
  },
  wall: {
    count: (count) => enPlural(count, 'action', 'actions'),
    title: 'Wall',
    columns: 'Actions by priority',
    empty: 'empty',
    hidden: (count) => `+ ${count} hidden`,
    unplaced: 'Without priority',
    lacks: {
      leadDirection: 'Without pilot',
      deadline: 'Without deadline',
      indicator: 'Without indicator',
    },
    none: 'None.',
    parked: 'To be discussed',
    isParked: (title) => `“${title}” is to be discussed.`,
    isUnparked: (title) => `“${title}” is no longer to be discussed.`,
  },
  people: {
    here: (count) => enPlural(count, 'participant', 'participants'),
    title: 'People',
    hands: 'Raised hands',
    lowered: 'All hands are lowered.',
    lowerOne: 'Lower',
    lower: (name) => `Lower the hand of ${name}`,
    done: 'Done',
    doneCount: (done, present) => `${done} of ${present} are done`,
    nobody: 'No participant is here.',
    noPlace: 'Without department',
    seats: 'Who writes for several',
    seatsHelp: 'For how many people each writes. A table has the budget of all.',
    seatsOf: (name) => `Number of people with ${name}`,
  },
  undo: {
    you: 'you',
    by: (act, who) => `${act}, by ${who}`,
    button: 'Take back',
    acts: {
      'step-started': 'Step started',
      'timer-started': 'Timer started',
      'timer-added': 'Duration changed',
      'timer-paused': 'Clock stopped',
      'timer-resumed': 'Clock running again',
      'timer-stopped': 'Timer removed',
      frozen: 'Pause for all',
      unfrozen: 'Pause ended',
      focused: 'Focus changed',
      'members-dealt': 'People dealt',
      'group-removed': 'Group removed',
    },
    other: 'Last act',
  },
  projection: {
    open: 'Open the projection',
    unknown:
      'Projecting needs the observers’ link, which this device does not know. Renew it in “Workshop links”, or ask whoever created it.',
    title: 'Projection',
    choose: 'What the projection shows',
    follow: 'Follows what is shown, else the step',
    entry: 'The way in, in large',
    pilots: 'Leads',
    previous: 'Previous page of the projection',
    next: 'Next page of the projection',
    hold: 'Hold this page',
    holdShort: 'Hold',
    releaseShort: 'Let turn',
    release: 'Let pages turn',
    page: (page, pages) => `${page} of ${pages}`,
    none: 'No projection is open.',
    pledges: 'Commits itself',
  },
  agenda: agendaEn,
};
