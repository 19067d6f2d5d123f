/**
 * Where the page's messages appear: politely read out, at the bottom of the screen, for as long as
 * nobody is upon them. Rendered once, near the root, before anything has been said: a live region
 * that arrives together with its first message is often not read.
 */
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../state/words.ts';
import { pageToasts, shownAtOnce, type Toast, type ToastQueue, toastMs } from './toast-queue.ts';
import './toast.css';

export function ToastRegion({ queue = pageToasts }: { readonly queue?: ToastQueue }) {
  const { app } = useWords();
  const { toasts, spoken } = useStore(queue.store);
  return (
    <section className="toast-region" aria-label={app.messages}>
      <div className="toast-list" role="status" aria-atomic="false">
        {toasts.slice(0, shownAtOnce).map((toast) => (
          <ToastLine key={toast.id} toast={toast} onDismiss={queue.dismiss} />
        ))}
      </div>
      <div className="visually-hidden" role="status" translate="no">
        <span key={spoken.id}>{spoken.text}</span>
      </div>
    </section>
  );
}

interface ToastLineProps {
  readonly toast: Toast;
  readonly onDismiss: (id: number) => void;
}

function ToastLine({ toast, onDismiss }: ToastLineProps) {
  const { app } = useWords();
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const dismiss = () => onDismiss(toast.id);
  useTimeLeft(toastMs(toast), !(hovered || focused || toast.sticky), dismiss);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is offered here, only waited for
    <div
      className="toast"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <span className="toast-text" translate="no">
        {toast.text}
      </span>
      {toast.action && (
        <button
          type="button"
          className="toast-button"
          data-action=""
          onClick={() => {
            toast.action?.run();
            dismiss();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        className="toast-button"
        aria-label={app.dismiss}
        title={app.dismiss}
        onClick={dismiss}
      >
        <X />
      </button>
    </div>
  );
}

/** Runs `onOver` after `totalMs` of running time; a pause keeps what was left. */
function useTimeLeft(totalMs: number, running: boolean, onOver: () => void) {
  const left = useRef(totalMs);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    if (!running) return;
    const startedAt = performance.now();
    const timer = setTimeout(() => over.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - startedAt;
    };
  }, [running]);
}
