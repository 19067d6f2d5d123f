/**
 * A whole workshop in nine steps, from the empty board to its exported list: two people lead, five
 * take part, one of them on a phone and one for a table of six, and the wall of the room follows.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FORMATS } from '../../shared/export/formats.ts';
import type { ActionId, DirectionId, PriorityId } from '../../shared/ids.ts';
import { cockpitFr } from '../../shared/text/fr/cockpit.ts';
import {
  card,
  enter,
  enterByCode,
  putDots,
  readWall,
  wallReady,
  writeIdeas,
} from '../support/hands.ts';
import { type Guest, joinAs } from '../support/leader.ts';
import {
  atStep,
  chooseInWorkshop,
  closeDialog,
  cockpitOf,
  createByHand,
  giveSeats,
  lead,
  openCockpit,
  prepareHalfDay,
  setFrame,
} from '../support/leading.ts';
import { readCsv } from '../support/read-csv.ts';
import { type KnownBoard, openStage, type Stage } from '../support/stage.ts';
import { fr } from '../support/words.ts';

const { acts, now, reveal, wall: lists } = cockpitFr;
const DIRECTIONS = [
  'Direction de l’eau (DE)',
  'Direction des achats (DA)',
  'Direction des routes (DR)',
];
const PRIORITIES = [
  { title: 'Économie de proximité', orientation: 'Rendre les marchés lisibles aux artisans.' },
  { title: 'Ressource en eau', orientation: 'Réduire les prélèvements de 10 % en 2030.' },
  { title: 'Insertion', orientation: 'Ouvrir les chantiers à ceux qui cherchent un emploi.' },
];
/** Without accents, so that frames can be searched for them byte by byte. */
const CLEO = 'Allotir par corps les travaux de voirie';
const ANA = 'Allotir les travaux de voirie par corps';
const BEN = 'Capter la pluie des toitures';
const TABLE = 'Ouvrir cinq heures sur cent';

interface Room {
  readonly board: KnownBoard;
  /** Leads; another page once the first is killed. */
  readonly claire: Page;
  /** Leads too. */
  readonly denis: Page;
  readonly ana: Page;
  /** On a phone. */
  readonly ben: Page;
  /** Whoever writes for a table. */
  readonly table: Page;
  readonly cleo: Guest;
  readonly dan: Guest;
  /** The projection. */
  readonly wall: Page;
  /** What sockets were told: that of the wall first, then each that Claire had. */
  readonly told: readonly (readonly string[])[];
}

let stage: Stage;
const guests: Guest[] = [];
beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  for (const { client } of guests.splice(0)) client.destroy();
  await stage.sweep();
});
afterAll(() => stage.dispose());

test('[WK1] nine steps are led from the empty board to the exported list, on every page and the wall', async () => {
  const { board, claire, wall, told } = await prepare();
  // 1. Accueil: everybody comes in by the links and by the code on the wall.
  await lead(claire.page, acts.first);
  const room: Room = { board, wall, told, claire: claire.page, ...(await comeIn(board, wall)) };
  // 2. Rappel des orientations: the words of the élus, and nothing to write.
  await lead(room.claire, acts.next);
  await allAt(room, 2, 'Rappel des orientations');
  await onWall(room, 'Rendre les marchés lisibles');
  expect(await room.ana.getByRole('button', { name: fr.board.addBottom }).count()).toBe(0);
  // 3. Idées individuelles: the browser that leads is killed while they are written.
  await lead(room.claire, acts.next);
  await allAt(room, 3, 'Idées individuelles');
  await writeInHiding(room);
  const kept = await claire.context.storageState();
  await claire.context.close();
  await lead(room.denis, acts.longer);
  const again = await stage.visitor({ kept });
  const resumed: Room = { ...room, claire: again.page, told: [...told, framesOf(again.page)] };
  await comeBack(resumed);
  await isHidden(resumed);
  await workshopFrom(resumed);
});

