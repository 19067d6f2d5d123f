/** Lists that left long ago carry marks: what they are, and in which order, is for ever. */
import { describe, expect, test } from 'vitest';
import { words } from '../../../shared/lists.ts';
import { readState, stateOf } from '../../../shared/table/fingerprint.ts';

/** Columns in the order of their marks. To move one is a new version; a new one goes to the end. */
const ORDER = words`priority title description leadDirection supportingDirections electedSponsor
  partners levers social environmental economic marketFamilies ambition impact feasibility startDate
  deadline indicator expressedAs baseline target frequency means constraints policies status unit
  targetDate decpSocial decpEnvironmental eforms`;

const numbersAndDays: Readonly<Record<string, string>> = {
  baseline: '12,5',
  target: '-1200.0',
  startDate: '12/03/2027',
  deadline: '2027-03-12',
};
const state = stateOf((key) => numbersAndDays[key] ?? `« ${key} » n’est pas vide : é`);

describe('the state of an action', () => {
  test('[IM25] is what it was in lists that have left', () => {
    expect(state).toBe(
      'e1az7yzopa0rvy2nu7nfhpyxkmn2pxic1zf2kp7uicah4zhfk6wl5jk4fl4fg85ruq5ruqu9k5m6q9txa37lubpm4649pmr1uwwn845zi4sxz8ha3orjsdkkdsv03g',
    );
  });

  test('[IM25] has its marks in the order of lists that have left', () => {
    expect([...(readState(state)?.keys() ?? [])]).toEqual(ORDER);
  });

  test('[IM25] is read without the columns that came later', () => {
    const older = readState('e1aaaabbbb');
    expect([...(older ?? [])]).toEqual([
      ['priority', 'aaaa'],
      ['title', 'bbbb'],
    ]);
  });

  test.each([
    ['nothing', ''],
    ['no mark', 'e1'],
    ['half a mark', 'e1aaaabb'],
    ['another version', state.replace('e1', 'e2')],
    ['a column we do not know', `${state}aaaa`],
  ])('[IM25] is not read from %s', (_what, text) => {
    expect(readState(text)).toBeUndefined();
  });
});
