/** An update (V1) written from structs and from what is deleted. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Struct } from './split-order.ts';

export interface Range {
  readonly clock: number;
  readonly length: number;
}
/** Deleted ranges, by client. */
export type Deletes = Map<number, Range[]>;

/** @param structs of each client those that follow one another, in their order */
export function encode(structs: readonly Struct[], deletes: Deletes): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const blocks = new Map<number, Struct[]>();
  for (const struct of structs) {
    const block = blocks.get(struct.id.client);
    if (block) block.push(struct);
    else blocks.set(struct.id.client, [struct]);
  }
  encoding.writeVarUint(restEncoder, blocks.size);
  for (const [client, block] of blocks) {
    encoding.writeVarUint(restEncoder, block.length);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, block[0]?.id.clock ?? 0);
    for (const struct of block) struct.write(encoder, 0);
  }
  encoding.writeVarUint(restEncoder, deletes.size);
  for (const [client, ranges] of deletes) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(length);
    }
  }
  return encoder.toUint8Array();
}
