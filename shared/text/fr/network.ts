/** What stands in the way of a workshop, what to do, and the page that tries a network beforehand. */
import type { Obstacle, Verdict } from '../../protocol/obstacles.ts';
import type { Translated } from '../texts.ts';

/** What is wrong in a few words, then what it means, then what to do, in the order to try it. */
interface Told {
  readonly title: string;
  readonly text: string;
  readonly steps: readonly string[];
}

const obstacles = {
  blocked: {
    title: 'Votre réseau bloque l’atelier',
    text: 'Cette page arrive jusqu’à vous, mais ni la liaison en direct ni la liaison de secours ne passent : un filtre du réseau les arrête.',
    steps: [
      'Essayez par un autre réseau : le partage de connexion de votre téléphone suffit.',
      'Sinon, envoyez la note ci-dessous au service informatique.',
    ],
  },
  portal: {
    title: 'Quelque chose répond à la place du serveur',
    text: 'C’est souvent la page de connexion d’un Wi-Fi, ou un filtre de votre organisation.',
    steps: [
      'Ouvrez un autre site dans un nouvel onglet : si une page de connexion s’affiche, identifiez-vous, puis revenez ici.',
      'Sinon, envoyez la note ci-dessous au service informatique.',
    ],
  },
  stopped: {
    title: 'Le serveur ne répond pas',
    text: 'Il redémarre ou il est arrêté, ou bien la connexion est coupée entre lui et vous.',
    steps: [
      'Ouvrez un autre site : s’il ne s’ouvre pas non plus, c’est votre connexion.',
      'Si les autres sites s’ouvrent, prévenez la personne qui anime.',
    ],
  },
  offline: {
    title: 'Cet appareil n’est pas connecté',
    text: 'Il dit lui-même n’avoir aucun réseau.',
    steps: ['Vérifiez le Wi-Fi ou le câble, et que le mode avion est coupé.'],
  },
  tabs: {
    title: 'Vous avez déjà ouvert cet atelier cinq fois',
    text: 'Une même personne peut l’ouvrir dans cinq onglets ou appareils à la fois.',
    steps: ['Fermez un autre onglet, ou la page d’un autre appareil.'],
  },
  oldBrowser: {
    title: 'Ce navigateur est trop ancien',
    text: 'Il lui manque des fonctions dont le tableau a besoin.',
    steps: [
      'Mettez-le à jour, ou ouvrez le lien dans Firefox, Chrome, Edge ou Safari, en version de 2024 ou plus récente.',
      'Sur un poste géré par votre organisation, envoyez la note ci-dessous au service informatique.',
    ],
  },
  storage: {
    title: 'Cet appareil ne gardera rien',
    text: 'Le navigateur refuse de garder des données pour ce site. Vous pourrez participer, mais ce qui attend l’envoi serait perdu en fermant la page.',
    steps: [
      'Autorisez les cookies et les données pour ce site, et quittez la navigation privée.',
      'Sinon, ne fermez pas la page tant que « Enregistré » n’est pas affiché.',
    ],
  },
  address: {
    title: 'L’adresse n’est pas entière',
    text: 'Il manque la fin du lien, ou il a été coupé en chemin.',
    steps: [
      'Reprenez le lien reçu, en entier, jusqu’au dernier caractère.',
      'Ou tapez le code d’entrée que donne la personne qui anime.',
    ],
  },
} as const satisfies Readonly<Record<Obstacle, Told>>;

