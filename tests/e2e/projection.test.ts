import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ActionId, DirectionId, GroupId, PriorityId } from '../../shared/ids.ts';
import type { Step } from '../../shared/session/agenda/step.ts';
import type { Focus } from '../../shared/session/attention/focus.ts';
import type { MessageId } from '../../shared/session/groups/message.ts';
import { DEFAULT_VOTE, type RoundId } from '../../shared/session/votes/votes.ts';
import { axeViolations } from '../support/axe.ts';
import { type Guest, joinAs } from '../support/leader.ts';
import { demonstration, openStage, type Stage } from '../support/stage.ts';

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

/** Least sizes of a text, and of the consigne and the clock, CSS pixels. */
interface Least {
  readonly text: number;
  readonly large: number;
}
/** The wall is read from as far whatever its height: a smaller image has smaller pixels. */
const leastAt = (height: number): Least => ({
  text: (28 * height) / 1080,
  large: (48 * height) / 1080,
});

/** What is too small for the back of the room, cut, scrolls, or sticks out; nothing when all is well. */
const faultsOf = (page: Page, least: Least): Promise<readonly string[]> =>
  page.evaluate((leastPx) => {
    const faults: string[] = [];
    const pen = document.createElement('canvas').getContext('2d');
    const heightOfX = ({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) => {
      if (!pen) return 0;
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      return pen.measureText('x').actualBoundingBoxAscent;
    };
    const isRead = (element: Element) =>
      element.children.length === 0 &&
      element.textContent?.trim() &&
      !element.closest('.visually-hidden, .toasts');
    for (const element of document.querySelectorAll('.projector *')) {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (isRead(element) && size < leastPx.text) faults.push(`${element.className} is ${size} px`);
      const leastX = innerHeight / (element.matches('h2, h3, .projector-title') ? 200 : 300);
      const x = heightOfX(getComputedStyle(element));
      if (isRead(element) && x < leastX) faults.push(`${element.className}: an x of ${x} px`);
      const { lineHeight, webkitLineClamp } = getComputedStyle(element);
      const shown = element.clientHeight / Number.parseFloat(lineHeight);
      if (webkitLineClamp !== 'none' && Math.abs(shown - Math.round(shown)) > 0.05)
        faults.push(`${element.className} shows ${shown} lines`);
    }
    for (const selector of ['.projector', '.projector-main']) {
      const box = document.querySelector(selector);
      if (!box) faults.push(`${selector} is not there`);
      else if (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
        faults.push(`${selector} would scroll`);
    }
    const large = document.querySelectorAll('.projector-consigne, .projector-time');
    if (large.length === 0) faults.push('nothing is asked');
    for (const element of large) {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < leastPx.large) faults.push(`${element.className} is ${size} px`);
    }
    const controls = document.querySelectorAll('.projector :is(button, a, input, select)').length;
    if (controls > 0) faults.push(`${controls} controls`);
    return faults;
  }, least);

test('[PJ5] each step, at each size and contrast, is legible and whole on the wall, with nothing hidden', async () => {
  const board = await stage.create(demonstration);
  const lead = await joinAs(stage.server.url, board, 'facilitator', { name: 'Claire' });
  const ben = await joinAs(stage.server.url, board, 'participant', {
    name: 'Ben',
    directionId: 'dce' as DirectionId,
  });
  guests.push(lead, ben);
  const { page } = await stage.visitor({ width: 1920, height: 1080 });
  const told: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => told.push(payload.toString('latin1'))),
  );
  await page.goto(board.links.observer.replace('#', '/projection#'));
  await page.waitForSelector('.projector-dots');
  expect(new URL(page.url()).hash).toBe('');

  const ask = async (...requests: Parameters<typeof lead.client.ask>[0][]) => {
    for (const request of requests) expect(await lead.client.ask(request)).toBeUndefined();
  };
  const check = async (shown: string) => {
    await page.locator('.projector-main', { hasText: shown }).waitFor();
    await page.locator('.projector-time').waitFor();
    const least = leastAt(page.viewportSize()?.height ?? 0);
    expect([shown, await faultsOf(page, least)]).toEqual([shown, []]);
  };
  const steps: readonly Step[] = lead.client.sessions.at(-1)?.steps ?? [];
  let current: Step['id'] | null = null;
  const start = async (kind: Step['kind']) => {
    const id = steps.find((step) => step.kind === kind)?.id ?? null;
    await ask(
      { type: 'step-start', id, from: current },
      { type: 'timer-start', seconds: 900, effect: 'nothing' },
    );
    current = id;
  };
  const focus = (target: Focus | null) => ask({ type: 'focus', target });
  const idea = 'idee-cachee' as ActionId;
  const secret = 'Ne rien dire de ceci avant l’heure';

  const startTimer = async () => {
    await ask({ type: 'timer-start', seconds: 900, effect: 'nothing' });
    await page.waitForSelector('.projector-time');
  };
  await startTimer();
  await check('9 actions');
  await start('welcome');
  await check('Imaginer les actions du SPASER');
  const opened = await fetch(`${stage.server.url}/api/boards/${board.boardId}/code`, {
    method: 'POST',
    headers: { authorization: `Bearer ${new URL(board.links.facilitator).hash.slice(1)}` },
    body: JSON.stringify({ open: true }),
  });
  expect(opened.status).toBe(200);
  const code = await page.locator('.projector-welcome .qr-code').boundingBox();
  expect(code?.width).toBeGreaterThan(1080 * 0.4);
  await start('priorities');
  await check('Rendre les marchés lisibles');
  await start('ideas');
  expect(
    await ben.client.ask({
      type: 'draft-write',
      id: idea,
      title: secret,
      description: '',
      priorityId: 'p1' as PriorityId,
    }),
  ).toBeUndefined();
  await check('1 idée cachée');
  expect(told.some((frame) => frame.includes('Ne rien dire'))).toBe(false);
  expect(await page.locator('.projector').textContent()).not.toContain('Ne rien dire');
  await start('sharing');
  await ask({ type: 'reveal', priorityId: 'p1' as PriorityId });
  await check('10 actions');
  await page.keyboard.press('PageDown');
  await check('page 1 sur 2');
  await start('break');
  await startTimer();
  await check('Reprise vers');
  await start('vote');
  const round = 'tour-1' as RoundId;
  await ask({ type: 'round-open', id: round, title: 'Nos choix', setup: DEFAULT_VOTE });
  await ben.client.ask({ type: 'vote-cast', roundId: round, actionId: idea, dots: 3 });
  await check('0 sur 1 a fini');
  expect(await page.locator('.projector').textContent()).not.toContain('Ne rien dire');
  await ask(
    { type: 'room-votes', roundId: round, actionId: idea, votes: 7 },
    { type: 'round-close', id: round },
  );
  await check('salle 7 + gommettes 3');
  const names = ['Grande table du fond, côté fenêtres, 12', '', '', 'À distance', ''];
  await ask(
    { type: 'groups-add', groups: names.map((name, at) => ({ id: `g${at}` as GroupId, name })) },
    { type: 'group-change', id: 'g1' as GroupId, change: { people: 6 } },
  );
  await start('sheets');
  const text = 'Il vous reste dix minutes : commencez par les échéances. '.repeat(5).trim();
  await ask({ type: 'message', id: 'dit' as MessageId, to: null, text });
  await check('6 personnes, sans appareil');
  await start('report');
  await check('Publier deux fois par an');
  await ask({
    type: 'project',
    view: { kind: 'view', view: 'coverage' },
    page: null,
    held: false,
  });
  await check('Direction du cycle de l’eau');
  await start('closing');
  await check('Merci à toutes et à tous');
  await focus({ kind: 'action', id: 'p1-04' as ActionId });
  await check('Porter l’avance à 30 %');
  for (const [view, shown] of [
    ['matrix', 'Impact fort'],
    ['deadlines', 'trim.'],
    ['indicators', 'Indicateurs nommés'],
    ['missing', 'fiches complètes'],
  ] as const) {
    await focus({ kind: 'view', view });
    await check(shown);
  }
  await focus({ kind: 'priority', id: 'p3' as PriorityId });
  for (const [width, height] of [
    [1280, 720],
    [1280, 800],
    [3840, 2160],
  ] as const) {
    await page.setViewportSize({ width, height });
    await check('Ressource en eau');
  }
  await focus(null);
  await start('sharing');
  await page.setViewportSize({ width: 1280, height: 720 });
  await check('10 actions');
  await focus({ kind: 'priority', id: 'p3' as PriorityId });
  await page.emulateMedia({ contrast: 'more', colorScheme: 'dark' });
  await check('Ressource en eau');
  expect(await axeViolations(page)).toEqual([]);
});

