/** Which copy of a board a device goes on with. */
import { beforeEach, expect, test, vi } from 'vitest';
import { beginCopyAfter, copyName } from '../../../client/sync/copy-name.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';

const ana = { boardId: 'eau' as BoardId, personId: 'ana' as PersonId };
const ben = { ...ana, personId: 'ben' as PersonId };
beforeEach(() => localStorage.clear());

test('[EP9] another epoch begins another copy of that person, once for all tabs', () => {
  const first = copyName(ana);
  beginCopyAfter(ana, first); // one tab
  const second = copyName(ana);
  beginCopyAfter(ana, first); // and the other
  expect([first, second, copyName(ana)]).toEqual([
    'gommette-eau-ana',
    'gommette-eau-ana-1',
    'gommette-eau-ana-1',
  ]);
  beginCopyAfter(ana, second);
  expect(copyName(ana)).toBe('gommette-eau-ana-2');
  expect(copyName(ben)).toBe('gommette-eau-ben');
});

test('[EP9] where nothing may be stored the page alone goes on with another', () => {
  const zoe = { ...ana, personId: 'zoe' as PersonId };
  localStorage.setItem('gommette.copy.eau.zoe', '-1');
  expect(copyName(zoe)).toBe('gommette-eau-zoe');
  const refuse = () => {
    throw new Error('denied');
  };
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  beginCopyAfter(zoe, copyName(zoe));
  expect(copyName(zoe)).toBe('gommette-eau-zoe-1');
  expect(copyName(ben)).toBe('gommette-eau-ben'); // nobody else's copy is let go by that
  vi.restoreAllMocks();
});
