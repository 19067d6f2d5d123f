import { frPlural } from '../texts.ts';

/** A workshop that comes in as a file, or leaves as one. */
export const transferFr = {
  importTitle: 'Importer un fichier d’atelier',
  importText: 'Un fichier .json exporté d’ici ou préparé à l’avance. 10 Mo au plus.',
  importChoose: 'Choisir un fichier',
  importDrop: 'ou déposez-le ici',
  importReading: (name: string) => `Lecture de « ${name} »…`,
  importSending: (name: string) => `Envoi de « ${name} »…`,
  /** All of it has left. */
  importOpening: (name: string) => `« ${name} » est envoyé : le serveur l’ouvre…`,
  importFailed:
    'L’atelier n’a pas été ouvert. Le fichier reste sur cet appareil : réessayez, ou choisissez-en un autre.',
  /** Of a file, how much has gone or come; of how much, where that is known. */
  moved: (bytes: string, total: string | undefined) => (total ? `${bytes} sur ${total}` : bytes),
  importCancel: 'Abandonner',
  importCancelled: 'Import abandonné : l’atelier n’a pas été ouvert.',
  importTooLarge: (size: string) =>
    `Ce fichier pèse ${size} ; la limite est de 10 Mo. Un atelier de 500 actions en fait moins de 2 : est-ce le bon fichier ?`,
  importEmpty: 'Ce fichier est vide.',
  importUnreadable: 'Ce fichier n’a pas pu être lu sur cet appareil.',
  megabytes: (size: number) =>
    `${size.toLocaleString('fr', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} Mo`,
  faults: (count: number) => `${frPlural(count, 'remarque', 'remarques')} sur ce fichier`,
  faultsText: 'Le reste a été repris tel quel. Ces points n’ont pas pu l’être :',
  faultsCopy: 'Copier les remarques',

  exportTitle: 'Exporter l’atelier',
  exportText: (isNamed: boolean) =>
    isNamed
      ? 'Les fichiers diront qui a proposé chaque action et écrit chaque commentaire : réservez-les aux échanges internes. Le fichier d’atelier et le plan pour Territoires en Transitions ne nomment jamais personne.'
      : 'Aucun fichier ne nomme les participants : seules leurs directions et leurs organismes y figurent.',
  exportNames: 'Avec les noms des personnes',
  exportGroups: { workbooks: 'Tableurs', documents: 'Documents', data: 'Données' },
  exportUses: {
    json: 'Pour garder l’atelier, le rouvrir ici ou le confier à un autre serveur.',
    csv: 'Pour relire et trier dans Excel ou LibreOffice. Une cellule qui commence comme une formule est neutralisée.',
    'csv-open': 'Pour publier ou traiter la liste par programme : virgules et dates ISO.',
    docx: 'Pour annexer à une délibération, relire et corriger : une fiche par page, dans Word.',
    odt: 'Le même document, dans le format ouvert recommandé aux administrations.',
    html: 'Pour imprimer ou faire un PDF depuis le navigateur, sans rien installer.',
    markdown: 'Pour un wiki, un dépôt ou un éditeur de texte.',
    xlsx: 'Pour travailler la liste : actions, totaux par axe, direction et échéance, indicateurs, trace.',
    ods: 'Le même classeur, dans le format ouvert recommandé aux administrations.',
    tet: 'Pour charger le plan dans l’outil de l’ADEME, sans le ressaisir.',
  },
  exportLeft: {
    xlsx: 'Sans le déroulé ni ce que les acteurs ont dit hors des actions.',
    ods: 'Sans le déroulé ni ce que les acteurs ont dit hors des actions.',
    csv: 'La liste seule : sans totaux ni déroulé.',
    'csv-open': 'La liste seule : sans totaux ni déroulé.',
    docx: 'Sans les actions écartées ou fusionnées ni les commentaires.',
    odt: 'Sans les actions écartées ou fusionnées ni les commentaires.',
    html: 'Sans les actions écartées ou fusionnées ni les commentaires.',
    markdown: 'Sans les actions écartées ou fusionnées ni les commentaires.',
    json: 'Sans les noms ni l’historique des modifications.',
    tet: 'Sans les actions écartées ou fusionnées, les votes ni les commentaires.',
  },
  exportCancel: 'Abandonner',
  exportCancelled: 'Abandonné : aucun fichier n’a été enregistré.',
  exportDownload: (format: string) => `Télécharger : ${format}`,
  exportRunning: (format: string) => `Préparation de « ${format} »…`,
  exportDone: (name: string) => `« ${name} » est dans vos téléchargements.`,
  exportOfflineTitle: 'Hors connexion',
  exportOffline:
    'Les fichiers sont préparés par le serveur, qui connaît le travail de tous. Ils seront disponibles au retour de la connexion.',
  exportUnsaved: 'Vos dernières modifications partent encore : attendez « Enregistré ».',
} as const;

export const transferWords = { part: 'transfer', fr: transferFr } as const;
