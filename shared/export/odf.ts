/** What every OpenDocument file has, whatever it holds: the zip, its table of contents, its properties. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Language } from './input.ts';
import { xmlHead, xmlText } from './xml.ts';
import { zipDay } from './zip-day.ts';

export interface OdfProperties {
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly made: number;
}

/** @param parts XML texts by their names: `content.xml` */
export function packOdf(
  mediaType: string,
  properties: OdfProperties,
  parts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const all = { ...parts, 'meta.xml': metaXml(properties) };
  const files: Zippable = {
    // First and stored: programs know the kind of file by its first bytes.
    mimetype: [strToU8(mediaType), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifestXml(mediaType, Object.keys(all))),
  };
  for (const [name, xml] of Object.entries(all)) files[name] = strToU8(xml);
  return new Uint8Array(zipSync(files, { mtime: zipDay(properties.made) }));
}

/** Prefixes of the parts, as the standard spells them. */
export const ODF_NAMESPACES = Object.entries({
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  number: 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  config: 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
})
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(' ');

function manifestXml(mediaType: string, names: readonly string[]): string {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return `${xmlHead}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry('/', mediaType)}${names.map((name) => entry(name, 'text/xml')).join('')}</manifest:manifest>`;
}

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

function metaXml({ title, description, language, made }: OdfProperties): string {
  const date = new Date(made).toISOString().slice(0, 19);
  return `${xmlHead}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>Gommette</meta:generator><dc:title>${xmlText(title)}</dc:title><dc:description>${xmlText(description)}</dc:description><meta:creation-date>${date}</meta:creation-date><dc:date>${date}</dc:date><dc:language>${locales[language]}</dc:language></office:meta></office:document-meta>`;
}
