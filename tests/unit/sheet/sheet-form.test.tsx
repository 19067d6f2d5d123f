/** Filling the sheet, with the keyboard alone, while others fill it too. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { heldTexts } from '../../../client/state/held-text.ts';
import { setInfo } from '../../../shared/board/commands/frame.ts';
import { setSheetField, setSheetMember } from '../../../shared/board/commands/sheet.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { fr } from '../../support/words.ts';
import { openSheet, type SheetStage, type StageOptions } from './sheet-stage.tsx';

const t = fr.sheet;
afterEach(() => {
  vi.useRealTimers();
});

async function opened(options?: StageOptions): Promise<SheetStage & { readonly id: ActionId }> {
  const stage = openSheet(options);
  await stage.user.click(screen.getByRole('button', { name: 'Ouvrir' }));
  return { ...stage, id: stage.action().id };
}
const means = () => screen.getByLabelText<HTMLTextAreaElement>(t.fields.means.label);
/** What is for the contract is folded until somebody opens it. */
const openMarket = ({ user }: Pick<SheetStage, 'user'>) =>
  user.click(screen.getByText(t.groups.market.title));
const finder = (key: 'levers' | 'partners' | 'supportingDirections') =>
  screen.getByRole<HTMLInputElement>('combobox', { name: t.fields[key].label });

describe('typed fields', () => {
  test('[SH16] what is typed is written after a pause, without leaving the field', async () => {
    const stage = await opened();
    vi.useFakeTimers();
    means().focus();
    fireEvent.change(means(), { target: { value: 'Un agent' } });
    expect(stage.action().means).toBeUndefined();
    act(() => vi.advanceTimersByTime(800));
    expect(stage.action().means).toBe('Un agent');
    expect(means()).toHaveFocus();
  });

  test('[SH16] what is typed is written on leaving the field', async () => {
    const { user, action } = await opened();
    const sponsor = screen.getByLabelText(t.fields.electedSponsor.label);
    await user.type(sponsor, 'Délégation à l’eau');
    await user.tab();
    expect(action().electedSponsor).toBe('Délégation à l’eau');
    await user.clear(sponsor);
    await user.tab();
    expect(action().electedSponsor).toBeUndefined();
  });

  test('[SH16] what is typed is written in its own action when the sheet goes to another', async () => {
    const { user, action, board, ids } = await opened();
    await user.type(means(), 'Deux agents');
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(action().means).toBe('Deux agents');
    expect(board().actions.get(ids[2] as ActionId)?.means).toBeUndefined();
    expect(means()).toHaveValue('');
  });

  test('[SH17] a value that arrives while one types changes nothing under the hand', async () => {
    const { user, neighbour, id, action } = await opened();
    await user.type(means(), 'Mien');
    neighbour(setSheetField, id, 'means', 'Le leur');
    expect(means()).toHaveValue('Mien');
    await user.tab();
    expect(action().means).toBe('Mien');
    neighbour(setSheetField, id, 'means', 'Le leur, après');
    expect(means()).toHaveValue('Le leur, après');
  });

  test('[SH17] leaving a field one did not touch never puts an old value back', async () => {
    const { user, neighbour, id, action } = await opened();
    await user.click(means());
    neighbour(setSheetField, id, 'means', 'Le leur');
    expect(means()).toHaveValue('');
    await user.tab();
    expect(action().means).toBe('Le leur');
    expect(means()).toHaveValue('Le leur');
  });

  test('[SH18] a text beyond the limit stays in its field with a sentence, unwritten', async () => {
    const { action } = await opened();
    const sponsor = screen.getByLabelText(t.fields.electedSponsor.label);
    sponsor.focus();
    fireEvent.change(sponsor, { target: { value: 'x'.repeat(501) } });
    act(() => sponsor.blur());
    expect(sponsor).toHaveValue('x'.repeat(501));
    expect(sponsor).toHaveAccessibleDescription(expect.stringContaining(t.tooLong(500)));
    expect(action().electedSponsor).toBeUndefined();
  });
});

