/** The page itself behind networks of offices: what it says, and that people work together there. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { addCards, card, enter, saved } from '../support/hands.ts';
import {
  type Hindrance,
  type OfficeNetwork,
  openNetwork,
  PORTAL,
} from '../support/office-network.ts';
import { openStage, type Stage, shortDemonstration } from '../support/stage.ts';
import { fr } from '../support/words.ts';

let stage: Stage;
const networks: OfficeNetwork[] = [];
beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await stage.sweep();
  for (const network of networks.splice(0)) await network.close();
});
afterAll(() => stage.dispose());

const priority = 'Économie de proximité';
const indicator = (page: Page) => page.locator('.save-indicator');
const fallback = new RegExp(fr.connection.fallback(''));
const isLatePart = (path: string) => /\/assets\/polling-.*\.js$/.test(path);

/** Notes all that the indicator ever says, from before the page is there. */
const note = (page: Page) =>
  page.addInitScript(() => {
    const said = new Set<string>();
    Reflect.set(window, 'said', said);
    new MutationObserver(() => {
      const text = document.querySelector('.save-indicator')?.textContent;
      if (text) said.add(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
const saidIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...(Reflect.get(window, 'said') as Set<string>)]);

async function behind(hindrance: Hindrance) {
  const network = await openNetwork(stage.server.url, hindrance);
  networks.push(network);
  const through = (link: string) => link.replace(stage.server.url, network.origin);
  const visitor = async () => (await stage.visitor({}, network.origin)).page;
  return { network, through, visitor };
}

const BLOCKED: readonly [what: string, Hindrance][] = [
  ['refuses WebSockets', { upgrades: { status: 403 } }],
  ['answers nothing to WebSockets', { upgrades: 'nothing' }],
  ['holds answers back', { holds: { bytes: 65_536, ms: 20_000 } }],
];

test.each(BLOCKED)(
  '[PO13] [PO16] behind a network that %s the page says so and nothing else, and people work together',
  async (_what, hindrance) => {
    const board = await stage.create(shortDemonstration);
    const { through, visitor } = await behind(hindrance);
    const [claire, outside] = [await visitor(), (await stage.visitor()).page];
    await enter(outside, board.links.participant, {
      name: 'Ben',
      place: 'Direction des mobilités',
    });
    const sizes: Promise<number>[] = [];
    claire.on('requestfinished', (request) => {
      if (isLatePart(request.url()))
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await note(claire);
    await enter(claire, through(board.links.facilitator), { name: 'Claire' });
    await indicator(claire).filter({ hasText: fallback }).waitFor();
    expect(await saidIn(claire)).not.toContain(fr.connection.offline);
    const [size = 0] = await Promise.all(sizes);
    expect(size).toBeGreaterThan(1_000);
    expect(size).toBeLessThan(20_000);

    await addCards(claire, priority, ['Louer des vélos']);
    await card(outside, 'Louer des vélos').waitFor();
    await addCards(outside, priority, ['Partager un camion']);
    await card(claire, 'Partager un camion').waitFor();
    await saved(claire);
    expect(await indicator(claire).textContent()).toMatch(fallback);
    expect(await stage.exported(board, 'markdown')).toContain('Louer des vélos');
  },
);

test('[NW3] [NW6] behind a network that lets no frame through the page says so, and comes by itself', async () => {
  const board = await stage.create(shortDemonstration);
  const { network, through, visitor } = await behind({ frames: PORTAL });
  const page = await visitor();
  await note(page);
  await page.goto('/reseau');
  await page.getByText(fr.network.verdicts.blocked.title, { exact: true }).waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.goto(through(board.links.observer));
  await page.getByText(fr.network.verdicts.blocked.title, { exact: true }).waitFor();
  expect(await page.title()).toBe('L’atelier ne s’ouvre pas – Gommette');
  expect(await axeViolations(page)).toEqual([]);
  network.become({});
  await page.locator('[data-card]').first().waitFor();
  expect(await saidIn(page)).not.toContain(fr.connection.offline);
});

test('[PO14] where WebSockets pass nothing is said of plain HTTP, and its part is not fetched', async () => {
  const board = await stage.create(shortDemonstration);
  const { through, visitor } = await behind({});
  const page = await visitor();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await enter(page, through(board.links.facilitator), { name: 'Claire' });
  expect(await indicator(page).textContent()).not.toMatch(fallback);
  expect(fetched.filter((path) => path.includes('polling') || path.startsWith('/sync'))).toEqual(
    [],
  );
});
