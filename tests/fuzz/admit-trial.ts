/**
 * Random workshops before the judge of updates and a second one that shares none of its ways. Used
 * by the test and by the long run of `npm run load -- fuzz`; a disagreement throws.
 */
import assert from 'node:assert/strict';
import * as Y from 'yjs';
import { createDecode } from '../../server/rooms/board/admit/decode.ts';
import type { Writer } from '../../server/rooms/board/admit/permit.ts';
import { type Admission, type AdmissionContext, admit } from '../../server/rooms/board/admit.ts';
import { createClientIds } from '../../server/rooms/board/client-ids.ts';
import { addEntity } from '../../shared/board/doc.ts';
import { freshRanks } from '../../shared/board/rank.ts';
import type { PersonId } from '../../shared/ids.ts';
import { ROLES } from '../../shared/session/roles.ts';
import { FREE_RULES, type StepRules, VISIBILITIES } from '../../shared/session/rules.ts';
import { createNetwork, type Gate, type Network, type Peer } from '../support/network.ts';
import { consult } from '../support/oracle.ts';
import { createRandom, type Random } from '../support/tamper.ts';
import { play, type Step } from './board-script.ts';

/** What was judged, and what came of it. */
export interface Tally {
  /** Made by the commands of the board. */
  legal: number;
  gaps: number;
  /** Offline work that came back after a reload. */
  returns: number;
  /** Legal updates in somebody else's name, role or step. */
  others: number;
  /** Updates that were honest once. */
  mutants: number;
  /** Let in, and the second judge found nothing against it. */
  admitted: number;
  /** Refused, and the second judge saw why. */
  both: number;
  /** Refused for what leaves no trace in a document. */
  unseen: number;
  broken: number;
  /** By reason. */
  readonly refused: Map<string, number>;
}

export type Mutate = (bytes: Uint8Array, doc: Y.Doc, random: Random) => Uint8Array;

export const newTally = (): Tally => ({
  legal: 0,
  gaps: 0,
  returns: 0,
  others: 0,
  mutants: 0,
  admitted: 0,
  both: 0,
  unseen: 0,
  broken: 0,
  refused: new Map(),
});

/** Judges each update of a workshop in the name, role and step of others. */
export function judgeOthers(seen: Tally, script: readonly Step[], choice: number): void {
  let at = choice;
  playGuarded(seen, script, (bytes, peer, relay, house) => {
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
      compare(seen, bytes, context, house.judge(bytes, context));
      seen.others++;
    }
  });
}

/** Judges what was made of each update of a workshop. */
export function judgeMutants(
  seen: Tally,
  script: readonly Step[],
  choice: number,
  mutate: Mutate,
): void {
  const random = createRandom(choice);
  playGuarded(seen, script, (bytes, peer, relay, house) => {
    for (let i = 0; i < 4; i++) {
      const mutant = mutate(bytes, relay, random);
      const context = house.contextOf(writerOf(peer), relay);
      const admission = house.judge(mutant, context);
      seen.mutants++;
      if (admission.kind !== 'admitted') seen.broken++;
      else compare(seen, mutant, context, admission);
    }
  });
}

const people = ['ana', 'ben', 'cleo'];
const decode = createDecode(20_000);
const everyRules = [
  ...Object.values(VISIBILITIES),
  { ...FREE_RULES, edit: 'own' },
  { ...FREE_RULES, move: 'nobody' },
] as const;

const writerOf = ({ author, name }: Peer): Writer => ({
  id: author.personId,
  role: name === 'ana' ? 'facilitator' : 'participant',
  directionId: author.directionId,
  actorId: author.actorId,
});

/** The server's side of a network: whose client ids are whose, and the judge. */
function createHouse(seen: Tally) {
  const clients = createClientIds(new Map());
  const contextOf = (
    writer: Writer,
    doc: Y.Doc,
    rules: StepRules = FREE_RULES,
  ): AdmissionContext => ({
    doc,
    clients,
    writer,
    rules: [rules],
    holderOf: () => undefined,
  });
  const judge = (bytes: Uint8Array, context: AdmissionContext): Admission => {
    const update = decode(bytes);
    const admission: Admission = update.ok
      ? admit(update.value, context)
      : { kind: 'refused', reason: 'schema' };
    const reason = admission.kind === 'refused' ? admission.reason : undefined;
    if (reason) seen.refused.set(reason, (seen.refused.get(reason) ?? 0) + 1);
    return admission;
  };
  const letIn = (bytes: Uint8Array, writer: Writer, doc: Y.Doc): Admission => {
    const admission = judge(bytes, contextOf(writer, doc));
    if (admission.kind === 'admitted')
      for (const client of admission.claims) clients.bind(client, writer.id);
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
export function playGuarded(
  seen: Tally,
  script: readonly Step[],
  onUpdate: (
    bytes: Uint8Array,
    peer: Peer,
    relay: Y.Doc,
    house: ReturnType<typeof createHouse>,
  ) => void,
): Network {
  const house = createHouse(seen);
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
    if (!network.isOnline(peer)) returnReloaded(seen, peer, network, house);
  network.settle();
  return network;
}

/** Somebody's page was closed while offline: what it kept comes back under another client id. */
function returnReloaded(
  seen: Tally,
  peer: Peer,
  { relay }: Network,
  house: ReturnType<typeof createHouse>,
): void {
  const reopened = new Y.Doc();
  Y.applyUpdate(reopened, Y.encodeStateAsUpdate(peer.doc));
  const answer = Y.encodeStateAsUpdate(reopened, Y.encodeStateVector(relay));
  assert.equal(house.letIn(answer, writerOf(peer), relay).kind, 'admitted');
  Y.applyUpdate(relay, answer);
  assert.equal(relay.store.pendingStructs ?? relay.store.pendingDs, null);
  seen.returns++;
}

/** What the first judge lets in the second finds nothing against; what it refuses the second sees, if it can be seen: a forbidden move that loses to another leaves no trace. */
function compare(
  seen: Tally,
  bytes: Uint8Array,
  context: AdmissionContext,
  admission: Admission,
): void {
  const opinion = consult(bytes, context);
  if (admission.kind === 'admitted') {
    seen.admitted++;
    assert.deepEqual(opinion.faults, []);
    assert.equal(opinion.waits, false);
    assert.equal(opinion.visible && !admission.effect, false);
  } else if (opinion.faults.length > 0 || opinion.waits) seen.both++;
  else if (opinion.visible && !opinion.outdone)
    assert.fail(`refused for nothing: ${JSON.stringify(admission)}`);
  else seen.unseen++;
}
