import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../../server/cli/commands.ts';
import { readConfig } from '../../../server/config.ts';
import { mergeActions } from '../../../shared/board/commands/actions.ts';
import { addEntity } from '../../../shared/board/doc.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { openHouse } from '../../support/house.ts';
import { readCsv } from '../../support/read-csv.ts';
import { openRound } from '../../support/session-people.ts';
import { a, b, c, water } from '../../support/small-workshop.ts';

const round = 'round' as RoundId;

test('[VT7] the page and the command line export the dots of the last closed round', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'gommette-votes-'));
  const house = await openHouse({ dataDirectory: directory });
  const board = await house.create();
  const ana = await house.enter(board, 'facilitator', 'Ana');
  const ben = await house.enter(board, 'participant', 'Ben');
  const authorId = ana.sessions.at(-1)?.me;
  ana.doc.transact(() => {
    addEntity(ana.doc, 'priorities', water, { title: 'Eau', rank: 'a0' });
    for (const [i, id] of [a, b, c].entries())
      addEntity(ana.doc, 'actions', id, { title: id, priorityId: water, rank: `a${i}`, authorId });
  });
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  await ana.ask(openRound(round));
  for (const [actionId, dots] of [[a, 3] as const, [b, 2] as const])
    await ben.ask({ type: 'vote-cast', roundId: round, actionId, dots });
  await ana.ask({ type: 'room-votes', roundId: round, actionId: b, votes: 7 });
  await ana.ask({ type: 'round-close', id: round });
  mergeActions(ana.doc, [a], b);
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());

  const token = new URL(board.links.facilitator).hash.slice(1);
  const answer = await fetch(`${house.origin}/api/boards/${board.boardId}/export/csv`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const exported = votesIn(await answer.text());
  expect(exported).toEqual({ b: '12', c: '0', a: '' });
  await house.close();

  const file = join(directory, 'actions.csv');
  const config = readConfig({ DATA_DIR: directory });
  await runCommand(['export', board.boardId, 'csv', file], { config, clock: Date.now });
  expect(votesIn(await readFile(file, 'utf8'))).toEqual(exported);
  await rm(directory, { recursive: true });
});

function votesIn(text: string): Record<string, string | undefined> {
  const [heads = [], ...rows] = readCsv(text.replace('\uFEFF', ''), ';');
  const [title, votes] = [heads.indexOf('Intitulé de l’action'), heads.indexOf('Votes')];
  return Object.fromEntries(rows.map((row) => [row[title], row[votes]]));
}
