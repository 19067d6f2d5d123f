import type { CloseReason } from '../../protocol/close.ts';

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
    newerBoard:
      'Cet atelier a été écrit par une version plus récente de Gommette. Mettez le serveur à jour pour l’ouvrir.',
    refused: 'Une modification n’était pas permise. Le tableau a été rechargé.',
    otherEpoch: 'Le tableau a été repris à un autre moment : il a été rechargé.',
    tooMuch: 'Trop de modifications en peu de temps. Nouvelle connexion…',
    boardFull: 'Cet atelier est complet. Réessayez quand quelqu’un l’aura quitté.',
  } satisfies Record<CloseReason, string>,
} as const;
