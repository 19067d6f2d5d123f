/** The annex as LibreOffice opens it: DOCX and ODT, read back and laid out on pages. */
import { beforeEach, describe, expect, test } from 'vitest';
import { annexOf } from '../../../shared/export/document/annex.ts';
import type { Document } from '../../../shared/export/document/blocks.ts';
import { writeDocx } from '../../../shared/export/docx.ts';
import { writeOdt } from '../../../shared/export/odt.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import { hostileWorkshop } from '../../support/hostile-workshop.ts';
import { convert, needsOffice } from '../../support/libreoffice.ts';
import { odfOutline, outlineOf } from '../../support/outline.ts';
import { plainInput } from '../../support/plain-input.ts';
import { readArchive } from '../../support/read-archive.ts';
import { findAll, readXml, textOf, type XmlElement } from '../../support/read-xml.ts';
import { boardOf, demoText, workshopOf } from '../../support/workshop-file.ts';

/** LibreOffice is begun by the first test that asks, and all wait for it. */
const timeoutMs = 60_000;
const now = Date.UTC(2026, 10, 23, 10);
const demo = boardOf(workshopOf(readWorkshop(demoText)));
const demoAnnex = annexOf(plainInput(demo, { now }));
const annexes: ReadonlyMap<string, Document> = new Map([
  ['demo', demoAnnex],
  ...[1, 2].map(
    (seed) => [`hostile ${seed}`, annexOf(plainInput(hostileWorkshop(seed), { now }))] as const,
  ),
]);
const kinds = ['docx', 'odt'] as const;
type Kind = (typeof kinds)[number];
const cases = [...annexes.keys()].flatMap((name) => kinds.map((kind) => [name, kind] as const));
const annex = (name: string): Document => {
  const found = annexes.get(name);
  if (!found) throw new Error(`no annex ${name}`);
  return found;
};
const write = { docx: writeDocx, odt: writeOdt };
const files = new Map(
  cases.map(([name, kind]) => [`${name}-${kind}.${kind}`, write[kind](annex(name))] as const),
);
const fileOf = (name: string, kind: Kind) => files.get(`${name}-${kind}.${kind}`);

describe('the files', () => {
  test.each(cases)('[XD7] %s as %s is a whole archive of well-formed parts', (name, kind) => {
    const parts = readArchive(fileOf(name, kind) ?? new Uint8Array());
    const roots = [...parts].map(([path, { bytes, isStored }]) => {
      if (path === 'mimetype') return isStored && bytes.toString();
      return readXml(bytes.toString('utf8')).name;
    });
    expect(roots.at(0)).toBe(kind === 'odt' ? 'application/vnd.oasis.opendocument.text' : 'Types');
    expect(roots).toHaveLength(kind === 'odt' ? 5 : 8);
  });
});

describe('opened by LibreOffice', () => {
  beforeEach(needsOffice);
  const opened = once(() => convert(Object.fromEntries(files), 'fodt'));
  const printed = once(() =>
    convert(
      Object.fromEntries(kinds.map((kind) => [`${kind}.${kind}`, write[kind](demoAnnex)])),
      'pdf',
    ),
  );
  const read = async (name: string, kind: Kind) =>
    readXml((await opened()).get(`${name}-${kind}.fodt`)?.toString('utf8') ?? '');

  test.each(cases)(
    '[XD6] %s as %s says what the document says, field by field',
    async (name, kind) => {
      expect(odfOutline(await read(name, kind))).toEqual(outlineOf(annex(name)));
    },
    timeoutMs,
  );

  test.each(kinds)(
    '[XD8] %s tells its title and language, its headers, its pages',
    async (kind) => {
      const document = await read('demo', kind);
      const texts = (name: string) => findAll(document, name).map(textOf);
      expect(texts('dc:title')).toEqual(['Imaginer les actions du SPASER – Fiches actions']);
      expect(texts('dc:language')).toEqual(['fr-FR']);
      const tables = findAll(document, 'table:table');
      expect(tables).toHaveLength(demoAnnex.sections.length + 1);
      for (const table of tables)
        expect(findAll(table, 'table:table-header-rows').map(rowsOf)).toEqual([1]);
      const [footer, ...others] = findAll(document, 'style:footer').map(textOf);
      expect(footer).toMatch(
        /^\s*Imaginer les actions du SPASER – .*\(démonstration\)Page \d+ ?sur \d+/,
      );
      expect(others).toEqual([]);
    },
    timeoutMs,
  );

  test.each(kinds)(
    '[XD9] %s gives each action a page, in a document with its language',
    async (kind) => {
      const pdf = (await printed()).get(`${kind}.pdf`)?.toString('latin1') ?? '';
      const pages = pdf.match(/\/Type\/Page\b/g)?.length ?? 0;
      // With the letters of this machine, wider than those of the document, some sheets may take two.
      expect(pages).toBeGreaterThanOrEqual(demoAnnex.sections.length + 1);
      expect(pages).toBeLessThan(1.2 * demoAnnex.sections.length);
      expect(pdf).toContain('/Lang(fr-FR)');
    },
    timeoutMs,
  );
});

const rowsOf = (element: XmlElement) => findAll(element, 'table:table-row').length;

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
