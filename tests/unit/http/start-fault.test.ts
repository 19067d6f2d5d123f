import { expect, test } from 'vitest';
import { startFault } from '../../../server/start-fault.ts';
import { StoreFault } from '../../../server/store/store.ts';

const refusal = (code: string) => Object.assign(new Error(`listen ${code}`), { code });

test.each([
  [refusal('EADDRINUSE'), 'PORT'],
  [refusal('EACCES'), 'PORT'],
  [refusal('EADDRNOTAVAIL'), 'HOST'],
  [new StoreFault('read-only', 'EACCES'), 'DATA_DIR'],
  [new StoreFault('busy', 'database is locked'), 'autre programme'],
  [new Error('Réglages à corriger :\n- PORT'), '- PORT'],
])('[HT31] %s is said with what to do about it', (error, hint) => {
  expect(startFault(error)).toContain(hint);
});
