/**
 * The settings: read once from the environment, checked together, frozen. The only file of the
 * server that names the environment, where `maxUpdateBytes` is `MAX_UPDATE_BYTES`. `settings` is
 * the source of README's table.
 */
import * as v from 'valibot';
import { CONFORMITY } from '../shared/protocol/http.ts';
import { nearSettings } from './near-setting.ts';
import { named, oneOf, origin, secret, size, text, whole, words } from './setting.ts';

export type Config = Readonly<{
  [Key in keyof typeof settings]: v.InferOutput<(typeof settings)[Key]['schema']>;
}>;
export type Environment = Readonly<Record<string, string | undefined>>;

const kibi = 1_024;
const mebi = 1_024 * kibi;

export const settings = named({
  port: whole(3_000, [0, 65_535], 'port d’écoute ; 0 en choisit un libre'),
  // This machine only: names of agents are not offered to an office network by accident.
  host: text('127.0.0.1', 'adresse d’écoute ; 0.0.0.0 ouvre à tout le réseau'),
  dataDirectory: { ...text('./data', 'dossier de la base SQLite'), name: 'DATA_DIR' },
  publicUrl: origin('adresse écrite dans les liens ; sans elle, celle de qui les crée'),
  trustProxy: oneOf(
    'no',
    ['no', 'yes'],
    'yes si un mandataire à vous écrit X-Forwarded-For, -Host et -Proto',
  ),
  logLevel: oneOf(
    'info',
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    'détail du journal technique',
  ),
  create: oneOf(
    'everybody',
    ['everybody', 'key'],
    'qui crée des ateliers : everybody, ou key, qui a la clé',
  ),
  createKey: secret('clé demandée une fois à chaque appareil qui crée, avec CREATE=key'),
  metricsToken: secret('jeton qui ouvre /api/metrics, de partout'),
  purgeAfterDays: whole(183, [1, 36_500], 'jours entre la création d’un atelier et son effacement'),
  accessibilityState: oneOf(
    'none',
    CONFORMITY,
    'conformité déclarée au RGAA : none, partial (partielle) ou total',
  ),
  accessibilityDate: words('date de la déclaration d’accessibilité, en toutes lettres'),
  accessibilityContact: words('où signaler un défaut d’accessibilité : courriel, page ou mots'),
  accessibilityOwner: words('organisme que la déclaration d’accessibilité engage'),

  minFreeBytes: size(
    64 * mebi,
    'place libre sur le disque en dessous de laquelle /api/health répond 503',
  ),
  maxImportBytes: size(10 * mebi, 'plus gros fichier d’atelier importé'),
  maxStateBytes: size(
    16 * mebi,
    'taille d’un atelier au-delà de laquelle il passe en lecture seule',
  ),
  maxLogBytes: size(
    512 * mebi,
    'taille du journal d’un atelier au-delà de laquelle il passe en lecture seule',
  ),
  maxMessageBytes: size(mebi, 'plus gros message reçu d’une personne'),
  maxUpdateBytes: size(256 * kibi, 'plus grosse modification acceptée'),
  maxUpdateStructs: whole(20_000, [1, 1_000_000], 'éléments dans une modification'),
  maxPresenceBytes: size(2 * kibi, 'taille de la présence d’une personne'),
  presenceIntervalMs: whole(50, [1, 10_000], 'millisecondes entre deux envois des présences'),

  maxPeoplePerBoard: whole(
    500,
    [1, 100_000],
    'personnes présentes à la fois dans un atelier, et vingt de plus pour l’animation',
  ),
  maxJoinedPerBoard: whole(
    2_000,
    [1, 100_000],
    'personnes inscrites à un atelier, présentes ou non ; l’animation entre toujours',
  ),
  maxSocketsPerPerson: whole(5, [1, 1_000], 'connexions d’une même personne à un atelier'),
  socketsPerMinute: whole(
    60,
    [1, 100_000],
    'connexions ouvertes par minute et par personne, avant une pause',
  ),
  joinsPerMinute: whole(100, [1, 100_000], 'entrées de personnes par minute et par adresse'),
  creationsPerMinute: whole(60, [1, 100_000], 'ateliers créés par minute et par adresse'),
  maxBoards: whole(
    100_000,
    [1, 10_000_000],
    'ateliers gardés à la fois ; au-delà, plus aucun ne se crée',
  ),
  createdBytesPerDay: size(
    1_024 * mebi,
    'fichiers d’ateliers reçus par jour et par adresse, en création',
  ),
  // Right ones are never slowed by somebody else's wrong ones.
  wrongTokensPerMinute: whole(
    60,
    [1, 100_000],
    'liens faux essayés par minute et par adresse, avant une pause',
  ),
  codesPerMinute: whole(60, [1, 100_000], 'codes d’entrée essayés par minute et par adresse'),
  codesPerMinuteOverall: whole(
    300,
    [1, 1_000_000],
    'codes d’entrée essayés par minute, toutes adresses ensemble',
  ),
  echoesPerMinute: whole(
    600,
    [1, 100_000],
    'essais de réseau par minute et par adresse, depuis la page /reseau',
  ),
  messagesPerSecond: whole(60, [1, 100_000], 'messages par seconde et par personne'),
  messageBurst: whole(400, [1, 100_000], 'messages admis d’un coup'),
  bytesPerSecond: size(256 * kibi, 'débit reçu par personne et par seconde'),

  presenceBacklogBytes: size(
    256 * kibi,
    'retard d’une connexion au-delà duquel elle ne reçoit plus les présences',
  ),
  maxBacklogBytes: size(
    mebi,
    'retard d’une connexion au-delà duquel elle ne reçoit plus rien avant d’avoir lu',
  ),
  drainSeconds: whole(
    60,
    [1, 3_600],
    'secondes laissées à une connexion pour rattraper son retard',
  ),
  pingSeconds: whole(20, [1, 3_600], 'secondes entre deux signes de vie demandés'),
  silenceSeconds: whole(45, [1, 3_600], 'secondes de silence avant de fermer une connexion'),
  saveIntervalMs: whole(
    50,
    [0, 10_000],
    'millisecondes entre deux écritures garanties sur le disque',
  ),
});

