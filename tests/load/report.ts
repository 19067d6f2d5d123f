/** The tables of a benchmark: figures by workload, attacks, targets met or missed. */
import type { Machine } from './machine.ts';
import { type Run, ratioBetween, summaryOf } from './runs.ts';
import type { ServerName } from './servers/flavour.ts';
import { number, table } from './table.ts';
import { type Verdict, verdictsOf } from './targets.ts';
import type { Workload } from './workloads/workload.ts';

type Column = readonly [figure: string, head: string];

const CROWD: readonly Column[] = [
  ['p50', 'p50 ms'],
  ['p95', 'p95'],
  ['p99', 'p99'],
  ['max', 'max'],
  ['cpu', 'proc. %'],
  ['cpuEarly', '20 à 30 s'],
  ['usPerDelivery', 'µs/remise'],
  ['megabytes', 'Mo'],
  ['messages', 'messages/s'],
  ['kilobytes', 'ko/s'],
  ['missing', 'non remises'],
  ['refused', 'refus'],
];
/** To y-websocket, within the same repetition. */
const RATIOS: readonly Column[] = [
  ['p99', 'p99 / y-ws'],
  ['cpu', 'proc. / y-ws'],
  ['cpuEarly', '20 à 30 s / y-ws'],
];
const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  W1: [...CROWD, ['cursor50', 'curseur p50'], ['cursor99', 'curseur p99']],
  W2: CROWD,
  W3: CROWD,
  W10: CROWD,
  W4: [
    ['wholeMs', 'tout ms'],
    ['applyMs', 'dont page'],
    ['serverMs', 'dont serveur'],
    ['standstillMs', 'arrêt d’un autre tableau'],
    ['renewedMs', 'repris du fichier'],
    ['flattenedMs', 'aplati'],
    ['kilobytes', 'ko'],
    ['serverSeconds', 'proc. serveur s'],
    ['megabytes', 'Mo'],
    ['lost', 'auteurs incomplets'],
  ],
  W5: [
    ['kills', 'arrêts'],
    ['seen', 'vues'],
    ['seenLost', 'perdues'],
    ['acknowledged', 'acquittées'],
    ['acknowledgedLost', 'perdues'],
  ],
  W6: [
    ['p99Before', 'p99 avant'],
    ['p99During', 'p99 pendant'],
    ['maxDuring', 'max pendant'],
    ['megabytesBefore', 'Mo avant'],
    ['grew', 'Mo de plus'],
    ['caughtUp', 'rattrapés'],
    ['shownOut', 'fermés'],
  ],
  W9: [
    ['standstillMs', 'arrêt d’un autre tableau'],
    ['longestMs', 'au pire'],
    ['kilobytes', 'ko par arrivée'],
    ['serverMs', 'proc. ms par arrivée'],
    ['megabytes', 'Mo'],
  ],
  W11: [
    ['granted', 'idées prises'],
    ['refused', 'refusées'],
    ['edits', 'modifications'],
    ['refusedEdits', 'auteurs refusés'],
    ['megabytes', 'Mo sur disque'],
    ['openMs', 'ouverture ms'],
    ['openCpuMs', 'dont processeur'],
    ['waitedMs', 'attente d’un autre tableau'],
    ['exportMs', 'export ms'],
  ],
  W12: [
    ['granted', 'pris'],
    ['refused', 'refusés'],
    ['grewMegabytes', 'Mo de plus'],
    ['duringMegabytes', 'pendant, journal SQLite compris'],
    ['openMs', 'ouverture ms'],
    ['openCpuMs', 'dont processeur'],
    ['standstillMs', 'attente d’un autre tableau'],
  ],
  W8: [
    ['p99Before', 'p99 avant'],
    ['p99During', 'p99 pendant'],
    ['granted', 'votes pris'],
    ['refused', 'refusés'],
    ['overBudget', 'budgets dépassés'],
    ['wrongTotals', 'totaux faux'],
    ['answer50', 'réponse p50'],
    ['answer99', 'réponse p99'],
  ],
};

const family = (workload: string): string => workload.split('-')[0] ?? workload;

