/**
 * Half a text in each field of each screen, when the step ends, what it is about is removed, its
 * author leads no more or is let in no more, or the page is loaded again. The fields are those the
 * page shows: a new one is tried by itself. Real pages are in `tests/e2e/half-typed.test.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { act, cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { WorkshopContext } from '../../../client/state/board-context.ts';
import { type BoardHarness, renderOnBoard } from '../../support/board-harness.tsx';
import {
  type Half,
  heldInFields,
  isOnBoard,
  REMOVE,
  TYPED_SCREEN_NAMES,
  TYPED_SCREENS,
  type TypedScreen,
  typeHalves,
} from '../../support/half-typed.ts';
import { plainBoard } from '../../support/plain-board.ts';
import { endStep, prepare, SCREENS, type Scene, workshop } from './half-typed-screens.tsx';

const AGAIN = 'the page is loaded again';
const KILLED = 'the page is killed';
const EVENTS: Readonly<Record<string, (scene: Scene, name: TypedScreen) => void>> = {
  'the step ends': endStep,
  'what it is about is removed': (scene, name) =>
    act(() => {
      SCREENS[name].remove?.(scene);
      REMOVE[name]?.(scene.neighbour, scene.of);
    }),
  'its author leads no more': ({ setRole }) => setRole('participant'),
  'its author may only look': ({ setRole }) => setRole('observer'),
  // Removed, or their link renewed: a page is not told which.
  'its author is let in no more': ({ client }) => {
    act(() =>
      client.stores.connection.setState({ state: 'closed', reason: 'unauthenticated' }, true),
    );
    cleanup();
  },
  [AGAIN]: () => cleanup(),
  // Nothing of it is told.
  [KILLED]: () => undefined,
};

async function drawn(scene: Scene, name: TypedScreen) {
  const { draw, open } = SCREENS[name];
  renderOnBoard(scene, <WorkshopContext value={workshop}>{draw(scene)}</WorkshopContext>);
  await act(async () => undefined);
  await open?.();
}

const isOnDevice = (half: string) =>
  [localStorage, sessionStorage]
    .flatMap((storage) => Object.values(storage))
    .some((entry) => String(entry).includes(`"${half}"`));
const boardOf = ({ client, session }: BoardHarness) =>
  JSON.stringify([plainBoard(client.stores.board.getState()), session.state()], (_key, value) =>
    value instanceof Map ? [...value] : value,
  );

const CASES = TYPED_SCREEN_NAMES.flatMap((name) =>
  Object.keys(EVENTS).map((event) => [name, event] as const),
);
test.each(CASES)(
  '[HD7] half a text in each field of « %s » is not lost when %s',
  async (name, event) => {
    const scene = prepare();
    SCREENS[name].before?.(scene);
    await drawn(scene, name);
    const halves: Half[] = [];
    act(() => void halves.push(...typeHalves(31)));
    expect(halves.length).toBeGreaterThanOrEqual(TYPED_SCREENS[name]);
    const before = boardOf(scene);
    EVENTS[event]?.(scene, name);
    await act(async () => undefined);
    // What is written on the board once its author was shut out goes no further.
    const isOver = scene.client.stores.connection.getState().state === 'closed';
    const board = isOver ? before : boardOf(scene);
    const isInView = (text: string) => event !== KILLED && heldInFields().includes(text);
    const lost = () =>
      halves.filter(({ text }) => !isOnBoard(board, text) && !isOnDevice(text) && !isInView(text));
    expect(lost()).toEqual([]);
    if (event !== AGAIN) return;
    // Drawn again, each field offers its own.
    await drawn(scene, name);
    expect(halves.filter(({ text }) => !isOnBoard(board, text) && !isInView(text))).toEqual([]);
  },
);

/** Components with a field in which no text of a workshop is written, and why. */
const NOT_WRITTEN: Readonly<Record<string, string>> = {
  SearchField: 'looks for cards: its text is in the address',
  FindAction: 'looks for an action to bring in, and is over once one is chosen',
  LinkField: 'is read only',
  Choices: 'ticks',
  DealCard: 'ticks',
  CreationKeyDialog: 'is a secret, which no device keeps',
};
test('[HD7] every component that draws a field to write in is on one of these screens', async () => {
  const seen = new Set<string>();
  for (const name of TYPED_SCREEN_NAMES) {
    const scene = prepare();
    SCREENS[name].before?.(scene);
    await drawn(scene, name);
    for (const field of document.querySelectorAll('input, textarea'))
      for (const component of drawersOf(field)) seen.add(component);
    cleanup();
  }
  const missed = componentsWithFields().filter((name) => !seen.has(name));
  expect(new Set(missed)).toEqual(new Set(Object.keys(NOT_WRITTEN)));
}); // all screens, one after the other

interface Fiber {
  readonly type: unknown;
  readonly _debugOwner?: Fiber | null;
}
/** The components that drew an element, as React knows them outside of a build. */
function drawersOf(element: Element): readonly string[] {
  const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$'));
  const names: string[] = [];
  let fiber = (key && Reflect.get(element, key)) as Fiber | null | undefined;
  for (; fiber; fiber = fiber._debugOwner)
    if (typeof fiber.type === 'function') names.push(fiber.type.name);
  return names;
}

/** Each component of the page whose source draws a field by itself. */
function componentsWithFields(): readonly string[] {
  const sources = readdirSync('client', { recursive: true, encoding: 'utf8' });
  const components = sources.filter((path) => path.endsWith('.tsx')).flatMap(withFields);
  return [...new Set(components)];
}

const FIELD =
  /<(?:input|textarea|TextField|TextAreaField|EditedField|BoundTextarea)\b|contentEditable/;
const COMPONENT = /^(?:export )?(?:const \w+ = memo\()?function (\w+)/;
function withFields(path: string): readonly string[] {
  const lines = readFileSync(`client/${path}`, 'utf8').split('\n');
  const found: string[] = [];
  let component = path;
  for (const line of lines) {
    component = COMPONENT.exec(line)?.[1] ?? component;
    if (FIELD.test(line) && !/^\s*(?:\*|\/\/|\/\*)/.test(line)) found.push(component);
  }
  return found;
}
