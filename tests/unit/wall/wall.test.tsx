/** The wall under the hands: writing, moving, setting aside, and what others do meanwhile. */
import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { discardAction, mergeActions, moveAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { addEntity, entitiesOf } from '../../../shared/board/doc.ts';
import { LIMITS } from '../../../shared/board/schema.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { until } from '../../support/until.ts';
import { fr } from '../../support/words.ts';
import { openWall } from './wall-stage.tsx';

const t = fr.board;
const columnNamed = (name: string) => screen.getByRole('region', { name: new RegExp(name) });
const cardOf = (title: string) => {
  const card = screen.getByText(title, { selector: '.card-open' }).closest('article');
  if (!card) throw new Error(`no card ${title}`);
  return card;
};
const openButton = (title: string) => screen.getByText(title, { selector: '.card-open' });
const messages = () => screen.getByRole('region', { name: 'Messages' });

describe('writing', () => {
  test('[WA3] cards follow each other with Entrée, and an empty one ends', async () => {
    const { user, titles, water } = openWall();
    await user.click(within(columnNamed('Eau')).getByText(t.addBottom));
    await screen.findByLabelText(t.newTitle);
    await user.keyboard('Un{Enter}Deux{Enter}Trois{Enter}{Enter}');
    expect(titles(water)).toEqual([
      'Mesurer les fuites',
      'Réutiliser l’eau',
      'Un',
      'Deux',
      'Trois',
    ]);
    expect(screen.queryByLabelText(t.newTitle)).toBeNull();
  });

  test('[WA3] at the top they keep the order in which they are written', async () => {
    const { user, titles, water } = openWall();
    await user.click(screen.getByRole('button', { name: t.addTop('Eau') }));
    await screen.findByLabelText(t.newTitle);
    await user.keyboard('Un{Enter}Deux{Enter}{Escape}');
    expect(titles(water).slice(0, 3)).toEqual(['Un', 'Deux', 'Mesurer les fuites']);
  });

  test('[WA3] a refused card keeps its text, and why is said', async () => {
    const { user, neighbour, climate } = openWall();
    await user.click(within(columnNamed('Eau')).getByText(t.addBottom));
    await screen.findByLabelText(t.newTitle);
    neighbour((doc) => {
      doc.transact(() => {
        for (let i = entitiesOf(doc, 'actions').size; i < LIMITS.actions; i++)
          addEntity(doc, 'actions', `a${i}`, { priorityId: climate, discarded: true });
      });
      return ok(undefined);
    });
    await user.keyboard('Une de trop{Enter}');
    expect(screen.getByLabelText(t.newTitle)).toHaveValue('Une de trop');
    expect(messages()).toHaveTextContent(t.full(LIMITS.actions));
  });
});

describe('moving and setting aside', () => {
  test('[WA4] « Déplacer vers… » puts a card at a place of a priority', async () => {
    const { user, titles, climate } = openWall();
    await user.click(within(cardOf('Mesurer les fuites')).getByRole('button', { name: /Actions/ }));
    await user.click(await screen.findByRole('menuitem', { name: t.moveTo }));
    await user.selectOptions(await screen.findByLabelText(t.movePriority), '2. Climat');
    await user.selectOptions(screen.getByLabelText(t.movePosition), t.moveFirst);
    await user.click(screen.getByRole('button', { name: t.moveConfirm }));
    expect(titles(climate)).toEqual(['Mesurer les fuites', 'Isoler']);
  });

  test('[WA6] setting aside offers to bring back at once', async () => {
    const { user, titles, water } = openWall();
    await user.click(within(cardOf('Mesurer les fuites')).getByRole('button', { name: /Actions/ }));
    await user.click(await screen.findByRole('menuitem', { name: t.discard }));
    expect(titles(water)).toEqual(['Réutiliser l’eau']);
    await user.click(within(messages()).getByRole('button', { name: t.restore }));
    expect(titles(water)).toEqual(['Mesurer les fuites', 'Réutiliser l’eau']);
  });

  test('[WA6] what was set aside is listed, and comes back from there', async () => {
    const { user, neighbour, ids, titles, climate } = openWall();
    neighbour(discardAction, ids[2]);
    await user.click(screen.getByRole('button', { name: t.discardedTray(1) }));
    const tray = screen.getByRole('dialog');
    expect(tray).toHaveTextContent('Isoler');
    await user.click(within(tray).getByRole('button', { name: t.restore }));
    expect(titles(climate)).toEqual(['Isoler']);
  });

  test('[WA10] the focus stays on a card that a neighbour moves', async () => {
    const { neighbour, ids, climate } = openWall();
    act(() => openButton('Mesurer les fuites').focus());
    neighbour(moveAction, ids[0], { priorityId: climate, before: null });
    await waitFor(() => expect(openButton('Mesurer les fuites')).toHaveFocus());
    expect(within(columnNamed('Climat')).getByText('Mesurer les fuites')).toHaveFocus();
  });

  test('[WA10] nor is it lost from the card’s menu button', async () => {
    const { neighbour, ids, climate } = openWall();
    act(() =>
      within(cardOf('Mesurer les fuites'))
        .getByRole('button', { name: /Actions/ })
        .focus(),
    );
    neighbour(moveAction, ids[0], { priorityId: climate, before: null });
    await waitFor(() => expect(openButton('Mesurer les fuites')).toHaveFocus());
  });

  test('[WA11] a move that another one overtakes is explained', async () => {
    const { user, client, neighbour, ids, water, climate } = openWall();
    await user.click(within(cardOf('Isoler')).getByRole('button', { name: /Actions/ }));
    await user.click(await screen.findByRole('menuitem', { name: t.moveTo }));
    await user.selectOptions(await screen.findByLabelText(t.movePriority), '1. Eau');
    await user.click(screen.getByRole('button', { name: t.moveConfirm }));
    expect(client.stores.board.getState().actions.get(ids[2])?.priorityId).toBe(water);
    neighbour(moveAction, ids[2], { priorityId: climate, before: null });
    expect(messages()).toHaveTextContent(t.movedElsewhere('Isoler', 'Climat'));
  });

  test('[WA11] one’s own next move is no collision', async () => {
    const { user, client, ids, climate } = openWall();
    act(() => openButton('Mesurer les fuites').focus());
    await user.keyboard(' {ArrowRight} ');
    act(() => void client.undo());
    expect(client.stores.board.getState().actions.get(ids[0])?.priorityId).not.toBe(climate);
    expect(within(messages()).queryByText(/en même temps/)).toBeNull();
  });
});

describe('the keyboard', () => {
  test('[WA1] Espace takes a card, arrows carry it, Espace puts it down; each step is said', async () => {
    const { user, titles, climate } = openWall();
    act(() => openButton('Mesurer les fuites').focus());
    await user.keyboard(' ');
    expect(messages()).toHaveTextContent(t.grabbed('1.1', 'Mesurer les fuites', 1, 2, 'Eau'));
    await user.keyboard('{ArrowRight}');
    expect(messages()).toHaveTextContent(t.hovering(1, 2, 'Climat'));
    await waitFor(() => expect(openButton('Mesurer les fuites')).toHaveFocus());
    await user.keyboard(' ');
    expect(titles(climate)).toEqual(['Mesurer les fuites', 'Isoler']);
    expect(messages()).toHaveTextContent(t.dropped('Mesurer les fuites', '2.1', 'Climat'));
  });

  test('[WA2] a card set aside by a neighbour leaves the hand, and it is said', async () => {
    const { user, neighbour, ids } = openWall();
    act(() => openButton('Mesurer les fuites').focus());
    await user.keyboard(' ');
    neighbour(discardAction, ids[0]);
    expect(messages()).toHaveTextContent(t.heldGone);
  });

  test('[WA1] Entrée opens the sheet when nothing is held', async () => {
    const { user, ids, opened } = openWall();
    act(() => openButton('Réutiliser l’eau').focus());
    await user.keyboard('{Enter}');
    expect(opened()).toBe(ids[1]);
  });
});

test('[MG12] a title that resembles a card says so while it is typed, and leads to it', async () => {
  const { user, opened, ids } = openWall();
  await user.click(within(columnNamed('Eau')).getByText(t.addBottom));
  const field = await screen.findByLabelText(t.newTitle);
  await user.type(field, 'Mesurer toutes les fuites');
  await user.click(
    await until(() => screen.getByRole('button', { name: 'Ressemble à 1.1 Mesurer les fuites' })),
  );
  expect(opened()).toBe(ids[0]);
  await user.clear(field);
  expect(screen.queryByRole('button', { name: /Ressemble/ })).toBeNull();
});

describe('the overview', () => {
  const button = () => screen.queryByRole('button', { name: fr.board.overview });
  const isOn = () => document.querySelector('.wall')?.hasAttribute('data-overview');

  test('[WA24] of five priorities or more all are put on one screen, and back; cards open as before', async () => {
    const { neighbour, user, opened, ids } = openWall();
    for (const title of ['Air', 'Sols']) neighbour(addFrameEntity, 'priorities', { title });
    expect(button()).toBeNull();
    neighbour(addFrameEntity, 'priorities', { title: 'Emploi' });
    await waitFor(() => expect(button()).not.toBeNull());
    await user.click(button() as HTMLElement);
    expect(isOn()).toBe(true);
    expect(button()).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByText('Isoler', { selector: '.card-open' }));
    expect(opened()).toBe(ids[2]);
    await user.click(button() as HTMLElement);
    expect(isOn()).toBe(false);
  });
});

