/**
 * Texts that somebody has begun in a field and neither sent nor thrown away, kept on this device: one
 * entry for each field, person and board. A field that is drawn again offers its own; the others are
 * listed. Nothing of it is ever sent.
 *
 * Where there is no person yet (the first page, the door) a text stays with its tab: another one may
 * sit down at this computer. Where nothing may be stored it lives as long as the page, and closing
 * the page asks first.
 */
import * as v from 'valibot';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import { deviceTexts, type Texts, tabTexts } from '../browser/texts.ts';
import { readText } from './stored.ts';
import { createViewStore } from './view-store.ts';

/** Whose texts: of one person in one board; null before there is a person. */
export interface HeldOwner {
  readonly boardId: BoardId;
  readonly personId: PersonId;
}

const SCREENS = [
  'wall',
  'sheet',
  'frame',
  'priority',
  'agenda',
  'cockpit',
  'votes',
  'people',
  'import',
  'home',
  'door',
] as const;
export type HeldScreen = (typeof SCREENS)[number];

/** Where a text was being written, in the words that were on the screen. */
export interface HeldPlace {
  /** Unique among the fields of a person in a board: `card.<priority>`. */
  readonly key: string;
  readonly screen: HeldScreen;
  /** The label of the field. */
  readonly field: string;
  /** The title of the action, priority or step it was about; empty for none. */
  readonly about: string;
}
export interface HeldText extends HeldPlace {
  readonly text: string;
  /** What the field held before; empty for a field that adds. */
  readonly base: string;
  /** When it was last written, milliseconds since 1970. */
  readonly at: number;
}

/** UTF-16 units of one text; a longer one lives as long as the page. */
const longestText = 100_000;
/** Texts of one person in one board; the oldest gives way. */
const mostTexts = 100;

/** Fields on the page now, by storage key: how many show it. */
const onPage = new Map<string, number>();
/** Grows when a text comes or goes, or when a field that holds one does; not at each letter. */
export const heldChanges = createViewStore(0);
const changed = () => heldChanges.setState(heldChanges.getState() + 1, true);

export function holdText(owner: HeldOwner | null, held: HeldText): void {
  const name = nameOf(owner, held.key);
  const isNew = read(owner, name) === null;
  const { key: _, ...entry } = held;
  const texts = textsOf(owner);
  if (held.text.length > longestText) texts.setHere(name, JSON.stringify(entry));
  else texts.set(name, JSON.stringify(entry), true);
  if (!isNew) return;
  for (const { key } of heldTexts(owner).slice(mostTexts)) dropHeldText(owner, key);
  changed();
}

export const heldText = (owner: HeldOwner | null, key: string): HeldText | null =>
  read(owner, nameOf(owner, key));

/** @param text given, the entry goes only if it still says this: another tab may have gone on */
export function dropHeldText(owner: HeldOwner | null, key: string, text?: string): void {
  const name = nameOf(owner, key);
  const held = read(owner, name);
  if (held === null || (text !== undefined && held.text !== text)) return;
  textsOf(owner).remove(name);
  changed();
}

/** All of somebody's, the last written first. */
export const heldTexts = (owner: HeldOwner | null): readonly HeldText[] =>
  namesOf(owner)
    .flatMap((name) => read(owner, name) ?? [])
    .sort((a, b) => b.at - a.at);

/** Those that no field on the page shows: what is to be listed elsewhere. */
export const begunTexts = (owner: HeldOwner): readonly HeldText[] =>
  heldTexts(owner).filter(({ key }) => !onPage.has(nameOf(owner, key)));

/** A field has come to the page; the returned function says that it has gone. */
export function showsHeldText(owner: HeldOwner | null, key: string): () => void {
  const name = nameOf(owner, key);
  const count = (by: 1 | -1) => {
    const now = (onPage.get(name) ?? 0) + by;
    if (now > 0) onPage.set(name, now);
    else onPage.delete(name);
    if (read(owner, name) !== null) changed();
  };
  count(1);
  return () => count(-1);
}

const prefixOf = (owner: HeldOwner | null): string =>
  `gommette.held.${owner ? `${owner.boardId}.${owner.personId}` : '-'}.`;
const nameOf = (owner: HeldOwner | null, key: string): string => prefixOf(owner) + key;
const textsOf = (owner: HeldOwner | null): Texts => (owner ? deviceTexts : tabTexts);

const namesOf = (owner: HeldOwner | null): readonly string[] =>
  textsOf(owner)
    .names()
    .filter((name) => name.startsWith(prefixOf(owner)));

function read(owner: HeldOwner | null, name: string): HeldText | null {
  const held = readText(heldSchema, textsOf(owner).get(name));
  return held && { ...held, key: name.slice(prefixOf(owner).length) };
}

const heldSchema = v.object({
  screen: v.picklist(SCREENS),
  field: v.string(),
  about: v.string(),
  text: v.string(),
  base: v.string(),
  at: v.number(),
});
