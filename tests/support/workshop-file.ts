/** Workshop files for tests: the demonstration, and small ones made to have a given fault. */
import { readFileSync } from 'node:fs';
import type { Board } from '../../shared/board/board.ts';
import type { BoardContent } from '../../shared/board/content.ts';
import { createDoc } from '../../shared/board/doc.ts';
import { fillBoard } from '../../shared/board/fill.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import { type Reading, readWorkshop } from '../../shared/file/read.ts';
import type { Workshop } from '../../shared/file/workshop.ts';

export const demoText = readFileSync('shared/demo/atelier-cotentin.json', 'utf8');

/** A fresh copy each time: tests change it. */
export const demoFile = (): Record<string, unknown> & { cards: Record<string, unknown>[] } =>
  JSON.parse(demoText);

/** The board a document shows once it is filled. */
export function boardOf(content: BoardContent): Board {
  const doc = createDoc();
  fillBoard(doc, content);
  return readBoard(doc);
}

/** A file with one priority, two directions, an actor and a policy, and these cards. */
export const fileOf = (
  cards: readonly unknown[],
  others: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  format: 'spaser-workshop',
  formatVersion: 1,
  workshop: { title: 'Atelier' },
  priorities: [{ id: 'p1', position: 1, title: 'Eau' }],
  directions: [
    { id: 'd1', name: 'Direction de l’eau' },
    { id: 'd2', name: 'Direction des achats' },
  ],
  externalActors: [{ id: 'a1', name: 'Fédération' }],
  publicPolicies: [{ id: 'q1', name: 'Plan climat' }],
  cards,
  ...others,
});

/** Reads a file with one card, title and priority given unless told otherwise. */
export const readCardWith = (
  fields: Readonly<Record<string, unknown>>,
  others: Readonly<Record<string, unknown>> = {},
): Reading =>
  readFile(fileOf([{ id: 'c1', code: '1.3', priorityId: 'p1', title: 'Agir', ...fields }], others));

/** The workshop of a reading that must have one. */
export function workshopOf({ workshop, faults }: Reading): Workshop {
  if (!workshop) throw new Error(`no workshop: ${faults.map(({ message }) => message).join(' ')}`);
  return workshop;
}

/** Reads a file by what it holds; JSON says a number beyond all others by its digits alone. */
export const readFile = (file: unknown): Reading => {
  const beyond = '(beyond)';
  const text = JSON.stringify(file, (_, value: unknown) =>
    value === Number.POSITIVE_INFINITY ? beyond : value,
  );
  return readWorkshop(text.replaceAll(`"${beyond}"`, '1e400'));
};
