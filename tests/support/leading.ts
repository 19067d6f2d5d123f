/** What facilitators do, by the names they see: the frame before, then the cockpit. */
import type { Locator, Page } from 'playwright-core';
import { type BoardId, isId } from '../../shared/ids.ts';
import { ROLES, type Role } from '../../shared/session/roles.ts';
import { cockpitFr } from '../../shared/text/fr/cockpit.ts';
import { saved } from './hands.ts';
import type { KnownBoard } from './stage.ts';
import { fr } from './words.ts';

/** Creates a workshop on the first page and enters it; its links are those the window shows. */
export async function createByHand(page: Page, title: string, name: string): Promise<KnownBoard> {
  await page.goto('/');
  await page.getByLabel(fr.home.titleLabel).fill(title);
  await page.getByRole('button', { name: fr.home.create, exact: true }).click();
  const shown: Partial<Record<Role, string>> = {};
  for (const role of ROLES)
    shown[role] = await page
      .getByRole('dialog')
      .getByLabel(fr.join.linkNames[role], { exact: true })
      .inputValue();
  const { facilitator = '', participant = '', observer = '' } = shown;
  await page.getByRole('button', { name: fr.join.enter }).click();
  await page.getByLabel(fr.join.name).fill(name);
  await page.getByRole('button', { name: fr.join.enter }).click();
  await saved(page);
  const boardId = new URL(facilitator).pathname.split('/').at(-1);
  if (!isId(boardId)) throw new Error(`no workshop in the link ${facilitator}`);
  return { boardId: boardId as BoardId, links: { facilitator, participant, observer } };
}

/** Opens something by the workshop's menu. */
export async function chooseInWorkshop(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: fr.app.menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

export const closeDialog = (page: Page): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: fr.common.close, exact: true }).click();

/** Directions pasted as an organisation chart, then priorities with the words of the élus. */
export async function setFrame(
  page: Page,
  directions: readonly string[],
  priorities: readonly { readonly title: string; readonly orientation: string }[],
): Promise<void> {
  const { facilitation: t } = fr;
  await chooseInWorkshop(page, fr.app.frame);
  await page.getByRole('tab', { name: t.tabs.directions }).click();
  await page.getByRole('button', { name: t.paste.open }).click();
  await page.getByLabel(t.paste.label).fill(directions.join('\n'));
  await page.getByRole('button', { name: t.paste.add(directions.length), exact: true }).click();
  await closeDialog(page);
  for (const { title, orientation } of priorities) {
    await page.getByRole('button', { name: fr.board.addPriority, exact: true }).first().click();
    await page.getByLabel(t.priority.title).fill(title);
    await page.getByLabel(t.priority.orientation).fill(orientation);
    await page.getByRole('button', { name: fr.common.save, exact: true }).click();
  }
  await saved(page);
}

export async function openCockpit(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: fr.app.lead, exact: true }).click();
  return cockpitOf(page);
}

export const cockpitOf = (page: Page): Locator =>
  page.getByRole('complementary', { name: cockpitFr.title });

/** Presses one of the cockpit's buttons, by all of its name, or by what comes before « : ». */
export const lead = (page: Page, name: string): Promise<void> => leadButton(page, name).click();

export function leadButton(page: Page, name: string): Locator {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return cockpitOf(page).getByRole('button', { name: new RegExp(`^${literal}( : .*)?$`) });
}

/** Opens a part of the cockpit that the step has folded. */
export async function unfold(page: Page, title: string): Promise<void> {
  const part = cockpitOf(page).getByRole('region', { name: title, exact: true });
  if ((await part.locator('details').first().getAttribute('open')) === null)
    await part.locator('summary').first().click();
}

/** Puts the ready-made déroulé of half a day in place, from the cockpit of an empty one. */
export async function prepareHalfDay(page: Page): Promise<void> {
  await lead(page, cockpitFr.now.acts({ act: 'prepare' }));
  await page.getByRole('button', { name: cockpitFr.agenda.presetNames['half-day'] }).click();
  await page.getByRole('list', { name: cockpitFr.agenda.list }).waitFor();
  await closeDialog(page);
}

/** Until a page stands at a step. */
export const atStep = (page: Page, place: number, title: string): Promise<void> =>
  page.getByRole('region', { name: fr.step.named(place, title), exact: true }).waitFor();

/** For how many people somebody writes, typed in the cockpit. */
export async function giveSeats(page: Page, name: string, seats: number): Promise<void> {
  const { people: t } = cockpitFr;
  await unfold(page, t.title);
  await cockpitOf(page).getByText(t.seats, { exact: true }).click();
  const field = cockpitOf(page).getByLabel(t.seatsOf(name));
  await field.fill(String(seats));
  await field.press('Enter');
}
