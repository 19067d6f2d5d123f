/** Two tabs of one browser in one workshop: what is said in one never makes another person of the other. */
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renewWorkshopLink } from '../../../client/entry/access.ts';
import { forgetHere } from '../../../client/entry/forget-here.ts';
import { beSomebodyElse, continueAs } from '../../../client/entry/who.ts';
import { forgetPerson, noteEnd, noteOpening } from '../../../client/entry/workshops.ts';
import { deviceStore, type OpenedWorkshop, peopleOf } from '../../../client/state/device.ts';
import { workshopHere } from '../../../client/state/tab-person.ts';
import type { Connection } from '../../../client/sync/connection.ts';
import { joinBoard } from '../../../client/sync/http.ts';
import type { BoardId, DirectionId } from '../../../shared/ids.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import type { Role } from '../../../shared/session/roles.ts';
import {
  doorFile,
  entered,
  enteredBefore,
  link,
  openPage,
  press,
} from '../../support/door-pages.tsx';
import { tokenOf } from '../../support/http.ts';
import { servePages } from '../../support/page-server.ts';
import { unwrap } from '../../support/result.ts';

const server = servePages();
const key = 'gommette.workshops';

/** What a tab has of its own. */
const tabNow = () => Object.entries({ ...sessionStorage });
const takeTab = (texts: readonly (readonly [string, string])[]) => {
  sessionStorage.clear();
  for (const [name, text] of texts) sessionStorage.setItem(name, text);
};
/** Another tab has written. */
const deviceBecomes = (text: string) =>
  act(() => {
    localStorage.setItem(key, text);
    dispatchEvent(new StorageEvent('storage', { key }));
  });
/** The page has nothing in hand, as after a reload. */
const loadsAnew = () => {
  const text = localStorage.getItem(key) ?? '[]';
  deviceStore.setState([], true);
  deviceBecomes(text);
};

const here = (boardId: BoardId, role: Role = 'participant'): OpenedWorkshop => {
  const workshop = workshopHere(boardId, role);
  if (!workshop) throw new Error('not remembered');
  return workshop;
};
type Act = (created: BoardCreated) => unknown;
const somebodyElse: Act = ({ boardId }) => beSomebodyElse(here(boardId));
const joinsAsBen: Act = (created) => enteredBefore(created, 'Ben');
const continuesAs =
  (name: string): Act =>
  ({ boardId }) => {
    const person = peopleOf(here(boardId)).find((one) => one.name === name);
    if (person) continueAs(here(boardId), person);
  };
const opens: Act = ({ boardId }) => noteOpening(here(boardId), 'Achats durables');
const isRemoved: Act = ({ boardId }) => noteEnd(here(boardId));
const entersAgain: Act = ({ boardId }) => forgetPerson(here(boardId));
const forgets: Act = ({ boardId }) => forgetHere(here(boardId));
const renews: Act = async (created) => {
  await enteredBefore(created, 'Camille', 'facilitator');
  await renewWorkshopLink(here(created.boardId, 'facilitator'), 'participant');
};

type Shown = 'Ana' | 'the form' | 'no link';
interface Case {
  readonly does: string;
  readonly acts: readonly Act[];
  /** What the first tab shows at last; through all of it Ana's board where that is `Ana`. */
  readonly first: Shown;
  readonly reloaded: Shown;
  /** Who the other tab is at last, after what the first one did as well. */
  readonly other: string | undefined;
}
const stays = { first: 'Ana', reloaded: 'Ana' } as const;
const cases: readonly Case[] = [
  { does: 'stands at the form', acts: [somebodyElse], ...stays, other: undefined },
  { does: 'joins as Ben', acts: [somebodyElse, joinsAsBen, opens], ...stays, other: 'Ben' },
  { does: 'continues as Dan', acts: [continuesAs('Dan'), opens], ...stays, other: 'Dan' },
  { does: 'continues as Ana', acts: [continuesAs('Ana'), opens], ...stays, other: 'Ana' },
  {
    does: 'is removed as Ben',
    acts: [somebodyElse, joinsAsBen, isRemoved, entersAgain],
    ...stays,
    other: undefined,
  },
  { does: 'is removed as Dan', acts: [continuesAs('Dan'), isRemoved], ...stays, other: 'Dan' },
  {
    does: 'hears first that Ana is removed, and joins as Ben',
    acts: [continuesAs('Ana'), isRemoved, entersAgain, joinsAsBen, opens],
    first: 'Ana', // until her own connection says so
    reloaded: 'the form',
    other: 'Ben',
  },
  { does: 'renews the link', acts: [renews], ...stays, other: 'Ana' },
  { does: 'forgets', acts: [forgets], first: 'no link', reloaded: 'no link', other: undefined },
  {
    does: 'forgets, while another role stays known',
    acts: [(created) => enteredBefore(created, 'Camille', 'facilitator'), forgets],
    first: 'no link',
    reloaded: 'no link',
    other: undefined,
  },
  {
    does: 'forgets, and comes back as Ben',
    acts: [forgets, joinsAsBen],
    first: 'the form',
    reloaded: 'the form',
    other: 'Ben',
  },
];

