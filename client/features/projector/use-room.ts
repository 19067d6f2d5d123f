/** A screen nobody touches: it stays awake, hides its pointer, goes full screen and black by key. */
import { useEffect, useState } from 'react';

const idleMs = 3_000;

export function useRoom(): { readonly isBlank: boolean; readonly isIdle: boolean } {
  const [isBlank, setBlank] = useState(false);
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const move = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), idleMs);
    };
    const press = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey) return;
      // The black screen of presentation remotes.
      if (key === 'b' || key === '.') setBlank((blank) => !blank);
      else setBlank(false);
      if (key === 'f') void toggleFullScreen();
    };
    move();
    addEventListener('pointermove', move);
    addEventListener('keydown', press);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', move);
      removeEventListener('keydown', press);
    };
  }, []);
  useWakeLock();
  return { isBlank, isIdle };
}

async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // The browser does not allow it here: its own key does.
  }
}

/** Taken again whenever the page comes back into sight, which is when browsers let it go. */
function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const take = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
      } catch {
        // A low battery, or a browser that refuses: the screen's own settings decide.
      }
    };
    void take();
    document.addEventListener('visibilitychange', take);
    return () => {
      document.removeEventListener('visibilitychange', take);
      void lock?.release();
    };
  }, []);
}
