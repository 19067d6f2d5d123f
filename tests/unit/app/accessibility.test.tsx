/** The declaration of accessibility, with what a server declares and without. */
import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../../client/app/app.tsx';
import { goTo } from '../../../client/app/routes.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import { servePages } from '../../support/page-server.ts';

servePages();
const declared = {
  state: 'partial',
  date: '1er décembre 2026',
  contact: 'acces@exemple.fr',
  owner: 'L’agglomération de Rives',
};
let isAnswering = true;
beforeEach(() => {
  isAnswering = true;
  vi.stubGlobal('fetch', () =>
    isAnswering
      ? Promise.resolve(Response.json(declared))
      : Promise.reject(new TypeError('Failed to fetch')),
  );
});
afterEach(() => vi.unstubAllGlobals());

function open(path: string) {
  history.replaceState(null, '', path);
  return render(<App />);
}

test('[AP22] out of reach of its server the declaration says what holds for every one', async () => {
  isAnswering = false;
  open('/accessibilite');
  await screen.findByRole('heading', { level: 1, name: 'Accessibilité' });
  expect(screen.getByText(/n’est pas conforme/)).toBeVisible();
  expect(screen.getByText(/n’a pas été précisée/)).toBeVisible();
  expect(screen.getByText(/^Adressez-vous à la personne qui anime/)).toBeVisible();
  expect(screen.getByRole('heading', { level: 2, name: 'Voies de recours' })).toBeVisible();
  await waitFor(() => expect(document.title).toBe('Accessibilité – Gommette'));
});

test('[AP22] the declaration says its state, date, contact and remedies', async () => {
  open('/accessibilite');
  await screen.findByText('Déclaration établie le 1er décembre 2026.');
  expect(screen.getByText(/^L’agglomération de Rives s’engage/)).toBeVisible();
  expect(screen.getByText(/est partiellement conforme/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'acces@exemple.fr' })).toHaveAttribute(
    'href',
    'mailto:acces@exemple.fr',
  );
  expect(screen.getByRole('link', { name: 'formulaire.defenseurdesdroits.fr' })).toBeVisible();
  expect(await axeFaults()).toEqual([]);
});

/** A browser that tells of each thing at once that it is in sight. */
class EverythingSeen {
  private readonly tell: (seen: readonly { isIntersecting: boolean }[]) => void;
  constructor(tell: EverythingSeen['tell']) {
    this.tell = tell;
  }
  observe = () => this.tell([{ isIntersecting: true }]);
  disconnect = () => undefined;
}

test('[AP22] the first page names the state, every other one leads to it', async () => {
  vi.stubGlobal('IntersectionObserver', EverythingSeen);
  const first = open('/');
  const link = await screen.findByRole('link', {
    name: 'Accessibilité : partiellement conforme',
  });
  expect(link).toHaveAttribute('href', '/accessibilite');
  first.unmount();
  open('/ailleurs');
  await waitFor(() =>
    expect(screen.getByRole('link', { name: 'Accessibilité' })).toHaveAttribute(
      'href',
      '/accessibilite',
    ),
  );
});

test('[AP1] a page that follows another by a link takes its place', async () => {
  open('/');
  await screen.findByRole('heading', { level: 2, name: 'J’ai un code' });
  act(() => goTo('/accessibilite'));
  await screen.findByRole('heading', { level: 1, name: 'Accessibilité' });
});
