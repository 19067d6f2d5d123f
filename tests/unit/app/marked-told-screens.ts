/** What a marked workshop comes to: its synthesis, what is kept of it, its projection. */
import { act } from '@testing-library/react';
import type { ToKeep } from '../../../client/sync/kept/kept-work.ts';
import { setInfo } from '../../../shared/board/commands/frame.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import type { StepKind } from '../../../shared/session/agenda/step.ts';
import type { Focus } from '../../../shared/session/attention/focus.ts';
import { SYNTHESIS_VIEWS } from '../../../shared/synthesis/views.ts';
import { ben, type MarkedPage, marked } from '../../support/marked-workshop.tsx';
import { fr } from '../../support/words.ts';
import {
  boardOf,
  first,
  full,
  type MarkedScreen,
  press,
  pressNamed,
  sees,
} from './marked-hands.ts';

const synthesis = (word: string, isTable: boolean): MarkedScreen => ({
  place: `?synthese=${word}`,
  open: async () => {
    if (isTable) await pressNamed(fr.synthesis.table, 'radio');
    await sees('.synthesis [role="tabpanel"] > :nth-child(2)');
  },
});

const left = (work: ToKeep['work'], why: ToKeep['why'] = 'other-epoch'): ToKeep => ({ work, why });
const keptOf = (page: MarkedPage, why: ToKeep['why']) => {
  const id = first(page);
  return [
    left(
      {
        kind: 'text',
        path: ['actions', id, 'description'],
        text: marked('Autrement'),
        base: marked('Avant'),
      },
      why,
    ),
    left({ kind: 'value', path: ['actions', id, 'means'], value: marked('Deux agents') }, why),
    left(
      {
        kind: 'created',
        path: ['actions', 'neuve'],
        values: { title: marked('Neuve'), description: marked('Toute'), rank: 'a9' },
      } as never,
      why,
    ),
    left({ kind: 'value', path: ['board', 'title'], value: marked('Un autre titre') }, why),
    left(
      {
        kind: 'created',
        path: ['comments', 'k'],
        values: { actionId: id, text: marked('Un mot') },
      },
      why,
    ),
  ];
};
const kept = (why: ToKeep['why'], name: string): MarkedScreen => ({
  open: async (page) => {
    await act(() => page.client.keep(keptOf(page, why)));
    const { kept: store } = page.client.stores;
    // The last two were left by somebody else of this device.
    act(() =>
      store.setState(
        store.getState().map((item, at) => (at % 2 ? { ...item, personId: ben.id } : item)),
        true,
      ),
    );
    await pressNamed(name);
    await sees('.kept');
  },
});

const VIEWS = Object.values(SYNTHESIS_VIEWS);

const projected = (kind: StepKind, focus?: (page: MarkedPage) => Focus): MarkedScreen => ({
  role: 'observer',
  place: '/projection',
  before: (page) => {
    page.start(kind);
    page.vote(kind === 'sharing');
    if (focus) page.lead({ type: 'focus', target: focus(page) });
  },
  open: () => sees('.projector-main > *'),
});

export const TOLD_SCREENS: Readonly<Record<string, MarkedScreen>> = {
  'markers with their source': {
    ...synthesis('reperes', false),
    before: (page) => void page.neighbour(setInfo, { markerSource: marked('Le bilan') }),
  },
  ...Object.fromEntries(
    VIEWS.flatMap((word) => [
      [`synthesis: ${word}`, synthesis(word, false)],
      [`synthesis: ${word}, as a table`, synthesis(word, true)],
    ]),
  ),
  'synthesis, pressed': {
    place: `?synthese=${VIEWS[0]}`,
    open: async () => {
      await press('button.coverage-square');
      await sees('.picked');
    },
  },
  kept: kept('step', fr.kept.see),
  compared: kept('other-epoch', fr.kept.compare),
  'projection: an action': projected('sheets', (page) => ({ kind: 'action', id: full(page) })),
  'projection: a priority': projected('sheets', (page) => ({
    kind: 'priority',
    id: boardOf(page).priorities[0]?.id as PriorityId,
  })),
  'projection: a ranking': projected('sharing', () => ({ kind: 'view', view: 'ranking' })),
  ...Object.fromEntries(
    (['welcome', 'priorities', 'ideas', 'sharing', 'vote', 'report', 'closing'] as const).map(
      (kind) => [`projection: ${kind}`, projected(kind)],
    ),
  ),
};
