/** What a workload is to the benchmark: one run on one server gives figures. */
import type { Random } from '../random.ts';
import type { Flavour, ServerName, StartOptions } from '../servers/flavour.ts';

export type Figures = Readonly<Record<string, number>>;

export interface Outcome {
  readonly figures: Figures;
  /** Longest standstill of the generator while it measured, in milliseconds. */
  readonly stallMs: number;
  /** What happened, where a number does not say it. */
  readonly note?: string;
}
interface Setting {
  readonly random: Random;
  /** Much shorter, to see that everything runs. */
  readonly quick: boolean;
  /** Instead of the seconds a crowd works before anything counts. */
  readonly warmUpSeconds: number | undefined;
  /** How long somebody writes all they can. */
  readonly floodSeconds: number;
  readonly options: StartOptions;
}
export interface Workload {
  readonly name: string;
  /** One line of French for the table. */
  readonly title: string;
  readonly servers: readonly ServerName[];
  /** Those of a quick run; none leaves the workload out of it. */
  readonly quickServers: readonly ServerName[];
  /** Starts the server, measures, disposes of it. */
  readonly run: (flavour: Flavour, setting: Setting) => Promise<Outcome>;
}
