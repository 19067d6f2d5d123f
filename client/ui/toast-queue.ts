/**
 * What the page has to say in passing, kept outside React so that anything may speak. At most
 * three messages are shown; the others wait their turn, and none is shorter than six seconds.
 */
import { createStore } from 'zustand/vanilla';

export interface ToastMessage {
  readonly text: string;
  /** One thing to do about it, such as undoing; the message leaves once it is done. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Stays until somebody dismisses it: for what must not be missed. */
  readonly sticky?: boolean;
}

export interface Toast extends ToastMessage {
  readonly id: number;
}

interface ToastState {
  /** In order of arrival; the first {@link shownAtOnce} are on the screen. */
  readonly toasts: readonly Toast[];
  /** Last words for screen readers alone; a new id makes the same words be read again. */
  readonly spoken: { readonly id: number; readonly text: string };
}

export type ToastQueue = ReturnType<typeof createToastQueue>;

export const shownAtOnce = 3;

export function createToastQueue() {
  const store = createStore<ToastState>(() => ({ toasts: [], spoken: { id: 0, text: '' } }));
  let lastId = 0;
  return {
    store,
    /** @returns by which it can be dismissed */
    show: (message: ToastMessage): number => {
      const id = ++lastId;
      store.setState(({ toasts }) => ({ toasts: [...toasts, { ...message, id }] }));
      return id;
    },
    dismiss: (id: number): void =>
      store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
    /** Says it politely to screen readers and shows nothing. */
    announce: (text: string): void => store.setState({ spoken: { id: ++lastId, text } }),
  };
}

/** A page has one voice: two live regions would speak over each other. */
export const pageToasts = createToastQueue();

/** Says one thing in passing, nothing to do about it. */
export const say = (text: string): void => {
  pageToasts.show({ text });
};

/**
 * How long a message stays once shown, in milliseconds: time to read it slowly (60 ms a character
 * and two seconds to find it), at least 6 s, at least 10 s when there is something to decide.
 */
export function toastMs({ text, action }: ToastMessage): number {
  return Math.max(action ? 10_000 : 6_000, 2_000 + 60 * text.length);
}
