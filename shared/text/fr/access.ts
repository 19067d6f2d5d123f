import type { Role } from '../../session/roles.ts';

/** What facilitators change about who may come in: links, entry by code, people. */
export const accessFr = {
  linksText:
    'Chaque lien ouvre l’atelier avec un rôle. Le serveur n’en garde pas de copie lisible : seuls les liens connus de cet appareil se montrent ici.',
  checking: 'Vérification des liens…',
  unknownLink:
    'Cet appareil ne connaît pas ce lien, ou il a été renouvelé. Qui l’a créé peut vous l’envoyer ; vous pouvez aussi le renouveler.',
  linkFaults: {
    here: {
      title: 'Ces liens ne s’ouvrent que sur cet appareil',
      text: (origin: string) =>
        `Ils commencent par « ${origin} », qui désigne l’appareil même où on les ouvre. Ouvrez Gommette par son adresse sur le réseau, puis renouvelez les liens ; ou demandez à qui l’héberge de régler PUBLIC_URL.`,
    },
    clear: {
      title: 'Ces liens ne sont pas chiffrés',
      text: (origin: string) =>
        `Ils commencent par « ${origin} » : qui partage le réseau peut lire ce qui s’écrit. Au-delà d’une salle, demandez à qui l’héberge une adresse en https.`,
    },
  },
  renew: 'Renouveler ce lien',
  renewNamed: (link: string) => `Renouveler le lien « ${link} »`,
  renewAsk: 'Renouveler ce lien ?',
  renewText: {
    facilitator:
      'L’ancien lien n’ouvrira plus rien. Les autres personnes à l’animation sortent tout de suite de l’atelier ; vous restez.',
    participant:
      'L’ancien lien n’ouvrira plus rien, le code d’entrée non plus. Toutes les personnes qui participent sortent tout de suite : leurs actions restent, et il leur faudra le nouveau lien pour revenir.',
    observer:
      'L’ancien lien n’ouvrira plus rien. Les écrans et les personnes qui regardent sortent tout de suite : il leur faudra le nouveau lien.',
  } satisfies Record<Role, string>,
  renewYes: 'Renouveler',
  renewed: 'Nouveau lien prêt : l’ancien n’ouvre plus rien.',

  codeTitle: 'Entrée par code',
  codeClosed:
    'Fermée. Ouvrez-la le temps que chacun arrive : un code de six caractères, à taper sur la page d’accueil, fait entrer comme participant.',
  codeOpen:
    'Ouverte. Ce code s’affiche ici et sur les écrans en lecture ; fermez l’entrée quand tout le monde est là.',
  codeNow: 'Code d’entrée',
  openCode: 'Ouvrir l’entrée par code',
  closeCode: 'Fermer l’entrée par code',

  show: 'Afficher en grand',
  showQr: 'Afficher le QR',
  screenTitle: 'Entrer dans l’atelier',
  qrLabel: 'QR code du lien pour participer',
  screenScan: 'Avec un téléphone : visez ce carré.',
  screenType: (place: string) => `Sur un ordinateur : ouvrez ${place}, puis « J’ai un code ».`,

  counts: 'Personnes présentes, par direction',
  count: (origin: string, people: number) => `${origin} : ${people}`,
  manage: 'Gérer',
  manageNamed: (name: string) => `Gérer ${name}`,
  newName: 'Nom affiché',
  rename: 'Renommer',
  renamed: (name: string) => `Nom changé : ${name}.`,
  handOver: 'Confier l’animation',
  handOverAsk: (name: string) => `Confier l’animation à ${name} ?`,
  handOverText:
    'Cette personne pourra tout ce que vous pouvez : changer les priorités, renouveler les liens, retirer quelqu’un.',
  handedOver: (name: string) => `${name} peut maintenant animer.`,
  takeBack: 'Retirer l’animation',
  takeBackAsk: (name: string) => `Retirer l’animation à ${name} ?`,
  takeBackText:
    'Cette personne reste et participe. Avec le lien pour animer elle pourrait y revenir : renouvelez-le si besoin.',
  takenBack: (name: string) => `${name} participe, sans animer.`,
  setWorkAside: 'Écarter tout son travail',
  putBackWork: 'Remettre son travail',
  workAside: (name: string) =>
    `Écartées : les actions de ${name} et ses idées cachées. « Remettre son travail » les ramène.`,
  workBack: (name: string) => `Les actions de ${name} et ses idées cachées sont revenues.`,
  noWork: (name: string) => `${name} n’a rien proposé qui soit à écarter.`,
  remove: 'Retirer de l’atelier',
  removeAsk: (name: string) => `Retirer ${name} de l’atelier ?`,
  removeText:
    'Cette personne sort tout de suite et son nom est effacé ; ses actions restent : écartez-les avant, s’il le faut. Si elle a encore le lien, elle peut revenir : renouvelez-le aussi.',
  removed: (name: string) => `${name} n’est plus dans l’atelier.`,
} as const;

export const accessWords = { part: 'access', fr: accessFr } as const;
