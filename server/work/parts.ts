/**
 * A large state cut into updates that are applied one after the other, each standing on those
 * before it alone: so a document is built a moment at a time. Cutting takes as long as building,
 * see `work/work.ts`.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { type Fresh, inOrder, sortFresh } from './causal-order.ts';

/** Some 3 ms each on a slow core. */
const shortStructs = 500;

/** @throws Error when the state stands on something it does not bring */
export function partsOf(state: Uint8Array, structsPerPart = shortStructs): Uint8Array[] {
  const nothing = new Y.Doc();
  const sorted = sortFresh(Y.decodeUpdate(state).structs, nothing);
  const order = sorted.kind === 'sorted' ? inOrder(sorted.queues, nothing) : sorted;
  if (order.kind !== 'ordered') throw new Error(`a state that is ${order.kind}`);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < order.fresh.length; at += structsPerPart)
    parts.push(encode(order.fresh.slice(at, at + structsPerPart)));
  // What remains of a state for somebody who has every struct: what is deleted.
  parts.push(Y.diffUpdate(state, Y.encodeStateVectorFromUpdate(state)));
  return parts;
}

/** As Yjs writes an update (V1), without deletions. */
function encode(structs: readonly Fresh[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const byClient = new Map<number, Fresh[]>();
  for (const struct of structs) {
    const own = byClient.get(struct.id.client);
    if (own) own.push(struct);
    else byClient.set(struct.id.client, [struct]);
  }
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  encoding.writeVarUint(encoder.restEncoder, 0);
  return encoder.toUint8Array();
}
