import type { FormatId } from '../../export/formats.ts';
import { enPlural, frPlural, type Translated } from '../texts.ts';

/** A workshop that comes in as a file, or leaves as one. */
export const transferFr = {
  importTitle: 'Importer un fichier d’atelier',
  importText: 'Un fichier .json exporté d’ici ou préparé à l’avance. 10 Mo au plus.',
  importChoose: 'Choisir un fichier',
  importDrop: 'ou déposez-le ici',
  importReading: (name: string) => `Lecture de « ${name} »…`,
  importSending: (name: string) => `Envoi de « ${name} »…`,
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
  exportText:
    'Chaque fichier contient toutes les actions de l’atelier, écartées et fusionnées comprises, sans aucun nom de participant.',
  exportUses: {
    json: 'Pour garder l’atelier, le rouvrir ici ou le confier à un autre serveur.',
    csv: 'Pour relire et trier dans Excel ou LibreOffice. Une cellule qui commence comme une formule est neutralisée.',
    'csv-open': 'Pour publier ou traiter la liste par programme : virgules et dates ISO.',
  } satisfies Record<FormatId, string>,
  exportDownload: (format: string) => `Télécharger : ${format}`,
  exportRunning: (format: string) => `Préparation de « ${format} »…`,
  exportDone: (name: string) => `« ${name} » est dans vos téléchargements.`,
  exportOfflineTitle: 'Hors connexion',
  exportOffline:
    'Les fichiers sont préparés par le serveur, qui connaît le travail de tous. Ils seront disponibles au retour de la connexion.',
  exportUnsaved: 'Vos dernières modifications partent encore : attendez « Enregistré ».',
} as const;

export const transferEn: Translated<typeof transferFr> = {
  importTitle: 'Import a workshop file',
  importText: 'A .json file exported from here or prepared beforehand. 10 MB at most.',
  importChoose: 'Choose a file',
  importDrop: 'or drop it here',
  importReading: (name) => `Reading “${name}”…`,
  importSending: (name) => `Sending “${name}”…`,
  importCancel: 'Give up',
  importCancelled: 'Import given up: the workshop was not opened.',
  importTooLarge: (size) =>
    `This file weighs ${size}; the limit is 10 MB. A workshop of 500 actions takes less than 2: is it the right file?`,
  importEmpty: 'This file is empty.',
  importUnreadable: 'This file could not be read on this device.',
  megabytes: (size) =>
    `${size.toLocaleString('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`,
  faults: (count) => `${enPlural(count, 'remark', 'remarks')} about this file`,
  faultsText: 'Everything else was taken as it is. These points could not be:',
  faultsCopy: 'Copy the remarks',

  exportTitle: 'Export the workshop',
  exportText:
    'Each file holds every action of the workshop, those set aside or merged included, and no participant’s name.',
  exportUses: {
    json: 'To keep the workshop, open it here again or take it to another server.',
    csv: 'To read and sort in Excel or LibreOffice. A cell that begins like a formula is neutralised.',
    'csv-open': 'To publish the list or process it by program: commas and ISO dates.',
  },
  exportDownload: (format) => `Download: ${format}`,
  exportRunning: (format) => `Preparing “${format}”…`,
  exportDone: (name) => `“${name}” is in your downloads.`,
  exportOfflineTitle: 'Offline',
  exportOffline:
    'The server prepares the files, since it knows everybody’s work. They will be available when the connection is back.',
  exportUnsaved: 'Your last changes are still on their way: wait for “Saved”.',
};
