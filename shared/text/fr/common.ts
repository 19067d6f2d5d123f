import type { VisibleStatus } from '../../vocabulary/action.ts';

/** Words used by several screens. */
export const commonFr = {
  appName: 'Gommette',
  tagline: 'Le tableau des ateliers qui se jouent à plusieurs',
  cancel: 'Annuler',
  close: 'Fermer',
  save: 'Enregistrer',
  copy: 'Copier',
  copied: 'Copié.',
  back: 'Revenir',
  retry: 'Réessayer',
  undo: 'Annuler',
  redo: 'Rétablir',
  loading: 'Chargement…',
  facilitator: 'Animation',
  participant: 'Participation',
  observer: 'Lecture seule',
  somebody: 'Une personne',
  withoutDirection: 'sans direction',
  status: {
    proposed: 'Proposée',
    discuss: 'À discuter',
    retained: 'Retenue',
    merged: 'Fusionnée',
    discarded: 'Écartée',
  } satisfies Record<VisibleStatus, string>,
} as const;
