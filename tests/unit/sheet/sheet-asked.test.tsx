/** What a step asks for in a sheet, and what leads from one thing to the next. */
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { SheetAsk } from '../../../shared/board/asked.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addIdeas } from '../../../shared/board/commands/reveal.ts';
import {
  addSheetPart,
  setSheetField,
  setSheetMember,
} from '../../../shared/board/commands/sheet.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { Present } from '../../../shared/session/present.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import { unwrap } from '../../support/result.ts';
import { start, stepOf } from '../../support/session-people.ts';
import { fr } from '../../support/words.ts';
import { openSheet, type SheetStage, type StageOptions } from './sheet-stage.tsx';

const t = fr.sheet;
const lea: Present = {
  id: 'lea' as PersonId,
  role: 'facilitator',
  name: 'Léa',
  clients: [9],
  directionId: null,
  actorId: null,
};

async function opened(options?: StageOptions): Promise<SheetStage> {
  const stage = openSheet(options);
  await stage.user.click(screen.getByRole('button', { name: 'Ouvrir' }));
  return stage;
}
/** A step of sheets begins, led by somebody else. */
function begin(stage: SheetStage, asks?: readonly SheetAsk[]) {
  const step = stepOf('fiches', FREE_RULES, { kind: 'sheets', ...(asks && { asks }) });
  unwrap(stage.ask({ type: 'steps-set', steps: [step] }, lea));
  unwrap(stage.ask(start(step.id), lea));
}
const block = (title: string = t.asked.now) => screen.getByRole('region', { name: title });
const placesIn = (part: HTMLElement) =>
  [...part.querySelectorAll<HTMLElement>('[data-place]')].map(({ dataset }) => dataset.place);
const usual = ['leadDirectionId', 'deadline', 'indicators', 'constraints'];

describe('the first block', () => {
  test('[SH27] a step of sheets has its fields first, and says how many are answered', async () => {
    const stage = await opened();
    begin(stage);
    expect(placesIn(block())).toEqual(usual);
    expect(block()).toHaveTextContent('0 sur 4');
    const { id } = stage.action();
    stage.neighbour(setSheetField, id, 'deadline', '2027-06-30');
    stage.neighbour(addSheetPart, id, 'constraints', { text: 'Six semaines de délai.' });
    stage.neighbour(addSheetPart, id, 'indicators', { label: 'Fuites réparées' });
    // Without a target an indicator measures nothing (BD14).
    expect(block()).toHaveTextContent('2 sur 4');
  });

  test('[SH27] a step says which fields; where none asks, the usual four are what matters most', async () => {
    const stage = await opened();
    expect(placesIn(block(t.asked.usual))).toEqual(usual);
    begin(stage, ['means', 'levers']);
    expect(placesIn(block())).toEqual(['means', 'levers']);
    stage.neighbour(setSheetField, stage.action().id, 'means', 'Deux agents');
    expect(block()).toHaveTextContent('1 sur 2');
  });

  test('[SH31] it waits for the hand to leave a field before it asks for others', async () => {
    const stage = await opened();
    const means = screen.getByLabelText<HTMLTextAreaElement>(t.fields.means.label);
    await stage.user.type(means, 'Deux');
    begin(stage, ['means']);
    expect(means).toHaveFocus();
    expect(placesIn(block(t.asked.usual))).toEqual(usual);
    await stage.user.keyboard(' agents');
    await stage.user.click(screen.getByText(t.reminder));
    expect(placesIn(block())).toEqual(['means']);
    expect(screen.getByLabelText(t.fields.means.label)).toHaveValue('Deux agents');
  });
});

