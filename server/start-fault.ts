/** Why the server could not start, as one French sentence that says what to do. */
import { StoreFault, type StoreFaultKind } from './store/store.ts';

const storeSentences: Readonly<Record<StoreFaultKind, string>> = {
  full: 'Le disque est plein : libérez de la place, puis relancez.',
  'read-only': 'Le dossier des données (DATA_DIR) ne peut pas être écrit : vérifiez ses droits.',
  corrupt: 'La base de données est abîmée : restaurez une sauvegarde.',
  busy: 'La base de données est déjà ouverte par un autre programme : arrêtez-le, puis relancez.',
  newer:
    'La base de données vient d’une version plus récente de Gommette : mettez celle-ci à jour.',
  other: 'La base de données ne s’ouvre pas.',
};

/** By the code of the system's refusal to listen. */
const listenSentences: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'Le port est déjà pris par un autre programme : arrêtez-le, ou choisissez-en un autre avec PORT.',
  EACCES: 'Le système refuse ce port : choisissez-en un au-dessus de 1024 avec PORT.',
  EADDRNOTAVAIL: 'Cette machine n’a pas l’adresse demandée : corrigez HOST.',
  ENOTFOUND: 'L’adresse demandée est inconnue : corrigez HOST.',
};

export function startFault(error: unknown): string {
  if (error instanceof StoreFault) return `${storeSentences[error.kind]} (${error.message})`;
  if (!(error instanceof Error)) return `Gommette n’a pas pu démarrer : ${String(error)}`;
  const code = 'code' in error ? String(error.code) : '';
  return listenSentences[code] ?? error.message; // settings explain themselves
}
