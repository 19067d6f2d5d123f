/** A board that is open as this device had it, and a device that keeps nothing of it. */
export const deviceFr = {
  band: 'Sur cet appareil',
  /** @param when the day and the hour */
  shown: (when: string) => `Sans connexion : voici ce que cet appareil avait gardé le ${when}.`,
  staysHere: 'Ce que vous écrivez reste ici et partira au retour du réseau.',
  notKept:
    'Ce navigateur ne garde rien de cet atelier. Si le réseau se coupe, laissez cette page ouverte : ce que vous écrivez n’est que sur elle jusqu’au retour.',
  noAccess:
    'Ce navigateur ne retient pas qui vous êtes. Gardez le lien reçu : il vous sera demandé la prochaine fois.',
  understood: 'Compris',
} as const;
/** Fetched with what says them. */
export const deviceWords = { part: 'device', fr: deviceFr } as const;