/** Everything, for whoever ran it. */
export function wholeReport(workloads: readonly Workload[], runs: readonly Run[]): string {
  const measured = workloads.filter(({ name }) => runs.some((run) => run.workload === name));
  const crowds = measured.filter(({ name }) => COLUMNS[family(name)]);
  const attacks = measured.filter(({ name }) => family(name) === 'W7');
  return [
    ...crowds.map((workload) => figuresOf(workload, runs)),
    ...(attacks.length > 0 ? [attacksOf(attacks, runs)] : []),
    targetsOf(runs),
    ...leftOutOf(runs),
  ].join('\n\n');
}

/** What `tests/load/README.md` shows: the machine, the targets, the attacks. */
export function readmeReport(
  workloads: readonly Workload[],
  runs: readonly Run[],
  machine: Machine,
): string {
  const { processor, cores, memoryGigabytes, node, pinned } = machine;
  const cored = pinned ? 'serveur sur un cœur, charge sur l’autre' : 'sans cœurs séparés';
  return [
    `Mesuré sur ${processor}, ${cores} cœurs, ${memoryGigabytes} Go, Node ${node}, ${cored}, serveurs en alternance.`,
    wholeReport(workloads, runs),
  ].join('\n\n');
}

function figuresOf({ name, title, servers }: Workload, runs: readonly Run[]): string {
  const columns = COLUMNS[family(name)] ?? [];
  const isCrowd = columns.some(([figure]) => figure === 'cpu');
  const rows = servers.flatMap((server) => {
    const summary = summaryOf(runs, name, server);
    if (!summary) return [];
    const values = columns.map(([figure]) => summary.figures[figure]);
    const ratios = RATIOS.map(([figure]) => ratioText(runs, [name, figure, server]));
    return [[server, summary.count, ...values, ...(isCrowd ? ratios : [])]];
  });
  const heads = [...columns, ...(isCrowd ? RATIOS : [])].map(([, head]) => head);
  return `**${name}** — ${title}\n\n${table(['serveur', 'n', ...heads], rows)}`;
}

/** Range over the repetitions, and how many there are. */
function ratioText(
  runs: readonly Run[],
  [workload, figure, server]: readonly [string, string, ServerName],
): string | undefined {
  if (server === 'y-websocket') return undefined;
  const ratio = ratioBetween(runs, workload, figure, [server, 'y-websocket']);
  return ratio && `${number(ratio.min)} à ${number(ratio.max)} (${ratio.pairs})`;
}

function attacksOf(attacks: readonly Workload[], runs: readonly Run[]): string {
  const servers = attacks[0]?.servers ?? [];
  const rows = attacks.map(({ name, title }) => [
    title,
    ...servers.map((server) => {
      const summary = summaryOf(runs, name, server);
      if (!summary) return undefined;
      const { admitted = 0, standstillMs = 0 } = summary.figures;
      const outcome = admitted > 0 ? 'ADMIS' : 'non admis';
      return `${outcome} ; ${summary.note} ; ${number(Math.round(standstillMs))} ms`;
    }),
  ]);
  const heads = ['attaque : effet ; suite ; arrêt d’un autre tableau', ...servers];
  return `**W7** — clients hostiles\n\n${table(heads, rows)}`;
}

function targetsOf(runs: readonly Run[]): string {
  const rows = verdictsOf(runs).map((verdict) => [
    verdict.workload,
    verdict.label,
    `≤ ${number(verdict.atMost)}${verdict.than ? ` × ${verdict.than}` : ''}`,
    measuredText(verdict),
    verdict.isMet ? 'tenu' : `manqué de ${missedBy(verdict)}`,
  ]);
  return `**Cibles**\n\n${table(['travail', 'mesure', 'cible', 'mesuré', 'verdict'], rows)}`;
}

function measuredText({ measured, range, pairs }: Verdict): string {
  const between = range && ` (${number(range[0])} à ${number(range[1])}, ${pairs} paires)`;
  return `${number(measured)}${between ?? ''}`;
}

const missedBy = ({ measured, atMost }: Verdict): string =>
  atMost === 0 ? number(measured) : `${Math.ceil(100 * (measured / atMost - 1))} %`;

function leftOutOf(runs: readonly Run[]): string[] {
  const lines = runs.flatMap(({ workload, server, repetition, leftOut }) =>
    leftOut ? [`- ${workload}, ${server}, passage ${repetition + 1} : ${leftOut}`] : [],
  );
  return lines.length > 0 ? [`Écartés :\n${lines.join('\n')}`] : [];
}
