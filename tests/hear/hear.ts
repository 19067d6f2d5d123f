/**
 * `npm run hear`: what a screen reader says while somebody leads a workshop. Each sentence is looked
 * for in what Orca wrote that it spoke. Passed over, with a word, where Orca or Firefox is absent.
 * Ends with 1 when a sentence is missing.
 */
import { spawnSync } from 'node:child_process';
import type { Page } from 'puppeteer-core';
import type { ActionId, PriorityId } from '../../shared/ids.ts';
import type { BoardCreated } from '../../shared/protocol/http.ts';
import type { StepId } from '../../shared/session/agenda/step.ts';
import type { Request } from '../../shared/session/session.ts';
import type { RoundId } from '../../shared/session/votes/votes.ts';
import { ideasFr } from '../../shared/text/fr/ideas.ts';
import { saidFr } from '../../shared/text/fr/said.ts';
import { joinAs } from '../support/leader.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { openRound } from '../support/session-people.ts';
import { shortDemonstration } from '../support/stage.ts';
import { fr } from '../support/words.ts';
import { missingPrograms, openScreenReader } from './screen-reader.ts';

type Act = readonly [what: string, act: () => Promise<unknown>, words: string];

/** The longest that one of them takes to be said: a cut line is told after five seconds. */
const eachMs = 10_000;

/** Set in the second life of this script, which has a session bus of its own. */
const inside = 'GOMMETTE_HEAR_INSIDE';

const missing = missingPrograms();
if (missing.length > 0) tell(`Passé : ${missing.join(', ')} manque sur cette machine.`);
else if (process.env[inside]) process.exitCode = await hear();
else {
  const again = ['--', process.execPath, ...process.execArgv, import.meta.filename];
  const env = { ...process.env, [inside]: '1' };
  const stdio = ['inherit', 'inherit', 'inherit'] as const;
  process.exitCode = spawnSync('dbus-run-session', again, { stdio: [...stdio], env }).status ?? 1;
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Ana listens, Denis leads. @returns 1 when something was not said */
async function hear(): Promise<number> {
  const server = await startServerProcess();
  const reader = await openScreenReader();
  try {
    const answer = await fetch(`${server.url}/api/boards`, {
      method: 'POST',
      body: shortDemonstration,
    });
    const board = (await answer.json()) as BoardCreated;
    const { client } = await joinAs(server.url, board, 'facilitator', { name: 'Denis' });
    await enter(reader.page, board.links.participant);
    const acts = actsOf(client, server);
    for (const [, act] of acts) {
      await act();
      await new Promise((resolve) => setTimeout(resolve, eachMs));
    }
    client.destroy();
    const faults = faultsIn(await reader.allSpoken(), acts);
    tell(faults === 0 ? 'Tout a été dit.' : `${faults} phrases n’ont pas été dites.`);
    return Math.min(faults, 1);
  } finally {
    await reader.close();
    await server.dispose();
  }
}

type Leader = Awaited<ReturnType<typeof joinAs>>['client'];

function actsOf(leader: Leader, server: ServerProcess): readonly Act[] {
  const ask = async (request: Request) => {
    const refusal = await leader.ask(request);
    if (refusal) throw new Error(`${request.type}: ${refusal}`);
  };
  const steps = leader.sessions.at(-1)?.steps ?? [];
  const place = steps.findIndex(({ kind }) => kind === 'ideas');
  const step = steps[place];
  const round = 'tour-1';
  const idea = {
    id: 'idee-1' as ActionId,
    priorityId: 'p1' as PriorityId,
    title: 'Prêter une salle',
    description: '',
  };
  const reveal = async () => {
    await ask({ type: 'draft-write', ...idea });
    await ask({ type: 'reveal', priorityId: null });
  };
  const start: Request = {
    type: 'step-start',
    id: step?.id ?? (null as StepId | null),
    from: null,
  };
  return [
    ['un temps commence', () => ask(start), fr.step.named(place + 1, step?.title ?? '')],
    ['la pause', () => ask({ type: 'freeze', on: true }), fr.step.frozen],
    ['la fin de la pause', () => ask({ type: 'freeze', on: false }), saidFr.resumed('')],
    ['les idées révélées', reveal, ideasFr.revealed(1)],
    ['le vote ouvert', () => ask(openRound(round)), saidFr.voteOpened(round, 0, 0)],
    [
      'le vote clos',
      () => ask({ type: 'round-close', id: round as RoundId }),
      saidFr.voteClosed(round),
    ],
    [
      'une marque du minuteur',
      () => ask({ type: 'timer-start', seconds: 63, effect: 'nothing' }),
      fr.step.timerSaid(1),
    ],
    ['la connexion perdue', () => server.kill('SIGKILL'), 'Connexion perdue.'],
    ['la connexion revenue', () => server.start(), saidFr.back],
  ];
}

/** Each sentence, looked for after the one before it. @returns how many are missing */
function faultsIn(spoken: readonly string[], acts: readonly Act[]): number {
  const lines = spoken.map(plain);
  let from = 0;
  let faults = 0;
  for (const [what, , words] of acts) {
    const place = lines.findIndex((line, index) => index >= from && line.includes(plain(words)));
    tell(`${place < 0 ? 'MANQUE' : 'dit   '} ${what} : « ${words.trim()} »`);
    if (place < 0) faults += 1;
    else from = place + 1;
  }
  if (faults > 0) for (const line of spoken) tell(`       entendu : ${line}`);
  return faults;
}

async function enter(page: Page, link: string): Promise<void> {
  await page.goto(link);
  const name = await page.waitForSelector('input[name="name"]');
  await name?.type('Ana');
  const first = 'select[name="place"] optgroup option';
  const place = await page.$eval(first, (option) => (option as HTMLOptionElement).value);
  await page.select('select[name="place"]', place);
  await page.click('form.join button[type="submit"]');
  await page.waitForSelector('.save-indicator[data-state="saved"]');
  // The part that speaks comes after the board.
  await page.waitForNetworkIdle({ idleTime: 3_000 });
}

/** Voices say no punctuation, and the log spells spaces its own way. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
