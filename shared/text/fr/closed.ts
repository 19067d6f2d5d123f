import type { CloseReason } from '../../protocol/close.ts';

/** The server ended it: why, and a way on. */
export const closedFr = {
  title: 'L’atelier s’est fermé',
  titles: {
    unauthenticated: 'Votre accès est terminé',
    badFrame: 'Cette page est à recharger',
    unknownBoard: 'Cet atelier n’est plus là',
    newerBoard: 'Le serveur est à mettre à jour',
    boardFull: 'L’atelier est complet',
  } satisfies Partial<Record<CloseReason, string>>,
  enterAgain: 'Entrer de nouveau',
  reasons: {
    accessChanged: 'Votre accès a changé. Nouvelle connexion…',
    serverStopping: 'Le serveur redémarre. Nouvelle connexion…',
    tooSlow: 'Votre connexion est trop lente. Nouvelle tentative…',
    storageFault:
      'Le serveur ne peut plus enregistrer. Rien n’est perdu ici : gardez cette page ouverte.',
    badFrame: 'Cette page est plus ancienne que le serveur. Rechargez-la.',
    unauthenticated:
      'Le lien utilisé ici n’est plus valable, ou l’animation vous a retiré de l’atelier. Entrez de nouveau, ou demandez un nouveau lien à la personne qui anime.',
    unknownBoard: 'Cet atelier n’existe pas, ou plus.',
    newerBoard:
      'Cet atelier a été écrit par une version plus récente de Gommette. Mettez le serveur à jour pour l’ouvrir.',
    refused: 'Une modification n’était pas permise. Le tableau a été rechargé.',
    otherEpoch: 'Le tableau a été repris à un autre moment : il a été rechargé.',
    tooMuch: 'Trop de modifications en peu de temps. Nouvelle connexion…',
    openElsewhere:
      'Vous avez déjà ouvert cet atelier cinq fois. Fermez un autre onglet : celui-ci s’ouvrira.',
    boardFull: 'Cet atelier est complet. Réessayez quand quelqu’un l’aura quitté.',
  } satisfies Record<CloseReason, string>,
} as const;

export const closedWords = { part: 'closed', fr: closedFr } as const;
