/** What a page has copied: a browser writes it after the press that asked for it has ended. */
import { expect } from 'vitest';
import { until } from './until.ts';

/** @returns the first text that is there; user-event begins each test with none */
export async function copiedText(): Promise<string> {
  return until(async () => {
    const text = await navigator.clipboard.readText();
    expect(text).not.toBe('');
    return text;
  });
}
