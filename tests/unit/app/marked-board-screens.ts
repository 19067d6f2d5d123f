/** The board of a marked workshop, and what opens on it. */
import { act, waitFor } from '@testing-library/react';
import { expect, onTestFinished } from 'vitest';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import { addAction, mergeActions, moveAction } from '../../../shared/board/commands/actions.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { ActionId, DirectionId, PriorityId } from '../../../shared/ids.ts';
import { ben, marked } from '../../support/marked-workshop.tsx';
import { fr } from '../../support/words.ts';
import {
  actionsOf,
  boardOf,
  choose,
  first,
  full,
  type MarkedScreen,
  merged,
  press,
  pressNamed,
  sees,
  sheetOf,
  show,
  target,
  type,
  withIdea,
} from './marked-hands.ts';

export const BOARD_SCREENS: Readonly<Record<string, MarkedScreen>> = {
  wall: {
    before: (page) => {
      page.start('sharing');
      page.vote(false);
      show(page, { kind: 'action', id: first(page) });
    },
    open: async (page) => {
      await sees('.step-focus');
      act(() =>
        page.client.stores.presence.setState(new Map([[7, { actionId: first(page) }]]), true),
      );
      await sees('.card-visitors');
    },
  },
  'wall, before any step': { role: 'participant', open: () => sees('.card') },
  'wall on a phone': {
    before: () => {
      const { matchMedia } = window;
      window.matchMedia = (media) =>
        Object.assign(matchMedia(media), { matches: media.includes('47.9rem') });
      onTestFinished(() => {
        window.matchMedia = matchMedia;
      });
    },
    open: () => sees('[role="tab"]'),
  },
  'hidden ideas': withIdea('participant'),
  'hidden ideas, to be moved': {
    ...withIdea('participant'),
    open: async () => {
      await press('.idea-menu button');
      await sees('.menu-item');
    },
  },
  sheet: {
    place: sheetOf(full),
    open: async (page) => {
      await sees('.bound-text-copy');
      await press('[role="combobox"]');
      await sees('.finder-option');
      page.neighbour(moveAction, full(page), {
        priorityId: boardOf(page).priorities[1]?.id as never,
        before: null,
      });
      await sees('.sheet-band .notice');
    },
  },
  'sheet after sheet, told': {
    place: sheetOf(first),
    open: async () => {
      await press('.sheet-header .button', 1);
      await waitFor(() => expect(pageToasts.store.getState().spoken.text).toContain(marked('')[0]));
    },
  },
  'sheet, to read': {
    role: 'observer',
    place: sheetOf(full),
    before: (page) =>
      void page.neighbour(
        setSheetField,
        full(page),
        'assignedTo',
        [...boardOf(page).directions.keys()][0] as DirectionId,
      ),
    open: () => sees('.read-part'),
  },
  'sheet of what is merged': { place: sheetOf(merged), open: () => sees('.sheet-band .notice') },
  'sheet with its sources': {
    place: sheetOf(target),
    before: (page) => {
      const author = { personId: ben.id, directionId: ben.directionId, actorId: null };
      const place = { priorityId: boardOf(page).priorities[0]?.id as PriorityId, before: null };
      const added = page.neighbour(addAction, { title: marked('De Ben'), place, author });
      if (added.ok) page.neighbour(mergeActions, [added.value], target(page));
    },
    open: () => sees('.source-origin'),
  },
  'set aside': {
    open: async () => press('.step-tools button').then(() => sees('.discarded-line')),
  },
  'to be moved': {
    open: async () => {
      await press('.card-menu button');
      await pressNamed(fr.board.moveTo, 'menuitem');
      await sees('.move-form');
    },
  },
  people: {
    open: async () => {
      await press('button.people');
      await pressNamed(fr.access.manage, 'button', -1);
      await pressNamed(fr.access.remove);
      await sees('.question-answers');
    },
  },
  filters: {
    open: async () => {
      await pressNamed(/^Filtres/);
      await press('.filter-choice input');
      await sees('.found-chosen .chip');
    },
  },
  alike: {
    before: (page) => {
      const { priorityId, title = '' } = boardOf(page).actions.get(first(page)) ?? {};
      const place = { priorityId: priorityId as never, before: null };
      page.neighbour(addAction, { title, place, author: null as never });
    },
    open: async () => {
      await choose(fr.pick.mode);
      await pressNamed(fr.merge.alike);
      await sees('.alike-titles li');
    },
  },
  'to be merged': {
    open: async (page) => {
      await choose(fr.pick.mode);
      await press('.card-open', 0);
      await press('.card-open', 1);
      await pressNamed(fr.merge.merge);
      await type(
        '.merge-find input',
        boardOf(page).actions.get(actionsOf(page)[4] as ActionId)?.title ?? '',
      );
      await sees('.merge-found-line');
    },
  },
};
