import { expect, test } from 'vitest';
import { memoryLog } from '../../support/log.ts';

test('[CF9] a line is JSON with its level, its time and what was passed', () => {
  const { log, lines } = memoryLog();
  log.info({ board: 'b1', people: 3 }, 'board opened');
  expect(lines()).toEqual([
    {
      level: 'info',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      board: 'b1',
      people: 3,
      msg: 'board opened',
    },
  ]);
});

test('[CF9] lines below the asked level are not written', () => {
  const { log, lines } = memoryLog('warn');
  log.info('quiet');
  log.warn('loud');
  expect(lines().map((line) => line.msg)).toEqual(['loud']);
});

test.each([
  ['at the top', (secret: string) => ({ token: secret, name: secret })],
  ['one level down', (secret: string) => ({ link: { ticket: secret, title: secret } })],
  ['two levels down', (secret: string) => ({ req: { headers: { authorization: secret } } })],
])('[CF9] secrets and names %s are removed', (_, fields) => {
  const { log, lines } = memoryLog();
  log.warn(fields('Bearer abc'), 'refused');
  expect(JSON.stringify(lines())).not.toContain('abc');
  expect(JSON.stringify(lines())).toContain('[retiré]');
});

test('[CF9] an error keeps its message and its stack', () => {
  const { log, lines } = memoryLog();
  log.error({ err: new TypeError('boom') }, 'failed');
  expect(lines()[0]).toMatchObject({ err: { type: 'TypeError', message: 'boom' } });
});
