/**
 * Half texts in every field of a page, for components and for real pages alike. The fields are those
 * the page shows: a new one is tried by itself, and a new screen is missed by the test of HD7 that
 * reads the sources.
 */
import type { Command } from '../../client/sync/board-client.ts';
import { addAction, discardAction } from '../../shared/board/commands/actions.ts';
import { addFrameEntity, removeFrameEntity, setInfo } from '../../shared/board/commands/frame.ts';
import type { Outcome } from '../../shared/board/commands/problem.ts';
import { addSheetPart, addTarget, removeSheetPart } from '../../shared/board/commands/sheet.ts';
import { addTerm, removeTerm } from '../../shared/board/commands/terms.ts';
import type { PersonId } from '../../shared/ids.ts';
import { unwrap } from './result.ts';

/** The screens in which somebody writes, and how many fields each has at least. */
export const TYPED_SCREENS = {
  'wall, at the top': 1,
  'wall, at the bottom': 1,
  'a hidden idea': 1,
  'a hidden idea, again': 3,
  sheet: 15,
  priority: 3,
  'new priority': 3,
  'frame: workshop': 12,
  'frame: priorities': 1,
  'frame: directions': 5,
  'frame: actors': 3,
  'frame: policies': 2,
  'frame: terms': 3,
  agenda: 3,
  'agenda: vote': 5,
  cockpit: 2,
  'a vote to open': 3,
  'hands in the room': 1,
  people: 1,
  import: 1,
  home: 2,
  door: 1,
} as const;
export type TypedScreen = keyof typeof TYPED_SCREENS;
export const TYPED_SCREEN_NAMES = Object.keys(TYPED_SCREENS) as readonly TypedScreen[];

/** What may end a text that is being typed. */
export const TYPED_END_NAMES = [
  'the step ends',
  'what it is about is removed',
  'its author is removed',
  'its author has another role',
  'the link is renewed',
  'the page is loaded again',
  'the page is killed',
] as const;
export type TypedEnd = (typeof TYPED_END_NAMES)[number];

export interface Half {
  /** The label of its field. */
  readonly label: string;
  readonly text: string;
}

/**
 * Types in all fields at once, as keys do: none is left, so none is sent by leaving it. Each gets a
 * text of its own, short enough for all, the first one numbered as asked: two digits.
 *
 * Also sent to a browser: all that it needs is inside.
 */
export function typeHalves(first: number): readonly Half[] {
  const written = 'input, textarea, [contenteditable]:not([contenteditable="false"])';
  const fields = [
    ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(written),
  ].filter(
    (field) =>
      !field.readOnly &&
      !['checkbox', 'radio', 'file', 'search'].includes(field.type) &&
      // What only looks for something writes no text of the workshop.
      field.getAttribute('role') !== 'combobox' &&
      field.closest('search') === null &&
      (!('checkVisibility' in field) || field.checkVisibility()),
  );
  return fields.map((field, place) => {
    const number = String(first + place);
    const counts = field.type === 'number' || /numeric|decimal/.test(field.inputMode);
    let text = counts ? number : `demi-${number}`;
    // Its year is under way.
    if (field.type === 'date') text = `0203-07-${10 + place}`;
    if (field.type === 'time') text = `07:${10 + place}`;
    const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return { label: field.labels?.[0]?.textContent ?? field.ariaLabel ?? '', text };
  });
}

/** What the fields of the page hold. Also sent to a browser. */
export const heldInFields = (): readonly string[] =>
  [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);

/** @param board what a board holds, as JSON */
export const isOnBoard = (board: string, text: string): boolean =>
  [`"${text}"`, `:${text},`, `:${text}}`].some((written) => board.includes(written));

type Run = <Args extends readonly unknown[], Value>(
  command: Command<Args, Value>,
  ...args: Args
) => Outcome<Value>;

export type Furnished = ReturnType<typeof furnish>;

/** One of each thing that a field may be about. @param personId whose action it is */
export function furnish(run: Run, personId: PersonId) {
  run(setInfo, { title: 'Achats' });
  const ids = {
    water: unwrap(run(addFrameEntity<'priorities'>, 'priorities', { title: 'Eau' })),
    roads: unwrap(run(addFrameEntity<'directions'>, 'directions', { name: 'Voirie' })),
    builders: unwrap(run(addFrameEntity<'actors'>, 'actors', { name: 'Bâtiment' })),
    plan: unwrap(run(addFrameEntity<'policies'>, 'policies', { name: 'Plan climat' })),
  };
  const author = { personId, directionId: null, actorId: null };
  const action = unwrap(
    run(addAction, { title: 'Mesurer', place: { priorityId: ids.water, before: null }, author }),
  );
  const indicator = unwrap(run(addSheetPart, action, 'indicators', {}));
  unwrap(run(addTarget, action, indicator));
  const constraint = unwrap(run(addSheetPart, action, 'constraints', {}));
  const term = unwrap(run(addTerm, 'levers', 'Clause à nous'));
  return { ...ids, action, indicator, constraint, term };
}

type Remove = (run: Run, of: Furnished) => void;
const removePriority: Remove = (run, { action, water }) => {
  run(discardAction, action);
  run(removeFrameEntity<'priorities'>, 'priorities', water);
};

/** Somebody removes from the board what the fields of a screen are about. */
export const REMOVE: Readonly<Partial<Record<TypedScreen, Remove>>> = {
  'wall, at the top': removePriority,
  'wall, at the bottom': removePriority,
  'a hidden idea': removePriority,
  'a hidden idea, again': removePriority,
  sheet: (run, { action, indicator, constraint }) => {
    run(removeSheetPart, action, 'indicators', indicator);
    run(removeSheetPart, action, 'constraints', constraint);
    run(discardAction, action);
  },
  priority: removePriority,
  'frame: directions': (run, { roads }) =>
    void run(removeFrameEntity<'directions'>, 'directions', roads),
  'frame: actors': (run, { builders }) => void run(removeFrameEntity<'actors'>, 'actors', builders),
  'frame: policies': (run, { plan }) => void run(removeFrameEntity<'policies'>, 'policies', plan),
  'frame: terms': (run, { term }) => void run(removeTerm, 'levers', term),
  'hands in the room': (run, { action }) => void run(discardAction, action),
};
