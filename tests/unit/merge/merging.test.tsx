/** Actions brought together from the wall: by mouse, by keys, by a menu, and taken apart again. */

import { act, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { Sources } from '../../../client/features/action-sheet/sources.tsx';
import { Merging } from '../../../client/features/merge/merging.tsx';
import { useKeyListener } from '../../../client/state/keys.ts';
import { setPreference } from '../../../client/state/preferences.ts';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import {
  addAction,
  discardAction,
  mergeActions,
  unmergeAction,
} from '../../../shared/board/commands/actions.ts';
import { addSheetPart } from '../../../shared/board/commands/sheet.ts';
import { constraintsOf } from '../../../shared/board/merged.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { StepId } from '../../../shared/session/agenda/step.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import { renderOnBoard } from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';
import { stepOf } from '../../support/session-people.ts';
import { fr } from '../../support/words.ts';
import { openWall, type WallOptions, type WallStage } from '../wall/wall-stage.tsx';

const t = fr.merge;
afterEach(() => setPreference({ keys: true }));

function open(options?: WallOptions): WallStage {
  const stage = openWall(options);
  renderOnBoard(
    stage,
    <>
      <Keys />
      <Merging />
    </>,
  );
  return stage;
}
function Keys() {
  useKeyListener();
  return null;
}
const card = (number: string, title: string) =>
  screen.getByRole('button', { name: fr.board.openSheet(number, title) });
const bar = () => within(screen.getByRole('region', { name: t.bar }));
const dialog = () => within(screen.getByRole('dialog'));
const press = (name: string) => screen.getByRole('button', { name });

describe('picking', () => {
  test('[MG1] Ctrl or Maj with a press picks a card and opens nothing; the bar counts them', async () => {
    const { user, opened } = open();
    await user.keyboard('{Control>}');
    await user.click(card('1.1', 'Mesurer les fuites'));
    await user.keyboard('{/Control}{Shift>}');
    await user.click(card('2.1', 'Isoler'));
    await user.keyboard('{/Shift}');
    expect(opened()).toBeNull();
    expect(bar().getByText(fr.pick.selected(2))).toBeVisible();
    await user.click(bar().getByRole('button', { name: t.cancel }));
    expect(screen.queryByRole('region', { name: t.bar })).toBeNull();
    await user.click(card('1.1', 'Mesurer les fuites'));
    expect(opened()).not.toBeNull();
  });

  test('[MG1] the check mark of a card picks it; then a plain press does', async () => {
    const { user, opened } = open();
    await user.click(press(fr.pick.selectCard('1.1', 'Mesurer les fuites')));
    await user.click(card('1.2', 'Réutiliser l’eau'));
    expect(bar().getByText(fr.pick.selected(2))).toBeVisible();
    expect(press(fr.pick.selectCard('1.2', 'Réutiliser l’eau'))).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await user.click(card('1.2', 'Réutiliser l’eau'));
    expect(bar().getByText(fr.pick.selected(1))).toBeVisible();
    expect(opened()).toBeNull();
  });

  test('[MG1] « x » on a card picks it, says so, and Échap ends; switched off it does nothing', async () => {
    const { user } = open();
    card('1.1', 'Mesurer les fuites').focus();
    await user.keyboard('x');
    expect(pageToasts.store.getState().spoken.text).toBe(fr.pick.selected(1));
    await user.keyboard('{ArrowDown}x');
    expect(bar().getByText(fr.pick.selected(2))).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: t.bar })).toBeNull();
    act(() => setPreference({ keys: false }));
    await user.keyboard('x');
    expect(screen.queryByRole('region', { name: t.bar })).toBeNull();
  });

  test('[MG1] « u » opens the window with what is picked, or with the card under the fingers', async () => {
    const { user, client } = open();
    card('2.1', 'Isoler').focus();
    await user.keyboard('u');
    expect(dialog().getAllByRole('radio')).toHaveLength(1);
    act(() => client.stores.picking.setState({ ids: new Set(), doing: 'nothing' }));
    card('1.1', 'Mesurer les fuites').focus();
    await user.keyboard('x{ArrowDown}xu');
    expect(dialog().getAllByRole('radio')).toHaveLength(2);
  });

  test('[MG1] what leaves the wall is picked no more', async () => {
    const { user, neighbour, ids } = open();
    await user.click(press(fr.pick.selectCard('1.1', 'Mesurer les fuites')));
    await user.click(press(fr.pick.selectCard('1.2', 'Réutiliser l’eau')));
    neighbour(discardAction, ids[0]);
    await user.click(card('2.1', 'Isoler'));
    expect(bar().getByText(fr.pick.selected(2))).toBeVisible();
  });

  test.each(['observer', 'participant'] as const)(
    '[MG2] a %s who may not move may not merge either: no mark, no menu, no key',
    async (role) => {
      const stage = open({ role });
      stage.ask(
        {
          type: 'steps-set',
          steps: [stepOf('s1', VISIBILITIES.lecture)],
        },
        lead,
      );
      stage.ask({ type: 'step-start', id: 's1' as StepId, from: null }, lead);
      expect(
        screen.queryByRole('button', { name: fr.pick.selectCard('2.1', 'Isoler') }),
      ).toBeNull();
      card('2.1', 'Isoler').focus();
      await stage.user.keyboard('x');
      expect(screen.queryByRole('region', { name: t.bar })).toBeNull();
      await stage.user.click(press(fr.board.cardMenu('2.1')));
      await screen.findByRole('menuitem', { name: fr.board.open });
      expect(screen.queryByRole('menuitem', { name: fr.pick.mergeWith })).toBeNull();
    },
  );
});

