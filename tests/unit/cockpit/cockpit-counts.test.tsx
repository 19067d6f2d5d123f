/** Whoever has no device is counted, in every figure of the cockpit, once. */
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { GroupId, PersonId } from '../../../shared/ids.ts';
import { cockpitFr } from '../../../shared/text/fr/cockpit.ts';
import { board, guest, load, openCockpit, section, show, startStep } from './cockpit-stage.tsx';

beforeEach(openCockpit);
const t = cockpitFr;

test('[GR14] a table of six and a table without any device are counted where people are', () => {
  load();
  board.setOthers([guest('ben'), guest('cleo')]);
  const groups = ['x', 'y'].map((id) => ({ id: id as GroupId, name: '' }));
  board.ask({ type: 'groups-add', groups });
  board.ask({ type: 'member-set', personId: 'ben' as PersonId, groupId: 'x' as GroupId });
  for (const id of ['x', 'y'])
    board.ask({ type: 'group-change', id: id as GroupId, change: { people: 6 } });
  board.ask({ type: 'done', on: true }, guest('ben'));
  startStep(3);
  board.ask({ type: 'done', on: true }, guest('ben'));
  show();
  expect(section(t.people.title).getByText(t.people.here(13))).toBeVisible();
  expect(screen.getByText(t.people.doneCount(6, 7))).toBeVisible();
});
