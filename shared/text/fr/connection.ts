/** Whether one's work is saved, and what happened when it is not. */
export const connectionFr = {
  opening: 'Ouverture…',
  savedAt: (time: string) => `Enregistré à ${time}`,
  saved: 'Enregistré',
  sending: 'Envoi…',
  /** The network lets no WebSocket through: slower, and nothing else is different. */
  fallback: (said: string) => `${said} — liaison de secours`,
  openElsewhere: 'Hors connexion — déjà ouvert cinq fois : fermez un autre onglet',
  offline: 'Hors connexion — conservé sur cet appareil',
  offlineNothingKept: 'Hors connexion — ne fermez pas cette page',
} as const;