/** The frame, the déroulé and the code, before anybody comes; the wall is on. */
async function prepare() {
  const [claire, screen] = await Promise.all([
    stage.visitor(),
    stage.visitor({ width: 1920, height: 1080 }),
  ]);
  const wall = screen.page;
  const told = [framesOf(wall), framesOf(claire.page)];
  const board = await createByHand(claire.page, 'Notre SPASER 2026', 'Claire');
  await setFrame(claire.page, DIRECTIONS, PRIORITIES);
  await openCockpit(claire.page);
  await prepareHalfDay(claire.page);
  await chooseInWorkshop(claire.page, fr.app.links);
  await claire.page.getByRole('button', { name: fr.access.openCode }).click();
  await claire.page.locator('.entry-code').waitFor();
  await closeDialog(claire.page);
  await wall.goto(board.links.observer.replace('#', '/projection#'));
  return { claire, wall, board, told };
}

async function comeIn(board: KnownBoard, wall: Page) {
  const code = (await wall.locator('.projector-code-large').textContent()) ?? '';
  const [denis, ana, ben, table] = await Promise.all([
    stage.visitor(),
    stage.visitor(),
    stage.visitor({ width: 390, height: 844, touch: true }),
    stage.visitor(),
  ]);
  const achats = 'Direction des achats';
  const { directions } = await exported(board);
  const join = (name: string, place: number) =>
    joinAs(stage.server.url, board, 'participant', {
      name,
      directionId: directions[place]?.id ?? fail(),
    });
  const [cleo, dan] = await Promise.all([join('Cléo', 0), join('Dan', 1)]);
  // One after the other: four browsers that load at once on two cores wait for one another.
  await enter(denis.page, board.links.facilitator, { name: 'Denis', place: achats });
  await enterByCode(ana.page, code, { name: 'Ana', place: 'Direction des routes' });
  await enterByCode(ben.page, code, { name: 'Ben', place: 'Direction de l’eau' });
  await enter(table.page, board.links.participant, { name: 'Table 4', place: achats });
  guests.push(cleo, dan);
  await openCockpit(denis.page);
  return { denis: denis.page, ana: ana.page, ben: ben.page, table: table.page, cleo, dan };
}

/** Four people write five ideas; the first written is Cléo’s, very like one of Ana’s. */
async function writeInHiding({ board, denis, ana, ben, table, cleo, wall }: Room) {
  const { priorities } = await exported(board);
  const title = { title: CLEO, description: '', priorityId: priorities[0]?.id ?? fail() };
  expect(await cleo.client.ask({ type: 'draft-write', id: newAction, ...title })).toBeUndefined();
  await Promise.all([
    writeIdeas(ana, 'Économie de proximité', [ANA, 'Publier le calendrier']),
    writeIdeas(table, 'Insertion', [TABLE]),
    writeIdeas(ben, 'Ressource en eau', [BEN]),
  ]);
  await onWall({ wall }, fr.projection.hiddenWriters(4));
  await cockpitOf(denis).getByText(reveal.count(5, 4)).waitFor();
}
const newAction = 'cleo-1' as ActionId;

/** The same person, where the workshop is; nobody new came in. */
async function comeBack({ board, claire, cleo }: Room) {
  await claire.goto(`/a/${board.boardId}`);
  await wallReady(claire);
  await openCockpit(claire);
  await cockpitOf(claire).getByText(reveal.count(5, 4)).waitFor();
  const people = cleo.client.sessions.at(-1)?.people.filter(({ name }) => name === 'Claire');
  expect(people?.map(({ role, clients }) => [role, clients.length])).toEqual([['facilitator', 1]]);
}

/** Each sees their own ideas, and nobody else's: neither on the page nor on the way to it. */
async function isHidden({ told, wall, denis, claire, ana, ben }: Room) {
  const seen = async (page: Page) => (await page.locator('body').textContent()) ?? '';
  const secrets = [CLEO, ANA, BEN, TABLE];
  const within = (text: string) => secrets.filter((secret) => text.includes(secret));
  for (const page of [wall, denis, claire]) expect(within(await seen(page))).toEqual([]);
  for (const frames of told) expect(within(frames.join())).toEqual([]);
  expect(within(await seen(ana))).toEqual([ANA]);
  expect(within(await seen(ben))).toEqual([BEN]);
}

