/** A card carried by a mouse, in a page whose boxes are given by hand: jsdom lays nothing out. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { discardAction } from '../../../shared/board/commands/actions.ts';
import { untilTrue } from '../../support/until.ts';
import { fr } from '../../support/words.ts';
import { openWall, type WallOptions } from './wall-stage.tsx';

/** Times that the page was asked where something stands. */
let asked = 0;

/** Columns 300 px wide side by side, and in each cards 100 px high below one another. */
beforeEach(() => {
  asked = 0;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(boxOf);
});

/** Until a pointer is let go, and a moment longer, clicks are swallowed. */
const clicksAreHeard = () =>
  untilTrue(() => {
    let isHeard = false;
    const hear = () => {
      isHeard = true;
    };
    document.body.addEventListener('click', hear, { once: true });
    document.body.click();
    document.body.removeEventListener('click', hear);
    return isHeard;
  });
/** The next file has the same window. */
afterEach(async () => {
  fireEvent.mouseUp(document);
  await clicksAreHeard();
});

function boxOf(this: Element): DOMRect {
  asked++;
  const columns = [...document.querySelectorAll('[data-column]')];
  const left = 300 * columns.indexOf(this.closest('[data-column]') as Element);
  const card = this.closest('[data-card]');
  const cards = [...(card?.parentElement?.children ?? [])];
  if (card) return new DOMRect(left, 100 * cards.indexOf(card), 300, 100);
  return left < 0 ? new DOMRect(0, 0, 900, 700) : new DOMRect(left, 0, 300, 700);
}

const nextFrame = () => act(() => new Promise<void>((done) => requestAnimationFrame(() => done())));
const opener = (title: string) => screen.getByText(title, { selector: '.card-open' });
const overlay = () => document.querySelector<HTMLElement>('.drag-overlay');
const move = (x: number, y: number) => fireEvent.mouseMove(document, { clientX: x, clientY: y });
const letGo = (x: number, y: number) => fireEvent.mouseUp(document, { clientX: x, clientY: y });

/** « Mesurer », the first card of the first column, pressed in its middle. */
async function pressed(options?: WallOptions) {
  const stage = openWall(options);
  // What carries cards comes a moment after the board.
  await waitFor(() => expect(document.querySelector('.drop-line')).not.toBeNull());
  // Drawn, it still has to say that it takes presses: one that comes before waits for it.
  await act(async () => undefined);
  fireEvent.mouseDown(opener('Mesurer les fuites'), { button: 0, clientX: 150, clientY: 50 });
  return stage;
}

test('[WA20] a held card is moved once a frame, whatever the moves between, and nothing renders', async () => {
  let drawn = 0;
  const count = () => {
    drawn++;
  };
  await pressed({
    wrap: (content) => (
      <Profiler id="wall" onRender={count}>
        {content}
      </Profiler>
    ),
  });
  move(160, 60);
  await nextFrame();
  const card = overlay();
  expect(card?.style.transform).toBe('translate3d(10px, 10px, 0)');
  expect(card?.style.width).toBe('300px');
  [drawn, asked] = [0, 0];
  for (let step = 1; step <= 20; step++) move(160 + step, 60 + step);
  expect(card?.style.transform).toBe('translate3d(10px, 10px, 0)');
  await nextFrame();
  expect(card?.style.transform).toBe('translate3d(30px, 30px, 0)');
  expect([drawn, asked]).toEqual([0, 0]);
  letGo(180, 80);
  expect(overlay()).toBeNull();
});

test('[WA20] where things stand is read again once the wall has changed', async () => {
  const { neighbour, ids } = await pressed();
  move(160, 60);
  await nextFrame();
  asked = 0;
  neighbour(discardAction, ids[1]);
  await nextFrame();
  await nextFrame();
  expect(asked).toBeGreaterThan(0);
  letGo(160, 60);
});

test('[WA17] a card falls where the pointer lets it go, though no frame has come since', async () => {
  const { titles, water, climate } = await pressed();
  move(160, 60);
  letGo(450, 20);
  expect(titles(climate)).toEqual(['Mesurer les fuites', 'Isoler']);
  expect(titles(water)).toEqual(['Réutiliser l’eau']);
});

test.each([
  [340, 20, ['Mesurer les fuites', 'Isoler']],
  [340, 90, ['Isoler', 'Mesurer les fuites']],
  [340, 600, ['Isoler', 'Mesurer les fuites']],
])('[WA20] let go at %i, %i it stands among the cards there as %j', async (x, y, expected) => {
  const { titles, climate } = await pressed();
  move(160, 60);
  letGo(x, y);
  expect(titles(climate)).toEqual(expected);
});

