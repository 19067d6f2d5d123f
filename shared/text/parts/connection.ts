import type { CloseReason } from '../../protocol/close.ts';
import type { RefusalReason } from '../../protocol/messages.ts';
import type { Translated } from '../texts.ts';

/** Whether one's work is saved, and what happened when it is not. */
export const connectionFr = {
  opening: 'Ouverture…',
  savedAt: (time: string) => `Enregistré à ${time}`,
  saved: 'Enregistré',
  sending: 'Envoi…',
  offline: 'Hors connexion — conservé sur cet appareil',
  offlineNothingKept: 'Hors connexion — ne fermez pas cette page',
  back: 'Connexion rétablie.',
  lost: 'Connexion perdue. Vous pouvez continuer : tout sera envoyé au retour.',
  closed: {
    accessChanged: 'Votre accès a changé. Nouvelle connexion…',
    serverStopping: 'Le serveur redémarre. Nouvelle connexion…',
    tooSlow: 'Votre connexion est trop lente. Nouvelle tentative…',
    storageFault:
      'Le serveur ne peut plus enregistrer. Rien n’est perdu ici : gardez cette page ouverte.',
    badFrame: 'Cette page est plus ancienne que le serveur. Rechargez-la.',
    unauthenticated: 'Votre accès à cet atelier n’est plus valable. Demandez un nouveau lien.',
    unknownBoard: 'Cet atelier n’existe pas, ou plus.',
    refused: 'Une modification n’était pas permise. Le tableau a été rechargé.',
    tooMuch: 'Trop de modifications en peu de temps. Nouvelle connexion…',
    boardFull: 'Cet atelier est complet. Réessayez quand quelqu’un l’aura quitté.',
  } satisfies Record<CloseReason, string>,
  refused: {
    role: 'Votre lien permet de lire, pas d’écrire.',
    step: 'L’étape en cours ne permet plus cette modification.',
    'frame-locked': 'Les priorités et les directions sont fixées par l’animation.',
    authorship: 'Une carte ne peut pas être signée au nom de quelqu’un d’autre.',
    schema: 'Cette modification n’a pas été comprise par le serveur.',
    'too-large': 'Ce texte est trop long.',
    'too-many': 'Le tableau est plein.',
    storage: 'Le serveur ne peut plus enregistrer pour l’instant.',
  } satisfies Record<RefusalReason, string>,
  refusedTitle: 'Une modification n’a pas été acceptée',
  refusedKept: 'Votre texte n’est pas perdu : copiez-le ici.',
  refusedCopy: 'Copier ce texte',
} as const;

export const connectionEn: Translated<typeof connectionFr> = {
  opening: 'Opening…',
  savedAt: (time) => `Saved at ${time}`,
  saved: 'Saved',
  sending: 'Sending…',
  offline: 'Offline — kept on this device',
  offlineNothingKept: 'Offline — do not close this page',
  back: 'Connected again.',
  lost: 'Connection lost. You can go on: everything will be sent on return.',
  closed: {
    accessChanged: 'Your access has changed. Connecting again…',
    serverStopping: 'The server is restarting. Connecting again…',
    tooSlow: 'Your connection is too slow. Trying again…',
    storageFault: 'The server can no longer save. Nothing is lost here: keep this page open.',
    badFrame: 'This page is older than the server. Reload it.',
    unauthenticated: 'Your access to this workshop is no longer valid. Ask for a new link.',
    unknownBoard: 'This workshop does not exist, or no longer does.',
    refused: 'A change was not allowed. The wall was reloaded.',
    tooMuch: 'Too many changes in a short time. Connecting again…',
    boardFull: 'This workshop is full. Try again when somebody has left.',
  },
  refused: {
    role: 'Your link lets you read, not write.',
    step: 'The current step no longer allows this change.',
    'frame-locked': 'Priorities and departments are fixed by the facilitators.',
    authorship: 'An action cannot be signed in somebody else’s name.',
    schema: 'The server did not understand this change.',
    'too-large': 'This text is too long.',
    'too-many': 'The wall is full.',
    storage: 'The server cannot save for now.',
  },
  refusedTitle: 'A change was not accepted',
  refusedKept: 'Your text is not lost: copy it here.',
  refusedCopy: 'Copy this text',
};
