/** A whole page on 300 actions in six priorities, whose renders are counted. */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Profiler } from 'react';
import { expect, vi } from 'vitest';
import { App } from '../../../client/app/app.tsx';
import { PARTS } from '../../../client/app/parts.ts';
import { rememberWorkshop } from '../../../client/state/device.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { stepsOf } from '../../../shared/session/agenda/presets.ts';
import type { Step } from '../../../shared/session/agenda/step.ts';
import type { Present } from '../../../shared/session/present.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import { DEFAULT_VOTE, type RoundId } from '../../../shared/session/votes/votes.ts';
import { type BoardHarness, createBoardHarness } from '../../support/board-harness.tsx';
import { enteredAs } from '../../support/marked-workshop.tsx';
import { servePages } from '../../support/page-server.ts';
import { countRenders } from '../../support/renders.ts';
import { fileOf, workshopOf } from '../../support/workshop-file.ts';

servePages();

const ben: Present = {
  id: 'ben' as PersonId,
  role: 'participant',
  name: 'Ben',
  directionId: null,
  actorId: null,
  clients: [7],
};
const lea: Present = { ...ben, id: 'lea' as PersonId, name: 'Léa', clients: [8] };
const leader: Present = { ...ben, id: 'ana' as PersonId, role: 'facilitator', clients: [9] };

/** Of the session's stage, whose timer runs by it. */
const now = 1_900_000_000_000;
const roundId = 'tour' as RoundId;

/** Everything is allowed in it. */
const votingStep: Step = {
  ...(stepsOf('half-day')[0] as Step),
  rules: { ...FREE_RULES, vote: 'open' },
};

const workshop = fileOf(
  Array.from({ length: 300 }, (_, i) => ({
    id: `c${i}`,
    position: i + 1,
    title: `Action ${i}`,
    priorityId: `p${(i % 6) + 1}`,
  })),
  {
    priorities: Array.from({ length: 6 }, (_, i) => ({
      id: `p${i + 1}`,
      position: i + 1,
      title: `Priorité ${i + 1}`,
    })),
  },
);

/** A participant's page, in a step with a timer and an open vote, where somebody else is. */
export async function openRenders() {
  await Promise.all([
    PARTS.actionSheet(),
    PARTS.cardVotes(),
    PARTS.foundBand(),
    PARTS.voice(),
    PARTS.voteBand(),
  ]);
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now);
  const board = createBoardHarness('participant', { tellsChanges: true });
  const { client, neighbour, ask } = board;
  neighbour((doc) => ok(fillBoard(doc, workshopOf(readWorkshop(JSON.stringify(workshop))))));
  client.stores.connection.setState({ state: 'live', unsaved: false, savedAt: 0 }, true);
  board.setOthers([ben, leader]);
  ask({ type: 'steps-set', steps: [votingStep] }, leader);
  ask({ type: 'step-start', id: votingStep.id, from: null }, leader);
  ask({ type: 'round-open', id: roundId, title: 'Tour', setup: DEFAULT_VOTE }, leader);
  rememberWorkshop(enteredAs('participant'));
  history.replaceState(null, '', '/a/abc');

  const container = document.body.appendChild(document.createElement('div'));
  const renders = countRenders(container, ['ActionSheet']);
  render(
    <Profiler id="page" onRender={renders.onRender}>
      <App connect={() => client} />
    </Profiler>,
    { container },
  );
  // All of it in the page, as for print: a change must not be cheap because little is drawn.
  fireEvent(window, new Event('beforeprint'));
  // Parts that come late are there before anything is counted.
  await waitFor(() => expect(document.querySelectorAll('.card-votes')).toHaveLength(300));
  await waitFor(() => expect(document.querySelector('.drop-line')).not.toBeNull());
  return { ...renders, quiet, changes: changesOf(board, (ms) => clock.mockReturnValue(now + ms)) };
}

/** All that was begun is drawn: what waits for the next frames too. */
const quiet = () =>
  act(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });

type Change = readonly [name: string, run: () => void, first?: () => void];

/** Each kind of change; what is not counted comes first where a kind needs it. */
// One table: what a kind needs stands beside it.
function changesOf(
  { client, neighbour, ask, session, setOthers }: BoardHarness,
  setClock: (ms: number) => void,
): readonly Change[] {
  const [mine, , theirs] = [...client.stores.board.getState().numbers.keys()] as ActionId[];
  const write = (selector: string, value: string) => () => {
    const field = document.querySelector(selector) as HTMLTextAreaElement;
    fireEvent.input(field, { target: { value } });
    fireEvent.change(field, { target: { value } });
  };
  const title = '.bound-text[data-voice="title"] textarea';
  const description = '.bound-text[data-voice="body"] textarea';
  const isAt = (anchor: number) => () => {
    const state = { actionId: theirs as ActionId, field: 'title' as const, anchor, head: anchor };
    act(() => client.stores.presence.setState(new Map([[7, state]]), true));
  };
  const theirLetter = () =>
    void neighbour((doc) => {
      const text = openText(doc, theirs as ActionId, 'title');
      text?.replace({ index: 0, removed: 0, inserted: 'X' });
      return ok(undefined);
    });
  const castBy = (who?: Present) => () =>
    void ask({ type: 'vote-cast', roundId, actionId: mine as ActionId, dots: 1 }, who);
  const connection = (unsaved: boolean) => () =>
    act(() => client.stores.connection.setState({ state: 'live', unsaved, savedAt: 0 }, true));
  const open = () => fireEvent.click(screen.getByText('Action 0', { selector: '.card-open' }));
  const close = () =>
    fireEvent.keyDown(document.querySelector(title) as Element, { key: 'Escape' });
  const looks: (() => void)[] = [];
  /** Whoever looks at the clock from here on is moved by hand. */
  const startTimer = () => {
    const looking = vi.spyOn(globalThis, 'setInterval');
    looking.mockImplementation((look) => looks.push(look as () => void) as never);
    ask({ type: 'timer-start', seconds: 300, effect: 'nothing' }, leader);
    looking.mockRestore();
  };
  /** Four looks at the clock in a second, as pages look. */
  const second = () => {
    for (const later of [250, 500, 750, 1_000]) {
      setClock(later);
      act(() => {
        for (const look of looks) look();
      });
    }
    session.setNow(now + 1_000);
  };
  return [
    ['the sheet that opens', open],
    // The first letter also makes something to undo, and of a description one item of the sheet.
    ['a letter in its title', write(title, 'Action 0ab'), write(title, 'Action 0a')],
    ['a letter in its description', write(description, 'ab'), write(description, 'a')],
    ['a letter of somebody else', theirLetter],
    ['a caret that comes into a card', isAt(1)],
    ['a caret that moves in a card', isAt(2)],
    ['a change that is not saved yet', connection(true)],
    ['somebody who comes', () => setOthers([ben, leader, lea])],
    ['a second of the timer', second, startTimer],
    ['a gommette of one’s own', castBy()],
    ['a gommette of somebody else', castBy(ben)],
    ['a letter in the search', write('.finding-input', 'Action 12'), close],
  ];
}
