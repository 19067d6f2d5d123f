/** How the store's files put their questions to the driver, and what it hands out. */

/** What the driver hands out: blobs are Node buffers. Statements alias columns to our names. */
export type Raw<Row> = {
  [Key in keyof Row]: Row[Key] extends Uint8Array
    ? Buffer
    : Row[Key] extends Uint8Array | null
      ? Buffer | null
      : Row[Key];
};

/** A prepared statement, as much of it as is used: the driver's own type has no name to be given by. */
export interface Question<Params extends unknown[], Row = unknown> {
  run(...params: Params): { readonly changes: number };
  get(...params: Params): Row | undefined;
  all(...params: Params): Row[];
  /** Its first column alone. */
  pluck(): this;
}
export type Prepare = <Params extends unknown[], Row = unknown>(
  sql: string,
) => Question<Params, Row>;

/** A plain view of a driver's buffer: `slice` of a Node buffer shares memory, `Uint8Array`'s copies. */
export const plain = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
