/** From a board the version before stored, to the sheet that shows it. */
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ActionSheet } from '../../../client/features/action-sheet/action-sheet.tsx';
import { loadBoard } from '../../../server/rooms/board/load.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { tasksWith } from '../../../server/work/tasks.ts';
import { createWork, patientLimits } from '../../../server/work/work.ts';
import { newId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { createBoardHarness, renderOnBoard } from '../../support/board-harness.tsx';
import {
  keptOf,
  NEXT_SCHEMA,
  NEXT_VERSION,
  OLD_MEANS,
  oldWorkshop,
} from '../../support/next-schema.ts';
import { unwrap } from '../../support/result.ts';
import { a } from '../../support/small-workshop.ts';
import { fr } from '../../support/words.ts';

const nothing = () => undefined;

test('[BD13] what was written under the old name of a field stands in the field of today', async () => {
  const store = await openSqlite(':memory:');
  const id = newId<'board'>();
  const { entry, snapshot } = keptOf(oldWorkshop());
  await store.createBoard({ id, createdAt: 0, purgeAt: 1, epoch: 'e1' }, [], [entry], snapshot);
  const work = createWork(patientLimits, tasksWith(NEXT_SCHEMA));
  const deps = { store, loads: work, folds: work, schema: NEXT_VERSION, clock: () => 0 };
  const { document } = unwrap(await loadBoard(id, deps));
  const sent = document.missingFor(Y.encodeStateVector(new Y.Doc()));
  await store.close();

  const harness = createBoardHarness();
  harness.client.run((doc) => ok(Y.applyUpdate(doc, sent)));
  renderOnBoard(
    harness,
    <ActionSheet actionId={a} onGo={nothing} onMove={nothing} onClose={nothing} />,
  );
  expect(await screen.findByLabelText(fr.sheet.fields.means.label)).toHaveValue(OLD_MEANS);
});