export const networkFr = {
  verdicts: {
    ...obstacles,
    fallback: {
      title: 'Vous pourrez participer, par la liaison de secours',
      text: 'La liaison en direct ne passe pas sur ce réseau. La page prendra d’elle-même un autre chemin, un peu plus lent : rien d’autre ne change.',
      steps: ['Rien à faire. Pour plus de confort, envoyez la note au service informatique.'],
    },
    untried: {
      title: 'Le test n’a pas pu être fait',
      text: 'Le serveur répond, mais fait déjà trop d’essais de réseau en ce moment : rien ne dit encore si l’atelier passe.',
      steps: ['Attendez un instant : la page recommence d’elle-même.'],
    },
    fine: {
      title: 'Tout est prêt',
      text: 'Depuis cet appareil et ce réseau, l’atelier passe.',
      steps: [],
    },
  } as const satisfies Readonly<Record<Verdict, Told>>,
  stepsTitle: 'Que faire',
  searching: 'Recherche de ce qui bloque…',
  retrying: 'De nouveaux essais se font tout seuls : l’atelier s’ouvrira dès qu’il le pourra.',
  /** The network is good by now, and the workshop not open yet. */
  soon: 'Le réseau répond de nouveau',
  soonText: 'L’atelier s’ouvrira dès le prochain essai, dans quelques secondes.',

  noteTitle: 'Note à copier pour le service informatique',
  noteText: 'Elle ne contient ni lien d’atelier, ni nom.',
  noteCopy: 'Copier la note',
  noteHead: (host: string) => `Accès à Gommette : ${host}`,
  noteDate: (local: string, utc: string) => `Date : ${local} (${utc})`,
  noteFound: (title: string) => `Constat : ${title}`,
  noteTried: 'Essais :',
  noteBrowser: (agent: string) => `Navigateur : ${agent}`,
  /** @param origin as `https://host` */
  noteAsk: (origin: string) =>
    `À laisser passer : les WebSockets vers ${origin.replace(/^http/, 'ws')}/sync/…, avec leurs en-têtes Upgrade et Sec-WebSocket-Protocol ; à défaut, les requêtes GET et POST vers ${origin}/sync/… et ${origin}/api/…, sans page intermédiaire, sans mise en attente des réponses, et avec des corps de 64 ko.`,
  silent: 'aucune réponse',
  /** By our own server, which is there. */
  refused: 'le serveur n’a pas fait l’essai',

  title: 'Tester mon réseau',
  lead: 'Cette page essaie ce dont un atelier a besoin, sans en ouvrir un. Faites-le avant le jour dit, sur l’appareil et le réseau que vous utiliserez.',
  running: 'Essais en cours…',
  again: 'Recommencer',
  results: 'Ce qui a été essayé',
  states: { good: 'Bon', bad: 'À régler', unknown: 'Non mesuré', running: 'En cours…' },
  checks: {
    page: 'Cette page',
    http: 'Requêtes au serveur',
    socket: 'Liaison en direct (WebSocket)',
    polling: 'Liaison de secours (HTTP)',
    latency: 'Temps de réponse',
    clock: 'Horloge de l’appareil',
    storage: 'Mémoire de l’appareil',
    browser: 'Navigateur',
  },
  fixes: {
    page: '',
    http: 'Le serveur n’est pas joint : voyez plus haut ce qui bloque.',
    socket: 'À demander au service informatique. La liaison de secours peut suffire.',
    polling: 'À demander au service informatique. La liaison en direct suffit quand elle passe.',
    latency: 'Rapprochez-vous de la borne Wi-Fi, prenez un câble, ou arrêtez les téléchargements.',
    clock: 'Réglez l’heure de l’appareil, de préférence automatiquement.',
    storage: 'Autorisez les données de ce site, et quittez la navigation privée.',
    browser: 'Mettez le navigateur à jour.',
  },
  ms: (ms: number) => `${ms.toLocaleString('fr')} ms`,
  clockOff: (seconds: number) =>
    seconds === 0 ? 'à l’heure' : `écart de ${seconds.toLocaleString('fr')} s`,
  missing: (names: string) => `il manque : ${names}`,
  copyText: 'Copier le rapport',
  copyJson: 'Copier en JSON',
  reportTitle: 'Le rapport',
  reportText:
    'À envoyer à la personne qui anime, ou au service informatique. Il ne contient ni lien d’atelier, ni nom.',
} as const;

export const networkWords = { part: 'network', fr: networkFr } as const;
export type NetworkWords = Translated<typeof networkFr>;
