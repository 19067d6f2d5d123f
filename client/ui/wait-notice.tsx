/** Something goes on by itself in a while: shown with each second, said once. */
import { useEffect, useRef } from 'react';
import { Notice } from './notice.tsx';
import { pageToasts } from './toast-queue.ts';

export interface WaitNoticeProps {
  readonly seconds: number;
  readonly words: (seconds: number) => string;
}

export function WaitNotice({ seconds, words }: WaitNoticeProps) {
  const text = words(seconds);
  useSaidOnce(text);
  return <Notice tone="info" title={text} />;
}

/** A number that is read at each second would be a torment. */
export function useSaidOnce(text: string): void {
  const first = useRef(text);
  useEffect(() => pageToasts.announce(first.current), []);
}
