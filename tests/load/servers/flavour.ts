/** What the benchmark asks of a server it compares, whoever wrote it. */
import type { Role } from '../../../shared/session/roles.ts';
import type { Seat } from '../people/guest.ts';

export type ServerName = 'gommette' | 'floor' | 'y-websocket' | 'hocuspocus';

export interface Flavour {
  readonly name: ServerName;
  /** Whether it knows what a board holds; a relay knows nothing. */
  readonly answers: boolean;
  /** Whether a board is still there after a restart. */
  readonly keeps: boolean;
  readonly start: (options: StartOptions) => Promise<LoadServer>;
}
export interface StartOptions {
  /** Settings beyond its defaults; only our own server takes any. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Arguments of Node, such as a profiler. */
  readonly nodeArguments?: readonly string[];
}
export interface LoadServer {
  readonly flavour: Flavour;
  readonly pid: () => number;
  /** Opens a workshop with the content of a workshop file. */
  readonly open: (workshop: string) => Promise<Place>;
  /** Bytes of all it keeps on disk now, where it keeps any. */
  readonly keptBytes?: () => number;
  /** Ends it without a word. */
  readonly kill: () => Promise<void>;
  /** Ends it in order, in the time it takes. */
  readonly stop: () => Promise<void>;
  /** Starts it again on the same data; places and seats stay valid. */
  readonly restart: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly dispose: () => Promise<void>;
}
export interface Place {
  /** What the board begins with, where the server does not know it. */
  readonly state: Uint8Array | undefined;
  /** Somebody more with a role, by the way people come in. */
  readonly seat: (role?: Role) => Promise<Seat>;
  /** Another board, begun with the workshop file of this one; where a server writes such files. */
  readonly renewed?: () => Promise<Place>;
  /** Makes a file of it, as somebody who only reads may ask; where a server can. */
  readonly exported?: () => Promise<unknown>;
  /** Takes its past from the board, the server being stopped; where a server can. */
  readonly flatten?: () => void;
}
