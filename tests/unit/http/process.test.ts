import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { greeting } from '../../../server/greeting.ts';
import { endOnFault, type Host, stopOnSignal } from '../../../server/lifetime.ts';
import { startFault } from '../../../server/start-fault.ts';
import { StoreFault } from '../../../server/store/store.ts';
import { memoryLog } from '../../support/log.ts';

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

const addresses = [
  { address: '127.0.0.1', family: 'IPv4', internal: true },
  { address: '192.168.1.20', family: 'IPv4', internal: false },
  { address: 'fe80::1', family: 'IPv6', internal: false },
] as const;

test.each([
  [{}, 'Gommette est prête : http://localhost:3000'],
  [{ PUBLIC_URL: 'https://atelier.example' }, 'Gommette est prête : https://atelier.example'],
  [
    { HOST: '0.0.0.0' },
    'Gommette est prête : http://localhost:3000\nSur le réseau : http://192.168.1.20:3000',
  ],
])('[HT30] with %j it says where it can be opened', (environment, said) => {
  expect(greeting(readConfig(environment), 3_000, addresses)).toBe(said);
});

/** A process that notes how it would have ended. */
function host(): Host & { emitter: EventEmitter; ended: Promise<unknown[]> } {
  const emitter = new EventEmitter();
  return {
    emitter,
    on: (event, listener) => emitter.on(event, listener),
    exit: (code) => void emitter.emit('exit', code),
    ended: once(emitter, 'exit'),
  };
}

test.each(['uncaughtException', 'unhandledRejection'])(
  '[HT33] after an %s it logs why and ends with 1',
  async (event) => {
    const [process, log] = [host(), memoryLog()];
    endOnFault(process, log.log);
    process.emitter.emit(event, new Error('broken'));
    expect(await process.ended).toEqual([1]);
    expect(log.lines()).toMatchObject([{ level: 'fatal', err: { message: 'broken' } }]);
  },
);

test('[HT30] several signals stop it once', async () => {
  const process = host();
  let stops = 0;
  const stop = () => {
    stops += 1;
    return Promise.resolve();
  };
  stopOnSignal(process, { stop }, memoryLog().log);
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM']) process.emitter.emit(signal, signal);
  expect(await process.ended).toEqual([0]);
  expect(stops).toBe(1);
});

test('[HT33] a stop that fails is logged and ends with 1', async () => {
  const [process, log] = [host(), memoryLog()];
  stopOnSignal(process, { stop: () => Promise.reject(new Error('stuck')) }, log.log);
  process.emitter.emit('SIGTERM', 'SIGTERM');
  expect(await process.ended).toEqual([1]);
  expect(log.lines()).toMatchObject([{ level: 'error', err: { message: 'stuck' } }]);
});
