import type { Conformity } from '../../protocol/http.ts';

/** The declaration of accessibility: what the model of the State asks, in its order. */
export const accessibilityFr = {
  title: 'Accessibilité',
  /** What the law wants in sight on the first page. */
  mention: {
    total: 'Accessibilité : totalement conforme',
    partial: 'Accessibilité : partiellement conforme',
    none: 'Accessibilité : non conforme',
  } satisfies Record<Conformity, string>,
  unknownOwner: 'L’organisme qui propose cet atelier',
  engagement: (owner: string) =>
    `${owner} s’engage à rendre ses services numériques accessibles, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à Gommette, servie à cette adresse.`,
  stateTitle: 'État de conformité',
  states: {
    total:
      'Gommette est totalement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.',
    partial:
      'Gommette est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1, en raison des limites énumérées ci-dessous.',
    none: 'Gommette n’est pas conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1 : aucun audit de conformité n’a encore été déclaré pour cette adresse.',
  } satisfies Record<Conformity, string>,
  dated: (date: string) => `Déclaration établie le ${date}.`,
  undated: 'La date de cette déclaration n’a pas été précisée.',
  testsTitle: 'Ce qui a été vérifié',
  tests:
    'Les tests du logiciel parcourent chaque page au clavier, avec un moteur de contrôle automatique (axe), à 320 pixels de large, avec les espacements de texte agrandis, en thèmes clair, sombre et contrasté ; les annonces sont relues en toutes lettres. Ces tests ne remplacent pas un audit.',
  faultsTitle: 'Contenus non accessibles',
  faults: {
    projection:
      'L’écran de projection est fait pour être lu de loin dans une salle : il n’a ni commande, ni annonce. Le lien de lecture montre le même atelier, accessible.',
    carets:
      'La place des curseurs des autres dans un texte est montrée, sans être annoncée ; le nom de qui écrit sur une fiche l’est.',
    others:
      'Les cartes que d’autres écrivent ne sont pas annoncées une à une, pour ne pas couvrir la lecture.',
    files:
      'Les fichiers exportés gardent titres et tableaux balisés ; un tableur ou un traitement de texte peut les altérer à l’enregistrement.',
  },
  contactTitle: 'Retour d’information et contact',
  contactText:
    'Si vous n’arrivez pas à accéder à un contenu ou à un service, signalez-le pour être orienté vers une autre solution ou obtenir le contenu sous une autre forme.',
  noContact: 'Adressez-vous à la personne qui anime l’atelier, ou à l’organisme qui l’organise.',
  remediesTitle: 'Voies de recours',
  remedies:
    'Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et que vous n’avez pas obtenu de réponse satisfaisante, vous pouvez saisir le Défenseur des droits :',
  defenderWrite: 'par écrit, en ligne :',
  defenderCall:
    'par téléphone : 09 69 39 00 00, du lundi au vendredi ; ou auprès d’un délégué de votre région ;',
  defenderPost:
    'par courrier, gratuit et sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
} as const;

export const accessibilityWords = { part: 'accessibility', fr: accessibilityFr } as const;