async function workshopFrom(room: Room) {
  const { claire, denis, ana, ben, table, wall, dan } = room;
  // 4. Mise en commun: all is revealed; those who take part bring together and move.
  await lead(claire, acts.next);
  await lead(claire, now.acts({ act: 'reveal', ideas: 5 }));
  await lead(claire, reveal.yes);
  await bringTogether(ana);
  await onWall(room, fr.projection.actions(2));
  await wall.keyboard.press('PageDown');
  await onWall(room, CLEO);
  // What was not heard before would have been: the wall is told now.
  expect(room.told[0]?.some((frame) => frame.includes(CLEO))).toBe(true);
  await moveByTouch(ben, TABLE, '1. Économie de proximité');
  await expect
    .poll(() => readWall(denis))
    .toEqual([
      `Économie de proximité: 1.1 ${CLEO} | 1.2 Publier le calendrier | 1.3 ${TABLE}`,
      `Ressource en eau: 2.1 ${BEN}`,
      'Insertion: ',
    ]);
  // 5. Pause: nothing is written, the wall and everybody's page say when it ends.
  await lead(denis, acts.next);
  await onWall(room, 'Reprise vers');
  await ana.locator('.step-allowed', { hasText: /^Reprise à \d/ }).waitFor();
  // 6. Priorisation: a table has the gommettes of six, hands of the room are typed.
  await lead(claire, acts.next);
  await allAt(room, 6, 'Priorisation');
  await giveSeats(claire, 'Table 4', 6);
  await lead(claire, now.acts({ act: 'open-vote' }));
  await claire.getByRole('dialog').getByRole('button', { name: fr.votes.openNow }).click();
  await ben.getByRole('tab', { name: 'Ressource en eau' }).tap();
  await Promise.all([putDots(ana, '1.1', 3), putDots(table, '1.3', 8), putDots(ben, '2.1', 2)]);
  await table.getByText(fr.votes.left(22, 30)).waitFor();
  await dan.client.until(() => dan.client.sessions.at(-1)?.rounds.length === 1);
  const roundId = dan.client.sessions.at(-1)?.rounds[0]?.id ?? fail();
  const dot = { type: 'vote-cast', roundId, actionId: newAction, dots: 1 } as const;
  expect(await dan.client.ask(dot)).toBeUndefined();
  await ana.getByRole('button', { name: fr.step.done }).click();
  await onWall(room, fr.projection.voteProgress(1, 10));
  await typeHands(claire, fr.votes.handsFor('2.1', BEN), 7);
  for (const page of [claire, denis, ana, wall])
    expect(await page.locator('.card-result, .projector-ranking').count()).toBe(0);
  await lead(claire, now.acts({ act: 'close-vote' }));
  await lead(claire, fr.votes.closeNow);
  await onWall(room, fr.projection.sides(7, 2));
  expect(await rankingOn(ana)).toEqual([
    `1re 2.1 ${BEN} 9`,
    `2e 1.3 ${TABLE} 8`,
    `3e 1.1 ${CLEO} 4`,
  ]);
  // 7. Fiches: what is filled leaves the lists of what is missing, live.
  await lead(claire, acts.next);
  await allAt(room, 7, 'Fiches en sous-groupes');
  await expect.poll(() => lacking(denis)).toEqual([4, 4]);
  await fillSheet(ana, CLEO, { pilot: 'Direction des routes', deadline: '2027-06-30' });
  await expect.poll(() => lacking(denis)).toEqual([3, 3]);
  // 8. Restitution: one sheet before all eyes.
  await lead(claire, acts.next);
  await card(claire, CLEO).locator('.card-open').click();
  await lead(claire, acts.focus);
  await onWall(room, '30 juin 2027');
  for (const page of [ana, ben, table]) {
    await page.getByText(fr.step.focusOn.action('1.1', CLEO)).waitFor();
    await page.locator('[data-shown]', { hasText: CLEO }).waitFor();
  }
  // 9. Clôture: the list leaves with its votes.
  await lead(claire, acts.unfocus);
  await lead(denis, acts.next);
  await allAt(room, 9, 'Clôture');
  await onWall(room, fr.projection.thanks);
  expect(await exportedVotes(denis)).toEqual([
    [CLEO, '4'],
    ['Publier le calendrier', '0'],
    [TABLE, '8'],
    [BEN, '9'],
  ]);
}

