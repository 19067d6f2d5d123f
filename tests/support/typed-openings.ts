/** How each screen in which somebody writes is opened on a real page, by the names people see. */
import type { Page } from 'playwright-core';
import { DEFAULT_VOTE, type RoundId } from '../../shared/session/votes/votes.ts';
import { cockpitFr } from '../../shared/text/fr/cockpit.ts';
import type { Visitor } from './browser.ts';
import type { Furnished, TypedEnd, TypedScreen } from './half-typed.ts';
import { column } from './hands.ts';
import { changeAccess, type Guest, personNamed } from './leader.ts';
import { chooseInWorkshop, cockpitOf, openCockpit, unfold } from './leading.ts';
import type { KnownBoard, Stage } from './stage.ts';
import { fr } from './words.ts';

/** Denis has a screen of a workshop open, which Claire leads from elsewhere. */
export interface TypedScene {
  readonly name: TypedScreen;
  readonly stage: Stage;
  readonly board: KnownBoard;
  readonly role: 'facilitator' | 'participant';
  readonly visitor: Visitor;
  readonly claire: Guest;
  readonly ben: Guest;
  readonly of: Furnished;
  /** Denis's; another one once it was killed. */
  page: Page;
}

export interface TypedOpening {
  readonly role: 'facilitator' | 'participant';
  /** The step in which it is opened. */
  readonly step: 'write' | 'hide';
  /** What there must be. */
  readonly before?: (scene: TypedScene) => Promise<unknown>;
  /** Opens its fields, or those of them that are not open already. */
  readonly open: (scene: TypedScene) => Promise<unknown>;
  /** Somebody ends what the fields are about, where that is not on the board. */
  readonly remove?: (scene: TypedScene) => Promise<unknown>;
  /** The ends it may meet, where that is not all of them. */
  readonly ends?: readonly TypedEnd[];
}

const lead = { role: 'facilitator', step: 'write' } as const;
const take = { role: 'participant', step: 'write' } as const;
const { agenda, people, timer, votes } = cockpitFr;

const inFrame = (tab: keyof typeof fr.facilitation.tabs): TypedOpening => ({
  ...lead,
  open: async ({ page }) => {
    await chooseInWorkshop(page, fr.app.frame);
    await page.getByRole('tab', { name: fr.facilitation.tabs[tab] }).click();
  },
});
const inAgenda = (step: string): TypedOpening => ({
  ...lead,
  open: async ({ page }) => {
    await chooseInWorkshop(page, fr.app.agenda);
    await page.getByRole('button', { name: agenda.edit(step) }).click();
    await page.getByLabel(agenda.fields.instruction).waitFor();
  },
  remove: ({ claire }) => claire.client.ask({ type: 'step-remove', id: step as never }),
});
const removeBen = async ({ stage, board, claire }: TypedScene) => {
  const id = await personNamed(claire, 'Ben');
  await changeAccess(stage.server.url, board, claire, 'DELETE', `people/${id}`);
};
const idea = { id: 'idee', title: 'Cachée', description: '' } as const;
const writeIdea = ({ page }: TypedScene) =>
  column(page, 'Eau').getByLabel(fr.ideas.newTitle('Eau')).click();

