/** Somebody at a keyboard: every key there is, and letters that are composed. */
import type { Page } from 'playwright-core';

const SIGNS = [...'abcdefghijklmnopqrstuvwxyz0123456789 +-/?.,;:!'];
const NAMED = ['Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Backspace'];

/** All of them in an order of the seed's, Entrée and Espace more than once. */
export function wholeKeyboard(random: () => number): readonly string[] {
  const keys = SIGNS.concat(NAMED, ' ', ' ', 'Enter', 'Enter', 'r', ' ', 'n', 'g', 't');
  for (let last = keys.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [keys[last], keys[other]] = [keys[other] ?? '', keys[last] ?? ''];
  }
  return keys;
}

/** As an input method does: a letter under way, which the next one ends. */
export async function compose(page: Page, letter: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const press = { windowsVirtualKeyCode: 229, key: 'Process', code: 'KeyE' };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press });
  await session.send('Input.imeSetComposition', {
    text: letter,
    selectionStart: 1,
    selectionEnd: 1,
  });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  await session.detach();
}
