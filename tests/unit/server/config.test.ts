import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publicOrigin, readConfig, settings } from '../../../server/config.ts';

const messageOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

test('[CF1] without any setting the defaults hold', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 3_000, host: '127.0.0.1', dataDirectory: './data' });
  expect(config).toMatchObject({ logLevel: 'info', maxImportBytes: 10_485_760 });
  expect(config.publicUrl).toBeUndefined();
});

test('[CF1] each setting is read from its own variable', () => {
  const config = readConfig({ PORT: '0', DATA_DIR: '/srv/g', LOG_LEVEL: 'warn', UNKNOWN: 'x' });
  expect(config).toMatchObject({ port: 0, dataDirectory: '/srv/g', logLevel: 'warn' });
});

test('[CF2] an empty text counts as not given', () => {
  const empty = Object.fromEntries(Object.values(settings).map(({ name }) => [name, '']));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000 '],
  ['PORT', '3e3'],
  ['PORT', '0x10'],
  ['PORT', '80.5'],
  ['HOST', ' 127.0.0.1'],
  ['DATA_DIR', ' '],
  ['LOG_LEVEL', 'INFO'],
  ['MAX_IMPORT_BYTES', '0'],
  ['MAX_IMPORT_BYTES', '10MB'],
  ['MAX_PEOPLE_PER_BOARD', '9'.repeat(40)],
  ['METRICS_TOKEN', 'short'],
  ['METRICS_TOKEN', 'sixteen chars and a space'],
  ['PURGE_AFTER_DAYS', '0'],
  ['PUBLIC_URL', 'atelier.exemple.fr'],
  ['PUBLIC_URL', 'ftp://atelier.exemple.fr'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['PUBLIC_URL', 'https://exemple.fr/atelier'],
  ['PUBLIC_URL', 'https://exemple.fr/?a=1'],
  ['PUBLIC_URL', 'https://exemple.fr/#a'],
  ['PUBLIC_URL', 'https://ana:secret@exemple.fr'],
])('[CF3] %s=%s is refused with what is expected', (name, value) => {
  const message = messageOf({ [name]: value });
  expect(message.split('\n')).toHaveLength(2);
  expect(message).toContain(`- ${name} : attendu `);
});

test.each([
  ['PURGE_AFTER_DAY', 'PURGE_AFTER_DAYS'],
  ['PURGE_AFTR_DAYS', 'PURGE_AFTER_DAYS'],
  ['PURGEAFTERDAYS', 'PURGE_AFTER_DAYS'],
  ['PUBLICURL', 'PUBLIC_URL'],
  ['PUBLIC_ULR', 'PUBLIC_URL'],
  ['public_url', 'PUBLIC_URL'],
  ['DATA-DIR', 'DATA_DIR'],
  ['DATA_DIRS', 'DATA_DIR'],
  ['METRIC_TOKEN', 'METRICS_TOKEN'],
  ['TRUST_PROXI', 'TRUST_PROXY'],
  ['MAX_PERSON_PER_BOARD', 'MAX_PEOPLE_PER_BOARD'],
  ['Port', 'PORT'],
])('[CF10] %s is refused, and what it may stand for is named', (given, meant) => {
  const message = messageOf({ [given]: 'secret' });
  expect(message).toContain(`- ${given} n’est pas un réglage : ${meant} ?`);
  expect(message).not.toContain('secret');
  expect(messageOf({ [given]: '' })).toBe('');
});

test('[CF10] what is every machine’s own is no slip', () => {
  const others = 'HOME HOSTNAME HOSTTYPE PATH PWD OLDPWD SHELL SHLVL TERM USER LOGNAME LANG LC_ALL';
  const more =
    'MAIL TZ NODE_ENV NODE_OPTIONS PORTAGE DATABASE_URL HTTP_PROXY NO_PROXY INVOCATION_ID';
  const names = [...`${others} ${more}`.split(' '), ...Object.keys(process.env)];
  expect(messageOf(Object.fromEntries(names.map((name) => [name, ''])))).toBe('');
  const set = names.filter((name) => !Object.values(settings).some((each) => each.name === name));
  expect(messageOf(Object.fromEntries(set.map((name) => [name, 'x'])))).toBe('');
});

test('[CF4] all mistakes come in one message, without any value', () => {
  const wrong = { PORT: 'hunter2', LOG_LEVEL: 's3cret', PUBLIC_URL: 'https://u:pw@x/y' };
  const message = messageOf(wrong);
  for (const [name, value] of Object.entries(wrong)) {
    expect(message).toContain(name);
    expect(message).not.toContain(value);
  }
  expect(message.split('\n')).toHaveLength(4);
});

test.each([
  [{ PUBLIC_URL: 'https://atelier.exemple.fr' }, 'https://atelier.exemple.fr'],
  [{ PUBLIC_URL: 'https://Atelier.exemple.fr:8443/' }, 'https://atelier.exemple.fr:8443'],
  [{}, 'http://localhost:41234'],
  [{ HOST: '0.0.0.0' }, 'http://localhost:41234'],
  [{ HOST: '192.168.1.20' }, 'http://192.168.1.20:41234'],
  [{ HOST: 'fe80::1' }, 'http://[fe80::1]:41234'],
])('[CF5] with %o the public address is %s', (environment, expected) => {
  expect(publicOrigin(readConfig(environment), 41_234)).toBe(expected);
});

test.each([
  [{ MAX_UPDATE_BYTES: '2000000' }, 'MAX_UPDATE_BYTES', 'MAX_MESSAGE_BYTES'],
  [{ MAX_PRESENCE_BYTES: '2000000' }, 'MAX_PRESENCE_BYTES', 'MAX_MESSAGE_BYTES'],
  [{ MESSAGE_BURST: '10' }, 'MESSAGES_PER_SECOND', 'MESSAGE_BURST'],
  [{ MAX_BACKLOG_BYTES: '1000' }, 'PRESENCE_BACKLOG_BYTES', 'MAX_BACKLOG_BYTES'],
  [{ SILENCE_SECONDS: '10' }, 'PING_SECONDS', 'SILENCE_SECONDS'],
])('[CF6] %o is refused: %s above %s', (environment, low, high) => {
  expect(messageOf(environment)).toContain(`${low} ne peut pas dépasser ${high}.`);
});

test('[CF11] a key that is to be asked for is given', () => {
  expect(messageOf({ CREATE: 'key' })).toContain('CREATE=key demande CREATE_KEY.');
  expect(messageOf({ CREATE: 'key', CREATE_KEY: 'a'.repeat(16) })).toBe('');
});

test('[CF7] the settings cannot be changed', () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});

test('[CF8] README and the page for operators list every setting with its default, and no other', () => {
  const pages = ['README.md', 'server/deploy/README.md'].map((path) => readFileSync(path, 'utf8'));
  const rows = [...pages.join('\n').matchAll(/^\| `([A-Z_]+)` +\| (?:`(.*?)`|—) +\| (.+?) +\|$/gm)];
  expect(rows.map(([, name, preset, purpose]) => [name, preset, purpose])).toEqual(
    Object.values(settings).map(({ name, default: preset, purpose }) => [
      name,
      preset ?? undefined,
      purpose,
    ]),
  );
});
