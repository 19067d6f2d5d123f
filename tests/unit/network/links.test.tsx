/** Who prepares a workshop, or cannot enter it, is led to the page that tries a network. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { App } from '../../../client/app/app.tsx';
import { LinkField } from '../../../client/features/join/role-link.tsx';
import type { Role } from '../../../shared/session/roles.ts';
import { copiedText } from '../../support/clipboard.ts';
import { tokenOf } from '../../support/http.ts';
import { servePages } from '../../support/page-server.ts';
import { fr } from '../../support/words.ts';

const server = servePages();
const linkOf = (role: Role) => ({ role, link: 'https://atelier.example/a/abc#s3cret' });
const link = () => screen.findByRole('link', { name: fr.app.tryNetwork });

test.each([
  ['home', async () => '/'],
  ['an address that is none of ours', async () => '/nulle-part'],
  ['a workshop this device does not know', async () => `/a/${'b'.repeat(20)}`],
  [
    'a link that opens nothing',
    async () => `/a/${(await server.api.create({ title: 'Achats' })).boardId}#${'x'.repeat(24)}`,
  ],
  [
    'the door',
    async () => {
      const created = await server.api.create({ title: 'Achats' });
      return `/a/${created.boardId}#${tokenOf(created, 'participant')}`;
    },
  ],
])('[NW8] %s leads to it', async (_what, path) => {
  history.replaceState(null, '', await path());
  render(<App />);
  expect(await link()).toHaveAttribute('href', '/reseau');
});

test.each(['/nulle-part', `/a/${'b'.repeat(20)}`])(
  '[NW5] at %s, which is not whole, the note says no more than the host',
  async (path) => {
    history.replaceState(null, '', path);
    render(<App />);
    const user = userEvent.setup();
    await user.click(await screen.findByText(fr.network.noteTitle));
    await user.click(screen.getByRole('button', { name: fr.network.noteCopy }));
    const note = await copiedText();
    expect(note).toContain(`Constat : ${fr.network.verdicts.address.title}`);
    expect(note).not.toContain(path);
  },
);

test('[NW8] an invitation holds the link and where to try one’s network, the same server’s', async () => {
  render(<LinkField {...linkOf('participant')} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: fr.join.copyInvitation }));
  const lines = (await copiedText()).split('\n');
  expect(lines).toContain('https://atelier.example/a/abc#s3cret');
  expect(lines).toContain('https://atelier.example/reseau');
});

test('[NW8] links that lead or read are no invitation', () => {
  render(<LinkField {...linkOf('facilitator')} />);
  expect(screen.queryByRole('button', { name: fr.join.copyInvitation })).toBeNull();
});
