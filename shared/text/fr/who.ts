/** At a device that several people use: who is there now. */
export const whoFr = {
  title: 'Qui êtes-vous ?',
  text: 'Cet atelier a déjà été ouvert sur cet appareil. Rien ne part avant votre réponse.',
  continueAs: (name: string, place: string) =>
    place === '' ? `Continuer comme « ${name} »` : `Continuer comme « ${name} (${place}) »`,
  somebodyElse: 'Être quelqu’un d’autre',
  help: 'Ce qu’une autre personne a commencé ici reste à elle : vous ne le verrez pas, et rien ne sera envoyé en son nom.',
} as const;

export const whoWords = { part: 'who', fr: whoFr } as const;
