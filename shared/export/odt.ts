/**
 * The annex as OpenDocument text: the zip and its parts. What is said is in `odt-content.ts`, how it
 * looks in `odt-styles.ts`.
 */
import type { Document } from './document/blocks.ts';
import { localeOf } from './document/typeset.ts';
import { contentXml } from './odt-content.ts';
import { stylesXml } from './odt-styles.ts';
import { xmlText } from './xml.ts';
import { momentText, xmlPackage } from './xml-package.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';

export function writeOdt(document: Document): Uint8Array<ArrayBuffer> {
  const parts = {
    'META-INF/manifest.xml': manifestXml,
    'meta.xml': metaXml(document),
    'styles.xml': stylesXml(document),
    'content.xml': contentXml(document),
  };
  return xmlPackage(parts, document.made, mediaType);
}

const manifestXml = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
  ['/', mediaType],
  ['content.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
]
  .map(
    ([path, type]) =>
      `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`,
  )
  .join('')}</manifest:manifest>`;

function metaXml({ title, subject, language, made }: Document): string {
  const date = momentText(made);
  return `<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>Gommette</meta:generator><dc:title>${xmlText(title)}</dc:title><dc:description>${xmlText(subject)}</dc:description><meta:creation-date>${date}</meta:creation-date><dc:date>${date}</dc:date><dc:language>${localeOf(language)}</dc:language></office:meta></office:document-meta>`;
}
