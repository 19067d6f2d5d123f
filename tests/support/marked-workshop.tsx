/**
 * A workshop in which all that people write bears a mark, on the page of somebody in it: what is
 * theirs is told from what is ours wherever it stands.
 */
import { act, render } from '@testing-library/react';
import { App } from '../../client/app/app.tsx';
import { type OpenedWorkshop, rememberWorkshop } from '../../client/state/device.ts';
import { editFrameEntity } from '../../shared/board/commands/frame.ts';
import { addTerm } from '../../shared/board/commands/terms.ts';
import { fillBoard } from '../../shared/board/fill.ts';
import { readWorkshop } from '../../shared/file/read.ts';
import type { BoardId, DirectionId, PersonId } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';
import { stepsOf } from '../../shared/session/agenda/presets.ts';
import type { Step, StepKind } from '../../shared/session/agenda/step.ts';
import type { Present } from '../../shared/session/present.ts';
import type { Role } from '../../shared/session/roles.ts';
import type { Request } from '../../shared/session/session.ts';
import { DEFAULT_VOTE, type RoundId } from '../../shared/session/votes/votes.ts';
import { type BoardHarness, createBoardHarness } from './board-harness.tsx';
import { fileText, pathsOf, putAt } from './hostile.ts';
import { FREE_KEYS, shapedFile } from './hostile-workshop.ts';
import { workshopOf } from './workshop-file.ts';

/** In no word of ours. At both ends: of a long text only a part may be shown. */
const mark = '☂';
export const marked = (text: string): string => `${mark} ${text} ${mark}`;

/** A workshop file: a dozen actions that have all there is. */
export function markedFile() {
  const file = shapedFile(1);
  const valueAt = (way: readonly (string | number)[]) =>
    way.reduce<unknown>((owner, key) => Reflect.get(Object(owner), key), file);
  for (const way of pathsOf(file)) {
    const value = valueAt(way);
    if (typeof value === 'string' && value !== '' && FREE_KEYS.has(way.at(-1)))
      putAt(file, way, marked(value));
  }
  return file;
}

export const markedSteps: readonly Step[] = stepsOf('half-day').map((step) => ({
  ...step,
  title: marked(step.title),
  instruction: marked(step.instruction || 'Écrire'),
  rules: { ...step.rules, vote: step.kind === 'vote' ? 'open' : 'closed' },
}));

export const ben: Present = {
  id: 'ben' as PersonId,
  role: 'participant',
  name: marked('Ben'),
  directionId: 'dcp' as DirectionId,
  actorId: null,
  clients: [7],
};

export interface MarkedPage extends BoardHarness {
  /** What another facilitator asks. */
  readonly lead: (request: Request) => void;
  readonly start: (kind: StepKind) => void;
  /** A round that is open; closed, the actions of two priorities have votes. */
  readonly vote: (isClosed: boolean) => void;
}

/** Nothing is drawn yet. */
export function createMarkedWorkshop(role: Role): MarkedPage {
  const harness = createBoardHarness('facilitator');
  const { neighbour, client, ask, session } = harness;
  const content = workshopOf(readWorkshop(fileText(markedFile())));
  neighbour((doc) => ok(fillBoard(doc, content)));
  const abbreviation = `${mark}DCP`;
  neighbour(editFrameEntity<'directions'>, 'directions', ben.directionId as DirectionId, {
    abbreviation,
  });
  neighbour(addTerm, 'levers', marked('Clause'));
  client.stores.connection.setState({ state: 'live', unsaved: false, savedAt: 0 }, true);
  harness.setOthers([ben, leader]);
  ask({ type: 'steps-set', steps: markedSteps });
  ask({ type: 'seats-set', personId: ben.id, seats: 4 });
  const lead = (request: Request) => void ask(request, leader);
  const start = (kind: StepKind) => {
    const id = markedSteps.find((step) => step.kind === kind)?.id ?? null;
    lead({ type: 'step-start', id, from: session.state().current });
  };
  const vote = (isClosed: boolean) => {
    const roundId = `r${session.state().rounds.length}` as RoundId;
    const setup = DEFAULT_VOTE;
    lead({ type: 'round-open', id: roundId, title: marked('Tour'), setup });
    const [actionId] = client.stores.board.getState().numbers.keys();
    if (actionId) lead({ type: 'room-votes', roundId, actionId, votes: 4 });
    if (isClosed) lead({ type: 'round-close', id: roundId });
  };
  harness.setRole(role);
  return { ...harness, lead, start, vote };
}
const leader: Present = {
  ...ben,
  id: 'ana' as PersonId,
  name: marked('Ana'),
  role: 'facilitator',
  clients: [8],
};

/** As it is remembered on the device of who has entered. */
export const enteredAs = (role: Role): OpenedWorkshop => ({
  boardId: 'abc' as BoardId,
  role,
  title: marked('Achats'),
  token: 's3cret',
  openedAt: 0,
  joined: {
    personId: 'moi' as PersonId,
    role,
    name: marked('Camille'),
    directionId: null,
    actorId: null,
    ticket: 't1cket',
  },
});

/** @param place of the workshop: `?fiche=a` */
export async function openMarked({ client }: BoardHarness, role: Role, place = ''): Promise<void> {
  rememberWorkshop(enteredAs(role));
  history.replaceState(null, '', `/a/abc${place}`);
  render(<App connect={() => client} />);
  await act(async () => undefined);
}

/** Texts of the page with the mark, those that a translator would take apart: where they stand. */
export function markedTexts(): { readonly kept: number; readonly translated: readonly string[] } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let kept = 0;
  const translated: string[] = [];
  while (walker.nextNode()) {
    const { data, parentElement: around } = walker.currentNode as Text;
    // What is typed in a field is never translated.
    if (!data.includes(mark) || around === null || around.closest('textarea')) continue;
    if (around.closest('[translate="no"]')) kept++;
    else translated.push(`${pathOf(around)}: ${data.slice(0, 60)}`);
  }
  // A face shows letters of the name it is called by; a button with a name has no other words.
  const called = document.querySelectorAll(`:is([role="img"], button)[aria-label*="${mark}"]`);
  for (const one of called) if (!one.closest('[translate="no"]')) translated.push(pathOf(one));
  return { kept, translated };
}

const pathOf = (element: Element): string => {
  const parts: string[] = [];
  for (let at: Element | null = element; at && parts.length < 4; at = at.parentElement)
    parts.unshift([at.tagName.toLowerCase(), ...at.classList].join('.'));
  return parts.join(' > ');
};
