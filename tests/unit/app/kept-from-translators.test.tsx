/** Whatever screen shows what people wrote, it asks a browser's translator to leave it alone. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { App } from '../../../client/app/app.tsx';
import { openDoor } from '../../../client/entry/workshops.ts';
import { HeldCard } from '../../../client/features/board/card.tsx';
import { contentOf, type ReadSource } from '../../../client/features/import/read-source.ts';
import { TableDialog } from '../../../client/features/import/table-dialog.tsx';
import { findWorkshop, rememberWorkshop } from '../../../client/state/device.ts';
import { keptDevice } from '../../../client/sync/kept/kept-device.ts';
import { FORMATS } from '../../../shared/export/formats.ts';
import { readTable } from '../../../shared/import/table.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderOnBoard } from '../../support/board-harness.tsx';
import { tokenOf } from '../../support/http.ts';
import {
  createMarkedWorkshop,
  enteredAs,
  type MarkedPage,
  marked,
  markedFile,
  markedTexts,
  openMarked,
} from '../../support/marked-workshop.tsx';
import { servePages } from '../../support/page-server.ts';
import { plainInput } from '../../support/plain-input.ts';
import { fr } from '../../support/words.ts';
import { BOARD_SCREENS } from './marked-board-screens.ts';
import { LEADING_SCREENS } from './marked-leading-screens.ts';
import { TOLD_SCREENS } from './marked-told-screens.ts';

const server = servePages();

/** What is theirs stands there, and none of it is handed to a translator. */
function expectKept(): void {
  const { kept, translated } = markedTexts();
  expect(translated).toEqual([]);
  expect(kept).toBeGreaterThan(0);
}

test.each(Object.entries({ ...BOARD_SCREENS, ...LEADING_SCREENS, ...TOLD_SCREENS }))(
  '[AP26] what people wrote is left alone: %s',
  async (_, { role = 'facilitator', place = '', before, open }) => {
    const page = createMarkedWorkshop(role);
    before?.(page);
    await openMarked(page, role, typeof place === 'string' ? place : place(page));
    await open?.(page);
    expectKept();
  },
);

test('[AP26] what people wrote is left alone on the first page, and in what it keeps of a workshop', async () => {
  rememberWorkshop(enteredAs('facilitator'));
  const { joined, boardId } = enteredAs('facilitator');
  const kept = {
    key: 'k',
    boardId,
    personId: joined?.personId,
    workshop: marked('Achats'),
    at: 1,
    why: 'left',
    where: { number: '1.1', title: marked('Payer'), priority: marked('Achats') },
    work: { kind: 'text', path: ['actions', 'a', 'title'], text: marked('Payer tôt') },
  } as never;
  await keptDevice().change(() => ({ put: [kept], drop: [] }));
  render(<App />);
  await screen.findByRole('heading', { name: fr.home.openedTitle });
  fireEvent.click(await screen.findByRole('button', { name: /^Voir/ }));
  await screen.findByRole('dialog');
  expectKept();
  fireEvent.click(document.querySelector('.opened-line button') as Element);
  await screen.findByRole('button', { name: fr.common.undo });
  expectKept();
  await keptDevice().change(() => ({ put: [], drop: ['k'] }));
});

test('[AP26] what people wrote is left alone at the door, and where one of two says who they are', async () => {
  const created = await server.api.create(markedFile());
  const token = tokenOf(created, 'participant');
  history.replaceState(null, '', `/a/${created.boardId}#${token}`);
  render(<App />);
  await screen.findByLabelText(fr.join.name);
  expectKept();
  cleanup();
  await openDoor(created.boardId, token);
  const known = findWorkshop(created.boardId, 'participant');
  const { joined } = enteredAs('participant');
  if (known) rememberWorkshop({ ...known, joined });
  history.replaceState(null, '', `/a/${created.boardId}#${token}`);
  render(<App />);
  await screen.findByRole('button', { name: /Camille/ });
  expectKept();
  cleanup();
  server.isCut = true;
  history.replaceState(null, '', `/a/${created.boardId}#${token}`);
  render(<App />);
  await screen.findByRole('button', { name: /Camille/ });
  expectKept();
});

test('[AP26] what people wrote is left alone on a card that is held', () => {
  const page = createMarkedWorkshop('participant');
  const [id = '' as never] = page.client.stores.board.getState().numbers.keys();
  renderOnBoard(page, <HeldCard id={id} />);
  expectKept();
});

/** As the page reads it, without a worker, which jsdom has not; two sheets of one. */
const readHere: ReadSource = async (source) => {
  const content = await contentOf(source);
  const { value } = content.ok ? content : { value: null };
  if (!(value instanceof Uint8Array)) return err('unreadable');
  const read = await readTable(value);
  if (!read.ok) return read;
  const { sheets } = read.value;
  const second = sheets.map((sheet) => ({ ...sheet, name: marked('Feuille') }));
  return ok({ ...read.value, sheets: [...sheets, ...second] });
};
const aTable = `Priorité;Action;${marked('Autre')};Échéance
${marked('Neuve')};${marked('Former')};${marked('Un')};${marked('bientôt')}`;
const amended = async (page: MarkedPage) =>
  String(await FORMATS.csv.write(plainInput(page.client.stores.board.getState()))).replaceAll(
    'ETP',
    'ETPT',
  );
test.each([
  ['a table', async () => aTable],
  ['our own list, come back', amended],
])('[AP26] what people wrote is left alone in %s', async (_, textOf) => {
  const page = createMarkedWorkshop('facilitator');
  const file = new File([await textOf(page)], `${marked('liste')}.csv`);
  renderOnBoard(page, <TableDialog onClose={() => undefined} read={readHere} />);
  const chooser = document.querySelector('input[type="file"]') as Element;
  await act(async () => fireEvent.change(chooser, { target: { files: [file] } }));
  await screen.findByRole('heading', { name: /liste/ });
  expectKept();
});
