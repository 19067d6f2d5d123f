/** Letters of a field that has gone, typed on: the whole keyboard, wherever the focus fell. */
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useRef } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { releaseKeys } from '../../../client/state/key-guard.ts';
import { useKeyListener, useKeys } from '../../../client/state/keys.ts';
import { setPreference } from '../../../client/state/preferences.ts';

const letter = vi.fn();
const button = vi.fn();
const arrow = vi.fn();
const undo = vi.fn();

beforeEach(() => {
  setPreference({ keys: true });
  for (const spy of [letter, button, arrow, undo]) spy.mockReset();
  vi.useFakeTimers({ toFake: ['performance'] });
});

/** How a field is lost, and where the focus is then. */
type Loss = 'removed' | 'read-only' | 'disabled' | 'robbed';

interface PageProps {
  readonly lost?: Loss | undefined;
  /** The button takes the focus when the field is lost. */
  readonly takes?: boolean;
}

function Page({ lost, takes = false }: PageProps) {
  const after = useRef<HTMLButtonElement>(null);
  useKeyListener();
  useKeys('Animation', [{ key: 'r', label: 'Révéler', run: letter }]);
  useEffect(() => {
    if (lost !== undefined && takes) after.current?.focus();
  }, [lost, takes]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => event.ctrlKey && event.key === 'z' && undo();
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <main>
      {lost !== 'removed' && (
        <textarea
          aria-label="Idée"
          readOnly={lost === 'read-only'}
          disabled={lost === 'disabled'}
        />
      )}
      <input aria-label="Autre champ" />
      <button
        type="button"
        ref={after}
        onClick={button}
        onKeyDown={({ key }) => key.startsWith('Arrow') && arrow()}
      >
        Révéler toutes les idées
      </button>
    </main>
  );
}

const user = () => userEvent.setup({ delay: null });

/** Somebody has typed half a text when the field is lost. */
async function lose(lost: Loss, takes = lost === 'robbed') {
  const hands = user();
  const page = render(<Page />);
  await hands.click(screen.getByRole('textbox', { name: 'Idée' }));
  await hands.keyboard('fo');
  page.rerender(<Page lost={lost} takes={takes} />);
  return hands;
}

const LOSSES = ['removed', 'read-only', 'disabled', 'robbed'] as const;
const acts = () => letter.mock.calls.length + button.mock.calls.length + arrow.mock.calls.length;

test.each(LOSSES.flatMap((lost) => [true, false].map((takes) => [lost, takes] as const)))(
  '[KY4] the field is %s, a button takes the focus: %s; what is typed on does nothing',
  async (lost, takes) => {
    const hands = await lose(lost, takes || lost === 'robbed');
    await hands.keyboard('rmer les équipes{Enter} r{ArrowDown}{ArrowUp} 1+-/?{Backspace}');
    expect(acts()).toBe(0);
  },
);

test('[KY4] undoing what was typed undoes nothing elsewhere, and reloading is the browser’s', async () => {
  const hands = await lose('removed');
  await hands.keyboard('{Control>}z{/Control}');
  expect(undo).not.toHaveBeenCalled();
  const reload = new KeyboardEvent('keydown', { key: 'r', ctrlKey: true, cancelable: true });
  document.body.dispatchEvent(reload);
  expect(reload.defaultPrevented).toBe(false);
});

