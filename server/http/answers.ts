/** What the HTTP API answers: JSON, and one table of everything that can be refused. */
import type { ProblemAnswer } from '../../shared/protocol/http.ts';

/** Code → status and sentence. A code, once published, keeps its meaning. */
const PROBLEMS = {
  unreadable: [400, 'Ce fichier n’est pas un atelier lisible.'],
  'bad-title': [400, 'Donnez à l’atelier un titre de 1 à 300 caractères.'],
  'bad-join': [400, 'La demande d’entrée est incomplète : rechargez la page et recommencez.'],
  'bad-name': [400, 'Indiquez un prénom ou une fonction, de 1 à 60 caractères.'],
  'bad-place': [400, 'Choisissez votre direction ou votre organisme dans la liste de l’atelier.'],
  'bad-request': [400, 'La demande est arrivée incomplète : recommencez.'],
  unauthorized: [
    401,
    'Ce lien n’ouvre pas cet atelier. Demandez le lien à la personne qui l’anime.',
  ],
  'metrics-closed': [
    403,
    'Les mesures se lisent depuis cette machine, ou avec le jeton METRICS_TOKEN.',
  ],
  'bad-role': [
    400,
    'Ce changement de rôle n’est pas possible : un lien de lecture reste de lecture.',
  ],
  'creation-key': [401, 'Sur ce serveur, créer un atelier demande une clé : indiquez-la.'],
  'not-facilitator': [403, 'Seule l’animation de l’atelier peut le faire.'],
  'foreign-origin': [403, 'Cette page n’est pas celle de ce serveur.'],
  'unknown-board': [404, 'Cet atelier n’existe pas, ou n’existe plus.'],
  'unknown-role': [404, 'Ce lien n’existe pas.'],
  'unknown-person': [404, 'Cette personne n’est plus dans l’atelier.'],
  'unknown-code': [
    404,
    'Ce code n’ouvre aucun atelier en ce moment. Vérifiez-le, ou demandez le lien.',
  ],
  'unknown-format': [404, 'Ce format d’export n’existe pas.'],
  'unknown-route': [404, 'Cette adresse n’existe pas.'],
  'method-not-allowed': [405, 'Cette adresse ne permet pas cette opération.'],
  'too-many-people': [
    409,
    'Cet atelier compte déjà trop de personnes inscrites : demandez à l’animation d’en retirer.',
  ],
  'too-many-boards': [
    409,
    'Ce serveur garde déjà autant d’ateliers qu’il le peut. Prévenez qui l’administre.',
  ],
  'last-facilitator': [
    409,
    'Il faut au moins une personne à l’animation : confiez-la d’abord à quelqu’un d’autre.',
  ],
  'too-large': [413, 'Ce fichier est trop lourd.'],
  'too-heavy': [
    413,
    'Ce fichier demande trop de travail au serveur : répartissez son contenu sur plusieurs ateliers.',
  ],
  busy: [503, 'Le serveur lit déjà beaucoup de fichiers : recommencez dans un instant.'],
  'too-often': [429, 'Trop de demandes à la suite : patientez un instant, puis recommencez.'],
  'too-much-today': [
    429,
    'Beaucoup de fichiers sont déjà venus d’ici aujourd’hui : recommencez demain, ou prévenez qui administre le serveur.',
  ],
  unexpected: [
    500,
    'Le serveur a rencontré une erreur. Elle est notée ; réessayez dans un instant.',
  ],
  'newer-board': [
    503,
    'Cet atelier a été écrit par une version plus récente de Gommette : mettez le serveur à jour pour l’ouvrir.',
  ],
  storage: [503, 'Le serveur ne peut rien enregistrer pour le moment. Prévenez qui l’administre.'],
} as const satisfies Readonly<Record<string, readonly [status: number, sentence: string]>>;

export type ProblemCode = keyof typeof PROBLEMS;

export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

/** @param sentence in French, when more can be said than the table does */
export function problem(
  code: ProblemCode,
  sentence?: string,
  headers?: Readonly<Record<string, string>>,
): Response {
  const [status, usual] = PROBLEMS[code];
  return json(status, { code, message: sentence ?? usual } satisfies ProblemAnswer, headers);
}

export function json(
  status: number,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
): Response {
  return Response.json(body, { status, ...(headers && { headers }) });
}
