/** What every OpenDocument file has, whatever it holds: the zip, its table of contents, its properties. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Language } from './input.ts';
import { el, xmlHead, xmlText } from './xml.ts';
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
const NAMESPACES = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:number': 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:config': 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
};

/** A whole part, `content.xml` and the like, from what is in its first element. */
export const odfPart = (
  name: string,
  content: string,
  namespaces: Readonly<Record<string, string>> = {},
): string => xmlHead + el(name, { ...NAMESPACES, ...namespaces, 'office:version': '1.3' }, content);

function manifestXml(mediaType: string, names: readonly string[]): string {
  const entry = (path: string, type: string) =>
    el('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type });
  const entries = [entry('/', mediaType), ...names.map((name) => entry(name, 'text/xml'))];
  const namespace = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
  const attributes = { 'xmlns:manifest': namespace, 'manifest:version': '1.3' };
  return xmlHead + el('manifest:manifest', attributes, entries.join(''));
}

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

function metaXml({ title, description, language, made }: OdfProperties): string {
  const date = new Date(made).toISOString().slice(0, 19);
  const namespaces = {
    'xmlns:office': NAMESPACES['xmlns:office'],
    'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'office:version': '1.3',
  };
  const properties = [
    el('meta:generator', {}, 'Gommette'),
    el('dc:title', {}, xmlText(title)),
    el('dc:description', {}, xmlText(description)),
    el('meta:creation-date', {}, date),
    el('dc:date', {}, date),
    el('dc:language', {}, locales[language]),
  ];
  const meta = el('office:meta', {}, properties.join(''));
  return xmlHead + el('office:document-meta', namespaces, meta);
}
