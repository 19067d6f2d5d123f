/** What is chosen for a device, and the language of its words. */
import { renderHook, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import {
  preferencesStore,
  setPreference,
  showPreferences,
} from '../../../client/state/preferences.ts';
import { translationStore, useWords } from '../../../client/state/words.ts';

const page = document.documentElement;
const kept = () => JSON.parse(localStorage.getItem('gommette.preferences') ?? 'null');

beforeEach(async () => {
  setPreference({ language: 'fr', theme: 'auto', keys: true });
  await waitFor(() => expect(page.lang).toBe('fr'));
});

test('[AP9] a theme stands on the page, and the system’s leaves it unsaid', () => {
  setPreference({ theme: 'contraste' });
  expect(page.dataset.theme).toBe('contraste');
  setPreference({ theme: 'auto' });
  expect(page.dataset.theme).toBeUndefined();
});

test('[AP9] each choice is kept beside the others', () => {
  setPreference({ theme: 'sombre' });
  setPreference({ keys: false });
  expect(kept()).toEqual({ language: 'fr', theme: 'sombre', keys: false });
});

test('[AP9] words come in the language chosen, whole, and French comes back', async () => {
  const { result } = renderHook(() => useWords());
  expect(result.current.common.close).toBe('Fermer');
  setPreference({ language: 'en' });
  await waitFor(() => expect(result.current.common.close).toBe('Close'));
  expect(page.lang).toBe('en');
  setPreference({ language: 'fr' });
  await waitFor(() => expect(result.current.common.close).toBe('Fermer'));
  expect(translationStore.getState()).toBeNull();
});

test('[AP9] a device that keeps nothing shows the choice all the same', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  setPreference({ theme: 'clair' });
  expect(page.dataset.theme).toBe('clair');
  expect(preferencesStore.getState().theme).toBe('clair');
});

test('[AP9] what a device kept is read value by value, the usual one in the place of another', async () => {
  localStorage.setItem(
    'gommette.preferences',
    JSON.stringify({ language: 'de', theme: 'sombre', keys: 'non' }),
  );
  vi.resetModules();
  const fresh = await import('../../../client/state/preferences.ts');
  expect(fresh.preferencesStore.getState()).toEqual({
    language: 'fr',
    theme: 'sombre',
    keys: true,
  });
  localStorage.setItem('gommette.preferences', '{');
  vi.resetModules();
  const damaged = await import('../../../client/state/preferences.ts');
  expect(damaged.preferencesStore.getState()).toEqual({
    language: 'fr',
    theme: 'auto',
    keys: true,
  });
  await showPreferences();
});