describe('days', () => {
  const deadline = () => screen.getByLabelText<HTMLInputElement>(t.fields.deadline.label);

  test('[SH19] a whole day is written at once, a year under way is not', async () => {
    const { action } = await opened();
    deadline().focus();
    fireEvent.change(deadline(), { target: { value: '0202-06-30' } });
    expect(action().deadline).toBeUndefined();
    fireEvent.change(deadline(), { target: { value: '2026-06-30' } });
    expect(action().deadline).toBe('2026-06-30');
  });

  test('[SH19] half a day says so and does not empty the field on the board', async () => {
    const { action } = await opened({
      prepare: ({ client, ids }) => {
        for (const id of ids) client.run(setSheetField, id, 'deadline', '2026-06-30');
      },
    });
    deadline().focus();
    fireEvent.change(deadline(), { target: { value: '' } });
    Object.defineProperty(deadline(), 'validity', { value: { badInput: true } });
    fireEvent.blur(deadline());
    expect(deadline()).toHaveAccessibleDescription(expect.stringContaining(t.notDate));
    expect(action().deadline).toBe('2026-06-30');
    expect(heldTexts(null)).toEqual([]); // nobody could read it there
  });

  test('[SH19] an emptied day is emptied on leaving the field', async () => {
    const { user, action } = await opened({
      prepare: ({ client, ids }) => {
        for (const id of ids) client.run(setSheetField, id, 'deadline', '2026-06-30');
      },
    });
    await user.clear(deadline());
    expect(action().deadline).toBe('2026-06-30');
    await user.tab();
    expect(action().deadline).toBeUndefined();
  });

  test('[SH19] a deadline before the start is told, and kept', async () => {
    const { neighbour, id, action } = await opened();
    neighbour(setSheetField, id, 'startDate', '2026-06-30');
    neighbour(setSheetField, id, 'deadline', '2026-01-30');
    expect(deadline()).toHaveAccessibleDescription(expect.stringContaining(t.deadlineFirst));
    expect(action().deadline).toBe('2026-01-30');
  });
});

describe('choices', () => {
  test('[SH20] a direction is chosen and cleared; one that is gone shows its code', async () => {
    const { user, neighbour, id, action, finance } = await opened();
    const lead = screen.getByLabelText(t.fields.leadDirectionId.label);
    await user.selectOptions(lead, 'Direction des finances');
    expect(action().leadDirectionId).toBe(finance);
    await user.selectOptions(lead, t.choose);
    expect(action().leadDirectionId).toBeUndefined();
    neighbour(setSheetField, id, 'leadDirectionId', 'dsi');
    expect(lead).toHaveDisplayValue('dsi');
  });

  test('[SH20] impact is chosen among three and can be taken back', async () => {
    const { user, action } = await opened();
    const impact = screen.getByRole('group', { name: t.fields.impact.label });
    await user.click(within(impact).getByRole('radio', { name: '3' }));
    expect(action().impact).toBe(3);
    await user.click(screen.getByRole('button', { name: t.clear(t.fields.impact.label) }));
    expect(action().impact).toBeUndefined();
  });
});

describe('several values', () => {
  const chips = (key: 'levers' | 'partners') =>
    within(screen.getByRole('list', { name: t.fields[key].label }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);

  const offered = () =>
    within(screen.getByRole('listbox'))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);

  test('[SH21] values are found by typing without accents, and added with Entrée', async () => {
    const { user, action } = await opened();
    await openMarket({ user });
    await user.click(finder('levers'));
    await user.keyboard('specif');
    expect(offered()).toEqual(['Spécification technique']);
    await user.keyboard('{Enter}');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(action().levers[0]).toBe('technical-specification');
    expect(action().levers).toHaveLength(2);
    expect(chips('levers')[0]).toBe('Spécification technique');
    expect(finder('levers')).toHaveFocus();
  });

  test('[SH21] Échap shuts the list, not the sheet', async () => {
    const stage = await opened();
    await openMarket(stage);
    await stage.user.click(finder('levers'));
    expect(screen.getByRole('listbox')).toBeInTheDocument();
    await stage.user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(stage.closed()).toBe(false);
    await stage.user.keyboard('{Escape}');
    expect(stage.closed()).toBe(true);
  });

  test('[SH21] the arrows walk the list in a circle and the field points at its option', async () => {
    const { user } = await opened();
    await user.click(finder('supportingDirections'));
    const active = () =>
      document.getElementById(
        finder('supportingDirections').getAttribute('aria-activedescendant') ?? '',
      )?.textContent;
    expect(active()).toBe('Direction des finances');
    await user.keyboard('{ArrowUp}');
    expect(active()).toBe('Direction de la voirie');
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe('Direction des finances');
  });

  test('[SH21] a value is taken out by its cross, and the focus stays in the field', async () => {
    const { user, action, builders } = await opened();
    await user.click(finder('partners'));
    await user.click(screen.getByRole('option', { name: 'Fédération du bâtiment' }));
    expect(action().partners).toEqual([builders]);
    await user.click(screen.getByRole('button', { name: t.remove('Fédération du bâtiment') }));
    expect(action().partners).toEqual([]);
    expect(finder('partners')).toHaveFocus();
  });

  test('[SH21] what others add appears while one searches, and nothing moves under the hand', async () => {
    const { user, neighbour, id, builders } = await opened();
    await openMarket({ user });
    await user.click(finder('levers'));
    await user.keyboard('cri');
    neighbour(setSheetMember, id, 'partners', builders, true);
    expect(chips('partners')).toEqual(['Fédération du bâtiment']);
    expect(finder('levers')).toHaveValue('cri');
    expect(finder('levers')).toHaveFocus();
  });

  test('[SH22] the workshop’s own terms are offered, and an unknown code shows as it is', async () => {
    const { user } = await opened({
      prepare: ({ client, ids }) => {
        client.run(setInfo, { levers: [{ code: 'troc', fr: 'Troc de matériaux', en: 'Barter' }] });
        for (const id of ids) client.run(setSheetMember, id, 'levers', 'mystere', true);
      },
    });
    await openMarket({ user });
    expect(chips('levers')).toEqual(['mystere']);
    await user.click(finder('levers'));
    expect(offered()).toEqual(['Troc de matériaux']);
  });
});

