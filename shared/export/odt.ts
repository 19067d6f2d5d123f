/**
 * The annex as OpenDocument text: the zip and its parts. What is said is in `odt-content.ts`, how it
 * looks in `odt-styles.ts`.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Document } from './document/blocks.ts';
import { localeOf } from './document/typeset.ts';
import { contentXml } from './odt-content.ts';
import { stylesXml } from './odt-styles.ts';
import { xmlHead, xmlText } from './xml.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';
/** The zip format knows no day before. */
const firstZipDay = Date.UTC(1980, 0, 2);

export function writeOdt(document: Document): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {
    // First and stored: programs know the kind of file by its first bytes.
    mimetype: [strToU8(mediaType), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifestXml),
    'meta.xml': strToU8(metaXml(document)),
    'styles.xml': strToU8(stylesXml(document)),
    'content.xml': strToU8(contentXml(document)),
  };
  return new Uint8Array(zipSync(parts, { mtime: Math.max(document.made, firstZipDay) }));
}

const manifestXml = `${xmlHead}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
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
  const date = new Date(made).toISOString().slice(0, 19);
  return `${xmlHead}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>Gommette</meta:generator><dc:title>${xmlText(title)}</dc:title><dc:description>${xmlText(subject)}</dc:description><meta:creation-date>${date}</meta:creation-date><dc:date>${date}</dc:date><dc:language>${localeOf(language)}</dc:language></office:meta></office:document-meta>`;
}