describe('merging', () => {
  test('[MG3] one of those picked stays, the others join it in one step, which is taken back by one', async () => {
    const { user, ids, board, titles, water, client } = open();
    for (const [number, title] of [
      ['1.1', 'Mesurer les fuites'],
      ['1.2', 'Réutiliser l’eau'],
      ['2.1', 'Isoler'],
    ] as const)
      await user.click(press(fr.pick.selectCard(number, title)));
    await user.click(bar().getByRole('button', { name: t.merge }));
    await user.click(dialog().getByRole('radio', { name: /Réutiliser/ }));
    await user.click(dialog().getByRole('button', { name: t.confirm }));
    expect(titles(water)).toEqual(['Réutiliser l’eau']);
    expect([...(board().sources.get(ids[1]) ?? [])].length).toBe(2);
    expect(screen.getByText(t.merged(3, '1.1'))).toBeVisible();
    expect(screen.getByText(fr.pick.stack(3))).toBeVisible();
    act(() => void client.undo());
    expect(board().sources.size).toBe(0);
    expect(titles(water)).toEqual(['Mesurer les fuites', 'Réutiliser l’eau']);
  });

  test('[MG3] the fullest sheet is proposed to stay; « Séparer » takes all apart again', async () => {
    const { user, ids, board, client } = open();
    client.run(addSheetPart, ids[2], 'indicators');
    client.run((doc) => {
      openText(doc, ids[2], 'description')?.replace({ index: 0, removed: 0, inserted: 'Murs' });
      return ok(undefined);
    });
    await user.click(press(fr.pick.selectCard('1.1', 'Mesurer les fuites')));
    await user.click(press(fr.pick.selectCard('2.1', 'Isoler')));
    await user.click(bar().getByRole('button', { name: t.merge }));
    expect(dialog().getByRole('radio', { name: /Isoler/ })).toBeChecked();
    await user.click(dialog().getByRole('button', { name: t.confirm }));
    expect(board().sources.get(ids[2])).toEqual([ids[0]]);
    await user.click(press(t.undo));
    expect(board().sources.size).toBe(0);
  });

  test('[MG4] from a card’s menu another is looked for, blind to accents, and added by Entrée', async () => {
    const { user, ids, board } = open();
    await user.click(press(fr.board.cardMenu('2.1')));
    await user.click(await screen.findByRole('menuitem', { name: fr.pick.mergeWith }));
    expect(dialog().getByRole('button', { name: t.confirm })).toBeDisabled();
    await user.type(dialog().getByRole('searchbox'), 'REUTILISER{Enter}');
    expect(dialog().getAllByRole('radio')).toHaveLength(2);
    await user.type(dialog().getByRole('searchbox'), 'zzz');
    expect(dialog().getByText(t.nothingFound)).toBeVisible();
    await user.clear(dialog().getByRole('searchbox'));
    await user.type(dialog().getByRole('searchbox'), '1.1');
    await user.click(dialog().getByRole('button', { name: t.add('1.1', 'Mesurer les fuites') }));
    const [first] = dialog().getAllByRole('button', { name: t.leaves });
    if (first) await user.click(first);
    expect(dialog().getAllByRole('radio')).toHaveLength(2);
    await user.click(dialog().getByRole('button', { name: t.confirm }));
    expect(board().sources.size).toBe(1);
    expect(board().actions.get(ids[2])?.mergedInto).toBeUndefined();
  });

  test('[MG4] somebody merges one of those chosen meanwhile: it leaves the window', async () => {
    const { user, ids, neighbour } = open();
    await user.click(press(fr.pick.selectCard('1.1', 'Mesurer les fuites')));
    await user.click(press(fr.pick.selectCard('1.2', 'Réutiliser l’eau')));
    await user.click(bar().getByRole('button', { name: t.merge }));
    neighbour(mergeActions, [ids[0]], ids[2]);
    expect(dialog().getAllByRole('radio')).toHaveLength(1);
    expect(dialog().getByRole('button', { name: t.confirm })).toBeDisabled();
  });

  test('[MG5] what resembles is shown in groups, to merge or to leave apart, and never merged alone', async () => {
    const { user, client, water, board } = open();
    const author = { personId: 'moi' as never, directionId: null, actorId: null };
    const add = (title: string): ActionId =>
      unwrap(client.run(addAction, { title, place: { priorityId: water, before: null }, author }));
    act(() => {
      for (const title of ['Mesurer des fuites', 'Isoler les écoles', 'Isoler nos écoles'])
        add(title);
    });
    act(() => client.stores.picking.setState({ ids: new Set(), doing: 'comparing' }));
    const groups = dialog()
      .getAllByRole('listitem')
      .filter((item) => item.querySelector('button'));
    expect(groups).toHaveLength(2);
    expect(board().sources.size).toBe(0);
    const [ignore] = dialog().getAllByRole('button', { name: t.ignore });
    if (ignore) await user.click(ignore);
    expect(dialog().getAllByRole('button', { name: t.look })).toHaveLength(1);
    await user.click(dialog().getByRole('button', { name: t.look }));
    expect(dialog().getAllByRole('radio')).toHaveLength(3);
    await user.click(dialog().getByRole('button', { name: t.confirm }));
    expect(board().sources.size).toBe(1);
    // The list comes back without it, and without what was left apart.
    expect(dialog().getByText(t.suggestionsNone)).toBeVisible();
  });
});

