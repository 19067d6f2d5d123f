/**
 * One workshop in each of the other engines: somebody joins, writes, drags, votes, fills a sheet,
 * exports, and comes back after the server was killed. Who leads is there without a screen.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBoard } from '../../shared/board/snapshot.ts';
import { FORMATS } from '../../shared/export/formats.ts';
import type { BoardCreated } from '../../shared/protocol/http.ts';
import type { RoundId } from '../../shared/session/votes/votes.ts';
import type { EngineKind } from '../support/engines/engine.ts';
import { firefox } from '../support/engines/firefox.ts';
import { handsOf } from '../support/engines/hands.ts';
import { webkit } from '../support/engines/webkit.ts';
import { joinAs } from '../support/leader.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { openRound } from '../support/session-people.ts';
import { shortDemonstration } from '../support/stage.ts';
import { untilTrue } from '../support/until.ts';
import { fr } from '../support/words.ts';

let server: ServerProcess;
beforeAll(async () => {
  server = await startServerProcess();
});
afterAll(() => server.dispose());

const title = 'Réutiliser les eaux grises';
const round = 'tour-1' as RoundId;
const water = '[data-column="p3"]';
const training = '[data-column="p2"]';
const csv = fr.transfer.exportDownload(FORMATS.csv.fr);
const saveState = (state: string) => `.save-indicator[data-state="${state}"]`;

/** A workshop, and what it is to somebody who leads it. */
async function openWorkshop() {
  const answer = await fetch(`${server.url}/api/boards`, {
    method: 'POST',
    body: shortDemonstration,
  });
  const board = (await answer.json()) as BoardCreated;
  const { client } = await joinAs(server.url, board, 'facilitator', { name: 'Denis' });
  const action = (name: string) =>
    [...readBoard(client.doc).actions.values()].find((each) => each.title === name);
  const dots = () => client.sessions.at(-1)?.rounds.at(-1)?.result?.actions ?? [];
  return { board, client, action, dots };
}

const KINDS: readonly EngineKind[] = [firefox, webkit];

test.for(KINDS)('[EN8] a workshop in $name', async (kind, { skip }) => {
  const { name, program } = kind;
  skip(program === undefined, `${name} est absent de cette machine`);
  const { board, client, action, dots } = await openWorkshop();
  const engine = await kind.open(program ?? '');
  const hands = handsOf(engine);
  try {
    await engine.goto(board.links.participant);
    await hands.write(['input', fr.join.name], 'Ana');
    await hands.choose(['select', fr.join.place], 'Direction du cycle de l’eau');
    await hands.click('button', fr.join.enter);
    await hands.see(saveState('saved'));

    await hands.click(`${water} button`, fr.board.addBottom);
    await engine.type(title);
    await engine.press('Enter');
    await engine.press('Escape');
    await untilTrue(() => action(title)?.priorityId === 'p3');

    const { id } = action(title) ?? { id: '' };
    await hands.drag([`[data-card="${id}"]`], [`${training} [data-card="p2-01"]`]);
    await untilTrue(() => action(title)?.priorityId === 'p2');
    await hands.see(`${training} [data-card="${id}"]`);

    await hands.click(`[data-open-action="${id}"]`);
    await hands.write(['textarea, [contenteditable]', fr.sheet.fields.means.label], 'Deux cuves');
    await untilTrue(() => action(title)?.means === 'Deux cuves');
    await engine.press('Escape');
    await hands.gone('[role="complementary"], aside');

    expect(await client.ask(openRound(round))).toBeUndefined();
    for (const _ of ['one', 'two']) await hands.click('button', fr.votes.add('1.1'));
    await hands.see(saveState('saved'));
    expect(await client.ask({ type: 'round-close', id: round })).toBeUndefined();
    await untilTrue(() => dots().some((each) => each.actionId === 'p1-01' && each.dots === 2));

    await engine.evaluate(`(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        blob.text().then((text) => { document.body.dataset.saved = text; });
        return createObjectURL.call(URL, blob);
      };
      return true;
    })()`);
    await hands.click('button', fr.app.export);
    await hands.click('dialog button', csv);
    expect(await hands.until('document.body.dataset.saved', 'the file')).toContain(title);
    await engine.press('Escape');
    await hands.gone('dialog[open]');

    await server.kill('SIGKILL');
    await hands.see(saveState('offline'));
    await hands.click(`${water} button`, fr.board.addBottom);
    await engine.type('Écrite sans réseau');
    await engine.press('Enter');
    await engine.press('Escape');
    await server.start();
    await hands.see(saveState('saved'));
    await untilTrue(() => action('Écrite sans réseau')?.priorityId === 'p3');
  } finally {
    await engine.close();
    client.destroy();
  }
});
