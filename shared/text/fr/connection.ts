/** Whether one's work is saved, and what happened when it is not. */
export const connectionFr = {
  opening: 'Ouverture…',
  savedAt: (time: string) => `Enregistré à ${time}`,
  saved: 'Enregistré',
  sending: 'Envoi…',
  offline: 'Hors connexion — conservé sur cet appareil',
  offlineNothingKept: 'Hors connexion — ne fermez pas cette page',
} as const;
