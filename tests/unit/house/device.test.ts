/** What a browser may lack, refuse or leave unanswered is named in one place, which guards it. */
import { expect, test } from 'vitest';
import { readSources } from './tree.ts';

/** Names, and the only file of the page that may say each. */
const NAMES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(localStorage|sessionStorage)\b(?!')/, ['client/browser/texts.ts']],
  [/\bnew ResizeObserver\b/, ['client/browser/watch-size.ts']],
  [/\bIntl\.Segmenter\(/, ['client/ui/avatar.tsx']],
  [/\brequestIdleCallback\(/, ['client/browser/idle.ts']],
  [/\bnavigator\.serviceWorker\b/, ['client/browser/whole.ts']],
  [/\bstorage\.persist\(/, ['client/browser/persist.ts']],
  [/\bnew BroadcastChannel\b/, ['client/sync/kept/kept-device.ts']],
  [/\b(structuredClone\(|navigator\.locks\b)/, []],
];

/** Comments speak of them freely. */
const code = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
const page = [...readSources()]
  .filter(([file]) => /^client\/.*\.tsx?$/.test(file))
  .map(([file, text]) => [file, code(text)] as const);

test.each(NAMES)('[AW7] %s is said where it is guarded', (name, files) => {
  const said = page.filter(([, text]) => name.test(text)).map(([file]) => file);
  expect(said).toEqual(files);
});
