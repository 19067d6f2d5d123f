import type { VisibleStatus } from '../../vocabulary/action.ts';
import type { Translated } from '../texts.ts';

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

export const commonEn: Translated<typeof commonFr> = {
  appName: 'Gommette',
  tagline: 'The wall for workshops held together',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied.',
  back: 'Back',
  retry: 'Try again',
  undo: 'Undo',
  redo: 'Redo',
  loading: 'Loading…',
  facilitator: 'Facilitation',
  participant: 'Participation',
  observer: 'Read only',
  somebody: 'Somebody',
  withoutDirection: 'no department',
  status: {
    proposed: 'Proposed',
    discuss: 'To discuss',
    retained: 'Retained',
    merged: 'Merged',
    discarded: 'Set aside',
  },
};
