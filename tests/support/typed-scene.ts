/** Denis has a screen of a workshop open, which Claire leads from elsewhere: see `half-typed.ts`. */
import { expect } from 'vitest';
import { setInfo } from '../../shared/board/commands/frame.ts';
import { VISIBILITIES } from '../../shared/session/rules.ts';
import type { Request } from '../../shared/session/session.ts';
import { furnish, REMOVE, type TypedEnd, type TypedScreen } from './half-typed.ts';
import { enter, wallReady } from './hands.ts';
import { changeAccess, type Guest, joinAs, personNamed } from './leader.ts';
import { stepOf } from './session-people.ts';
import { TYPED_OPENINGS, type TypedScene } from './typed-openings.ts';
import { fr } from './words.ts';

const STEPS = [
  stepOf('write', VISIBILITIES.ouverte, { kind: 'sharing' }),
  stepOf('hide', VISIBILITIES.masquée, { kind: 'ideas' }),
  stepOf('choose', VISIBILITIES['votes masqués'], { kind: 'vote' }),
  stepOf('read', VISIBILITIES.lecture, { kind: 'closing' }),
];

/**
 * A workshop of its own, in the browser that is given.
 * @param told keeps who came, to be sent away after the test
 */
export async function openScene(
  { stage, visitor, page }: Pick<TypedScene, 'stage' | 'visitor' | 'page'>,
  name: TypedScreen,
  told: (guest: Guest) => void,
): Promise<TypedScene> {
  const { role, step, before } = TYPED_OPENINGS[name];
  const board = await stage.create(JSON.stringify({ title: 'Achats' }));
  const claire = await joinAs(stage.server.url, board, 'facilitator', { name: 'Claire' });
  told(claire);
  const of = furnish(
    (command, ...args) => command(claire.client.doc, ...args),
    claire.joined.personId,
  );
  await claire.client.roundTrip();
  const ben = await joinAs(stage.server.url, board, 'participant', {
    name: 'Ben',
    directionId: of.roads,
  });
  told(ben);
  const scene = { name, stage, board, role, visitor, claire, ben, of, page };
  await ask(scene, { type: 'steps-set', steps: STEPS });
  await start(scene, step);
  await before?.(scene);
  await comeTo(scene);
  return scene;
}

/** To the page on which the screen is opened, by the link. */
async function comeTo(scene: TypedScene): Promise<void> {
  const { name, page, board, role } = scene;
  if (name === 'home') await page.goto('/');
  else if (name === 'door') await page.goto(board.links[role]);
  else await enterAs(scene, board.links[role]);
}

export const enterAs = ({ page, role }: TypedScene, link: string): Promise<void> =>
  enter(page, link, { name: 'Denis', ...(role === 'participant' && { place: 'Voirie' }) });

async function ask({ claire }: TypedScene, request: Request): Promise<void> {
  expect(await claire.client.ask(request)).toBeUndefined();
}

const start = (scene: TypedScene, id: string): Promise<void> => {
  const from = scene.claire.client.sessions.at(-1)?.current ?? null;
  const step = STEPS.find(({ title }) => title === id);
  return ask(scene, { type: 'step-start', id: step?.id ?? null, from });
};

/** Resolves once Denis's page shows what happened before. */
async function isTold({ claire, page, name }: TypedScene): Promise<undefined> {
  if (name === 'home' || name === 'door') return;
  setInfo(claire.client.doc, { title: 'Achats, suite' });
  await page.waitForFunction(() => document.title.includes('Achats, suite'));
}

const isShut = ({ page }: TypedScene): Promise<void> =>
  page.getByRole('heading', { level: 1, name: fr.closed.titles.unauthenticated }).waitFor();

async function changeDenis(
  scene: TypedScene,
  method: 'PATCH' | 'DELETE',
  role?: TypedScene['role'],
) {
  const { stage, board, claire } = scene;
  const id = await personNamed(claire, 'Denis');
  const body = role && { role };
  await changeAccess(stage.server.url, board, claire, method, `people/${id}`, body);
}

/** What may end a text; each resolves once Denis's page has heard of it. @returns a new link, if any */
export const TYPED_ENDS: Readonly<
  Record<TypedEnd, (scene: TypedScene) => Promise<string | undefined>>
> = {
  'the step ends': async (scene) => {
    await start(scene, 'read');
    return isTold(scene);
  },
  'what it is about is removed': async (scene) => {
    const { name, claire, of } = scene;
    REMOVE[name]?.((command, ...args) => command(claire.client.doc, ...args), of);
    await TYPED_OPENINGS[name].remove?.(scene);
    return isTold(scene);
  },
  'its author is removed': async (scene) => {
    await changeDenis(scene, 'DELETE');
    await isShut(scene);
    return scene.board.links[scene.role];
  },
  'its author has another role': async (scene) => {
    await changeDenis(scene, 'PATCH', scene.role === 'participant' ? 'facilitator' : 'participant');
    return isTold(scene);
  },
  'the link is renewed': async (scene) => {
    const { stage, board, claire, role, name } = scene;
    const answer = await changeAccess(stage.server.url, board, claire, 'POST', `links/${role}`);
    const { link } = (await answer.json()) as { readonly link: string };
    if (name !== 'door') await isShut(scene);
    return link;
  },
  'the page is loaded again': async ({ page, name }) => {
    await page.reload();
    if (name !== 'home' && name !== 'door') await wallReady(page);
    return undefined;
  },
  'the page is killed': async (scene) => {
    const { page, visitor, board } = scene;
    const session = await visitor.context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    session.send('Page.crash').catch(() => {}); // nobody is left to answer
    await crashed;
    await page.close();
    scene.page = await visitor.context.newPage();
    await scene.page.goto(`/a/${board.boardId}`);
    await wallReady(scene.page);
    return undefined;
  },
};
