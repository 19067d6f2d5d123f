/** What those who lead a marked workshop have. */
import { editFrameEntity } from '../../../shared/board/commands/frame.ts';
import type { Step } from '../../../shared/session/agenda/step.ts';
import { ben, marked, markedSteps } from '../../support/marked-workshop.tsx';
import { fr } from '../../support/words.ts';
import {
  boardOf,
  choose,
  type MarkedScreen,
  press,
  pressNamed,
  sees,
  type,
  withIdea,
} from './marked-hands.ts';

const frame = (tab: keyof typeof fr.facilitation.tabs): MarkedScreen => ({
  open: async () => {
    await choose(fr.app.frame);
    await pressNamed(fr.facilitation.tabs[tab], 'tab');
  },
});

const editStep = '.agenda-line [data-tool="edit"]';

export const LEADING_SCREENS: Readonly<Record<string, MarkedScreen>> = {
  cockpit: {
    place: '?animation',
    before: (page) => {
      page.start('ideas');
      page.ask({ type: 'hand', up: true }, ben);
      withIdea('participant').before?.(page);
    },
    open: async () => {
      await sees('.cockpit-undo');
      await sees('.cockpit-action');
    },
  },
  'cockpit, a vote under way': {
    place: '?animation',
    before: (page) => {
      page.start('vote');
      page.vote(false);
    },
    open: async () => {
      await sees('.votes-panel progress');
      await pressNamed(fr.votes.hands);
      await sees('.room-votes-line');
    },
  },
  'a vote to open': {
    place: '?animation',
    open: async () => {
      await pressNamed(fr.votes.open);
      await press('.open-round-scope input');
    },
  },
  'votes told': {
    before: (page) => {
      page.vote(true);
      page.vote(true);
    },
    open: async () => {
      await pressNamed(fr.votes.seeRanking);
      await sees('.ranking-bar');
    },
  },
  'votes told, as a table': {
    before: (page) => page.vote(true),
    open: async () => {
      await pressNamed(fr.votes.seeRanking);
      await pressNamed(fr.votes.asTable, 'radio');
      await sees('.ranking-table');
    },
  },
  agenda: {
    before: (page) => page.start('vote'),
    open: async () => {
      await choose(fr.app.agenda);
      await press(
        editStep,
        markedSteps.findIndex(({ kind }) => kind === 'vote'),
      );
      await sees('.agenda-voted');
    },
  },
  'agenda, a step removed': {
    open: async () => {
      await choose(fr.app.agenda);
      await press('.agenda-line [data-tool="remove"]');
      await sees('.agenda-foot button');
    },
  },
  'agenda, written by two': {
    open: async (page) => {
      await choose(fr.app.agenda);
      await press(editStep);
      await type('.agenda-form input', 'Le mien');
      page.lead({
        type: 'step-change',
        id: (markedSteps[0] as Step).id,
        change: { title: marked('Le leur') },
      });
      await sees('.theirs');
    },
  },
  'frame: workshop': frame('workshop'),
  'frame: priorities': frame('priorities'),
  'frame: directions': {
    open: async () => {
      await frame('directions').open?.(null as never);
      await pressNamed(fr.facilitation.paste.open);
      await type('.frame-paste textarea', marked('Voirie'));
      await sees('.frame-preview');
    },
  },
  'frame: actors': {
    open: async () => {
      await frame('actors').open?.(null as never);
      await press('.frame-line [data-tool="remove"]');
      await sees('.frame-said[translate]');
    },
  },
  'frame: terms': frame('terms'),
  priority: {
    open: async (page) => {
      await pressNamed(/^Modifier la priorité/);
      await type('dialog form input', 'Le mien');
      const { id } = boardOf(page).priorities[0] as { id: never };
      page.neighbour(editFrameEntity<'priorities'>, 'priorities', id, { title: marked('Le leur') });
      await sees('.priority-theirs');
      await pressNamed(fr.facilitation.priority.remove);
      await sees('.question-answers');
    },
  },
};
