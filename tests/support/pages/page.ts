/** The other end of a page that has a process of its own. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Order, Told } from './page-orders.ts';

export interface Page {
  /** Resolves once it is done; rejects when the page ends instead. */
  readonly obey: (order: Order) => Promise<void>;
  readonly tell: () => Promise<Told>;
  readonly end: () => void;
}

export function startPage(): Page {
  const child = fork(join(import.meta.dirname, 'page-process.ts'), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<
    number,
    { readonly resolve: (told?: Told) => void; readonly reject: (error: Error) => void }
  >();
  let last = 0;
  child.on('message', ({ id, told }: { readonly id: number; readonly told?: Told }) => {
    waiting.get(id)?.resolve(told);
    waiting.delete(id);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the page ended with ${code}`));
  });
  const ask = (order: Order) =>
    new Promise<Told | undefined>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      child.send({ id, order });
    });
  return {
    obey: async (order) => void (await ask(order)),
    tell: async () => {
      const told = await ask({ do: 'tell' });
      if (!told) throw new Error('the page told nothing');
      return told;
    },
    end: () => void child.kill(),
  };
}
