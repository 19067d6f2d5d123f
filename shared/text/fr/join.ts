import type { Role } from '../../session/roles.ts';

/** Entering a workshop by its link, and handing its links on. */
export const joinFr = {
  notice: 'À savoir',
  purgeDate: (day: string) => `Cet atelier sera effacé le ${day}.`,
  name: 'Prénom ou fonction',
  nameHelp: 'Tel que les autres vous verront. Aucune adresse de courriel n’est demandée.',
  nameMissing: 'Indiquez un prénom ou une fonction.',
  nameTooLong: 'C’est trop long : 60 caractères au plus.',
  place: 'Direction ou organisme',
  placeChoose: 'Choisissez dans la liste',
  placeMissing: 'Choisissez votre direction ou votre organisme.',
  directions: 'Directions',
  actors: 'Partenaires',
  withoutPlace: 'Animation, sans direction',
  privacy:
    'Ce nom ne sert qu’à se reconnaître dans cet atelier : il n’est ni exporté, ni transmis à un autre service.',
  enter: 'Entrer dans l’atelier',

  linksTitle: 'Les liens de l’atelier',
  readyTitle: 'L’atelier est prêt',
  linksText:
    'Chaque lien ouvre l’atelier avec un rôle. Gardez le premier pour vous : le serveur n’en conserve pas de copie lisible, mais cet appareil s’en souvient.',
  linkNames: {
    facilitator: 'Pour animer',
    participant: 'Pour participer',
    observer: 'Pour regarder ou projeter',
  } satisfies Record<Role, string>,
  linkUses: {
    facilitator: 'À vous et à vos co-animateurs : priorités, directions, déroulé.',
    participant: 'Aux directions et aux partenaires : écrire et déplacer des actions.',
    observer: 'Aux élus, à la salle, à l’écran projeté : lire sans rien changer.',
  } satisfies Record<Role, string>,
  copyLink: 'Copier le lien',
  copyInvitation: 'Copier une invitation',
  /** What is sent to those who will come. */
  invitation: (link: string, tryNetwork: string) =>
    `Voici le lien pour participer à l’atelier :\n${link}\n\nQuelques jours avant, sur l’appareil et le réseau que vous utiliserez, vérifiez que rien ne le bloque :\n${tryNetwork}\n`,
  copyFailed: 'Copie impossible : sélectionnez le texte.',
} as const;
