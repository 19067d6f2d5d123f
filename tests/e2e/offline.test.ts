/**
 * A board that was opened once, then neither server nor network: it opens again, is written in, and
 * what was written is on the board once both are back.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  addCards,
  card,
  chooseInMenu,
  enter,
  isKept,
  moveByDialog,
  saved,
} from '../support/hands.ts';
import { openStage, type Stage, shortDemonstration } from '../support/stage.ts';
import { fr } from '../support/words.ts';
import { readSources } from '../unit/house/tree.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

const place = 'Direction du cycle de l’eau';
const WATER = 'Ressource en eau';
const [added, again] = ['Réparer les fuites en un jour', 'Relever les compteurs de nuit'];

test('[AW1] a board opened once opens again without server or network, is written in, and merges on return', async () => {
  const { context, page } = await stage.visitor({ keepsPage: true });
  const board = await stage.create(shortDemonstration);
  await enter(page, board.links.participant, { name: 'Lise', place });
  await saved(page);
  await isKept(page);

  await stage.server.kill('SIGKILL');
  await context.setOffline(true);
  await page.reload();
  await page.getByText('Sans connexion : voici ce que cet appareil avait gardé').waitFor();
  await addCards(page, WATER, [added]);

  await page.reload();
  await card(page, added).waitFor();
  const tab = await context.newPage();
  // By the link of the invitation, as most people come back.
  await tab.goto(board.links.participant);
  await tab.getByRole('button', { name: fr.app.openKept('Lise') }).click();
  await card(tab, added).waitFor();
  await addCards(tab, WATER, [again]);

  await stage.server.start();
  await context.setOffline(false);
  await saved(page);
  await saved(tab);
  await card(page, again).waitFor();
  await expect
    .poll(async () => {
      const file = await stage.exported(board, 'json');
      return [added, again].map((title) => file.split(title).length - 1);
    })
    .toEqual([1, 1]);
});

/** Names of the files that the page fetches late, as its sources have them. */
const lateNames = [...readSources()]
  .filter(([file]) => file.startsWith('client/'))
  .flatMap(([, text]) => [...text.matchAll(/import\('[^']*\/([\w-]+)\.tsx?'\)/g)])
  .map(([, name]) => name ?? '');

test('[AW4] once a page has been idle each of its late parts is here: cut, it can still do everything', async () => {
  const { context, page } = await stage.visitor(); // no worker answers for what was not fetched
  const board = await stage.create(shortDemonstration);
  const fetched: string[] = [];
  page.on('requestfinished', (request) => void fetched.push(new URL(request.url()).pathname));
  await enter(page, board.links.facilitator, { name: 'Claire' });
  const missing = () =>
    lateNames.filter((name) => !fetched.some((path) => path.startsWith(`/assets/${name}-`)));
  expect(lateNames.length).toBeGreaterThan(35);
  await expect.poll(missing, { timeout: 60_000 }).toEqual([]);
  await expect.poll(() => fetched.some((path) => path.includes('table-worker'))).toBe(true);

  await context.setOffline(true);
  await addCards(page, WATER, [added]);
  await moveByDialog(page, added, 'Climat et économie circulaire');
  await chooseInMenu(page, added, fr.board.open);
  await page.getByRole('complementary').getByLabel(fr.sheet.fields.means.label).fill('Un agent');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: fr.app.synthesis, exact: true }).click();
  await page.getByRole('tab').first().waitFor();
  await context.setOffline(false);
});

test('[AW9] the page can be installed: its manifest names it in French, with icons that are there', async () => {
  const get = (path: string) => fetch(new URL(path, stage.server.url));
  const page = await (await get('/')).text();
  expect(page).toContain('<link rel="manifest" href="/manifest.webmanifest">');
  const manifest = (await (await get('/manifest.webmanifest')).json()) as {
    readonly icons: readonly { readonly src: string; readonly sizes: string }[];
  };
  expect(manifest).toMatchObject({
    short_name: 'Gommette',
    lang: 'fr',
    start_url: '/',
    display: 'standalone',
    theme_color: '#f3f0ea',
    icons: [{}, {}, { purpose: 'maskable' }],
  });
  for (const { src, sizes } of manifest.icons) {
    const answer = await get(src);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
});
