import { expect, test, vi } from 'vitest';
import { createJournal } from '../../../client/sync/journal.ts';
import { createSaving } from '../../../client/sync/saving.ts';

const [a, b] = ['a', 'b'];
const title = (id: string) => ({ path: ['actions', id, 'title'] });

function open() {
  const onUnsaved = vi.fn();
  const onSaving = vi.fn();
  const journal = createJournal(7, () => {});
  const saving = createSaving({ onUnsaved, onSaving }, journal);
  const changed: typeof saving.changed = (touched) => {
    journal.touch(touched, null); // as the document says it, before its update
    saving.changed(touched);
  };
  return {
    saving: { ...saving, changed },
    onSaving,
    waiting: () => onUnsaved.mock.lastCall?.[0],
    said: () => onSaving.mock.lastCall?.[0],
  };
}

test('[CO1] nothing is said of saving until the board is followed', () => {
  const { saving, onSaving, said } = open();
  saving.opened();
  saving.counted(1, true);
  saving.acknowledged({ updates: 1, at: 5 });
  expect(onSaving).not.toHaveBeenCalled();
  saving.followed();
  expect(said()).toEqual({ unsaved: false, savedAt: 5 });
  saving.disconnected();
  saving.changed([title(a)]);
  expect(onSaving).toHaveBeenCalledOnce();
});

test('[CO1] the first answer stays the first, whatever comes after it', () => {
  const { saving, said } = open();
  saving.followed();
  expect(said()).toEqual({ unsaved: true, savedAt: null });
  saving.counted(1, false);
  saving.acknowledged({ updates: 1, at: 5 });
  expect(said()).toEqual({ unsaved: true, savedAt: 5 }); // nothing was asked yet
  saving.counted(2, true);
  saving.counted(3, false);
  saving.counted(4, true);
  expect(said()).toEqual({ unsaved: true, savedAt: 5 });
  saving.acknowledged({ updates: 3, at: 6 });
  expect(said()).toEqual({ unsaved: true, savedAt: 6 });
  saving.acknowledged({ updates: 4, at: 7 });
  expect(said()).toEqual({ unsaved: false, savedAt: 7 });
});

test('[CO2] what changes before the answer waits for it, what changes after waits for its frame', () => {
  const { saving, waiting } = open();
  saving.opened();
  saving.counted(1, false);
  saving.changed([title(a)]);
  saving.acknowledged({ updates: 1, at: 5 });
  expect(waiting()).toEqual(new Set([a]));
  saving.counted(2, true);
  saving.counted(3, false);
  saving.changed([title(b)]);
  saving.acknowledged({ updates: 2, at: 6 });
  expect(waiting()).toEqual(new Set([b]));
  saving.acknowledged({ updates: 3, at: 7 });
  expect(waiting()).toEqual(new Set());
});

test('[CO2] what was not acknowledged on the former socket waits for the next one’s answer', () => {
  const { saving, waiting, said } = open();
  saving.followed();
  saving.counted(1, true);
  saving.counted(2, false);
  saving.changed([title(a)]);
  saving.disconnected();
  saving.opened();
  saving.followed();
  saving.acknowledged({ updates: 2, at: 5 });
  expect(waiting()).toEqual(new Set([a]));
  expect(said()).toEqual({ unsaved: true, savedAt: 5 });
  saving.counted(3, true);
  saving.acknowledged({ updates: 3, at: 6 });
  expect(waiting()).toEqual(new Set());
});