describe('what is shown', () => {
  test('[MG11] a card that others joined is a stack of so many ideas, and one that joined nothing is none', () => {
    const { neighbour, ids } = openWall();
    const stacks = () => [...document.querySelectorAll('.card[data-stack]')];
    expect(stacks()).toEqual([]);
    neighbour(mergeActions, [ids[0], ids[2]], ids[1]);
    expect(stacks()).toHaveLength(1);
    expect(stacks()[0]).toHaveTextContent('Réutiliser l’eau');
    expect(stacks()[0]).toHaveTextContent('3 idées');
  });

  test('[WA7] an observer has nothing that would change the board', async () => {
    const { user } = openWall({ role: 'observer' });
    expect(screen.queryByText(t.addBottom)).toBeNull();
    expect(screen.queryByRole('button', { name: fr.common.undo })).toBeNull();
    await user.click(within(cardOf('Isoler')).getByRole('button', { name: /Actions/ }));
    const items = await screen.findAllByRole('menuitem');
    expect(items.map((item) => item.textContent)).toEqual([t.open]);
    act(() => openButton('Isoler').focus());
    await user.keyboard('{Escape} {ArrowLeft} ');
    expect(messages()).not.toHaveTextContent('saisie');
  });

  test('[WA8] an empty board says who adds the priorities', () => {
    openWall({ empty: true });
    expect(screen.getByText(t.emptyBoardOthers)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: t.addPriority })).toBeNull();
  });

  test('[WA8] an empty board offers facilitators to begin', () => {
    openWall({ empty: true, role: 'facilitator' });
    expect(screen.getByRole('button', { name: t.addPriority })).toBeInTheDocument();
  });

  test('[WA8] an empty column says what to write first', () => {
    const { neighbour } = openWall();
    neighbour((doc) => addFrameEntity(doc, 'priorities', { title: 'Sol' }));
    expect(within(columnNamed('Sol')).getByText(/Commencez par un verbe/)).toBeInTheDocument();
  });

  test('[WA8] actions whose priority was removed meanwhile stay in sight', () => {
    const { neighbour, climate } = openWall();
    neighbour((doc) => {
      entitiesOf(doc, 'priorities').delete(climate);
      return ok(undefined);
    });
    expect(within(columnNamed(t.unplaced)).getByText('Isoler')).toBeInTheDocument();
  });

  test.each([
    [30, 'all'],
    [31, 'some'],
  ])('[WA5] of %d cards in a column %s are in the page', async (count, drawn) => {
    const { neighbour, board, climate } = openWall();
    neighbour((doc) => {
      doc.transact(() => {
        for (let i = board().columns.get(climate)?.length ?? 0; i < count; i++)
          addEntity(doc, 'actions', `a${i}`, { priorityId: climate, title: `Action ${i}` });
      });
      return ok(undefined);
    });
    const list = within(columnNamed('Climat')).getByRole('list');
    const cards = () =>
      list.ownerDocument.querySelectorAll(`[data-column="${climate}"] [data-card]`);
    if (drawn === 'all') expect(cards()).toHaveLength(count);
    else await waitFor(() => expect(cards().length).toBeLessThan(count - 1));
  });

  test('[WA9] a card says who else is in it', () => {
    const { client, ids } = openWall();
    act(() => {
      const session = client.stores.session.getState();
      const denis = { ...session?.people[0], id: 'd' as PersonId, name: 'Denis', clients: [7] };
      client.stores.session.setState({ people: [...(session?.people ?? []), denis as never] });
      client.stores.presence.setState(new Map([[7, { actionId: ids[1] }]]), true);
    });
    expect(cardOf('Réutiliser l’eau')).toHaveTextContent(t.writing('Denis'));
    expect(cardOf('Isoler')).not.toHaveTextContent('Denis');
  });

  test('[WA9] a card says that it is not saved yet', () => {
    const { client, ids } = openWall();
    act(() => client.stores.unsaved.setState(new Set([ids[2]]), true));
    expect(within(cardOf('Isoler')).getByRole('img', { name: t.unsaved })).toBeInTheDocument();
    expect(within(cardOf('Mesurer les fuites')).queryByRole('img', { name: t.unsaved })).toBeNull();
  });

  test.each([
    [{ state: 'live', unsaved: true, savedAt: null } as const, fr.connection.sending],
    [
      { state: 'live', unsaved: false, savedAt: new Date(2026, 10, 23, 10, 42).getTime() } as const,
      'Enregistré à 10:42',
    ],
    [{ state: 'offline', kept: true, since: 0 } as const, fr.connection.offline],
    [{ state: 'offline', kept: false, since: 0 } as const, fr.connection.offlineNothingKept],
    [
      { state: 'offline', kept: true, since: 0, why: 'openElsewhere' } as const,
      fr.connection.openElsewhere,
    ],
  ])('[WA12] %o is said as « %s »', (connection, words) => {
    const { client } = openWall();
    act(() => client.stores.connection.setState(connection, true));
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  test('[WA7] axe finds nothing on the wall', async () => {
    openWall({ role: 'facilitator' });
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations).toEqual([]);
  });
});
