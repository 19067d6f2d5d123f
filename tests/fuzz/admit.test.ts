/** Random workshops, honest and not, before the judge of updates and a second one that shares none of its ways. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDecode } from '../../server/rooms/admit/decode.ts';
import type { Writer } from '../../server/rooms/admit/permit.ts';
import { type Admission, type AdmissionContext, admit } from '../../server/rooms/admit.ts';
import { addEntity } from '../../shared/board/doc.ts';
import { freshRanks } from '../../shared/board/rank.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import type { PersonId } from '../../shared/ids.ts';
import { ROLES } from '../../shared/session/roles.ts';
import { FREE_RULES, type StepRules, VISIBILITIES } from '../../shared/session/rules.ts';
import { createNetwork, type Gate, type Network, type Peer } from '../support/network.ts';
import { consult } from '../support/oracle.ts';
import { plainBoard } from '../support/plain-board.ts';
import { createRandom, damaged, type Random, tampered } from '../support/tamper.ts';
import { play, type Step, scripts } from './board-script.ts';

const SEED = 20_240_119;
const RUNS = 120;
const people = ['ana', 'ben', 'cleo'];
const decode = createDecode(20_000);
const seen = {
  legal: 0,
  gaps: 0,
  returns: 0,
  others: 0,
  mutants: 0,
  admitted: 0,
  both: 0,
  unseen: 0,
  broken: 0,
};

const writerOf = ({ author, name }: Peer): Writer => ({
  id: author.personId,
  role: name === 'ana' ? 'facilitator' : 'participant',
  directionId: author.directionId,
  actorId: author.actorId,
});

/** The server's side of a network: whose client ids are whose, and the judge. */
function createHouse() {
  const clients = new Map<number, PersonId>();
  const contextOf = (
    writer: Writer,
    doc: Y.Doc,
    rules: StepRules = FREE_RULES,
  ): AdmissionContext => ({
    ...{ doc, clients, writer, rules },
    holderOf: () => undefined,
  });
  const judge = (bytes: Uint8Array, context: AdmissionContext): Admission => {
    const update = decode(bytes);
    return update.ok ? admit(update.value, context) : { kind: 'refused', reason: 'schema' };
  };
  const letIn = (bytes: Uint8Array, writer: Writer, doc: Y.Doc): Admission => {
    const admission = judge(bytes, contextOf(writer, doc));
    if (admission.kind === 'admitted')
      for (const client of admission.claims) clients.set(client, writer.id);
    return admission;
  };
  return { contextOf, judge, letIn };
}

const prepare = (doc: Y.Doc) =>
  doc.transact(() => {
    freshRanks(3).forEach((rank, i) => {
      addEntity(doc, 'priorities', `p${i + 1}`, { title: `Priorité ${i + 1}`, rank });
    });
  });

/** Plays a script behind the judge; `onUpdate` sees each update that gets in, before it does. */
function playGuarded(
  script: readonly Step[],
  onUpdate: (
    bytes: Uint8Array,
    peer: Peer,
    relay: Y.Doc,
    house: ReturnType<typeof createHouse>,
  ) => void,
): Network {
  const house = createHouse();
  const gate: Gate = (peer, bytes, relay) => {
    const admission = house.letIn(bytes, writerOf(peer), relay);
    if (admission.kind === 'refused')
      throw new Error(`a legal update was refused: ${admission.reason}`);
    if (admission.kind === 'gap') {
      seen.gaps++;
      return false;
    }
    seen.legal++;
    onUpdate(bytes, peer, relay, house);
    return true;
  };
  const network = createNetwork(people, prepare, gate);
  for (const step of script) play(network, step);
  for (const peer of network.peers)
    if (!network.isOnline(peer)) returnReloaded(peer, network, house);
  network.settle();
  return network;
}

