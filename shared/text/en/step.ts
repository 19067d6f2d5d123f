import type { RequestRefusal } from '../../session/refusals.ts';
import type { StepRules } from '../../session/rules.ts';
import type { stepFr } from '../fr/step.ts';
import { enPlural, type Translated } from '../texts.ts';

export const stepEn: Translated<typeof stepFr> = {
  keys: 'Step and facilitation',
  free: 'Free workshop',
  place: (place) => `Step ${place}`,
  named: (place, title) => `Step ${place} · ${title}`,
  frozen: 'Paused for everybody: writing resumes when the facilitators decide.',
  frozenByTimer: 'Time is up: writing is paused.',
  allowed: (rules: StepRules, anonymous = false) => {
    if (rules.writing === 'hidden' && rules.add === 'anyone')
      return anonymous
        ? 'You can write; nobody sees your ideas before the reveal, which does not tell their authors.'
        : 'You can write; nobody sees your ideas before the reveal.';
    const verbs = [
      ...(rules.vote === 'open' && rules.add === 'nobody' ? ['vote'] : []),
      ...(rules.add === 'anyone' ? ['write'] : []),
      ...(rules.move === 'anyone' ? ['move and group cards'] : []),
      ...(rules.edit === 'all' ? ['complete every sheet'] : []),
      ...(rules.edit === 'own' ? ['complete your sheets'] : []),
      ...(rules.comment === 'anyone' ? ['comment'] : []),
    ];
    const list = new Intl.ListFormat('en').format(verbs);
    return verbs.length > 0 ? `You can ${list}.` : 'Listen and read: nothing can be changed.';
  },
  moments: {
    paused: { asked: 'Pause', may: '' },
    ended: {
      asked: 'The workshop is over.',
      may: 'Nothing is written any more; the list can be exported.',
    },
    'vote-ahead': {
      asked: 'The vote is about to open.',
      may: 'Read the actions again: your dots come when it opens.',
    },
    voted: { asked: 'The vote is closed.', may: 'The results can be seen.' },
    revealed: {
      asked: 'The ideas are revealed.',
      may: 'Read them; one more idea would stay hidden.',
    },
  },
  resumes: (time) => `Going on at ${time}`,
  returns: (time) => `Back in the room at ${time}`,
  leads: 'You lead: nothing is closed to you.',
  watches: 'You are watching the workshop. Everything updates by itself.',
  consigneFirst: 'First put up the priorities fixed by the elected officials.',
  consigne: {
    facilitator: 'Write your actions, one per card, starting with a verb.',
    participant: 'Write your actions, one per card, starting with a verb.',
    observer: 'You are watching the workshop. Everything updates by itself.',
  },
  timer: 'Time left',
  timerPaused: 'Timer paused',
  timerOver: 'Time is up.',
  timerSaid: (minutes) => `${enPlural(minutes, 'minute', 'minutes')} left.`,
  done: 'I am done',
  doneHelp: 'Tell the facilitators',
  raiseHand: 'Raise your hand',
  lowerHand: 'Lower your hand',
  handRaised: 'Hand raised: the facilitators see it.',
  follow: 'Follow the facilitators',
  leaveFocus: 'Stop following',
  following: 'You are following the facilitators',
  focusOn: {
    action: (number, title) => `The facilitators show action ${number} ${title}`.trim(),
    priority: (title) => `The facilitators show the priority “${title}”`,
    view: (view) => `The facilitators show: ${view}`,
  },
  views: {
    board: 'the whole board',
    coverage: 'coverage of the priorities',
    matrix: 'impact and feasibility',
    deadlines: 'deadlines',
    indicators: 'indicators',
    missing: 'what is missing',
    ranking: 'the ranking',
  },
  start: {
    title: 'To begin with',
    priorities: 'Priorities',
    directions: 'Directions',
    agenda: 'Plan',
    invite: 'Open the entry',
    done: 'done',
  },
  yourSheets: (count) => (count < 2 ? 'Your sheet:' : 'Your sheets:'),
  yourSheet: 'Your sheet',
  yourPledges: 'Your department commits itself:',
  pledge: 'I commit myself',
  nextSheet: 'My next sheet',
  sheetArrived: (number, title) => `Sheet ${number} “${title}” is confided to you.`,
  summoned: 'The facilitators are calling you',
  summonedText: 'Join what the room is looking at now.',
  join: 'Join',
  notNow: 'Not now',
  refused: {
    invalid: 'This request was not understood. Reload the page.',
    role: 'Only the facilitators can do this.',
    step: 'The present step does not allow it.',
    gone: 'It is no longer there: somebody removed or moved it meanwhile.',
    stale: 'Things changed meanwhile. See where the workshop stands, then try again.',
    nothing: 'There is nothing to do here.',
    budget: 'All your dots are placed. Take one back to place it elsewhere.',
    cap: 'You have given this action all the dots allowed.',
    round: 'This vote is closed, another one is open, or dots are placed in it already.',
    full: 'The limit is reached.',
    share: 'You have taken all the room of one person: ask the facilitators.',
    'too-often': 'Too many requests at once: wait a minute, then try again.',
    storage: 'The server cannot save for now.',
    offline: 'Offline: this request was not sent. Try again once back.',
  } satisfies Record<RequestRefusal | 'offline', string>,
};
