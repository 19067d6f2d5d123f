/** A whole board page on a local document, for what is looked for and how it is summed up. */
import { act, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { App } from '../../../client/app/app.tsx';
import {
  deviceStore,
  type OpenedWorkshop,
  rememberWorkshop,
} from '../../../client/state/device.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity, setInfo } from '../../../shared/board/commands/frame.ts';
import type { ActionId, BoardId, DirectionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { type BoardHarness, createBoardHarness } from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

export interface FindingStage extends BoardHarness {
  readonly user: UserEvent;
  readonly water: PriorityId;
  readonly climate: PriorityId;
  readonly roads: DirectionId;
  /** « Mesurer les fuites », « Réutiliser l’eau », « Former », then « Isoler » under Climat. */
  readonly ids: readonly [ActionId, ActionId, ActionId, ActionId];
}

/** Each test begins on a device that remembers no workshop. */
export function forgetDevice(): void {
  localStorage.clear();
  sessionStorage.clear();
  deviceStore.setState([], true);
}

/** Titles of the cards on show, column after column. */
export const cardsShown = (): readonly (string | null)[] =>
  [...document.querySelectorAll('[data-card] .card-title')].map(({ textContent }) => textContent);

export const searchField = () => screen.getByRole('textbox', { name: 'Chercher une action' });

/** @param search of the address the page is opened at: `?q=eau` */
export async function openFinding(search = '', role: Role = 'facilitator'): Promise<FindingStage> {
  const harness = createBoardHarness(role);
  const { run, stores } = harness.client;
  const author = { personId: 'moi' as PersonId, directionId: null, actorId: null };
  const addPriority = (title: string) =>
    unwrap(run((doc) => addFrameEntity(doc, 'priorities', { title })));
  run(setInfo, { title: 'Achats' });
  const [water, climate] = [addPriority('Eau'), addPriority('Climat')];
  const roads = unwrap(run((doc) => addFrameEntity(doc, 'directions', { name: 'Voirie' })));
  const add = (title: string, priorityId: PriorityId) =>
    unwrap(run(addAction, { title, place: { priorityId, before: null }, author }));
  const ids: FindingStage['ids'] = [
    add('Mesurer les fuites', water),
    add('Réutiliser l’eau', water),
    add('Former', water),
    add('Isoler', climate),
  ];
  stores.connection.setState({ state: 'live', unsaved: false, savedAt: 0 }, true);
  const workshop: OpenedWorkshop = {
    boardId: 'abc' as BoardId,
    role,
    title: 'Achats',
    token: 's3cret',
    joined: {
      personId: author.personId,
      role,
      name: 'Camille',
      directionId: null,
      actorId: null,
      ticket: 't1cket',
    },
    openedAt: 0,
  };
  rememberWorkshop(workshop);
  history.replaceState(null, '', `/a/abc${search}`);
  render(<App connect={() => harness.client} />);
  await screen.findByRole('heading', { level: 1, name: 'Achats' });
  return { ...harness, user: userEvent.setup(), water, climate, roads, ids };
}

/** A change of the board that is one's own, drawn when this returns. */
export const own = (change: () => unknown): void => act(() => void change());
