/** What a person sees and does with hidden ideas, above the cards of each priority. */
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { IdeasColumn } from '../../../client/features/ideas/ideas-column.tsx';
import { IdeasWatch } from '../../../client/features/ideas/ideas-watch.tsx';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import { removeFrameEntity } from '../../../shared/board/commands/frame.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import type { Present } from '../../../shared/session/present.ts';
import { renderOnBoard } from '../../support/board-harness.tsx';
import { until } from '../../support/until.ts';
import { fr } from '../../support/words.ts';
import { openIdeasStage, owner } from './ideas-stage.ts';

const t = fr.ideas;
const lea: Present = {
  id: 'lea' as PersonId,
  role: 'participant',
  name: 'Léa',
  clients: [9],
  directionId: null,
  actorId: null,
};
afterEach(() => {
  for (const { id } of pageToasts.store.getState().toasts) pageToasts.dismiss(id);
});

function open(role?: Parameters<typeof openIdeasStage>[0]) {
  const stage = openIdeasStage(role);
  let seen = 0;
  renderOnBoard(
    stage,
    <main>
      <h1>Atelier</h1>
      <h2>Colonnes</h2>
      <IdeasWatch owner={owner} onSeeAlike={() => void seen++} />
      <section aria-label="Eau">
        <IdeasColumn id={stage.water} />
      </section>
      <section aria-label="Climat">
        <IdeasColumn id={stage.climate} />
      </section>
      <ToastRegion />
    </main>,
  );
  return { ...stage, user: userEvent.setup(), seenAlike: () => seen };
}
const under = (name: 'Eau' | 'Climat') => within(screen.getByRole('region', { name }));
const field = (name: 'Eau' | 'Climat') =>
  under(name).getByRole('textbox', { name: t.newTitle(name) });
const titles = (name: 'Eau' | 'Climat') =>
  under(name)
    .queryAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);