export const TYPED_OPENINGS: Readonly<Record<TypedScreen, TypedOpening>> = {
  'wall, at the top': {
    ...take,
    open: async ({ page }) => {
      await page.getByRole('button', { name: fr.board.addTop('Eau') }).click();
      await page.getByLabel(fr.board.newTitle).waitFor();
    },
  },
  'wall, at the bottom': {
    ...take,
    open: async ({ page }) => {
      await column(page, 'Eau')
        .getByRole('button', { name: fr.board.addBottom, exact: true })
        .click();
      await page.getByLabel(fr.board.newTitle).waitFor();
    },
  },
  'a hidden idea': { role: 'participant', step: 'hide', open: writeIdea },
  'a hidden idea, again': {
    role: 'participant',
    step: 'hide',
    open: async (scene) => {
      const { page } = scene;
      const field = page.getByLabel(fr.ideas.newTitle('Eau'));
      if ((await page.locator('.idea-open').count()) === 0) {
        await field.fill(idea.title);
        await field.press('Enter');
      }
      await page.locator('.idea-open').first().click();
      await page.getByLabel(fr.ideas.description).waitFor();
    },
  },
  sheet: {
    ...take,
    open: async ({ page }) => {
      const field = page.getByLabel(fr.sheet.fields.electedSponsor.label, { exact: true });
      // Its address outlives a reload.
      if (!page.url().includes('fiche=')) await page.locator('.card-open').first().click();
      await field.waitFor();
    },
  },
  priority: {
    ...lead,
    open: async ({ page }) => {
      await page.getByRole('button', { name: fr.board.editPriority('Eau') }).click();
      await page.getByLabel(fr.facilitation.priority.orientation).waitFor();
    },
  },
  'new priority': {
    ...lead,
    open: async ({ page }) => {
      await page.getByRole('button', { name: fr.board.addPriority, exact: true }).first().click();
      await page.getByLabel(fr.facilitation.priority.orientation).waitFor();
    },
  },
  'frame: workshop': inFrame('workshop'),
  'frame: priorities': inFrame('priorities'),
  'frame: directions': {
    ...lead,
    open: async (scene) => {
      await inFrame('directions').open(scene);
      const paste = scene.page.getByRole('button', { name: fr.facilitation.paste.open });
      // Begun before, it is open already.
      if (await paste.isVisible()) await paste.click();
      await scene.page.getByLabel(fr.facilitation.paste.label).waitFor();
    },
  },
  'frame: actors': inFrame('actors'),
  'frame: policies': inFrame('policies'),
  'frame: terms': inFrame('terms'),
  agenda: inAgenda('read'),
  'agenda: vote': inAgenda('choose'),
  cockpit: {
    ...lead,
    open: async ({ page }) => {
      await openCockpit(page);
      await unfold(page, people.title);
      await unfold(page, timer.title);
      await cockpitOf(page).getByText(people.seats, { exact: true }).click();
      await cockpitOf(page).getByLabel(people.seatsOf('Ben')).waitFor();
      await cockpitOf(page).getByLabel(timer.minutes, { exact: true }).waitFor();
    },
    remove: async (scene) => {
      await scene.claire.client.ask({ type: 'timer-start', seconds: 600, effect: 'nothing' });
      await removeBen(scene);
    },
  },
  'a vote to open': {
    ...lead,
    open: async ({ page }) => {
      await openCockpit(page);
      await unfold(page, votes.title);
      await cockpitOf(page).getByRole('button', { name: fr.votes.open }).click();
      await page.getByLabel(fr.votes.name, { exact: true }).waitFor();
    },
  },
  'hands in the room': {
    ...lead,
    before: ({ claire }) =>
      claire.client.ask({
        type: 'round-open',
        id: 'tour' as RoundId,
        title: 'Tour',
        setup: DEFAULT_VOTE,
      }),
    open: async ({ page }) => {
      await (await openCockpit(page)).getByRole('button', { name: fr.votes.hands }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  people: {
    ...lead,
    open: async ({ page }) => {
      await page.locator('button.people').click();
      const line = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Ben' });
      await line.getByRole('button', { name: fr.access.manage }).click();
      await page.getByLabel(fr.access.newName).waitFor();
    },
    remove: removeBen,
  },
  import: {
    ...lead,
    open: async ({ page }) => {
      await chooseInWorkshop(page, fr.app.importTable);
      await page.getByLabel(fr.intake.paste).waitFor();
    },
  },
  // Where there is no person yet a text stays with its tab, and goes with it (HD6).
  home: {
    ...take,
    open: ({ page }) => page.getByLabel(fr.home.titleLabel).waitFor(),
    ends: ['the page is loaded again'],
  },
  door: {
    ...take,
    open: ({ page }) => page.getByLabel(fr.join.name).waitFor(),
    ends: ['the step ends', 'the link is renewed', 'the page is loaded again'],
  },
};
