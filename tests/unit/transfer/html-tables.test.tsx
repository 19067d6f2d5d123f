/** Tables of web pages, as Word, spreadsheets and business programs write them. */
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { tablesIn } from '../../../client/features/import/html-tables.ts';
import { readContent } from '../../../client/features/import/read-content.ts';
import { contentOf, type ReadSource } from '../../../client/features/import/read-source.ts';
import { SourceStep } from '../../../client/features/import/source-step.tsx';
import { unwrap } from '../../support/result.ts';
import { fr } from '../../support/words.ts';

const rowsIn = (html: string) => tablesIn(html).map(({ rows }) => rows);

test.each<[what: string, html: string, rows: readonly (readonly string[])[]]>([
  [
    'Word: attributes without quotes, paragraphs, entities',
    '<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Axe</b></p></td><td><p>Action&nbsp;: l&#8217;été</p></td></tr></table>',
    [['Axe', 'Action : l’été']],
  ],
  [
    'tags that are never closed',
    '<TABLE><TR><TD>A<TD>B<TR><TD>1<br>2<TD>3</TABLE>',
    [
      ['A', 'B'],
      ['1\n2', '3'],
    ],
  ],
  [
    'a cell over several lines',
    '<table><tr><td rowspan=2>Eau</td><td>Un</td></tr><tr><td>Deux</td></tr><tr><td>Emploi</td><td>Trois</td></tr></table>',
    [
      ['Eau', 'Un'],
      ['Eau', 'Deux'],
      ['Emploi', 'Trois'],
    ],
  ],
  [
    'a cell over several columns, and one over both',
    '<table><tr><td colspan=2 rowspan=2>A</td><td>B</td></tr><tr><td>C</td></tr></table>',
    [
      ['A', '', 'B'],
      ['A', '', 'C'],
    ],
  ],
  [
    'paragraphs and lists within a cell',
    '<table><tr><td><p>Un\n  deux</p><ul><li>a</li><li>b</li></ul></td></tr></table>',
    [['Un deux\na\nb']],
  ],
  [
    'a table within a cell is of its cell',
    '<table><tr><td>A<table><tr><td>B</td></tr></table></td></tr></table>',
    [['AB']],
  ],
  [
    'spans beyond any table',
    '<table><tr><td rowspan=60000>A</td><td>B</td></tr><tr><td>C</td></tr></table>',
    [
      ['A', 'B'],
      ['A', 'C'],
    ],
  ],
])('[IM32] %s', (_what, html, rows) => {
  expect(rowsIn(html)).toEqual([rows]);
});

test('[IM32] each table of a page is one, and nothing of the page lives', () => {
  const spy = vi.fn();
  vi.stubGlobal('alive', spy);
  const html =
    '<script>alive()</script><table><caption>Un</caption><tr><td><img src=x onerror="alive()">a<script>alive()</script></td></tr></table><table><tr><td>b</td></tr></table>';
  expect(tablesIn(html)).toEqual([
    { name: 'Un', rows: [['a']] },
    { name: '', rows: [['b']] },
  ]);
  expect(spy).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

test('[IM26] a page made to hold up its reader gives no table', () => {
  expect(tablesIn(`<table><tr><td>${'a'.repeat(4_000_000)}</td></tr></table>`)).toEqual([]);
  const wide = rowsIn(`<table><tr>${'<td colspan=1000>a</td>'.repeat(1_000)}</tr></table>`);
  expect(wide[0]?.[0]?.length).toBeLessThan(500);
});

const fileOf = (name: string, text: string) => new File([text], name);
const readFile: ReadSource = async (source) => readContent(unwrap(await contentOf(source)));

test.each(['liste.html', 'export.xls', 'liste'])(
  '[IM1] a web page is read as its tables, though its file is called %s',
  async (name) => {
    const file = fileOf(name, '<html><body><table><tr><td>Axe</td><td>Action</td></tr></table>');
    const read = await readFile({ kind: 'file', file }, new AbortController().signal);
    expect(unwrap(read).sheets[0]?.rows).toEqual([['Axe', 'Action']]);
  },
);

test('[IM1] a web page without a table says so', async () => {
  const file = fileOf('page.html', '<!doctype html><p>Bonjour');
  const read = await readFile({ kind: 'file', file }, new AbortController().signal);
  expect(read).toEqual({ ok: false, error: 'web-page' });
});

const pasted = {
  'text/plain': 'Eau\tCompter\tPremier\nDeuxième\tDSI',
  'text/html':
    '<table><tr><td>Eau</td><td>Compter</td><td><p>Premier</p><p>Deuxième</p></td><td>DSI</td></tr></table>',
};
const onOpen = vi.fn();
beforeEach(() => onOpen.mockReset());
function open(text: string, write: (text: string) => void) {
  return render(<SourceStep said={undefined} paste={{ text, write }} onOpen={onOpen} />);
}
const pasteInto = (kinds: Partial<typeof pasted>) =>
  fireEvent.paste(screen.getByLabelText(fr.intake.paste), {
    clipboardData: { getData: (kind: keyof typeof pasted) => kinds[kind] ?? '' },
  });

test('[IM32] cells copied from a document are read as its table, as long as nobody changes them', async () => {
  let text = '';
  const write = (next: string) => {
    text = next;
  };
  const { rerender } = open(text, write);
  pasteInto(pasted);
  expect(text).toBe(pasted['text/plain']);
  rerender(<SourceStep said={undefined} paste={{ text, write }} onOpen={onOpen} />);
  await userEvent.click(screen.getByRole('button', { name: fr.intake.readPasted }));
  const [[source]] = onOpen.mock.calls as [[{ readonly grids: readonly unknown[] }]];
  expect(source.grids).toEqual([
    { name: '', rows: [['Eau', 'Compter', 'Premier\nDeuxième', 'DSI']] },
  ]);

  const changed = `${text}\nEau\tPayer`;
  rerender(<SourceStep said={undefined} paste={{ text: changed, write }} onOpen={onOpen} />);
  await userEvent.click(screen.getByRole('button', { name: fr.intake.readPasted }));
  expect(onOpen.mock.lastCall).toEqual([{ kind: 'pasted', text: changed }]);
});

test('[IM32] what has no table is pasted as any text', () => {
  const write = vi.fn();
  open('', write);
  pasteInto({ 'text/plain': 'Eau\tCompter' });
  expect(write).not.toHaveBeenCalled(); // the browser does it
});
