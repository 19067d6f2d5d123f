/** Leading groups from the cockpit, over a session that is decided for real. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { ActionId, GroupId, PersonId } from '../../../shared/ids.ts';
import { cockpitFr } from '../../../shared/text/fr/cockpit.ts';
import { commonFr } from '../../../shared/text/fr/common.ts';
import { groupsFr as t } from '../../../shared/text/fr/groups.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import {
  addActionTo,
  addPriority,
  board,
  guest,
  onDeal,
  openCockpit,
  press,
  section,
  session,
  show,
  unfold,
} from '../cockpit/cockpit-stage.tsx';

beforeEach(() => {
  openCockpit();
  board.setOthers([guest('ben'), guest('cleo')]);
});
const [x, y] = ['x', 'y'] as unknown as readonly [GroupId, GroupId];
const make = () =>
  board.ask({
    type: 'groups-add',
    groups: [
      { id: x, name: '' },
      { id: y, name: 'À distance' },
    ],
  });
const put = (who: string, groupId: GroupId) =>
  board.ask({ type: 'member-set', personId: who as PersonId, groupId });
const open = async () => {
  show();
  await unfold(t.title);
};
const groups = () => session()?.groups ?? [];
const groupOf = (id: string) => session()?.people.find((one) => one.id === id)?.groupId;

test('[GV6] groups are made, and one more; their letters stand beside the heading', async () => {
  await open();
  await press(t.make(4));
  await press(t.add);
  expect(groups().map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(section(t.title).getByText(t.letters(['A', 'B', 'C', 'D', 'E']))).toBeVisible();
});

test('[GV6] a group is named, and says how many people it has', async () => {
  make();
  put('ben', x);
  await open();
  await userEvent.click(screen.getAllByText(t.editShort)[0] as HTMLElement);
  await userEvent.type(screen.getByLabelText(t.name), 'Table du fond');
  await userEvent.type(screen.getByLabelText(t.heads), '60');
  expect(screen.getByText(t.headsRefused)).toBeVisible();
  await press(commonFr.save);
  expect(groups()[0]).toMatchObject({ name: '' });
  await userEvent.clear(screen.getByLabelText(t.heads));
  await userEvent.type(screen.getByLabelText(t.heads), '6');
  await press(commonFr.save);
  expect(groups()[0]).toMatchObject({ name: 'Table du fond', people: 6 });
  expect(screen.getByText(t.size(6, 1))).toBeVisible();
  await press(t.remove);
  expect(groups().map(({ id }) => id)).toEqual([y]);
});

test('[GV6] people are dealt evenly, taken back, and moved one by one', async () => {
  make();
  await open();
  await press(t.dealPeople);
  expect(new Set([groupOf('ben'), groupOf('cleo')])).toEqual(new Set([x, y]));
  await press(cockpitFr.acts.undo);
  expect([groupOf('ben'), groupOf('cleo')]).toEqual([undefined, undefined]);
  await userEvent.click(section(t.title).getByText(t.noGroup, { selector: 'summary' }));
  await userEvent.selectOptions(screen.getByLabelText(t.groupOf('Nom de ben')), 'y');
  expect(groupOf('ben')).toBe(y);
});

test('[GV6] each group shows how far its sheets are, and its hand, which is lowered here', async () => {
  make();
  put('ben', y);
  const water = addPriority('Eau');
  const ids: readonly ActionId[] = [addActionTo(water), addActionTo(water)];
  for (const id of ids) board.client.run(setSheetField, id, 'assignedTo', y);
  board.client.run(setSheetField, ids[0] as ActionId, 'deadline', '2027-01-01');
  board.ask({ type: 'group-hand', groupId: y, up: true }, guest('ben'));
  await open();
  const line = within(
    section(t.title).getByText('À distance', { selector: 'b' }).closest('li') as HTMLElement,
  );
  expect(line.getByRole('img', { name: `À distance : ${t.filled(3, 18)}` })).toBeVisible();
  expect(line.getByText(new RegExp(t.progress(0, 2)))).toBeVisible();
  expect(line.getByRole('img', { name: t.handUp })).toBeVisible();
  await press(cockpitFr.people.lower('À distance'));
  expect(groups()[1]?.hand).toBeNull();
  await press(t.dealSheets);
  expect(onDeal).toHaveBeenCalledOnce();
});

test('[GV7] a sentence is said to one group or to all, and taken back', async () => {
  make();
  put('ben', y);
  await open();
  await userEvent.selectOptions(screen.getByLabelText(t.messageTo), 'y');
  await userEvent.type(screen.getByLabelText(t.messageText), 'Cinq minutes');
  await press(t.send);
  expect(session()?.messages).toMatchObject([{ to: y, text: 'Cinq minutes' }]);
  expect(screen.getByLabelText(t.messageText)).toHaveValue('');
  expect(screen.getByText(t.sent('À distance'))).toBeVisible();
  await press(t.takeBack('Cinq minutes'));
  expect(session()?.messages).toEqual([]);
});

test('[GV6] axe finds nothing where groups are led', async () => {
  make();
  put('ben', x);
  await open();
  await userEvent.click(screen.getAllByText(t.editShort)[0] as HTMLElement);
  expect(await axeFaults()).toEqual([]);
});