describe('sources', () => {
  test('[MG6] a merged action shows each source whole, counts its constraints, and lets it go', async () => {
    const stage = open();
    const { user, client, ids, board } = stage;
    client.run((doc) => {
      openText(doc, ids[0], 'description')?.replace({
        index: 0,
        removed: 0,
        inserted: 'Au réseau',
      });
      return ok(undefined);
    });
    client.run(addSheetPart, ids[0], 'constraints', { text: 'Pas en été' });
    client.run(addSheetPart, ids[2], 'constraints', { text: 'Classé' });
    act(() => void client.run(mergeActions, [ids[0], ids[1]], ids[2]));
    renderOnBoard(stage, <Sources id={ids[2]} />);
    const section = within(screen.getByRole('region', { name: t.sourcesTitle(2) }));
    expect(section.getByText('Au réseau')).toBeVisible();
    expect(section.getByText('Pas en été')).toBeVisible();
    expect(screen.getByRole('img', { name: fr.board.constraints(2) })).toBeVisible();
    const standing = board().actions.get(ids[2]);
    expect(standing && constraintsOf(board(), standing).map(({ from }) => from)).toEqual([
      ids[2],
      ids[0],
    ]);
    const splits = section.getAllByRole('button', { name: t.split });
    expect(splits).toHaveLength(2);
    for (const split of splits) await user.click(split);
    expect(board().sources.size).toBe(0);
    expect(screen.queryByRole('region', { name: t.sourcesTitle(1) })).toBeNull();
  });

  test('[MG6] a chain taken apart in its middle keeps what was merged there', () => {
    const { client, ids, board } = open();
    act(() => {
      client.run(mergeActions, [ids[0]], ids[1]);
      client.run(mergeActions, [ids[1]], ids[2]);
    });
    expect(board().sources.get(ids[2])).toHaveLength(2);
    act(() => void client.run(unmergeAction, ids[1]));
    expect([...board().sources]).toEqual([[ids[1], [ids[0]]]]);
  });
});

test('[MG7] axe finds nothing in the bar, the window of a merge, what resembles and the sources', async () => {
  const stage = open();
  const { user, client, ids } = stage;
  const violations = async () => {
    const found = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    return found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  };
  await user.click(press(fr.pick.selectCard('1.1', 'Mesurer les fuites')));
  expect(await violations()).toEqual([]);
  await user.click(bar().getByRole('button', { name: t.merge }));
  await user.type(dialog().getByRole('searchbox'), 'eau');
  expect(await violations()).toEqual([]);
  act(() => client.stores.picking.setState({ ids: new Set(), doing: 'comparing' }));
  expect(await violations()).toEqual([]);
  act(() => client.stores.picking.setState({ ids: new Set(), doing: 'nothing' }));
  act(() => void client.run(mergeActions, [ids[0]], ids[1]));
  renderOnBoard(stage, <Sources id={ids[1]} />);
  expect(await violations()).toEqual([]);
});

const lead = {
  id: 'anim' as never,
  role: 'facilitator' as const,
  name: 'Claire',
  clients: [9],
  directionId: null,
  actorId: null,
};
