/** What stands in the way, by what was tried. */
import { expect, test } from 'vitest';
import type { Check, CheckId } from '../../../client/entry/network/checks.ts';
import { CHECKS } from '../../../client/entry/network/checks.ts';
import { type Report, reportText } from '../../../client/entry/network/report.ts';
import { verdictOf } from '../../../client/entry/network/verdict.ts';
import { OBSTACLES, type Verdict } from '../../../shared/protocol/obstacles.ts';
import { networkEn } from '../../../shared/text/en/network.ts';
import { networkFr } from '../../../shared/text/fr/network.ts';

type Change = Partial<Record<CheckId, Partial<Check>>>;
const checksWith = (change: Change): readonly Check[] =>
  CHECKS.map((id) => ({ id, state: 'good', answered: '', ms: 12, ...change[id] }));

const silent = { state: 'bad', by: 'silent' } as const;
const page = (status: number) =>
  ({ state: 'bad', by: 'foreign', answered: `${status} text/html` }) as const;
const bad = { state: 'bad' } as const;
const refused = { state: 'unknown', by: 'refused' } as const;

test.each<[what: string, Change, isOnline: boolean, Verdict]>([
  ['all is good', {}, true, 'fine'],
  ['the device says offline, and all is good', {}, false, 'fine'],
  ['nothing answers', { http: silent, socket: silent, polling: silent }, true, 'stopped'],
  ['nothing answers, offline', { http: silent, socket: silent }, false, 'offline'],
  ['a page answers', { http: page(200), socket: bad, polling: page(200) }, true, 'portal'],
  ['407 answers', { http: page(407), socket: bad, polling: page(407) }, true, 'portal'],
  ['413 answers', { http: page(413), socket: bad, polling: page(413) }, true, 'portal'],
  ['502 answers', { http: page(502), socket: bad, polling: page(502) }, true, 'stopped'],
  ['503 answers', { http: page(503), socket: bad, polling: page(503) }, true, 'stopped'],
  ['504 answers', { http: page(504), socket: bad, polling: page(504) }, true, 'stopped'],
  ['neither way passes', { socket: bad, polling: page(403) }, true, 'blocked'],
  ['no socket passes', { socket: silent }, true, 'fallback'],
  ['large bodies do not pass', { polling: page(413) }, true, 'fine'],
  ['nothing is kept', { storage: bad }, true, 'storage'],
  ['nothing is kept, no socket', { storage: bad, socket: bad }, true, 'storage'],
  ['the browser is old', { browser: bad, storage: bad }, true, 'oldBrowser'],
  ['the line is slow and the clock wrong', { latency: bad, clock: bad }, true, 'fine'],
  ['nothing is tried', { http: refused, socket: refused, polling: refused }, true, 'untried'],
  ['no socket is tried', { socket: refused }, true, 'untried'],
  ['no socket passes, and no body is tried', { socket: bad, polling: refused }, true, 'untried'],
  ['no body is tried, and a socket passes', { polling: refused }, true, 'fine'],
  ['no body is tried, and nothing is kept', { polling: refused, storage: bad }, true, 'storage'],
  ['a page answers, and no socket is tried', { http: page(200), socket: refused }, true, 'portal'],
])('[NW4] when %s', (_what, change, isOnline, verdict) => {
  expect(verdictOf(checksWith(change), isOnline)).toBe(verdict);
});

test.each([
  ['fr', networkFr],
  ['en', networkEn],
])('[NW4] each obstacle has words and something to do, in %s', (_language, words) => {
  for (const obstacle of OBSTACLES) {
    const { title, text, steps } = words.verdicts[obstacle];
    expect([title.length > 10, text.endsWith('.'), steps.length > 0]).toEqual([true, true, true]);
  }
});

const host = `${'tres-long-'.repeat(9)}atelier.collectivite.example`;
const report: Report = {
  product: 'Gommette',
  origin: `https://${host}`,
  at: '2026-11-29T19:00:00.000Z',
  verdict: 'blocked',
  checks: checksWith({
    socket: { state: 'bad', by: 'foreign', answered: 'close 1006' },
    polling: { ...silent, ms: 10_002 },
    clock: { ms: -4_200 },
    storage: { state: 'bad', answered: 'indexedDB', ms: null },
  }),
  browser: 'Firefox/140',
};

test('[NW5] the note says the host, the date, what was tried, what answered, and what to let through', () => {
  expect(reportText(report, '29 novembre 2026 à 20:00', networkFr).split('\n')).toEqual([
    `Accès à Gommette : ${host}`,
    'Date : 29 novembre 2026 à 20:00 (2026-11-29T19:00:00.000Z)',
    `Constat : ${networkFr.verdicts.blocked.title}. ${networkFr.verdicts.blocked.text}`,
    'Essais :',
    '- Cette page : Bon, 12 ms',
    '- Requêtes au serveur : Bon, 12 ms',
    '- Liaison en direct (WebSocket) : À régler, close 1006, 12 ms',
    '- Liaison de secours (HTTP) : À régler, aucune réponse, 10 002 ms',
    '- Temps de réponse : Bon, 12 ms',
    '- Horloge de l’appareil : Bon, écart de -4 s',
    '- Mémoire de l’appareil : À régler, il manque : indexedDB',
    '- Navigateur : Bon, 12 ms',
    expect.stringContaining(`les WebSockets vers wss://${host}/sync/…`),
    'Navigateur : Firefox/140',
  ]);
});
