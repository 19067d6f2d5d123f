import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import { createToastQueue, type ToastMessage, toastMs } from '../../../client/ui/toast-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function speak(...messages: ToastMessage[]) {
  const queue = createToastQueue();
  render(<ToastRegion queue={queue} />);
  act(() => messages.forEach((message) => void queue.show(message)));
  return queue;
}
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const line = (text: string) => screen.queryByText(text);
const toastOf = (text: string) => screen.getByText(text).parentElement as HTMLElement;

test.each<[ToastMessage, number]>([
  [{ text: 'Action écartée.' }, 6_000],
  [{ text: 'Action écartée.', action: { label: 'Annuler', run: () => undefined } }, 10_000],
  [{ text: 'x'.repeat(150) }, 11_000],
])('[UI13] %o stays %i ms', (message, ms) => {
  speak(message);
  expect(toastMs(message)).toBe(ms);
  pass(ms - 1);
  expect(line(message.text)).toBeInTheDocument();
  pass(1);
  expect(line(message.text)).not.toBeInTheDocument();
});

test('[UI13] time stops while the pointer or the focus is upon a message', () => {
  speak({ text: 'Fichier prêt.' });
  pass(5_000);
  fireEvent.pointerEnter(toastOf('Fichier prêt.'));
  pass(60_000);
  act(() => screen.getByRole('button', { name: 'Masquer ce message' }).focus());
  fireEvent.pointerLeave(toastOf('Fichier prêt.'));
  pass(60_000);
  expect(line('Fichier prêt.')).toBeInTheDocument();
  act(() => screen.getByRole('button', { name: 'Masquer ce message' }).blur());
  pass(999);
  expect(line('Fichier prêt.')).toBeInTheDocument();
  pass(1);
  expect(line('Fichier prêt.')).not.toBeInTheDocument();
});

test('[UI14] its action runs once and takes the message away', () => {
  const run = vi.fn<() => void>();
  speak({ text: 'Action écartée.', action: { label: 'Annuler', run } });
  fireEvent.click(screen.getByRole('button', { name: 'Annuler' }));
  expect(run).toHaveBeenCalledTimes(1);
  expect(line('Action écartée.')).not.toBeInTheDocument();
});

test('[UI14] a sticky message stays until it is dismissed', () => {
  speak({ text: 'Modification refusée.', sticky: true });
  pass(3_600_000);
  fireEvent.click(screen.getByRole('button', { name: 'Masquer ce message' }));
  expect(line('Modification refusée.')).not.toBeInTheDocument();
});

test('[UI15] three are shown; the fourth comes when one leaves, with its whole time', () => {
  const texts = ['un', 'deux', 'trois', 'quatre'];
  speak(...texts.map((text) => ({ text })));
  expect(line('trois')).toBeInTheDocument();
  expect(line('quatre')).not.toBeInTheDocument();
  pass(6_000);
  expect(line('un')).not.toBeInTheDocument();
  pass(5_999);
  expect(line('quatre')).toBeInTheDocument();
  pass(1);
  expect(line('quatre')).not.toBeInTheDocument();
});

test('[UI16] messages are read from a polite region that was there before them', () => {
  const queue = createToastQueue();
  render(<ToastRegion queue={queue} />);
  const [shown, spoken] = screen.getAllByRole('status');
  act(() => queue.show({ text: 'Fichier prêt.' }));
  act(() => queue.announce('Action déplacée en 2e place.'));
  expect(shown).toHaveTextContent('Fichier prêt.');
  expect(spoken).toHaveTextContent('Action déplacée en 2e place.');
  expect(spoken).toHaveClass('visually-hidden');
});

test('[UI16] the same words announced twice are read twice', () => {
  const queue = speak();
  const announced = () => screen.getByText('Déjà en haut.');
  act(() => queue.announce('Déjà en haut.'));
  const first = announced();
  act(() => queue.announce('Déjà en haut.'));
  expect(announced()).not.toBe(first);
  expect(first).not.toBeInTheDocument();
});
