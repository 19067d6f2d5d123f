/** What hostile people do to what a server can hold, order, or do in a moment: one line each. */
import { encodeAsked, MESSAGE } from '../../../shared/protocol/messages.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import { DEFAULT_VOTE } from '../../../shared/session/votes/votes.ts';
import { enter, type Guest } from '../people/guest.ts';
import { pause } from '../workloads/crowd.ts';
import { type Attack, reactMs } from './attack.ts';
import { chainOfClients, manyClients, vectorOf } from './bytes.ts';
import { endOf } from './scene.ts';

export const ON_LIMITS: readonly Attack[] = [
  {
    title: '10 000 identifiants dont chacun attend le suivant, d’un observateur',
    prepare: async ({ place, newcomer }) => {
      const guest = await enter(await place.seat('observer'));
      const update = chainOfClients(1e6, 10_000);
      return async () => {
        guest.sendUpdate(update);
        await pause(reactMs);
        const { clocks } = await newcomer();
        return { admitted: clocks.has(1e6 + 10_000), note: endOf(guest) };
      };
    },
  },
  {
    title: '22 000 identifiants, par onze personnes',
    prepare: async ({ place, newcomer }) => {
      const guests: Guest[] = [];
      for (let n = 0; n < 11; n++) guests.push(await enter(await place.seat()));
      return async () => {
        guests.forEach((guest, at) => {
          for (let part = 0; part < 4; part++)
            guest.sendUpdate(manyClients(1e6 + (at * 4 + part) * 500, 500));
        });
        await pause(3 * reactMs);
        const { clocks } = await newcomer();
        const page = await enter(await place.seat());
        const isRead = await page.ask(vectorOf(clocks)).then(
          () => true,
          () => false,
        );
        return { admitted: !isRead, note: `${clocks.size} en tout, ${endOf(page)}` };
      };
    },
  },
  {
    title: 'revenir 200 fois, chaque fois avec toute sa patience',
    prepare: async ({ place }) => {
      const seat = await place.seat();
      const query = Uint8Array.of(MESSAGE.queryPresence);
      return async () => {
        let times = 0;
        for (; times < 200; times++) {
          const guest = await enter(seat).catch(() => undefined);
          if (!guest) break;
          for (let n = 0; n < 400; n++) guest.send(query);
          guest.leave();
        }
        return { admitted: times === 200, note: `${times} fois` };
      };
    },
  },
  {
    title: 'une idée cachée de 19 000 signes, récrite 300 fois',
    prepare: async ({ place, attacker, newcomer }) => {
      const leader = await enter(await place.seat('facilitator'));
      const rules = VISIBILITIES.masquée;
      const step = { id: 'cachee', kind: 'free', title: '', instruction: '', minutes: 1, rules };
      const steps = [{ ...step, anonymous: false, vote: DEFAULT_VOTE }];
      leader.send(encodeAsked({ id: 1, request: { type: 'steps-set', steps } }));
      leader.send(
        encodeAsked({ id: 2, request: { type: 'step-start', id: 'cachee', from: null } }),
      );
      await newcomer();
      const { guest } = attacker;
      let granted = 0;
      guest.listen((incoming) => {
        if (incoming.kind === 'answer' && incoming.answer.refused === undefined) granted += 1;
      });
      const text = { type: 'draft-write', id: 'ideehostile000', priorityId: 'p1', title: 'x' };
      return async () => {
        for (let id = 0; id < 300; id++) {
          const description = `${id}`.padEnd(19_000, 'x');
          guest.send(encodeAsked({ id, request: { ...text, description } }));
        }
        await pause(6 * reactMs);
        return { admitted: granted > 150, note: `${granted} gardées, ${endOf(guest)}` };
      };
    },
  },
];
