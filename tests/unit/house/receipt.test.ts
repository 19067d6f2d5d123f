/** What deletes the copy of a board stands in one place, and asks for a receipt of what it held. */
import { expect, test } from 'vitest';
import { readSources } from './tree.ts';

test('[KW9] one file deletes copies, one gives receipts, and nothing else is near either', () => {
  const named = (word: RegExp) =>
    [...readSources()]
      .filter(([path, text]) => /^(client|shared)\//.test(path) && word.test(text))
      .map(([path]) => path);
  expect(named(/clearDocument|clearData|deleteDatabase|deleteDB/)).toEqual([
    'client/sync/kept/delete-copy.ts',
  ]);
  expect(named(/deleteCopy\(/)).toEqual([
    'client/sync/kept/delete-copy.ts',
    'client/sync/kept/retire.ts',
  ]);
  expect(named(/as Receipt|as unknown as Receipt/)).toEqual(['client/sync/kept/kept-device.ts']);
});