const connected: readonly Connection[] = [
  { state: 'live', unsaved: false, savedAt: 0 },
  { state: 'offline', kept: true, since: 0 },
];
const marks: Readonly<Record<Shown, () => Promise<HTMLElement>>> = {
  Ana: entered,
  'the form': () => screen.findByLabelText('Prénom ou fonction'),
  'no link': () => screen.findByRole('heading', { name: 'Demandez le lien de l’atelier' }),
};

/** Dan and Ana have entered, and the first tab is Ana's; then what the other one leaves, step by step. */
async function record(acts: readonly Act[]) {
  const created = await server.api.create(doorFile);
  await enteredBefore(created, 'Dan');
  beSomebodyElse(here(created.boardId));
  const ana = await enteredBefore(created, 'Ana');
  const first = tabNow();
  const before = localStorage.getItem(key) ?? '';
  takeTab([]);
  const steps: string[] = [];
  for (const step of acts) {
    await step(created);
    steps.push(localStorage.getItem(key) ?? '');
  }
  const other = tabNow();
  takeTab(first);
  localStorage.setItem(key, before);
  loadsAnew();
  return { created, ana, steps, other };
}

for (const connection of connected)
  test.each(cases)(
    `[JN7] ${connection.state}, a tab of Ana’s where the other one $does`,
    async ({ acts, first, reloaded, other }) => {
      const path = (boardId: BoardId) => `/a/${boardId}`;
      const { created, ana, steps, other: otherTab } = await record(acts);
      const page = openPage(path(created.boardId), connection);
      await entered();
      for (const step of steps) {
        deviceBecomes(step);
        if (first === 'Ana') expect(await entered()).toBeVisible();
      }
      expect(await marks[first]()).toBeVisible();
      expect(page.connections.map(({ personId }) => personId)).toEqual([ana.personId]);
      if (first === 'Ana') expect(page.closings).not.toHaveBeenCalled();

      loadsAnew();
      const again = openPage(path(created.boardId), connection);
      expect(await marks[reloaded]()).toBeVisible();
      expect(again.connections.map(({ personId }) => personId)).toEqual(
        reloaded === 'Ana' ? [ana.personId] : [],
      );

      takeTab(otherTab);
      loadsAnew();
      expect(workshopHere(created.boardId, 'participant')?.joined?.name).toBe(other);
    },
  );

test('[JN7] a tab at the form stays there while another one joins, and takes nobody’s place', async () => {
  const created = await server.api.create(doorFile);
  const { connections } = openPage(link(created));
  const name = await marks['the form']();
  await userEvent.type(name, 'Be');
  const request = { name: 'Ana', directionId: 'dce' as DirectionId };
  const ana = unwrap(await joinBoard(created.boardId, tokenOf(created, 'participant'), request));
  const [entry] = deviceStore.getState();
  deviceBecomes(JSON.stringify([{ ...entry, joined: ana }]));
  expect(await marks['the form']()).toHaveValue('Be');
  expect(connections).toEqual([]);

  await userEvent.type(name, 'n');
  await userEvent.selectOptions(screen.getByRole('combobox'), 'Cycle de l’eau');
  await press('Entrer dans l’atelier');
  await entered();
  expect(peopleOf(here(created.boardId)).map((person) => person.name)).toEqual(['Ben', 'Ana']);
});
