/**
 * Reads an update (V1) once, for the judge. What Yjs would read in two ways is no update: two
 * blocks of one client (applying keeps the last, decoding keeps both), bytes after its end.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Struct } from '../../../work/causal-order.ts';

/** `length` clocks of a client from `clock` on are deleted. */
export interface DeletedRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}
export interface DecodedUpdate {
  /** By client, each client's in the order of its clock and without a hole. */
  readonly structs: readonly Struct[];
  /** By client, each client's ascending and apart: a range cannot be made to count twice. */
  readonly deletes: readonly DeletedRange[];
}
export type Decode = (bytes: Uint8Array) => Result<DecodedUpdate, 'malformed' | 'too-many'>;

/** @param maxStructs of one update; reading stops there, before the rest costs anything */
export function createDecode(maxStructs: number): Decode {
  class TooMany extends Error {}
  let last: CheckingDecoder | undefined;

  class CheckingDecoder extends Y.UpdateDecoderV1 {
    readonly clients = new Set<number>();
    structs = 0;

    constructor(decoder: decoding.Decoder) {
      super(decoder);
      last = this;
    }
    override readClient(): number {
      const client = super.readClient();
      if (this.clients.has(client)) throw new Error('two blocks of one client');
      this.clients.add(client);
      return client;
    }
    override readInfo(): number {
      this.structs += 1;
      if (this.structs > maxStructs) throw new TooMany();
      return super.readInfo();
    }
  }

  return (bytes) => {
    try {
      const { structs, ds } = Y.decodeUpdateV2(bytes, CheckingDecoder);
      const deletes = rangesOf(ds);
      if (!last || decoding.hasContent(last.restDecoder) || !deletes) return err('malformed');
      return ok({ structs, deletes });
    } catch (error) {
      return err(error instanceof TooMany ? 'too-many' : 'malformed');
    }
  };
}

function rangesOf({ clients }: ReturnType<typeof Y.createDeleteSet>): DeletedRange[] | undefined {
  const ranges: DeletedRange[] = [];
  for (const [client, deletes] of clients) {
    let end = 0;
    for (const { clock, len: length } of deletes) {
      if (length < 1 || clock < end) return undefined;
      ranges.push({ client, clock, length });
      end = clock + length;
    }
  }
  return ranges;
}