/** Somebody's page was closed while offline: what it kept comes back under another client id. */
function returnReloaded(
  peer: Peer,
  { relay }: Network,
  house: ReturnType<typeof createHouse>,
): void {
  const reopened = new Y.Doc();
  Y.applyUpdate(reopened, Y.encodeStateAsUpdate(peer.doc));
  const answer = Y.encodeStateAsUpdate(reopened, Y.encodeStateVector(relay));
  expect(house.letIn(answer, writerOf(peer), relay)).toMatchObject({ kind: 'admitted' });
  Y.applyUpdate(relay, answer);
  expect(relay.store.pendingStructs ?? relay.store.pendingDs).toBeNull();
  seen.returns++;
}

/** What the first judge lets in the second finds nothing against; what it refuses the second sees, if it can be seen. */
function expectAgreement(bytes: Uint8Array, context: AdmissionContext, admission: Admission): void {
  const opinion = consult(bytes, context);
  if (admission.kind === 'admitted') {
    seen.admitted++;
    expect(opinion.faults).toEqual([]);
    expect(opinion.waits).toBe(false);
    expect(opinion.visible && !admission.effect).toBe(false);
  } else if (opinion.faults.length > 0 || opinion.waits) seen.both++;
  else if (opinion.visible) expect.unreachable(`refused for nothing: ${JSON.stringify(admission)}`);
  else seen.unseen++;
}

test('[AD1] what people do with the commands of the board is never refused', () => {
  fc.assert(
    fc.property(scripts(100), (script) => {
      const network = playGuarded(script, () => {});
      const states = [network.relay, ...network.peers.map(({ doc }) => doc)].map((doc) =>
        JSON.stringify(plainBoard(readBoard(doc))),
      );
      expect(new Set(states).size).toBe(1);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

const everyRules = [
  ...Object.values(VISIBILITIES),
  { ...FREE_RULES, edit: 'own' },
  { ...FREE_RULES, move: 'nobody' },
] as const;

test('[AD2] the two judges agree about every update in anybody’s name, role and step', () => {
  fc.assert(
    fc.property(scripts(40), fc.nat(), (script, choice) => {
      let at = choice;
      playGuarded(script, (bytes, peer, relay, house) => {
        const writer = writerOf(peer);
        const rules = everyRules[at++ % everyRules.length] ?? FREE_RULES;
        const role = ROLES[at % ROLES.length] ?? 'observer';
        const others: readonly Writer[] = [
          { ...writer, role },
          { ...writer, id: 'person-ben' as PersonId, role: 'participant' },
          { ...writer, id: 'stranger' as PersonId, role, directionId: null },
        ];
        for (const other of others) {
          const context = house.contextOf(other, relay, rules);
          expectAgreement(bytes, context, house.judge(bytes, context));
          seen.others++;
        }
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

/** Judges what was made of each update of random workshops. */
function judgeMutants(mutate: (bytes: Uint8Array, doc: Y.Doc, random: Random) => Uint8Array): void {
  fc.assert(
    fc.property(scripts(40), fc.nat(), (script, choice) => {
      const random = createRandom(choice);
      playGuarded(script, (bytes, peer, relay, house) => {
        for (let i = 0; i < 4; i++) {
          const mutant = mutate(bytes, relay, random);
          const context = house.contextOf(writerOf(peer), relay);
          const admission = house.judge(mutant, context);
          seen.mutants++;
          if (admission.kind !== 'admitted') seen.broken++;
          else expectAgreement(mutant, context, admission);
        }
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
}

test('[AD3] damaged updates never get in where the second judge finds fault', () =>
  judgeMutants((bytes, _doc, random) => damaged(bytes, random)));

test('[AD3] updates with one lie in them never get in where the second judge finds fault', () =>
  judgeMutants(tampered));

test('[AD3] all that was really tried', () => {
  const enough = {
    ...{ legal: 2_000, gaps: 10, returns: 50, others: 1_000, mutants: 2_000 },
    ...{ admitted: 500, both: 500, broken: 1_000 },
  };
  for (const [what, count] of Object.entries(enough))
    expect(seen[what as keyof typeof seen], what).toBeGreaterThan(count);
});
