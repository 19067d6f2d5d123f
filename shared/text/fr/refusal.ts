import type { RefusalReason } from '../../protocol/messages.ts';

/** A change was not taken: why, and what becomes of it. */
export const refusalFr = {
  reasons: {
    role: 'Votre lien permet de lire, pas d’écrire.',
    step: 'L’étape en cours ne permet plus cette modification.',
    'frame-locked': 'Les priorités et les directions sont fixées par l’animation.',
    authorship: 'Une carte ne peut pas être signée au nom de quelqu’un d’autre.',
    schema: 'Cette modification n’a pas été comprise par le serveur.',
    'too-large': 'Ce texte est trop long.',
    'too-many': 'Le tableau est plein.',
    storage: 'Le serveur ne peut plus enregistrer pour l’instant.',
  } satisfies Record<RefusalReason, string>,
  title: 'Une modification n’a pas été acceptée',
  kept: 'Votre texte n’est pas perdu : copiez-le ici.',
  copy: 'Copier ce texte',
} as const;

export const refusalWords = { part: 'refusal', fr: refusalFr } as const;
