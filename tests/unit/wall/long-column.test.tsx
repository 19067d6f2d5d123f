/** A column of more cards than are drawn, in a page whose sizes are given by hand. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { addEntity } from '../../../shared/board/doc.ts';
import { ok } from '../../../shared/result.ts';
import { openWall } from './wall-stage.tsx';

/** Five cards and a half are in sight. */
const [cardPx, screenPx] = [124, 700];

beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(screenPx);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function heightOf(
    this: HTMLElement,
  ) {
    return this.matches('[data-card]') ? cardPx : screenPx;
  });
});

/** Under « Climat » stand « Isoler », then this many more, « Action 1 » first. */
async function longColumn(more: number) {
  const stage = openWall();
  const { neighbour, climate } = stage;
  neighbour((doc) => {
    doc.transact(() => {
      for (let i = 1; i <= more; i++) {
        const rank = `b${String(i).padStart(3, '0')}V`;
        addEntity(doc, 'actions', `a${i}`, { priorityId: climate, title: `Action ${i}`, rank });
      }
    });
    return ok(undefined);
  });
  const column = () => screen.getByRole('region', { name: /Climat/ });
  const cards = () => [...column().querySelectorAll<HTMLElement>('[data-card]')];
  const opener = (title: string) => within(column()).getByText(title, { selector: '.card-open' });
  return { ...stage, cards, opener, column };
}

async function drawnInPart(more = 99) {
  const stage = await longColumn(more);
  await waitFor(() => expect(stage.column().querySelector('[data-long]')).not.toBeNull());
  await waitFor(() => expect(stage.cards().length).toBeGreaterThan(5));
  return stage;
}

test('[WA5] of more, those near the screen are, each with its place among all', async () => {
  const { cards } = await drawnInPart();
  expect(cards().length).toBeLessThan(20);
  expect(cards().map((card) => card.getAttribute('aria-setsize'))).toEqual(
    cards().map(() => '100'),
  );
  expect(cards().map((card) => card.getAttribute('aria-posinset'))).toEqual(
    cards().map((_, index) => String(index + 1)),
  );
});

test('[WA21] for print all are drawn, within the event, and in part again after', async () => {
  const { cards, opener } = await drawnInPart();
  act(() => opener('Action 2').focus());
  fireEvent(window, new Event('beforeprint'));
  expect(cards()).toHaveLength(100);
  expect(opener('Action 2')).toHaveFocus();
  fireEvent(window, new Event('afterprint'));
  await waitFor(() => expect(cards().length).toBeLessThan(20));
});

test('[WA21] for Ctrl+A too, until the selection ends; in a text it selects that text', async () => {
  const { cards, user } = await drawnInPart();
  const field = document.body.appendChild(document.createElement('textarea'));
  fireEvent.keyDown(field, { key: 'a', ctrlKey: true });
  expect(cards().length).toBeLessThan(20);
  fireEvent.keyDown(document.body, { key: 'a', ctrlKey: true });
  expect(cards()).toHaveLength(100);
  getSelection()?.removeAllRanges();
  fireEvent(document, new Event('selectionchange'));
  await waitFor(() => expect(cards().length).toBeLessThan(20));
  await user.tab();
});

test('[WA23] arrows go down card by card, past the edge of what is drawn', async () => {
  const { cards, opener, user } = await drawnInPart();
  act(() => opener('Isoler').focus());
  const drawn = cards().length;
  for (let i = 0; i < drawn + 5; i++) await user.keyboard('{ArrowDown}');
  expect(opener(`Action ${drawn + 5}`)).toHaveFocus();
  expect(opener(`Action ${drawn + 5}`).closest('li')).toHaveAttribute(
    'aria-posinset',
    String(drawn + 6),
  );
});

test('[WA23] a card that the keyboard holds goes past it too, and keeps the focus', async () => {
  const { cards, opener, user, titles, climate } = await drawnInPart();
  act(() => opener('Isoler').focus());
  const steps = cards().length + 5;
  await user.keyboard(' ');
  for (let i = 0; i < steps; i++) await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(opener('Isoler')).toHaveFocus());
  expect(opener('Isoler').closest('li')).toHaveAttribute('aria-posinset', String(steps + 1));
  await user.keyboard(' ');
  expect(titles(climate).indexOf('Isoler')).toBe(steps);
});
