/** Words as long as the limits allow, without a space: nothing is pushed out of where it stands. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { DirectionId } from '../../shared/ids.ts';
import { cockpitFr } from '../../shared/text/fr/cockpit.ts';
import { enter } from '../support/hands.ts';
import { type Guest, joinAs } from '../support/leader.ts';
import { closeDialog, openCockpit } from '../support/leading.ts';
import { openStage, type Stage, shortDemonstration } from '../support/stage.ts';
import { fr } from '../support/words.ts';

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

const word = 'Anticonstitutionnellement'.repeat(12);
/** A workshop in which everything that people name is one such word. */
const named = JSON.parse(shortDemonstration, (key, value: unknown) =>
  ['title', 'name', 'shortName', 'description'].includes(key) && typeof value === 'string'
    ? word
    : value,
) as object;

/** The tools of a column stand out of its head by this much, on purpose. */
const toolsOutPx = 4;

/** What holds more than it shows sideways, by its class; what scrolls on purpose is not it. */
const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (allowedPx) =>
      [
        ...document.querySelectorAll(
          'html, .column, .column-head, .dialog-body, .cockpit-body, .cockpit-line, .people-line',
        ),
      ]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + allowedPx)
        .map((element) => `${element.tagName}.${element.className}`),
    toolsOutPx,
  );

test.each([
  [1440, 900],
  [1280, 720],
  [1920, 1080],
  [390, 844],
])(
  '[WA16] one long word pushes nothing out of the wall, the people and the cockpit at %d×%d',
  async (width, height) => {
    const board = await stage.create(JSON.stringify(named));
    const [directionId] = (
      named as { readonly directions: readonly { readonly id: DirectionId }[] }
    ).directions.map(({ id }) => id);
    if (!directionId) throw new Error('no direction');
    guests.push(
      await joinAs(stage.server.url, board, 'participant', {
        name: word.slice(0, 60),
        directionId,
      }),
    );
    const { page } = await stage.visitor({ width, height });
    await enter(page, board.links.facilitator, { name: 'Claire' });
    expect(await overflowing(page), 'the wall').toEqual([]);
    await page.getByRole('button', { name: fr.board.people(2) }).click();
    await page.locator('.people-line').first().waitFor();
    expect(await overflowing(page), 'who is here').toEqual([]);
    await closeDialog(page);
    await openCockpit(page);
    await page.locator('.cockpit details').first().waitFor();
    await page.locator('.cockpit details').evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute('open', '');
    });
    await page.getByText(cockpitFr.people.seatsHelp).waitFor();
    expect(await overflowing(page), 'the cockpit').toEqual([]);
  },
);