/** « Ces actions se ressemblent »: from the message of the reveal to one action. */
async function bringTogether(page: Page) {
  await page.getByRole('button', { name: fr.ideas.seeAlike(1) }).click();
  await page.getByRole('dialog').getByRole('button', { name: fr.merge.look }).click();
  await page.getByRole('button', { name: fr.merge.confirm, exact: true }).click();
  await closeDialog(page);
}

async function moveByTouch(page: Page, title: string, priority: string) {
  await page.getByRole('tab', { name: 'Insertion' }).tap();
  await card(page, title).locator('.card-menu button').tap();
  await page.getByRole('menuitem', { name: fr.board.moveTo }).tap();
  await page.getByLabel(fr.board.movePriority).selectOption({ label: priority });
  await page.getByRole('button', { name: fr.board.moveConfirm, exact: true }).tap();
}

async function typeHands(page: Page, action: string, hands: number) {
  await page.getByRole('button', { name: fr.votes.hands }).click();
  const field = page.getByRole('dialog').getByLabel(action);
  await field.fill(String(hands));
  await field.press('Enter');
  await closeDialog(page);
}

/** The ranking as a page shows it: rank, action, total. */
async function rankingOn(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: fr.votes.seeRanking }).click();
  const rows = page.getByRole('dialog').locator('.ranking-bar');
  await rows.first().waitFor();
  const read = await rows.evaluateAll((items) =>
    items.map((item) =>
      ['.ranking-rank', '.ranking-title', '.ranking-total']
        .map((part) => item.querySelector(part)?.textContent?.trim())
        .join(' '),
    ),
  );
  await closeDialog(page);
  return read;
}

async function fillSheet(
  page: Page,
  title: string,
  { pilot, deadline }: { readonly pilot: string; readonly deadline: string },
) {
  const { fields } = fr.sheet;
  await card(page, title).locator('.card-open').click();
  await page.getByLabel(fields.leadDirectionId.label).selectOption({ label: pilot });
  await page.getByLabel(fields.deadline.label).fill(deadline);
  await page.getByRole('button', { name: fr.sheet.close }).click();
}

/** How many actions have no pilot, and how many no deadline, by the cockpit. */
const lacking = (page: Page): Promise<readonly number[]> =>
  Promise.all(
    [lists.lacks.leadDirection, lists.lacks.deadline].map(async (label) => {
      const line = cockpitOf(page).locator('summary', { hasText: label });
      return Number(/\d+$/.exec((await line.textContent()) ?? '')?.[0]);
    }),
  );

/** Title and votes of each line of the list that is downloaded. */
async function exportedVotes(page: Page): Promise<readonly (readonly string[])[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: fr.app.export, exact: true }).click();
  await page.getByRole('button', { name: fr.transfer.exportDownload(FORMATS.csv.fr) }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const [head = [], ...lines] = readCsv(text.replace('\ufeff', ''), ';');
  const of = (name: string) => (line: readonly string[]) => line[head.indexOf(name)] ?? '';
  const status = of('Statut');
  return lines
    .filter((line) => status(line) !== fr.common.status.merged)
    .map((line) => [of('Intitulé de l’action')(line), of('Votes')(line)]);
}

const onWall = ({ wall }: Pick<Room, 'wall'>, text: string): Promise<void> =>
  wall.locator('.projector-main', { hasText: text }).waitFor();

const allAt = ({ claire, denis, ana, ben, table }: Room, place: number, title: string) =>
  Promise.all([claire, denis, ana, ben, table].map((page) => atStep(page, place, title)));

const exported = async (board: KnownBoard) =>
  JSON.parse(await stage.exported(board, 'json')) as {
    readonly directions: readonly { readonly id: DirectionId }[];
    readonly priorities: readonly { readonly id: PriorityId }[];
  };

/** Everything a page's sockets are told from now on. */
function framesOf(page: Page): readonly string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(payload.toString('latin1'))),
  );
  return frames;
}

function fail(): never {
  throw new Error('nobody came');
}
