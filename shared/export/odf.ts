/** What every OpenDocument file has, whatever it holds: the zip, its table of contents, its properties. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { localeOf } from './document/typeset.ts';
import type { Language } from './input.ts';
import { type Xml, xml, xmlFile } from './xml.ts';
import { zipDay } from './zip-day.ts';

export interface OdfProperties {
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly made: number;
}

/** @param parts by their names: `content.xml` */
export function packOdf(
  mediaType: string,
  properties: OdfProperties,
  parts: Readonly<Record<string, Xml>>,
): Uint8Array<ArrayBuffer> {
  const all = { ...parts, 'meta.xml': metaXml(properties) };
  const files: Zippable = {
    // First and stored: programs know the kind of file by its first bytes.
    mimetype: [strToU8(mediaType), { level: 0 }],
    'META-INF/manifest.xml': xmlFile(manifestXml(mediaType, Object.keys(all))),
  };
  for (const [name, part] of Object.entries(all)) files[name] = xmlFile(part);
  return new Uint8Array(zipSync(files, { mtime: zipDay(properties.made) }));
}

/** Prefixes of the parts, `content.xml` and the like, as the standard spells them. */
export const odfNamespaces = xml`
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
  xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"`;

const manifestXml = (mediaType: string, names: readonly string[]): Xml => xml`<manifest:manifest
  xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
  ${fileEntry('/', mediaType)}${names.map((name) => fileEntry(name, 'text/xml'))}
</manifest:manifest>`;

const fileEntry = (path: string, type: string): Xml =>
  xml`<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;

function metaXml({ title, description, language, made }: OdfProperties): Xml {
  const date = new Date(made).toISOString().slice(0, 19);
  return xml`<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">
    <office:meta>
      <meta:generator>Gommette</meta:generator>
      <dc:title>${title}</dc:title>
      <dc:description>${description}</dc:description>
      <meta:creation-date>${date}</meta:creation-date>
      <dc:date>${date}</dc:date>
      <dc:language>${localeOf(language)}</dc:language>
    </office:meta>
  </office:document-meta>`;
}
