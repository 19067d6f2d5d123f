/** A workshop from end to end: from the empty wall to the file, through a restart of the server. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  addCards,
  card,
  chooseInMenu,
  column,
  enter,
  holdOver,
  moveByDialog,
  readWall,
  saved,
  wallReady,
} from '../support/hands.ts';
import { demonstration, openStage, type Stage, wallOf } from '../support/stage.ts';
import { fr } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

test('[EN1] three people write, move and set aside together; the file says what the screens show', async () => {
  const board = await stage.create(demonstration);
  const [claire, denis, ines] = [
    await stage.visitor(),
    await stage.visitor(),
    await stage.visitor(),
  ];
  await enter(claire.page, board.links.facilitator, { name: 'Claire' });
  await enter(denis.page, board.links.participant, {
    name: 'Denis',
    place: 'Direction du cycle de l’eau',
  });
  await enter(ines.page, board.links.participant, {
    name: 'Inès',
    place: 'Fédération du bâtiment',
  });
  expect(await readWall(claire.page)).toEqual(wallOf(demonstration));

  await Promise.all([
    addCards(claire.page, 'Ressource en eau', ['Réutiliser les eaux grises', 'Former les agents']),
    addCards(denis.page, 'Ressource en eau', ['Récupérer l’eau de pluie']),
    addCards(ines.page, 'Économie de proximité', ['Allotir par corps de métier']),
  ]);
  await Promise.all(
    [claire, denis, ines].map(({ page }) => card(page, 'Allotir par corps de métier').waitFor()),
  );
  await moveByDialog(denis.page, 'Récupérer l’eau de pluie', 'Climat');
  await chooseInMenu(claire.page, 'Former les agents', fr.board.discard);
  await card(ines.page, 'Former les agents').waitFor({ state: 'detached' });
  await Promise.all([saved(claire.page), saved(denis.page), saved(ines.page)]);

  await expect.poll(() => readWall(ines.page)).toEqual(await readWall(claire.page));
  await expect.poll(() => readWall(denis.page)).toEqual(await readWall(claire.page));
  expect(wallOf(await stage.exported(board, 'json'))).toEqual(await readWall(claire.page));

  // A reload brings the same person back, without a form.
  await denis.page.reload();
  await wallReady(denis.page);
  expect(await readWall(denis.page)).toEqual(await readWall(claire.page));

  // The server is killed and comes back: nobody does anything, and nothing is lost.
  const before = await readWall(claire.page);
  await stage.server.kill('SIGKILL');
  await claire.page.locator('.save-indicator[data-state="offline"]').waitFor();
  await stage.server.start();
  await Promise.all([saved(claire.page), saved(denis.page), saved(ines.page)]);
  expect(await readWall(claire.page)).toEqual(before);
  expect(wallOf(await stage.exported(board, 'json'))).toEqual(before);

  // Setting aside can be taken back.
  await claire.page.getByRole('button', { name: fr.board.discardedTray(1) }).click();
  const tray = claire.page.getByRole('dialog');
  await tray.getByRole('button', { name: fr.board.restore, exact: true }).click();
  await card(denis.page, 'Former les agents').waitFor();
});

test('[EN2] two people drop the same card in two columns at once: one card, one place, for all', async () => {
  const board = await stage.create(demonstration);
  const [a, b, c] = [await stage.visitor(), await stage.visitor(), await stage.visitor()];
  await enter(a.page, board.links.participant, { name: 'A', place: 'Direction des finances' });
  await enter(b.page, board.links.participant, { name: 'B', place: 'Direction des finances' });
  await enter(c.page, board.links.participant, { name: 'C', place: 'Direction des finances' });
  const title = 'Découper les travaux en lots accessibles à l’artisanat';
  const targets = ['Alternance et formation', 'Ressource en eau'];
  for (let round = 0; round < 3; round++) {
    const drops = await Promise.all([
      holdOver(a.page, title, targets[0] ?? ''),
      holdOver(b.page, title, targets[1] ?? ''),
    ]);
    await Promise.all(drops.map((drop) => drop()));
    await Promise.all([saved(a.page), saved(b.page)]);
    await expect.poll(() => readWall(b.page)).toEqual(await readWall(a.page));
    await expect.poll(() => readWall(c.page)).toEqual(await readWall(a.page));
    expect(await card(c.page, title).count()).toBe(1);
    const inTarget = await Promise.all(
      targets.map((target) => column(c.page, target).getByText(title, { exact: true }).count()),
    );
    expect(inTarget.toSorted()).toEqual([0, 1]);
    expect(wallOf(await stage.exported(board, 'json'))).toEqual(await readWall(c.page));
    await moveByDialog(a.page, title, 'Économie de proximité');
    await saved(a.page);
    await column(b.page, 'Économie de proximité').getByText(title, { exact: true }).waitFor();
  }
});

test('[EN3] an observer reads the same wall and has no control to change it', async () => {
  const board = await stage.create(demonstration);
  const observer = await stage.visitor();
  await observer.page.goto(board.links.observer);
  await wallReady(observer.page);
  expect(await readWall(observer.page)).toEqual(wallOf(demonstration));
  expect(await observer.page.getByRole('button', { name: fr.board.addBottom }).count()).toBe(0);
  await card(observer.page, 'Payer les factures en vingt jours').hover();
  await card(observer.page, 'Payer les factures en vingt jours')
    .locator('.card-menu button')
    .click();
  await observer.page.getByRole('menuitem').first().waitFor();
  expect(await observer.page.getByRole('menuitem').allTextContents()).toEqual([fr.board.open]);
});
