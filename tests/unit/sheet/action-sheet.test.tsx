/** The sheet around its form: where it stands, how one moves in it, what others do to the action. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { Profiler } from 'react';
import { describe, expect, test } from 'vitest';
import {
  discardAction,
  mergeActions,
  moveAction,
  restoreAction,
} from '../../../shared/board/commands/actions.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { type BoardDoc, entitiesOf } from '../../../shared/board/doc.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { fr } from '../../support/words.ts';
import { openSheet, type SheetStage, type StageOptions } from './sheet-stage.tsx';

const t = fr.sheet;

async function opened(options?: StageOptions): Promise<SheetStage> {
  const stage = openSheet(options);
  await stage.user.click(screen.getByRole('button', { name: 'Ouvrir' }));
  return stage;
}
const sheet = () => screen.getByRole('complementary');
const titleField = () => screen.getByRole('textbox', { name: t.title });
const title = (): string => (titleField() as HTMLTextAreaElement).value;
const idAt = ({ ids }: SheetStage, index: number): ActionId => {
  const id = ids[index];
  if (id === undefined) throw new Error('no such action');
  return id;
};
/** Somebody else writes at the start of a text. */
const writeFirst = (id: ActionId, inserted: string) => (doc: BoardDoc) => {
  openText(doc, id, 'title')?.replace({ index: 0, removed: 0, inserted });
  return ok(undefined);
};
const removeAction = (id: ActionId) => (doc: BoardDoc) => {
  entitiesOf(doc, 'actions').delete(id);
  return ok(undefined);
};

