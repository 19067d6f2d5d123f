/**
 * The annex for Word: the zip and its parts. What is said is in `docx-content.ts`, how it looks in
 * `docx-styles.ts`. Order of elements counts for Word: it is that of ECMA-376, part 1.
 */
import { zipSync } from 'fflate';
import type { Document } from './document/blocks.ts';
import { localeOf } from './document/typeset.ts';
import { contentXml, footerXml } from './docx-content.ts';
import { NAMESPACE, stylesXml } from './docx-styles.ts';
import { type Xml, xml, xmlFile } from './xml.ts';
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
  const files = Object.entries(parts).map(([path, part]) => [path, xmlFile(part)]);
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: zipDay(document.made) }));
}

const corePath = 'docProps/core.xml';

const contentTypesXml = xml`<Types xmlns="${formats}/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Default Extension="xml" ContentType="application/xml"/>
  <Override PartName="/word/document.xml" ContentType="${wordTypes}.document.main+xml"/>
  <Override PartName="/word/styles.xml" ContentType="${wordTypes}.styles+xml"/>
  <Override PartName="/word/settings.xml" ContentType="${wordTypes}.settings+xml"/>
  <Override PartName="/word/footer1.xml" ContentType="${wordTypes}.footer+xml"/>
  <Override PartName="/${corePath}"
    ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>`;

const relationsXml = (relations: readonly (readonly [id: string, type: string, to: string])[]) =>
  xml`<Relationships xmlns="${formats}/package/2006/relationships">
    ${relations.map(
      ([id, type, to]) => xml`<Relationship Id="${id}" Type="${type}" Target="${to}"/>`,
    )}
  </Relationships>`;

function propertiesXml({ title, subject, language, cover, made }: Document): Xml {
  const date = `${new Date(made).toISOString().slice(0, 19)}Z`;
  return xml`<cp:coreProperties xmlns:cp="${formats}/package/2006/metadata/core-properties"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <dc:title>${title}</dc:title>
    <dc:subject>${subject}</dc:subject>
    <dc:creator>${cover.territory}</dc:creator>
    <dc:language>${localeOf(language)}</dc:language>
    <dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>
    <dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>
  </cp:coreProperties>`;
}

/** The compatibility is that of Word 2013: without it, Word opens the file as an older one. */
const settingsXml = xml`<w:settings ${NAMESPACE}>
  <w:defaultTabStop w:val="720"/>
  <w:compat>
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
      w:val="15"/>
  </w:compat>
</w:settings>`;
