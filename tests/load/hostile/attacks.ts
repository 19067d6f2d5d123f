/**
 * What hostile people do, one line each. An attack is prepared in peace, then struck while
 * somebody works in another board; the verdict is what a newcomer finds.
 */
import { addAction } from '../../../shared/board/commands/actions.ts';
import { entitiesOf } from '../../../shared/board/doc.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import { residentMegabytes } from '../machine.ts';
import { enter, type Guest } from '../people/guest.ts';
import { presencePayload, readPresenceNews } from '../people/presence.ts';
import { authorOf, createWriter, someAction } from '../people/script.ts';
import { pause } from '../workloads/crowd.ts';
import { type Attack, reactMs, type Verdict } from './attack.ts';
import { clockPoison, forged, hugeText, presenceCrowd, strangeRoot } from './bytes.ts';
import { ON_LIMITS } from './limits.ts';
import { endOf, oneKey, type Scene } from './scene.ts';

export const ATTACKS: readonly Attack[] = [
  {
    title: 'un observateur écrit',
    prepare: async (scene) => {
      const guest = await enter(await scene.place.seat('observer'));
      const writer = createWriter(guest.seat, guest.state, scene.random);
      const priorityId = [...entitiesOf(writer.doc, 'priorities').keys()][0] as PriorityId;
      const place = { priorityId, before: null };
      addAction(writer.doc, { title: 'Une idée', place, author: authorOf(guest.seat) });
      const update = writer.take()?.update ?? new Uint8Array();
      return async () => {
        guest.sendUpdate(update);
        await pause(reactMs);
        const { clocks } = await scene.newcomer();
        return { admitted: clocks.has(writer.client), note: endOf(guest) };
      };
    },
  },
  {
    title: 'octets quelconques, trame coupée, trame vide, texte',
    prepare: async (scene) => {
      const { wire } = scene.attacker.guest;
      const whole = wire.sync('update', oneKey(scene.attacker.writer).update);
      const frames = [
        Uint8Array.from({ length: 200 }, () => scene.random.below(256)),
        whole.slice(0, whole.length - 9),
        new Uint8Array(),
        'bonjour',
      ];
      const guests: { frame: Uint8Array | string; guest: Guest }[] = [];
      for (const frame of frames)
        guests.push({ frame, guest: await enter(await scene.place.seat()) });
      const { bytes } = await scene.newcomer();
      return async () => {
        for (const { frame, guest } of guests) guest.socket.send(frame);
        await pause(reactMs);
        const ends = guests.map(({ guest }) => endOf(guest));
        return { admitted: (await scene.newcomer()).bytes !== bytes, note: ends.join(', ') };
      };
    },
  },
  {
    title: 'un message de 64 Mo',
    prepare: async ({ attacker, reader, server, random }) => {
      const action = someAction(attacker.writer.doc, random);
      const update = hugeText(attacker.writer, action, 64 * 2 ** 20);
      return async () => {
        const before = residentMegabytes(server.pid());
        attacker.guest.sendUpdate(update);
        await pause(3 * reactMs);
        const grew = residentMegabytes(server.pid()) - before;
        const admitted = reader.traffic.bytes > 60 * 2 ** 20;
        return { admitted, note: `${endOf(attacker.guest)}, ${grew.toFixed(0)} Mo de plus` };
      };
    },
  },
  {
    title: 'bien formé, hors du schéma',
    prepare: ({ attacker, newcomer }) =>
      strike(attacker.guest, newcomer, attacker.writer.client, strangeRoot(attacker.writer)),
  },
  {
    title: '10 000 présences d’une seule personne',
    prepare: async ({ attacker, reader }) => {
      const frame = attacker.guest.wire.presence(presenceCrowd(10_000));
      const told = new Set<number>();
      reader.listen((incoming) => {
        if (incoming.kind !== 'presence') return;
        for (const { client } of readPresenceNews(incoming.payload)) told.add(client);
      });
      return async () => {
        attacker.guest.send(frame);
        await pause(reactMs);
        const note = `${endOf(attacker.guest)}, ${told.size} montrées aux autres`;
        return { admitted: told.size > 1, note };
      };
    },
  },
  {
    title: '20 000 frappes d’un coup',
    prepare: async ({ attacker, newcomer }) => {
      const { guest, writer } = attacker;
      const frames = Array.from({ length: 20_000 }, () => {
        const { update, end } = oneKey(writer);
        return { frame: guest.wire.sync('update', update), end };
      });
      return async () => {
        const began = performance.now();
        for (const { frame } of frames) guest.send(frame);
        const all = frames.at(-1)?.end ?? 0;
        let end = 0;
        while (end < all && performance.now() - began < 6 * reactMs) {
          await pause(300);
          end = (await newcomer()).clocks.get(writer.client) ?? 0;
        }
        const seconds = ((performance.now() - began) / 1_000).toFixed(1);
        const count = frames.filter((frame) => frame.end <= end).length;
        // Keys are what people write: they are to be taken in, at a pace nobody else suffers from.
        return { admitted: false, note: `${count} prises en ${seconds} s, ${endOf(guest)}` };
      };
    },
  },
  {
    title: 'sous l’identifiant d’un autre',
    prepare: async ({ attacker, victim, newcomer, random }) => {
      const { doc, client } = victim.writer;
      const update = forged(doc, client, someAction(doc, random));
      const before = (await newcomer()).clocks.get(client) ?? 0;
      return async () => {
        attacker.guest.sendUpdate(update);
        await pause(reactMs);
        const now = (await newcomer()).clocks.get(client) ?? 0;
        return { admitted: now > before, note: endOf(attacker.guest) };
      };
    },
  },
  {
    title: 'l’identifiant d’un autre, parti hors ligne avant d’écrire',
    prepare: async ({ place, newcomer, random }) => {
      const asleep = await enter(await place.seat());
      const writer = createWriter(asleep.seat, asleep.state, random);
      const saysItIs = (guest: Guest) =>
        guest.send(guest.wire.presence(presencePayload(writer.client, 1, {})));
      saysItIs(asleep);
      await asleep.ask();
      asleep.leave();
      const theft = forged(writer.doc, writer.client, someAction(writer.doc, random));
      const { update, end } = oneKey(writer);
      const thief = await enter(await place.seat());
      return async () => {
        saysItIs(thief);
        thief.sendUpdate(theft);
        await pause(reactMs);
        const awake = await enter(asleep.seat);
        awake.sendUpdate(update);
        await pause(reactMs);
        const now = (await newcomer()).clocks.get(writer.client) ?? 0;
        const note = `${endOf(thief)}, l’autre ${now === end ? 'écrit à son retour' : 'n’écrit plus'}`;
        return { admitted: now !== end, note };
      };
    },
  },
  {
    title: 'une suite dont le début n’arrive jamais (100 ko)',
    prepare: async ({ attacker, newcomer, random }) => {
      const action = someAction(attacker.writer.doc, random);
      hugeText(attacker.writer, action, 1);
      const update = hugeText(attacker.writer, action, 100_000);
      const before = await newcomer();
      return async () => {
        attacker.guest.sendUpdate(update);
        await pause(reactMs);
        const kept = (await newcomer()).bytes - before.bytes > 50_000;
        return { admitted: kept, note: endOf(attacker.guest) };
      };
    },
  },
  {
    title: 'quinze octets qui effacent l’avenir d’un autre',
    prepare: async ({ attacker, victim, newcomer }) => {
      const { writer, guest } = victim;
      const clock = (await newcomer()).clocks.get(writer.client) ?? 0;
      const poison = clockPoison(writer.client, clock);
      return async () => {
        attacker.guest.sendUpdate(poison);
        await pause(reactMs);
        const next = oneKey(writer);
        guest.sendUpdate(next.update);
        await pause(reactMs / 2);
        const now = (await newcomer()).clocks.get(writer.client) ?? 0;
        const note = `${endOf(attacker.guest)}, l’autre ${now === next.end ? 'écrit encore' : 'n’écrit plus'}`;
        return { admitted: now !== next.end, note };
      };
    },
  },
  ...ON_LIMITS,
];

async function strike(
  guest: Scene['reader'],
  newcomer: Scene['newcomer'],
  client: number,
  update: Uint8Array,
): Promise<() => Promise<Verdict>> {
  return async () => {
    guest.sendUpdate(update);
    await pause(reactMs);
    return { admitted: (await newcomer()).clocks.has(client), note: endOf(guest) };
  };
}