describe('indicators and constraints', () => {
  const frame = () => screen.getByRole('group', { name: t.indicator(1) });

  test('[SH23] an indicator is added and filled, with as many dated targets as wished', async () => {
    const { user, action } = await opened();
    await user.click(screen.getByRole('button', { name: t.addIndicator }));
    await user.type(within(frame()).getByLabelText(t.indicatorLabel), 'Eau évitée');
    await user.selectOptions(within(frame()).getByLabelText(t.expressedAs), 'nombre');
    await user.type(within(frame()).getByLabelText(t.unit), 'm³');
    await user.type(within(frame()).getByLabelText(t.baseline), '12,5');
    await user.selectOptions(within(frame()).getByLabelText(t.frequency), 'annuelle');
    await user.type(within(frame()).getByLabelText(t.targetValue(1)), '1 000');
    await user.click(within(frame()).getByRole('button', { name: t.addTarget }));
    fireEvent.change(within(frame()).getByLabelText(t.targetDate(2)), {
      target: { value: '2028-12-31' },
    });
    expect(action().indicators).toMatchObject([
      {
        label: 'Eau évitée',
        expressedAs: 'other',
        unit: 'm³',
        baseline: 12.5,
        frequency: 'yearly',
        targets: [{ value: 1000 }, { date: '2028-12-31' }],
      },
    ]);
    await user.click(within(frame()).getByRole('button', { name: t.removeTarget(1) }));
    expect(action().indicators).toMatchObject([{ targets: [{ date: '2028-12-31' }] }]);
  });

  test('[SH23] something that is no number says so, and is not written', async () => {
    const { user, action } = await opened();
    await user.click(screen.getByRole('button', { name: t.addIndicator }));
    const baseline = within(frame()).getByLabelText(t.baseline);
    await user.type(baseline, 'beaucoup');
    await user.tab();
    expect(baseline).toHaveValue('beaucoup');
    expect(baseline).toHaveAccessibleDescription(t.notNumber);
    expect(action().indicators).toMatchObject([{ targets: [{}] }]);
    await user.clear(baseline);
    await user.type(baseline, '7');
    await user.tab();
    expect(baseline).not.toHaveAccessibleDescription();
    expect(action().indicators).toMatchObject([{ baseline: 7 }]);
  });

  test('[SH24] what is taken off the sheet is put back whole from the message', async () => {
    const { user, action, builders } = await opened();
    await user.click(screen.getByRole('button', { name: t.addIndicator }));
    await user.type(within(frame()).getByLabelText(t.indicatorLabel), 'Eau évitée');
    await user.type(within(frame()).getByLabelText(t.targetValue(1)), '3');
    await user.click(within(frame()).getByRole('button', { name: t.removeIndicator(1) }));
    expect(action().indicators).toEqual([]);
    expect(screen.getByRole('button', { name: t.addIndicator })).toHaveFocus();
    const undo = () =>
      within(screen.getByRole('region', { name: 'Messages' })).getAllByRole('button', {
        name: t.undo,
      });
    await user.click(undo()[0] as HTMLElement);
    expect(action().indicators).toMatchObject([{ label: 'Eau évitée', targets: [{ value: 3 }] }]);

    await user.click(screen.getByRole('button', { name: t.addConstraint }));
    const constraint = () => screen.getByRole('group', { name: t.constraint(1) });
    await user.selectOptions(
      within(constraint()).getByLabelText(t.constraintActor),
      'Fédération du bâtiment',
    );
    await user.type(within(constraint()).getByLabelText(t.constraintText), 'Six semaines.');
    await user.click(within(constraint()).getByRole('button', { name: t.removeConstraint(1) }));
    expect(action().constraints).toEqual([]);
    await user.click(undo()[0] as HTMLElement);
    expect(action().constraints).toMatchObject([{ actorId: builders, text: 'Six semaines.' }]);
  });
});
