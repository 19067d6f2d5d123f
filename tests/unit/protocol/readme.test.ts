/** `shared/protocol/README.md` names what the protocol has, and nothing else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { MESSAGE, REFUSALS, SYNC } from '../../../shared/protocol/messages.ts';
import { PROTOCOL, TICKET_PREFIX } from '../../../shared/protocol/offers.ts';

const readme = readFileSync('shared/protocol/README.md', 'utf8');

/** The rows of the table with that head, their first cells without quotes. */
function rows(head: string, cells: number): string[][] {
  const table = readme.split('\n\n').find((part) => part.startsWith(`| ${head} `)) ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').slice(1, cells + 1))
    .map((row) => row.map((cell) => cell.trim().replaceAll('`', '')));
}

test('[PR6] the table of frames has every message, the other that of sync frames', () => {
  const numbered = (table: Readonly<Record<string, number>>) =>
    Object.entries(table).map(([name, type]) => [`${type}`, name]);
  expect(rows('Type', 2)).toEqual(numbered(MESSAGE));
  expect(rows('Sub-type', 2)).toEqual(numbered(SYNC));
});

test('[PR6] every reason of a refusal is explained', () => {
  expect(rows('Reason', 1)).toEqual(REFUSALS.map((reason) => [reason]));
});

test('[PR6] every close code has its reaction', () => {
  const codes = Object.entries(CLOSE).map(([name, { code, react }]) => [`${code}`, name, react]);
  expect(rows('Code', 3)).toEqual(codes);
  for (const { react } of Object.values(CLOSE)) expect(readme).toContain(`\`${react}\`:`);
});

test('[PR6] the subprotocols are those of the server', () => {
  expect(readme).toContain(`\`${PROTOCOL}\` and \`${TICKET_PREFIX}\``);
});
