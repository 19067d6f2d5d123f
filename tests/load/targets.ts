/** What we promise of our server, as numbers, and whether a set of runs keeps it. */
import { type Run, ratioBetween, summaryOf } from './runs.ts';
import type { ServerName } from './servers/flavour.ts';

interface Target {
  readonly workload: string;
  readonly figure: string;
  /** What the figure is, in French. */
  readonly label: string;
  /** Of which server's figure it is a multiple; the figure itself when absent. */
  readonly than?: ServerName;
  readonly atMost: number;
}
export interface Verdict extends Target {
  readonly measured: number;
  /** Lowest and highest of the repetitions, for ratios. */
  readonly range: readonly [low: number, high: number] | undefined;
  readonly pairs: number;
  readonly isMet: boolean;
}

const cpu = 'processeur';
const p99 = 'p99';
const attacks = 14;

const TARGETS: readonly Target[] = [
  { workload: 'W1', figure: 'cpu', label: cpu, than: 'y-websocket', atMost: 0.75 },
  { workload: 'W1', figure: 'p99', label: p99, than: 'y-websocket', atMost: 1.2 },
  { workload: 'W1', figure: 'messages', label: 'messages', than: 'y-websocket', atMost: 0.45 },
  { workload: 'W2-200', figure: 'cpu', label: cpu, than: 'y-websocket', atMost: 1 },
  { workload: 'W2-200', figure: 'p99', label: p99, than: 'y-websocket', atMost: 1.1 },
  { workload: 'W2-500', figure: 'cpu', label: cpu, than: 'y-websocket', atMost: 1 },
  { workload: 'W2-500', figure: 'p99', label: p99, than: 'y-websocket', atMost: 1.1 },
  { workload: 'W3', figure: 'cpu', label: cpu, than: 'y-websocket', atMost: 1.1 },
  { workload: 'W3', figure: 'p99', label: p99, than: 'hocuspocus', atMost: 0.5 },
  ...coldJoin('W4-500'),
  ...coldJoin('W4-2000'),
  { workload: 'W5', figure: 'seenLost', label: 'vues puis perdues', atMost: 0 },
  { workload: 'W5', figure: 'acknowledgedLost', label: 'acquittées puis perdues', atMost: 0 },
  { workload: 'W6-1', figure: 'p99Growth', label: 'p99 des autres, × avant', atMost: 1.2 },
  { workload: 'W6-20', figure: 'p99Growth', label: 'p99 des autres, × avant', atMost: 1.2 },
  // 1 MiB that waits for each of them, and one difference when they read again.
  { workload: 'W6-20', figure: 'grew', label: 'mémoire en plus (Mo)', atMost: 30 },
  { workload: 'W8', figure: 'p99Growth', label: 'p99 des autres, × avant', atMost: 1.2 },
  { workload: 'W8', figure: 'overBudget', label: 'budgets dépassés', atMost: 0 },
  { workload: 'W8', figure: 'wrongTotals', label: 'totaux faux', atMost: 0 },
  { workload: 'W9', figure: 'standstillMs', label: 'arrêt d’un autre tableau (ms)', atMost: 50 },
  { workload: 'W10-secours', figure: 'p95', label: 'p95 (ms)', atMost: 300 },
  { workload: 'W10-secours', figure: 'cpu', label: 'processeur (% d’un cœur)', atMost: 40 },
  { workload: 'W10-secours', figure: 'missing', label: 'non remises', atMost: 0 },
  { workload: 'W11', figure: 'refused', label: 'idées refusées', atMost: 0 },
  { workload: 'W11', figure: 'refusedEdits', label: 'auteurs refusés', atMost: 0 },
  { workload: 'W11', figure: 'megabytes', label: 'base (Mo)', atMost: 25 },
  { workload: 'W11', figure: 'openMs', label: 'ouverture (ms)', atMost: 60 },
  { workload: 'W11', figure: 'waitedMs', label: 'attente pendant un export (ms)', atMost: 50 },
  ...['W12-idées', 'W12-textes'].flatMap(flooded),
  ...Array.from({ length: attacks }, (_, index) => hostile(`W7-${index + 1}`)).flat(),
];

function coldJoin(workload: string): Target[] {
  return [
    { workload, figure: 'serverMs', label: 'part du serveur (ms)', atMost: 25 },
    { workload, figure: 'wholePerApply', label: 'tout, × ce qu’applique la page', atMost: 1.1 },
    { workload, figure: 'standstillMs', label: 'arrêt d’un autre tableau (ms)', atMost: 50 },
    { workload, figure: 'renewedMs', label: 'tout, repris de son fichier (ms)', atMost: 50 },
    { workload, figure: 'flattenedMs', label: 'tout, aplati (ms)', atMost: 50 },
  ];
}

function flooded(workload: string): Target[] {
  return [
    { workload, figure: 'grewMegabytes', label: 'base en plus (Mo)', atMost: 20 },
    { workload, figure: 'openMs', label: 'ouverture ensuite (ms)', atMost: 100 },
  ];
}

function hostile(workload: string): Target[] {
  return [
    { workload, figure: 'admitted', label: 'admis', atMost: 0 },
    { workload, figure: 'standstillMs', label: 'arrêt d’un autre tableau (ms)', atMost: 50 },
  ];
}

/** Only the targets that something was measured for. */
export const verdictsOf = (runs: readonly Run[]): Verdict[] =>
  TARGETS.flatMap((target) => {
    const { workload, figure, than, atMost } = target;
    const ratio = than && ratioBetween(runs, workload, figure, ['gommette', than]);
    const own = summaryOf(runs, workload, 'gommette');
    const measured = than ? ratio?.median : own?.figures[figure];
    if (measured === undefined) return [];
    return [
      {
        ...target,
        measured,
        range: ratio && ([ratio.min, ratio.max] as const),
        pairs: ratio?.pairs ?? own?.count ?? 0,
        isMet: measured <= atMost,
      },
    ];
  });
