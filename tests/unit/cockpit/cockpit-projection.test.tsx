/** The screen of the room, led from the cockpit apart from what participants are shown. */
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { ProjectedPage } from '../../../client/sync/board-stores.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { DirectionId } from '../../../shared/ids.ts';
import { cockpitFr } from '../../../shared/text/fr/cockpit.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import { unwrap } from '../../support/result.ts';
import {
  addActionTo,
  addPriority,
  asked,
  board,
  guest,
  load,
  openCockpit,
  press,
  section,
  session,
  show,
  startStep,
  unfold,
} from './cockpit-stage.tsx';

const { projection: t } = cockpitFr;
beforeEach(openCockpit);

/** A screen is open and tells what it shows. */
function project(page: ProjectedPage) {
  board.setOthers([guest('mur', { role: 'observer', clients: [8] })]);
  act(() => board.client.stores.presence.setState(new Map([[8, { projection: page }]]), true));
}
const told = () => asked.filter(({ type }) => type === 'project').at(-1);

test('[CK30] without an open projection that is said, and its keys do nothing', async () => {
  show();
  await unfold(t.title);
  expect(section(t.title).getByText(t.none)).toBeVisible();
  await userEvent.keyboard('k');
  expect(asked).toEqual([]);
});

test('[CK30] its pages are turned, around the last, and held where they are seen', async () => {
  project({ page: 4, pages: 5 });
  show();
  await unfold(t.title);
  expect(section(t.title).getByText('5 sur 5')).toBeVisible();
  await press(t.next);
  expect(told()).toEqual({ type: 'project', view: null, page: 0, held: false });
  project({ page: 0, pages: 5 });
  await userEvent.keyboard('i');
  expect(told()).toEqual({ type: 'project', view: null, page: 4, held: false });
  project({ page: 2, pages: 5 });
  await userEvent.keyboard('e');
  expect(told()).toEqual({ type: 'project', view: null, page: 2, held: true });
  await press(t.release);
  expect(told()).toEqual({ type: 'project', view: null, page: 2, held: false });
});

test('[CK30] what it shows is chosen, and participants are shown nothing of it', async () => {
  const priority = addPriority('Eau');
  const roads: DirectionId = unwrap(
    board.client.run(addFrameEntity<'directions'>, 'directions', { name: 'Voirie' }),
  );
  board.client.run(setSheetField, addActionTo(priority), 'leadDirectionId', roads);
  show();
  await unfold(t.title);
  const choice = section(t.title).getByRole('combobox', { name: t.choose });
  for (const [label, view] of [
    [t.entry, { kind: 'entry' }],
    ['Voirie', { kind: 'pilot', id: roads }],
    ['1. Eau', { kind: 'priority', id: priority }],
    ['la couverture des priorités', { kind: 'view', view: 'coverage' }],
    [t.follow, null],
  ] as const) {
    await userEvent.selectOptions(choice, label);
    expect(session()?.projection).toMatchObject({ view, page: null });
    expect(choice).toHaveDisplayValue(label);
  }
  expect(session()?.focus).toBeNull();
  expect(await axeFaults()).toEqual([]);
});

test('[CK31] what the direction that speaks commits itself to is ticked here', async () => {
  const priority = addPriority('Eau');
  const roads: DirectionId = unwrap(
    board.client.run(addFrameEntity<'directions'>, 'directions', { name: 'Voirie' }),
  );
  const id = addActionTo(priority, 'Réparer les fuites');
  board.client.run(setSheetField, id, 'leadDirectionId', roads);
  load();
  startStep(7);
  project({ page: 0, pages: 2, pilotId: roads });
  show();
  const box = () => screen.getByRole('checkbox', { name: '1.1 Réparer les fuites' });
  await userEvent.click(box());
  expect(session()?.pledges).toEqual({ [id]: roads });
  expect(box()).toBeChecked();
  await userEvent.click(box());
  expect(session()?.pledges).toEqual({});
  expect(await axeFaults()).toEqual([]);
});
