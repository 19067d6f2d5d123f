/** The page that tries a network, without a board and without a server behind it. */
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from '../../../client/app/app.tsx';
import type { Report } from '../../../client/entry/network/report.ts';
import type { Verdict } from '../../../shared/protocol/obstacles.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import { copiedText } from '../../support/clipboard.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { stubNetwork, type TriedNetwork } from '../../support/tried-network.ts';
import { fr } from '../../support/words.ts';

const t = fr.network;
serveIndexedDb();
afterEach(() => vi.unstubAllGlobals());

async function openNetworkPage(change: Partial<TriedNetwork> = {}) {
  const network = stubNetwork(change);
  history.replaceState(null, '', '/reseau#un-secret-egare');
  render(<App />);
  await screen.findByRole('heading', { level: 1, name: t.title });
  return { network };
}
const line = (name: string) => {
  const found = screen.getAllByRole('listitem').find((item) => within(item).queryByText(name));
  return found?.textContent ?? '';
};
const told = (verdict: Verdict) => screen.findByText(t.verdicts[verdict].title);

test('[NW6] each thing is tried and told on a line, in words, and the title is the page’s', async () => {
  await openNetworkPage();
  await told('fine');
  expect(document.title).toBe('Tester mon réseau – Gommette');
  for (const name of Object.values(t.checks)) expect(line(name)).toContain(t.states.good);
  expect(await axeFaults()).toEqual([]);
});

test.each<[Verdict, Partial<TriedNetwork>]>([
  ['fallback', { socket: 'closed' }],
  ['blocked', { socket: 'closed', polling: 403 }],
  ['portal', { http: 200, socket: 'closed', polling: 200 }],
  ['portal', { http: 407, socket: 'closed', polling: 407 }],
  ['stopped', { http: 502, socket: 'closed', polling: 502 }],
  ['stopped', { http: 'silence', socket: 'closed', polling: 'silence' }],
  ['offline', { http: 'silence', socket: 'closed', polling: 'silence', isOnline: false }],
])('[NW6] %s is told, with what to do', async (verdict, change) => {
  await openNetworkPage(change);
  await told(verdict);
  for (const step of t.verdicts[verdict].steps) expect(screen.getByText(step)).toBeVisible();
  expect(line(t.checks.socket)).toContain(t.states.bad);
  expect(line(t.checks.socket)).toContain(t.fixes.socket);
  const isKnown = change.http === undefined;
  expect(line(t.checks.clock)).toContain(isKnown ? t.states.good : t.states.unknown);
  expect(await axeFaults()).toEqual([]);
});

test('[NW6] a device whose clock is an hour ahead is told so, and by how much', async () => {
  await openNetworkPage({ aheadMs: 3_600_000 });
  await told('fine');
  expect(line(t.checks.clock)).toContain(t.states.bad);
  expect(line(t.checks.clock)).toMatch(/écart de 3\s600 s/);
});

test('[NW6] a device that keeps nothing is told so', async () => {
  stubNetwork();
  vi.stubGlobal('indexedDB', undefined);
  history.replaceState(null, '', '/reseau');
  render(<App />);
  await told('storage');
  expect(line(t.checks.storage)).toContain('il manque : indexedDB');
});

test('[NW6] it is tried again when asked, and says what is true by then', async () => {
  const { network } = await openNetworkPage({ socket: 'closed' });
  await told('fallback');
  network.socket = 'ours';
  await userEvent.click(screen.getByRole('button', { name: t.again }));
  await told('fine');
});

test.each<[what: string, change: Partial<TriedNetwork>, Verdict]>([
  ['all places are taken', { polling: 'busy', socket: 'busy' }, 'untried'],
  ['it was asked too often', { http: 'often', polling: 'often', socket: 'busy' }, 'untried'],
  ['no socket passes, and no place is left', { polling: 'busy', socket: 'closed' }, 'untried'],
  ['only the live link was tried', { polling: 'busy' }, 'fine'],
])('[NW10] when %s, no line that was not tried is good', async (_what, change, verdict) => {
  await openNetworkPage(change);
  await told(verdict);
  for (const id of ['http', 'polling', 'socket'] as const) {
    const isRefused = change[id] === 'busy' || change[id] === 'often';
    expect(line(t.checks[id]).includes(t.states.unknown)).toBe(isRefused);
    expect(line(t.checks[id]).includes(t.refused)).toBe(isRefused);
  }
  expect(await axeFaults()).toEqual([]);
});

test('[NW10] what was not tried is tried again by itself', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  try {
    const { network } = await openNetworkPage({ polling: 'busy', socket: 'busy' });
    await told('untried');
    network.socket = 'ours';
    network.polling = 'ours';
    await vi.advanceTimersByTimeAsync(10_000);
    await told('fine');
    expect(line(t.checks.polling)).toContain(t.states.good);
  } finally {
    vi.useRealTimers();
  }
});

test('[NW5] the report is copied as text and as JSON, and holds no secret', async () => {
  await openNetworkPage({ socket: 'closed' });
  await told('fallback');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: t.copyText }));
  const text = await copiedText();
  await user.click(screen.getByRole('button', { name: t.copyJson }));
  await waitFor(async () => expect(await navigator.clipboard.readText()).not.toBe(text));
  const json = await navigator.clipboard.readText();
  const report = JSON.parse(json) as Report;
  expect(report).toMatchObject({ product: 'Gommette', origin: location.origin });
  expect(report.verdict).toBe('fallback');
  expect(text).toContain(location.host);
  expect(text + json).not.toContain('secret');
});