test('[PJ6] on a phone the wall is whole, in one column, and its pages are counted', async () => {
  const board = await stage.create(demonstration);
  const lead = await joinAs(stage.server.url, board, 'facilitator', { name: 'Claire' });
  guests.push(lead);
  const { page } = await stage.visitor({ width: 390, height: 844, touch: true });
  await page.goto(board.links.observer.replace('#', '/projection#'));
  const check = async (shown: string) => {
    await page.locator('.projector-main', { hasText: shown }).waitFor();
    expect([shown, await faultsOf(page, { text: 16, large: 24 })]).toEqual([shown, []]);
  };
  await check('9 actions');
  expect(await page.locator('.projector-tile').last().isVisible()).toBe(true);
  await page.keyboard.press('PageDown');
  await check('page 1 sur');
  const [card, panel] = await Promise.all(
    ['.projector-card', '.projector-panel'].map((name) => page.locator(name).first().boundingBox()),
  );
  expect(card?.y).toBeGreaterThan((panel?.y ?? 0) + (panel?.height ?? 0));
  expect(card?.width).toBeGreaterThan(300);
  await lead.client.ask({ type: 'focus', target: { kind: 'action', id: 'p1-04' as ActionId } });
  await check('Porter l’avance à 30 %');
  for (const kind of ['welcome', 'priorities', 'closing'] as const) {
    await lead.client.ask({ type: 'focus', target: null });
    const { steps = [], current = null } = lead.client.sessions.at(-1) ?? {};
    const id = steps.find((step) => step.kind === kind)?.id ?? null;
    await lead.client.ask({ type: 'step-start', id, from: current });
    await check({ welcome: 'Imaginer', priorities: 'Rendre les marchés', closing: 'Merci' }[kind]);
  }
});