/** Pairs where the first may not be above the second: the second would never come into play. */
const ordered: readonly (readonly [keyof Config, keyof Config])[] = [
  ['maxUpdateBytes', 'maxMessageBytes'],
  ['maxStateBytes', 'maxLogBytes'],
  ['maxPresenceBytes', 'maxMessageBytes'],
  ['messagesPerSecond', 'messageBurst'],
  ['presenceBacklogBytes', 'maxBacklogBytes'],
  ['pingSeconds', 'silenceSeconds'],
  ['codesPerMinute', 'codesPerMinuteOverall'],
];

/**
 * @throws Error with one French sentence per mistake and none of the values, which may be secret
 */
export function readConfig(environment: Environment = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(settings).map(([key, { name }]) => [key, environment[name] || undefined]),
  );
  const parsed = v.safeParse(configSchema, given);
  const wrong = parsed.success
    ? disorders(parsed.output)
    : parsed.issues.map((issue) => sentence(issue.path?.[0].key as keyof Config));
  const mistakes = [...wrong, ...slips(environment)];
  if (!parsed.success || mistakes.length > 0) {
    throw new Error(`Réglages à corriger :\n${mistakes.map((line) => `- ${line}`).join('\n')}`);
  }
  return Object.freeze(parsed.output);
}

/**
 * The origin people open, without a final slash.
 * @param port the one really listened on, which `PORT=0` does not tell
 */
export function publicOrigin(config: Config, port: number): string {
  if (config.publicUrl) return config.publicUrl;
  const everyAddress = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(config.host);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${everyAddress ? 'localhost' : host}:${port}`;
}

const configSchema = v.object(
  Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.schema])) as {
    [Key in keyof typeof settings]: (typeof settings)[Key]['schema'];
  },
);

const sentence = (key: keyof Config) => `${settings[key].name} : attendu ${settings[key].expects}.`;

function slips(environment: Environment): string[] {
  const given = Object.keys(environment).filter((name) => environment[name]);
  const known = Object.values(settings).map(({ name }) => name);
  return nearSettings(given, known).map(
    ([name, meant]) => `${name} n’est pas un réglage : ${meant} ?`,
  );
}

function disorders(config: Config): string[] {
  const keyless = config.create === 'key' && config.createKey === undefined;
  return [
    ...(keyless ? [`${settings.create.name}=key demande ${settings.createKey.name}.`] : []),
    ...ordered
      .filter(([low, high]) => Number(config[low]) > Number(config[high]))
      .map(([low, high]) => `${settings[low].name} ne peut pas dépasser ${settings[high].name}.`),
  ];
}