test('[WA20] let go outside of every column, given up by Échap or by a change of the window, it stays', async () => {
  const { titles, water } = await pressed();
  const before = titles(water);
  const ends = [
    () => letGo(2_000, 20),
    () => fireEvent.keyDown(document, { key: 'Escape' }),
    () => fireEvent(window, new Event('resize')),
  ];
  for (const end of ends) {
    fireEvent.mouseDown(opener('Mesurer les fuites'), { button: 0, clientX: 150, clientY: 50 });
    move(340, 60);
    expect(overlay()).not.toBeNull();
    end();
    expect(overlay()).toBeNull();
    letGo(340, 60);
    expect(titles(water)).toEqual(before);
  }
});

test('[WA20] a press that hardly moves, or by another button, carries nothing', async () => {
  const { titles, water, opened, ids } = await pressed();
  move(154, 52);
  letGo(154, 52);
  fireEvent.click(opener('Mesurer les fuites'));
  expect(opened()).toBe(ids[0]);
  fireEvent.mouseDown(opener('Mesurer les fuites'), { button: 2, clientX: 150, clientY: 50 });
  move(340, 60);
  expect(overlay()).toBeNull();
  letGo(340, 60);
  expect(titles(water)).toEqual(['Mesurer les fuites', 'Réutiliser l’eau']);
});

test('[WA20] the click that ends a drag presses nothing', async () => {
  const { opened } = await pressed();
  move(160, 60);
  letGo(160, 90);
  fireEvent.click(opener('Réutiliser l’eau'));
  expect(opened()).toBeNull();
});

describe('dropped on another', () => {
  const sign = () => document.querySelector<HTMLElement>('.join-sign');
  /** Over the middle of « Isoler », the first card of the second column. */
  const restOnIsoler = async () => {
    move(160, 60);
    move(450, 50);
    await untilTrue(async () => {
      await nextFrame();
      return sign()?.hidden === false;
    });
  };

  test('[MG10] held a moment over a card it joins it, and the message takes it back', async () => {
    const { board, ids, titles, water, climate, user } = await pressed();
    await restOnIsoler();
    expect(sign()).toHaveTextContent('Regrouper');
    expect(sign()?.style.transform).toBe('translate(300px, 0px)');
    expect(document.querySelector<HTMLElement>('.drop-line')?.hidden).toBe(true);
    letGo(450, 50);
    expect(sign()?.hidden).toBe(true);
    expect(board().sources.get(ids[2])).toEqual([ids[0]]);
    expect(titles(water)).toEqual(['Réutiliser l’eau']);
    const messages = screen.getByRole('region', { name: 'Messages' });
    expect(messages).toHaveTextContent('2 actions regroupées dans 2.1.');
    expect(messages).not.toHaveTextContent(fr.board.heldGone);
    await clicksAreHeard();
    await user.click(within(messages).getByRole('button', { name: fr.merge.undo }));
    expect(titles(climate)).toEqual(['Isoler']);
    expect(titles(water)).toEqual(['Mesurer les fuites', 'Réutiliser l’eau']);
  });

  test.each([
    ['passing by', [450, 50]],
    ['near its edge', [450, 10]],
  ] as const)('[MG10] %s it falls between cards', async (_how, [x, y]) => {
    const { board, titles, climate } = await pressed();
    move(160, 60);
    move(x, y);
    await nextFrame();
    letGo(x, y);
    expect(board().sources.size).toBe(0);
    expect(titles(climate)).toHaveLength(2);
  });

  test('[MG10] moved on, it says nothing any more and falls between cards', async () => {
    const { board, titles, climate } = await pressed();
    await restOnIsoler();
    move(450, 400);
    await nextFrame();
    expect(sign()?.hidden).toBe(true);
    letGo(450, 400);
    expect(board().sources.size).toBe(0);
    expect(titles(climate)).toEqual(['Isoler', 'Mesurer les fuites']);
  });
});

test('[WA2] a held card that a neighbour sets aside leaves the hand, and it is said', async () => {
  const { neighbour, ids } = await pressed();
  move(160, 60);
  neighbour(discardAction, ids[0]);
  expect(overlay()).toBeNull();
  expect(screen.getByRole('region', { name: 'Messages' })).toHaveTextContent(fr.board.heldGone);
});