test('[KY4] Espace that went down in the field and comes up on a button does not press it', async () => {
  const hands = await lose('removed', true);
  const up = new KeyboardEvent('keyup', { key: ' ', bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(up);
  expect(up.defaultPrevented).toBe(true);
  await hands.keyboard(' ');
  expect(button).not.toHaveBeenCalled();
});

test.each([
  ['a letter being composed', { key: 'Process', isComposing: true }],
  ['a letter as Safari composes it', { key: 'r', keyCode: 229 }],
  ['a dead key', { key: 'Dead' }],
])('[KY4] %s does nothing and keeps the others waiting', async (_what, init) => {
  const hands = await lose('removed');
  vi.advanceTimersByTime(1_499);
  fireEvent.keyDown(document.body, init);
  vi.advanceTimersByTime(1_499);
  await hands.keyboard('r');
  expect(letter).not.toHaveBeenCalled();
});

test.each([
  ['a pointer', (hands: Hands) => hands.click(document.body)],
  ['Tab', (hands: Hands) => hands.keyboard('{Tab}')],
  ['Échap', (hands: Hands) => hands.keyboard('{Escape}')],
  ['a pause', () => vi.advanceTimersByTime(1_500)],
])('[KY5] after %s keys lead again', async (_what, release) => {
  const hands = await lose('removed');
  await hands.keyboard('r');
  await release(hands);
  if (document.activeElement?.matches('input')) (document.activeElement as HTMLElement).blur();
  await hands.keyboard('r');
  expect(letter).toHaveBeenCalledOnce();
});
type Hands = ReturnType<typeof user>;

test('[KY5] the pause begins with the last letter typed for nothing', async () => {
  const hands = await lose('removed');
  vi.advanceTimersByTime(1_499);
  await hands.keyboard('m');
  vi.advanceTimersByTime(1_499);
  await hands.keyboard('r');
  expect(letter).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_500);
  await hands.keyboard('r');
  expect(letter).toHaveBeenCalledOnce();
});

test('[KY5] the pause begins no sooner than the field is lost', async () => {
  const hands = user();
  const page = render(<Page />);
  await hands.click(screen.getByRole('textbox', { name: 'Idée' }));
  await hands.keyboard('fo');
  vi.advanceTimersByTime(60_000);
  page.rerender(<Page lost="removed" />);
  await Promise.resolve();
  vi.advanceTimersByTime(1_499);
  await hands.keyboard('r');
  expect(letter).not.toHaveBeenCalled();
});

test('[KY5] long after the field was lost the first key leads', async () => {
  const hands = await lose('removed');
  await Promise.resolve();
  vi.advanceTimersByTime(60_000);
  await hands.keyboard('r');
  expect(letter).toHaveBeenCalledOnce();
});

test('[KY5] what ends a field later on by its author’s own act says so', async () => {
  const hands = await lose('removed');
  releaseKeys();
  await hands.keyboard('r');
  expect(letter).toHaveBeenCalledOnce();
});

test('[KY5] a field left by its own Entrée holds nothing back', async () => {
  const hands = user();
  render(<LeavingByEnter />);
  await hands.click(screen.getByRole('textbox', { name: 'Chercher' }));
  await hands.keyboard('mot{Enter}');
  await new Promise((resolve) => setTimeout(resolve)); // the task of Entrée is over
  await hands.keyboard('r');
  expect(letter).toHaveBeenCalledOnce();
});

function LeavingByEnter() {
  const card = useRef<HTMLButtonElement>(null);
  useKeyListener();
  useKeys('Animation', [{ key: 'r', label: 'Révéler', run: letter }]);
  return (
    <>
      <input
        aria-label="Chercher"
        onKeyDown={({ key }) => key === 'Enter' && card.current?.focus()}
      />
      <button type="button" ref={card}>
        Carte
      </button>
    </>
  );
}

test('[KY4] another text field takes what is typed on', async () => {
  const hands = await lose('removed');
  screen.getByRole('textbox', { name: 'Autre champ' }).focus();
  await hands.keyboard('rmer');
  expect(screen.getByRole('textbox', { name: 'Autre champ' })).toHaveValue('rmer');
});

test('[KY4] a text dictated or pasted counts as typed', async () => {
  const page = render(<Page />);
  const field = screen.getByRole('textbox', { name: 'Idée' });
  field.focus();
  fireEvent.input(field, { target: { value: 'former' } });
  page.rerender(<Page lost="removed" />);
  await user().keyboard('r');
  expect(letter).not.toHaveBeenCalled();
});
