/**
 * The annex for Word: the zip and its parts. What is said is in `docx-content.ts`, how it looks in
 * `docx-styles.ts`. Order of elements counts for Word: it is that of ECMA-376, part 1.
 */
import { strToU8, zipSync } from 'fflate';
import type { Document } from './document/blocks.ts';
import { localeOf } from './document/typeset.ts';
import { contentXml, footerXml, NAMESPACE } from './docx-content.ts';
import { stylesXml } from './docx-styles.ts';
import { el, xmlHead, xmlText } from './xml.ts';
import { zipDay } from './zip-day.ts';

const formats = 'http://schemas.openxmlformats.org';
const relationships = `${formats}/officeDocument/2006/relationships`;
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function writeDocx(document: Document): Uint8Array<ArrayBuffer> {
  const parts = {
    '[Content_Types].xml': contentTypesXml,
    '_rels/.rels': relationsXml([
      ['document', `${relationships}/officeDocument`, 'word/document.xml'],
      ['core', `${formats}/package/2006/relationships/metadata/core-properties`, corePath],
    ]),
    [corePath]: propertiesXml(document),
    'word/_rels/document.xml.rels': relationsXml([
      ['styles', `${relationships}/styles`, 'styles.xml'],
      ['settings', `${relationships}/settings`, 'settings.xml'],
      ['footer', `${relationships}/footer`, 'footer1.xml'],
    ]),
    'word/document.xml': contentXml(document),
    'word/styles.xml': stylesXml(document.language),
    'word/settings.xml': settingsXml,
    'word/footer1.xml': footerXml(document.footer),
  };
  const files = Object.fromEntries(
    Object.entries(parts).map(([path, text]) => [path, strToU8(xmlHead + text)]),
  );
  return new Uint8Array(zipSync(files, { mtime: zipDay(document.made) }));
}

const corePath = 'docProps/core.xml';

const PARTS = [
  ['/word/document.xml', `${wordTypes}.document.main+xml`],
  ['/word/styles.xml', `${wordTypes}.styles+xml`],
  ['/word/settings.xml', `${wordTypes}.settings+xml`],
  ['/word/footer1.xml', `${wordTypes}.footer+xml`],
  [`/${corePath}`, 'application/vnd.openxmlformats-package.core-properties+xml'],
] as const;
const contentTypesXml = el(
  'Types',
  { xmlns: `${formats}/package/2006/content-types` },
  el('Default', {
    Extension: 'rels',
    ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
  }) +
    el('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
    PARTS.map(([PartName, ContentType]) => el('Override', { PartName, ContentType })).join(''),
);

const relationsXml = (relations: readonly (readonly [id: string, type: string, to: string])[]) =>
  el(
    'Relationships',
    { xmlns: `${formats}/package/2006/relationships` },
    relations.map(([Id, Type, Target]) => el('Relationship', { Id, Type, Target })).join(''),
  );

function propertiesXml({ title, subject, language, cover, made }: Document): string {
  const date = `${new Date(made).toISOString().slice(0, 19)}Z`;
  const time = { 'xsi:type': 'dcterms:W3CDTF' };
  const namespaces = {
    'xmlns:cp': `${formats}/package/2006/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const properties = [
    el('dc:title', {}, xmlText(title)),
    el('dc:subject', {}, xmlText(subject)),
    el('dc:creator', {}, xmlText(cover.territory)),
    el('dc:language', {}, localeOf(language)),
    el('dcterms:created', time, date),
    el('dcterms:modified', time, date),
  ];
  return el('cp:coreProperties', namespaces, properties.join(''));
}

/** The way Word 2013 and later lays pages out: without it, Word opens the file as an older one. */
const compatibility = el('w:compatSetting', {
  'w:name': 'compatibilityMode',
  'w:uri': 'http://schemas.microsoft.com/office/word',
  'w:val': 15,
});
const settingsXml = el(
  'w:settings',
  NAMESPACE,
  el('w:defaultTabStop', { 'w:val': 720 }) + el('w:compat', {}, compatibility),
);
