/** Every place of the page that answers to a key, and of which kind it is. */
import { expect, test } from 'vitest';
import { readSources } from './tree.ts';

const sources = [...readSources()].filter(([path]) => /^client\/.*\.tsx?$/.test(path));

/** What keys may do there. A new place is of one of these kinds, or its keys belong in `keys.ts`. */
const KINDS = {
  /** Keys of one character, and the guard before all. */
  page: ['client/state/keys.ts', 'client/state/key-guard.ts'],
  /** Ctrl+Z and its kin. */
  undo: ['client/app/board-page.tsx', 'client/features/frame/frame-dialog.tsx'],
  /** Entrée, Échap and arrows inside one text field. */
  field: [
    'client/features/action-sheet/members.tsx',
    'client/features/board/composer.tsx',
    'client/features/cockpit/people-section.tsx',
    'client/features/finding/search-field.tsx',
    'client/features/frame/saved-field.tsx',
    'client/features/ideas/idea-composer.tsx',
    'client/features/ideas/idea-editor.tsx',
    'client/features/merge/find-action.tsx',
    'client/features/votes/room-votes.tsx',
    'client/state/text-binding.ts',
  ],
  /** Échap closes a panel that may hold text fields; arrows go to the next one. */
  panel: ['client/features/action-sheet/action-sheet.tsx'],
  /** Échap closes what holds buttons alone. */
  buttons: ['client/features/cockpit/ask-reveal.tsx', 'client/features/finding/filter-panel.tsx'],
  /** Ctrl+A: what is about to be selected is drawn first. */
  whole: ['client/features/board/draw-whole.ts'],
  /** Échap gives up a card that a pointer holds. */
  hand: ['client/features/board/carry.ts'],
  /** Arrows walk among choices that are no text. */
  walk: ['client/features/board/wall.tsx', 'client/ui/menu.tsx', 'client/ui/tabs.tsx'],
  /** The screen of a room, which has no text field. */
  room: ['client/features/projector/use-pages.ts', 'client/features/projector/use-room.ts'],
  /** Passes keys on, or only notes that a hand is there. */
  passes: ['client/ui/bound-textarea.tsx', 'client/ui/edited-field.tsx', 'client/ui/lazy-part.tsx'],
  /** Stops them: nothing pressed there may start a drag. */
  stops: ['client/ui/no-drag.ts'],
};

const answers = /\bonKeyDown\b|['"]keydown['"]|\bkeydown:/;

test('[KY8] every place that answers to a key is of a known kind', () => {
  const found = sources.filter(([, text]) => answers.test(text)).map(([path]) => path);
  expect(new Set(found)).toEqual(new Set(Object.values(KINDS).flat()));
});

test('[KY7] whoever answers to keys where text is written asks first whether a letter is being composed', () => {
  const texts = new Map(sources);
  const careless = [
    ...KINDS.field,
    ...KINDS.panel,
    'client/state/keys.ts',
    'client/state/key-guard.ts',
  ].filter((path) => !/\bisComposed\(/.test(texts.get(path) ?? ''));
  expect(careless).toEqual([]);
});

test('[KY7] one place reads from an event that a letter is being composed', () => {
  const readers = sources.filter(([, text]) => /\.isComposing\b|\bkeyCode\b/.test(text));
  expect(readers.map(([path]) => path)).toEqual(['client/state/typed-keys.ts']);
});

test('[KY6] no question says itself where its focus goes', () => {
  const own = sources.filter(([, text]) => /\bstartAt=|<Question[^>]*\bfocus/.test(text));
  expect(own.map(([path]) => path)).toEqual([]);
});
