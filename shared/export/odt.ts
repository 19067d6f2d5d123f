/** The annex as OpenDocument text. What is said is in `odt-content.ts`, how it looks in `odt-styles.ts`. */
import type { Document } from './document/blocks.ts';
import { packOdf } from './odf.ts';
import { contentXml } from './odt-content.ts';
import { stylesXml } from './odt-styles.ts';

export const writeOdt = (document: Document): Uint8Array<ArrayBuffer> =>
  packOdf(
    'application/vnd.oasis.opendocument.text',
    { ...document, description: document.subject },
    { 'content.xml': contentXml(document), 'styles.xml': stylesXml(document) },
  );