describe('writing', () => {
  test('[MG12] a title that resembles an idea of one’s own says so, of others’ hidden ones nothing', async () => {
    const { user, ask, water } = open();
    await user.click(field('Eau'));
    await user.keyboard('Réparer les fuites{Enter}');
    const hidden = {
      type: 'draft-write',
      id: 'theirs' as ActionId,
      priorityId: water,
      title: 'Capter la pluie des toitures',
      description: '',
    } as const;
    ask(hidden, lea);
    await user.keyboard('Capter la pluie des toits');
    await user.keyboard('{Control>}a{/Control}Réparer toutes les fuites');
    await until(() => under('Eau').getByText('Ressemble à Réparer les fuites'));
    expect(under('Eau').queryByText(/Capter la pluie des toitures/)).toBeNull();
  });

  test('[HI2] Entrée adds an idea and goes on in the same field; the newest is first', async () => {
    const { user, session } = open();
    await user.click(field('Eau'));
    await user.keyboard('Payer vite{Enter}Réparer les fuites{Enter}');
    expect(titles('Eau')).toEqual(['Réparer les fuites', 'Payer vite']);
    expect(titles('Climat')).toEqual([]);
    expect(field('Eau')).toHaveFocus();
    expect(field('Eau')).toHaveValue('');
    expect(await under('Eau').findAllByText(t.saved)).toHaveLength(2);
    expect(under('Eau').getAllByText(t.hidden)).toHaveLength(2);
    expect([...session.state().ideas.values()].map(({ title }) => title)).toEqual([
      'Payer vite',
      'Réparer les fuites',
    ]);
  });

  test('[HI2] what was being typed when the hand leaves is an idea too', async () => {
    const { user } = open();
    await user.type(field('Eau'), 'Payer');
    await user.click(field('Climat'));
    expect(titles('Eau')).toEqual(['Payer']);
  });

  test('[HI2] « Préciser » goes on to the description; Échap ends, on the idea', async () => {
    const { user, session } = open();
    await user.type(field('Eau'), 'Payer');
    await user.click(under('Eau').getByRole('button', { name: t.detail }));
    expect(screen.getByRole('textbox', { name: t.description })).toHaveFocus();
    await user.keyboard('En vingt jours.{Escape}');
    expect(under('Eau').getByText('En vingt jours.')).toBeVisible();
    expect([...session.state().ideas.values()]).toMatchObject([{ description: 'En vingt jours.' }]);
    await act(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
    expect(screen.getByRole('button', { name: t.editIdea('Payer') })).toHaveFocus();
  });

  test('[HI2] a title emptied while it is rewritten does not take the idea away', async () => {
    const { user } = open();
    await user.type(field('Eau'), 'Payer{Enter}');
    await user.click(screen.getByRole('button', { name: t.editIdea('Payer') }));
    await user.clear(screen.getByRole('textbox', { name: t.title }));
    await user.keyboard('{Escape}');
    expect(titles('Eau')).toEqual(['Payer']);
  });

  test('[HI12] a description written while the title is empty is kept, under the former title', async () => {
    const { user, session } = open();
    await user.type(field('Eau'), 'Payer{Enter}');
    await user.click(screen.getByRole('button', { name: t.editIdea('Payer') }));
    await user.clear(screen.getByRole('textbox', { name: t.title }));
    await user.type(
      screen.getByRole('textbox', { name: t.description }),
      'En vingt jours.{Escape}',
    );
    expect([...session.state().ideas.values()]).toMatchObject([
      { title: 'Payer', description: 'En vingt jours.' },
    ]);
  });

  test('[HI2] an idea goes to another priority and is removed by its menu, and can be put back', async () => {
    const { user, session } = open();
    await user.type(field('Eau'), 'Isoler{Enter}');
    await user.click(screen.getByRole('button', { name: t.menu('Isoler') }));
    await user.click(await screen.findByRole('menuitem', { name: '2. Climat' }));
    expect([titles('Eau'), titles('Climat')]).toEqual([[], ['Isoler']]);
    await user.click(screen.getByRole('button', { name: t.menu('Isoler') }));
    await user.click(await screen.findByRole('menuitem', { name: t.remove }));
    expect(titles('Climat')).toEqual([]);
    expect(session.state().ideas.size).toBe(0);
    await user.click(screen.getByRole('button', { name: t.putBack }));
    expect(titles('Climat')).toEqual(['Isoler']);
    expect(session.state().ideas.size).toBe(1);
  });

  test('[HI5] whoever writes in an idea as it is revealed goes on, and it lands on the action', async () => {
    const { user, reveal, client } = open();
    await user.type(field('Eau'), 'Payer{Enter}');
    await user.click(screen.getByRole('button', { name: t.editIdea('Payer') }));
    act(() => reveal());
    const title = screen.getByRole('textbox', { name: t.title });
    expect(title).toHaveFocus();
    await user.keyboard(' vite');
    expect(title).toHaveValue('Payer vite');
    await user.keyboard('{Escape}');
    await act(async () => {});
    const [action] = client.stores.board.getState().actions.values();
    expect(action?.title).toBe('Payer vite');
    expect(titles('Eau')).toEqual([]);
  });
});

describe('around', () => {
  test('[HI1] everybody sees how many ideas each priority has; only their author sees them', async () => {
    const { user, setRole } = open('facilitator');
    await user.click(under('Eau').getByRole('button', { name: t.write }));
    await user.keyboard('Payer{Enter}Réparer{Enter}');
    expect(under('Eau').getByText(t.count(2))).toBeVisible();
    expect(under('Climat').getByText(t.none)).toBeVisible();
    setRole('observer');
    expect(under('Eau').getByText(t.count(2))).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: t.write })).toBeNull();
  });

  test('[HI1] once the step is over one’s ideas wait for the reveal, and can still be removed', async () => {
    const { user, startStep } = open();
    await user.type(field('Eau'), 'Payer{Enter}');
    startStep('open');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(under('Eau').getByText(t.waiting)).toBeVisible();
    await user.click(screen.getByRole('button', { name: t.menu('Payer') }));
    await screen.findByRole('menuitem', { name: t.remove });
    expect(screen.queryByRole('menuitem', { name: t.edit })).toBeNull();
  });

  test('[HI1] ideas under a priority that is gone are shown under the first', async () => {
    const { user, climate, client } = open();
    await user.type(field('Climat'), 'Isoler{Enter}');
    act(() => void client.run(removeFrameEntity, 'priorities', climate));
    expect(titles('Eau')).toEqual(['Isoler']);
  });

  test('[HI6] a refused idea says why, and is put on the board where one may', async () => {
    const { user, startStep, session, client } = open();
    await user.type(field('Eau'), 'Payer{Enter}');
    await user.click(screen.getByRole('button', { name: t.editIdea('Payer') }));
    startStep('open');
    session.setNow(1_900_000_010_000);
    await user.keyboard(' vite{Escape}');
    expect(await screen.findByText(t.refused.step)).toBeVisible();
    await user.click(screen.getByRole('button', { name: t.putOnBoard }));
    const actions = [...client.stores.board.getState().actions.values()];
    expect(actions.map(({ title }) => title)).toEqual(['Payer vite']);
    expect(titles('Eau')).toEqual([]);
    expect(session.state().ideas.size).toBe(0);
  });

  test('[HI6] a refused text let go leaves the idea as the server has it', async () => {
    const { user, startStep, session } = open();
    await user.type(field('Eau'), 'Payer{Enter}');
    await user.click(screen.getByRole('button', { name: t.editIdea('Payer') }));
    startStep('closed');
    session.setNow(1_900_000_010_000);
    await user.keyboard(' vite{Escape}');
    expect(await screen.findByText(t.refused.step)).toBeVisible();
    expect(screen.queryByRole('button', { name: t.putOnBoard })).toBeNull();
    expect(screen.getByRole('button', { name: t.copy })).toBeVisible();
    await user.click(screen.getByRole('button', { name: t.dismiss }));
    expect(titles('Eau')).toEqual(['Payer']);
  });

  test('[HI7] a reveal is told once with its number, the new cards are marked, likes are offered', async () => {
    const { user, reveal, client, seenAlike, session } = open('facilitator');
    session.setNow(Date.now());
    await user.click(under('Eau').getByRole('button', { name: t.write }));
    await user.keyboard(
      'Réparer les fuites du réseau{Enter}Réparer les fuites des réseaux{Enter}Isoler{Enter}',
    );
    act(() => reveal());
    expect(await screen.findByText(t.revealed(3))).toBeVisible();
    expect(client.stores.fresh.getState()).toEqual(
      new Set(client.stores.board.getState().actions.keys()),
    );
    expect(screen.getAllByText(t.revealed(3))).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: t.seeAlike(1) }));
    expect(seenAlike()).toBe(1);
  });

  test('[HI7] news of a reveal goes with its step', async () => {
    const { user, reveal, client, session } = open('facilitator');
    session.setNow(Date.now());
    await user.click(under('Eau').getByRole('button', { name: t.write }));
    await user.keyboard('Payer{Enter}');
    act(() => reveal());
    expect(await screen.findByText(t.revealed(1))).toBeVisible();
    const { session: store } = client.stores;
    const next = store.getState()?.steps[1]?.id ?? null;
    act(() => store.setState((now) => now && { ...now, current: next }, true));
    expect(screen.queryByText(t.revealed(1))).not.toBeInTheDocument();
  });

  test('[HI9] axe finds nothing in ideas being written, kept and refused', async () => {
    const { user, setOnline } = open();
    await user.type(field('Eau'), 'Payer{Enter}');
    setOnline(false);
    await user.type(field('Climat'), 'Isoler{Enter}Verdir');
    expect(await screen.findByText(t.offline)).toBeVisible();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
