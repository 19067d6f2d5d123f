/** The synthesis on a whole page: its views, drawn and as tables, live; what pressing them does. */
import { render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { SynthesisPicture } from '../../../client/features/synthesis/picture.tsx';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { setInfo } from '../../../shared/board/commands/frame.ts';
import { setSheetField, setSheetMember } from '../../../shared/board/commands/sheet.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { SYNTHESIS_VIEWS, type SynthesisView } from '../../../shared/synthesis/views.ts';
import { pageEn } from '../../../shared/text/en/page.ts';
import { synthesisEn } from '../../../shared/text/en/synthesis.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import { fr } from '../../support/words.ts';
import { boardOf, demoText, workshopOf } from '../../support/workshop-file.ts';
import { type FindingStage, forgetDevice, openFinding, own } from '../finding/finding-stage.tsx';

beforeEach(forgetDevice);
const t = fr.synthesis;
const VIEWS = Object.keys(SYNTHESIS_VIEWS) as readonly SynthesisView[];
const openAt = async (word: string, role?: 'participant') => {
  const stage = await openFinding(`?synthese=${word}`, role);
  await screen.findByRole('heading', { level: 2, name: t.title });
  return stage;
};
const asTable = async ({ user }: FindingStage) => {
  await user.click(screen.getByRole('radio', { name: t.table }));
  return screen.getByRole('table');
};
/** Heads and cells of a table, row by row. */
const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));

test('[SY10] the coverage is drawn and as a table, and follows the board', async () => {
  const stage = await openAt('couverture');
  const { client, neighbour, ids, roads, water } = stage;
  own(() => client.run(setSheetField, ids[0], 'leadDirectionId', roads));
  const square = (name: string) => screen.findByRole('button', { name });
  expect(await square('Voirie × Eau : 1 en pilote, 0 en appui')).toBeVisible();
  neighbour(setSheetMember, ids[1], 'supportingDirections', roads, true);
  expect(await square('Voirie × Eau : 1 en pilote, 1 en appui')).toBeVisible();
  expect(screen.getByText('Voirie × Climat : 0 en pilote, 0 en appui')).toBeInTheDocument();
  const table = await asTable(stage);
  expect(rowsOf(table)).toEqual([
    ['Direction', '1. Eau', '2. Climat', 'Total'],
    ['Voirie', '1 en pilote, 1 en appui', 'rien', '1'],
    ['Sans pilote', '2 en pilote, 0 en appui', '1 en pilote, 0 en appui', '3'],
    ['Total', '3', '1', '4'],
  ]);
  const author = { personId: 'ana' as PersonId, directionId: null, actorId: null };
  neighbour(addAction, { title: 'Publier', place: { priorityId: water, before: null }, author });
  await waitFor(() => expect(rowsOf(table).at(-1)).toEqual(['Total', '4', '1', '5']));
});

test('[SY11] a pressed part lists its actions; one of them opens its sheet beside the picture', async () => {
  const { user } = await openAt('manques');
  const lacking = screen.getByRole('button', { name: 'Échéance : manque à 4 actions' });
  await user.click(lacking);
  const list = screen.getByRole('region', { name: 'Échéance : 4 actions' });
  expect(within(list).getByRole('heading')).toHaveFocus();
  await user.click(within(list).getByRole('button', { name: /^1\.2 Réutiliser l’eau/ }));
  expect(await screen.findByRole('complementary', { name: /1\.2/ })).toBeVisible();
  expect(lacking).toBeVisible();
  await user.click(within(list).getByRole('button', { name: t.closeList }));
  expect(screen.queryByRole('region', { name: /^Échéance/ })).toBeNull();
});

test('[SY12] tabs change the view and the address; closing goes back to the wall', async () => {
  const { user } = await openFinding('?q=eau');
  await user.click(screen.getByRole('button', { name: fr.app.synthesis }));
  await user.click(await screen.findByRole('tab', { name: t.views.deadlines }));
  expect(location.search).toBe('?q=eau&synthese=echeances');
  expect(screen.queryByRole('search')).toBeNull();
  await user.click(screen.getByRole('button', { name: t.close }));
  await waitFor(() => expect(document.querySelectorAll('[data-card]')).toHaveLength(1));
  expect(location.search).toBe('?q=eau');
});

test('[SY13] facilitators go from the markers to their fields; others are not offered it', async () => {
  const { client, user, setRole } = await openAt('reperes');
  expect(screen.getByText('repère : 30 % des contrats')).toBeVisible();
  expect(screen.getByText(/^Source des repères : Plan national/)).toBeVisible();
  expect(screen.getByText(t.caution)).toBeVisible();
  own(() => client.run(setInfo, { socialMarker: 45 }));
  expect(await screen.findByText('repère : 45 % des contrats')).toBeVisible();
  expect(screen.getByText(t.sourceUnknown)).toBeVisible();
  await user.click(screen.getByRole('button', { name: t.editMarkers }));
  const field = await screen.findByLabelText(fr.facilitation.info.socialMarker);
  expect(field).toHaveValue('45');
  await user.click(screen.getByRole('button', { name: fr.common.close }));
  setRole('participant');
  expect(screen.queryByRole('button', { name: t.editMarkers })).toBeNull();
});

const en = { ...pageEn, synthesis: synthesisEn };
const demonstration = boardOf(workshopOf(readWorkshop(demoText)));

test.each(VIEWS)('[SY14] axe finds nothing in the view « %s »', async (view) => {
  const shown = { board: demonstration, texts: fr, language: 'fr', view } as const;
  const { rerender } = render(
    <SynthesisPicture {...shown} onPick={() => undefined} onOpen={() => undefined} />,
  );
  const faults = async () => (await axeFaults()).filter((fault) => !fault.startsWith('region:'));
  expect(await faults()).toEqual([]);
  rerender(<SynthesisPicture {...shown} shape="table" onOpen={() => undefined} />);
  expect(await faults()).toEqual([]);
});

test.each(VIEWS)('[SY15] « %s » without anything to press with has no control', (view) => {
  const { container } = render(
    <SynthesisPicture board={demonstration} texts={en} language="en" view={view} />,
  );
  expect(container.textContent).not.toBe('');
  expect(container.querySelectorAll('button, a, input')).toHaveLength(0);
});

test.each(VIEWS)('[SY15] « %s » of an empty board is drawn without a fault', (view) => {
  const empty = boardOf({
    info: {},
    priorities: [],
    directions: [],
    actors: [],
    policies: [],
    actions: [],
    comments: [],
  });
  for (const shape of ['picture', 'table'] as const) {
    const { container } = render(
      <SynthesisPicture board={empty} texts={fr} language="fr" view={view} shape={shape} />,
    );
    expect(container).not.toBeEmptyDOMElement();
  }
});