describe('the check list', () => {
  const lines = () =>
    within(screen.getByRole('list', { name: t.asked.beside }))
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
  const line = (name: string) =>
    within(screen.getByRole('list', { name: t.asked.beside })).getByRole('button', {
      name: new RegExp(`^${name}`),
    });

  test('[SH28] what else is expected is named, done or not', async () => {
    const stage = await opened();
    begin(stage);
    const { expected } = t;
    expect(lines()).toEqual([
      `${expected.title} : fait`,
      `${expected.description} : à faire`,
      `${expected.lever} : à faire`,
      `${expected.consideration} : à faire`,
      `${expected.ambition} : à faire`,
    ]);
    stage.neighbour(setSheetMember, stage.action().id, 'levers', 'social-clause', true);
    expect(line(expected.lever)).toHaveTextContent('fait');
  });

  test('[SH28] each line leads to its field, in what is folded too', async () => {
    const stage = await opened();
    begin(stage, ['leadDirectionId']);
    const { expected, fields } = t;
    const targets = [
      [expected.title, () => screen.getByRole('textbox', { name: t.title })],
      [expected.description, () => screen.getByRole('textbox', { name: t.description })],
      [expected.lever, () => screen.getByRole('combobox', { name: fields.levers.label })],
      [expected.consideration, () => screen.getByLabelText(fields.socialConsideration.label)],
      [expected.ambition, () => screen.getByRole('radio', { name: 'Conformité' })],
      [expected.deadline, () => screen.getByLabelText(fields.deadline.label)],
      [expected.indicator, () => screen.getByRole('button', { name: t.addIndicator })],
      [expected.partner, () => screen.getByRole('combobox', { name: fields.partners.label })],
    ] as const;
    expect(lines()).toHaveLength(targets.length);
    for (const [name, field] of targets) {
      await stage.user.click(line(name));
      expect(field()).toHaveFocus();
    }
  });

  test('[SH29] what is for the contract is folded with its count, and stays as one opened it', async () => {
    const stage = await opened({
      prepare: ({ client, ids }) => {
        for (const id of ids) client.run(setSheetMember, id, 'levers', 'troc', true);
      },
    });
    const levers = () => screen.queryByRole('combobox', { name: t.fields.levers.label });
    expect(levers()).toBeNull();
    expect(screen.getByRole('region', { name: t.groups.market.title })).toHaveTextContent(
      '1 champ rempli',
    );
    await stage.user.click(screen.getByText(t.groups.market.title));
    expect(levers()).toBeVisible();
    await stage.user.click(screen.getByRole('button', { name: t.next }));
    expect(levers()).toBeVisible();
    await stage.user.click(screen.getByText(t.groups.market.title));
    expect(levers()).toBeNull();
  });
});

test.each(['facilitator', 'observer'] as const)(
  '[SH30] a %s reads which direction or actor proposed the action; of an idea without author nobody',
  async (role) => {
    const stage = await opened({
      role,
      prepare: ({ neighbour, water, roads, builders }) => {
        const place = { priorityId: water, before: null };
        const person = { personId: lea.id, directionId: null, actorId: null };
        for (const author of [
          { ...person, directionId: roads },
          { ...person, actorId: builders },
        ])
          neighbour(addAction, { title: 'Proposée', place, author });
        neighbour((doc) => {
          const id = 'nobody-s' as ActionId;
          addIdeas(doc, [
            { id, priorityId: water, title: 'De personne', description: '', author: null },
          ]);
          return ok(undefined);
        });
      },
    });
    const said = () => screen.queryByText(/^Proposée par/)?.textContent;
    expect(said()).toBeUndefined();
    const next = screen.getByRole('button', { name: t.next });
    await stage.user.click(next);
    expect(said()).toBeUndefined();
    await stage.user.click(next);
    expect(said()).toBe('Proposée par Direction de la voirie');
    await stage.user.click(next);
    expect(said()).toBe('Proposée par Fédération du bâtiment');
    await stage.user.click(next);
    expect(said()).toBeUndefined();
  },
);

test('[SB6] the sheet of somebody who has several leads to the next of theirs', async () => {
  const stage = await opened({ role: 'participant' });
  begin(stage);
  const me = stage.client.stores.session.getState()?.me as PersonId;
  const mine = () => screen.queryByRole('button', { name: /^Ma fiche suivante/ });
  const confide = (index: number) =>
    stage.neighbour(setSheetField, stage.ids[index] as ActionId, 'assignedTo', me);
  confide(1);
  expect(mine()).toBeNull();
  confide(3);
  expect(mine()).toHaveTextContent('Ma fiche suivante : 2.1');
  await stage.user.click(mine() as HTMLElement);
  expect(screen.getByRole('textbox', { name: t.title })).toHaveValue('Isoler les écoles');
  expect(mine()).toHaveTextContent('Ma fiche suivante : 1.2');
});
