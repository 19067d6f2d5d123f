/** A plain field over a value that others may store, on a clock moved by hand. */
import { act, renderHook } from '@testing-library/react';
import { beforeEach, vi } from 'vitest';
import { type EditedValueOptions, useEditedValue } from '../../../client/state/use-edited-value.ts';

export const save = vi.fn<EditedValueOptions['save']>(() => true);
/** To be called once by each file. */
export function saveAnew(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    save.mockReset().mockReturnValue(true);
  });
}

const place = { screen: 'frame', key: 'title', field: 'Titre' } as const;

/** A field over a value that others may store. */
export function field(options: Partial<EditedValueOptions> = {}) {
  const { result, rerender, unmount } = renderHook(useEditedValue, {
    initialProps: { place, stored: 'Eau', save, ...options },
  });
  return {
    now: () => result.current,
    store: (stored: string) => rerender({ place, stored, save, ...options }),
    type: (text: string) => act(() => result.current.write(text)),
    hold: () => act(() => result.current.hold()),
    leave: () => act(() => result.current.leave()),
    take: () => act(() => result.current.release()),
    keep: () => act(() => result.current.keepMine?.()),
    close: unmount,
  };
}