describe('the sheet', () => {
  test('[SH1] it is named by its number and says where it stands', async () => {
    await opened();
    expect(sheet()).toHaveAccessibleName('Fiche de l’action 1.2');
    expect(within(sheet()).getByText('Eau')).toBeInTheDocument();
    expect(within(sheet()).getByText('2 sur 3')).toBeInTheDocument();
    expect(title()).toBe('Réutiliser l’eau');
    expect(screen.getByText(t.reminder)).toBeInTheDocument();
  });

  test('[SH2] opening it takes the focus there, closing it gives the focus back', async () => {
    const stage = await opened();
    expect(sheet()).toHaveFocus();
    await stage.user.keyboard('{Escape}');
    expect(stage.closed()).toBe(true);
    expect(screen.getByRole('button', { name: 'Ouvrir' })).toHaveFocus();
  });

  test('[SH3] the buttons go through the board in its order, priority after priority', async () => {
    const { user } = await opened();
    const next = screen.getByRole('button', { name: t.next });
    await user.click(next);
    expect(title()).toBe('Former les agents');
    await user.click(next);
    expect(title()).toBe('Isoler les écoles');
    expect(within(sheet()).getByText('1 sur 1')).toBeInTheDocument();
    expect(next).toHaveAttribute('aria-disabled', 'true');
    expect(next).toHaveFocus();
    await user.click(next);
    expect(title()).toBe('Isoler les écoles');
    await user.click(screen.getByRole('button', { name: t.previous }));
    expect(title()).toBe('Former les agents');
  });

  test('[SH4] arrows go to the neighbours outside of fields, Alt+arrows from anywhere', async () => {
    const { user } = await opened();
    await user.keyboard('{ArrowDown}');
    expect(title()).toBe('Former les agents');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(title()).toBe('Mesurer les fuites');
    await user.click(titleField());
    await user.keyboard('{ArrowDown}');
    expect(title()).toBe('Mesurer les fuites');
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(title()).toBe('Réutiliser l’eau');
    expect(sheet()).toHaveFocus();
  });

  test.each(['combobox', 'date'])(
    '[SH4] Alt+arrow is left to a %s, which opens by it',
    async (kind) => {
      await opened();
      const field =
        kind === 'date'
          ? screen.getByLabelText(t.fields.deadline.label)
          : screen.getByRole('combobox', { name: t.fields.partners.label });
      fireEvent.keyDown(field, { key: 'ArrowDown', altKey: true });
      expect(title()).toBe('Réutiliser l’eau');
    },
  );

  test('[SH5] Échap ends a composition before it closes the sheet', async () => {
    const stage = await opened();
    fireEvent.keyDown(titleField(), { key: 'Escape', isComposing: true });
    expect(stage.closed()).toBe(false);
    fireEvent.keyDown(titleField(), { key: 'Escape' });
    expect(stage.closed()).toBe(true);
  });

  test('[SH6] writing in the texts draws nothing of the sheet again', async () => {
    let drawn = 0;
    const count = () => {
      drawn++;
    };
    const stage = await opened({
      wrap: (content) => (
        <Profiler id="sheet" onRender={count}>
          {content}
        </Profiler>
      ),
    });
    drawn = 0;
    stage.neighbour(writeFirst(idAt(stage, 1), 'Beaucoup '));
    titleField().focus();
    fireEvent.input(titleField(), { target: { value: 'Beaucoup écrire' } });
    expect(stage.action().title).toBe('Beaucoup écrire');
    expect(drawn).toBe(0);
    stage.neighbour(setSheetField, idAt(stage, 1), 'impact', 3);
    expect(drawn).toBeGreaterThan(0);
  });

  test('[SH7] changes the server has not acknowledged are marked', async () => {
    const stage = await opened();
    expect(screen.queryByRole('img', { name: t.unsaved })).toBeNull();
    act(() => stage.client.stores.unsaved.setState(new Set([idAt(stage, 1)]), true));
    expect(screen.getByRole('img', { name: t.unsaved })).toBeInTheDocument();
  });

  test.each(['facilitator', 'observer'] as const)(
    '[SH8] axe finds nothing in the sheet of a %s',
    async (role) => {
      const stage = await opened({ role });
      if (role === 'facilitator') {
        await stage.user.click(screen.getByRole('button', { name: t.addIndicator }));
        await stage.user.click(screen.getByRole('button', { name: t.addConstraint }));
        await stage.user.click(screen.getByText(t.groups.market.title));
        await stage.user.click(screen.getByRole('combobox', { name: t.fields.levers.label }));
      }
      const { violations } = await axe.run(document.body, {
        rules: { 'color-contrast': { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    },
  );
});

describe('what others do to the action', () => {
  const band = () => within(sheet()).getAllByRole('status')[0];

  test('[SH9] an action taken to another priority says where it is, until that is understood', async () => {
    const stage = await opened();
    titleField().focus();
    stage.neighbour(moveAction, idAt(stage, 1), { priorityId: stage.climate, before: null });
    expect(band()).toHaveTextContent(t.band.moved);
    expect(band()).toHaveTextContent('2.2');
    expect(titleField()).toHaveFocus();
    await stage.user.click(screen.getByRole('button', { name: t.band.understood }));
    expect(band()).toBeEmptyDOMElement();
  });

  test('[SH9] one’s own move, and a move within the priority, are not told as news', async () => {
    const stage = await opened();
    const id = idAt(stage, 1);
    stage.neighbour(moveAction, id, { priorityId: stage.water, before: null });
    await act(async () => {
      stage.client.run(moveAction, id, { priorityId: stage.climate, before: null });
      await Promise.resolve();
    });
    stage.neighbour(setSheetField, id, 'impact', 2);
    expect(band()).toBeEmptyDOMElement();
  });

  test('[SH9] a discarded action stays open, under the hand, and can be brought back', async () => {
    const stage = await opened();
    titleField().focus();
    stage.neighbour(discardAction, idAt(stage, 1));
    expect(band()).toHaveTextContent(t.band.discarded);
    expect(titleField()).toHaveFocus();
    await stage.user.click(screen.getByRole('button', { name: t.restore }));
    expect(stage.action().discarded).toBeUndefined();
    expect(band()).toBeEmptyDOMElement();
  });

  test('[SH9] a merged action leads to the one it is part of', async () => {
    const stage = await opened();
    stage.neighbour(mergeActions, [idAt(stage, 1)], idAt(stage, 3));
    expect(band()).toHaveTextContent('2.1 « Isoler les écoles »');
    await stage.user.click(screen.getByRole('button', { name: t.band.mergedOpen }));
    expect(title()).toBe('Isoler les écoles');
  });

  test('[SH9] an action that is gone leaves its last version to be copied', async () => {
    const stage = await opened({
      prepare: ({ client, ids }) => {
        for (const id of ids) client.run(setSheetField, id, 'means', 'Deux agents');
      },
    });
    titleField().focus();
    stage.neighbour(removeAction(idAt(stage, 1)));
    expect(band()).toHaveTextContent(t.band.gone);
    expect(titleField()).toHaveFocus();
    expect(titleField()).toHaveAttribute('readonly');
    expect(title()).toBe('Réutiliser l’eau');
    expect(screen.getByText('Deux agents').tagName).toBe('DD');
  });

  test('[SH9] whoever may not write any more keeps the field they were in, to read', async () => {
    const stage = await opened({ role: 'participant' });
    titleField().focus();
    stage.setRole('observer');
    expect(band()).toHaveTextContent(t.band.locked);
    expect(titleField()).toHaveFocus();
    expect(titleField()).toHaveAttribute('readonly');
    stage.setRole('participant');
    expect(band()).toBeEmptyDOMElement();
    expect(titleField()).not.toHaveAttribute('readonly');
  });
});

describe('what is decided about the action', () => {
  test('[SH10] setting aside can be taken back from the message', async () => {
    const stage = await opened();
    await stage.user.click(screen.getByRole('button', { name: t.discard }));
    expect(stage.action().discarded).toBe(true);
    const messages = screen.getByRole('region', { name: 'Messages' });
    expect(messages).toHaveTextContent('Action 1.2 écartée.');
    await stage.user.click(within(messages).getByRole('button', { name: t.restore }));
    expect(stage.action().discarded).toBeUndefined();
  });

  test('[SH11] « Déplacer vers… » is asked for the action of the sheet', async () => {
    const stage = await opened();
    await stage.user.click(screen.getByRole('button', { name: t.move }));
    expect(stage.moving()).toBe(idAt(stage, 1));
  });

  test('[SH12] the status is chosen among those a person may give', async () => {
    const stage = await opened();
    const status = screen.getByLabelText(t.status);
    expect(
      within(status)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Proposée', 'À discuter', 'Retenue']);
    await stage.user.selectOptions(status, 'Retenue');
    expect(stage.action().status).toBe('retained');
    stage.neighbour(restoreAction, idAt(stage, 1));
    expect(status).toHaveValue('retained');
  });

  test('[SH26] who leads shows the sheet to everybody from the sheet, or no longer', async () => {
    const stage = await opened();
    const { session } = stage.client.stores;
    const button = screen.getByRole('button', { name: t.showToAll });
    await stage.user.click(button);
    expect(session.getState()?.focus).toEqual({ kind: 'action', id: idAt(stage, 1) });
    expect(button).toHaveAttribute('aria-pressed', 'true');
    await stage.user.click(button);
    expect(session.getState()?.focus).toBeNull();
    stage.setRole('participant');
    expect(screen.queryByRole('button', { name: t.showToAll })).toBeNull();
  });

  test('[SH25] who leads gives the sheet to a direction or to somebody; everybody else reads it', async () => {
    const stage = await opened();
    const field = screen.getByLabelText(t.fields.assignedTo.label);
    await stage.user.selectOptions(field, 'Direction de la voirie');
    expect(stage.action().assignedTo).toBe(stage.roads);
    stage.neighbour(setSheetField, idAt(stage, 1), 'assignedTo', 'somebody-gone');
    expect(field).toHaveDisplayValue('Une personne');
    await stage.user.selectOptions(field, t.assignedToNobody);
    expect(stage.action().assignedTo).toBeUndefined();
    stage.setRole('participant');
    expect(screen.queryByText(t.fields.assignedTo.label)).toBeNull();
    stage.neighbour(setSheetField, idAt(stage, 1), 'assignedTo', stage.roads);
    expect(screen.queryByLabelText(t.fields.assignedTo.label)).toBeNull();
    expect(screen.getByText(t.fields.assignedTo.label)).toHaveTextContent(
      'Fiche confiée à Direction de la voirie',
    );
  });
});

describe('for those who only read', () => {
  test('[SH13] the sheet is words: no field, no button but those to go and to close', async () => {
    const stage = await opened({
      role: 'observer',
      prepare: ({ client, ids, finance }) => {
        for (const id of ids) client.run(setSheetField, id, 'leadDirectionId', finance);
        for (const id of ids) client.run(setSheetField, id, 'deadline', '2026-06-30');
      },
    });
    for (const role of ['textbox', 'combobox', 'radio', 'group'])
      expect(within(sheet()).queryAllByRole(role)).toEqual([]);
    const buttons = within(sheet()).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
      t.previous,
      t.next,
      t.close,
    ]);
    expect(screen.getByRole('heading', { name: 'Réutiliser l’eau' })).toBeInTheDocument();
    expect(screen.getByText('Direction des finances').tagName).toBe('DD');
    expect(screen.getByText('30 juin 2026').tagName).toBe('DD');
    stage.neighbour(setSheetField, idAt(stage, 1), 'deadline', '2027-01-02');
    expect(screen.getByText('2 janvier 2027')).toBeInTheDocument();
  });
});
