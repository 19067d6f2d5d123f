/**
 * Reads a workshop file. Never throws, whatever the text: there is a workshop, or one fault that
 * says why there is none; and each value that could not be kept as it was has its fault.
 */

import { isObject, type JsonObject, own, parseJson } from '../json.ts';
import { memoized } from '../memoized.ts';
import { createTermFinder } from '../vocabulary/term.ts';
import { findCards, readCard } from './cards.ts';
import { createFaults, type Fault, type Faults, quote } from './fault.ts';
import { defaultLanguage, formatName, formatVersion } from './format.ts';
import { readGroups } from './groups.ts';
import { isEmpty } from './json.ts';
import { TOP_KEYS, WORKSHOP_KEYS } from './keys.ts';
import { createKeyCheck } from './known-keys.ts';
import { findFrame, giveIds, inPlace, type Named, readComments, readFrame } from './lists.ts';
import { readPhases } from './phases.ts';
import { listAt, type ReadContext, readKeys } from './values.ts';
import { readVocabularies, type Vocabularies } from './vocabularies.ts';
import type { Workshop } from './workshop.ts';

export interface Reading {
  /** Absent when the text is no workshop file. */
  readonly workshop?: Workshop;
  readonly faults: readonly Fault[];
}

/** Reads the text of a file. */
export function readWorkshop(text: string): Reading {
  const file = parseJson(text);
  if (file === undefined)
    return refuse('not-json', 'ce n’est pas un fichier d’atelier : le contenu n’est pas du JSON');
  if (!isObject(file) || own(file, 'format') !== formatName) {
    const problem = `le format « ${formatName} » n’y est pas annoncé`;
    return refuse('not-workshop', `ce n’est pas un fichier d’atelier : ${problem}`);
  }
  const version = own(file, 'formatVersion');
  if (typeof version === 'number' && version > formatVersion) {
    const problem = 'plus récent que cette application : mettez-la à jour';
    return refuse('newer-version', `format de version ${quote(version)}, ${problem}`);
  }
  if (version !== formatVersion)
    return refuse('not-workshop', `version de format ${quote(version)} inconnue`);
  const faults = createFaults();
  return { workshop: readFile(file, faults), faults: faults.list() };
}

function refuse(kind: 'not-json' | 'not-workshop' | 'newer-version', problem: string): Reading {
  const faults = createFaults();
  faults.add(kind, 'Fichier', problem);
  return { faults: faults.list() };
}

function readFile(file: JsonObject, faults: Faults): Workshop {
  const checkKeys = createKeyCheck(faults);
  checkKeys('file', file, 'Fichier');
  const workshop = objectAt(file, 'workshop', faults);
  checkKeys('workshop', workshop, 'Atelier');
  const vocabularies = readVocabularies(objectAt(file, 'vocabularies', faults), faults, checkKeys);

  // Everything gets its identifier before anything is read that may refer to it.
  const frame = {
    priorities: findFrame(file, 'priorities', faults),
    directions: findFrame(file, 'directions', faults),
    actors: findFrame(file, 'actors', faults),
    policies: findFrame(file, 'policies', faults),
  };
  const known = {
    priorities: frame.priorities.known,
    directions: frame.directions.known,
    actors: frame.actors.known,
    policies: frame.policies.known,
  };
  const candidates = findCards(listAt(file, 'cards', 'Fichier', 'cartes', faults), known, faults);
  const cards = giveIds(candidates, 'carte', faults);
  const context: ReadContext = {
    faults,
    checkKeys,
    known: { ...known, actions: cards.known, comments: new Map() },
    findTerm: (terms, label) => finderOf(terms)(label),
    findOpenTerm: vocabularies.find,
  };

  const priorities = readFrame('priorities', frame.priorities, context);
  return {
    info: readInfo(file, workshop, vocabularies, context),
    steps: readPhases(listAt(workshop, 'phases', 'Atelier', 'étapes', faults), context),
    groups: readGroups(listAt(workshop, 'groups', 'Atelier', 'groupes', faults), context),
    priorities,
    directions: readFrame('directions', frame.directions, context),
    actors: readFrame('actors', frame.actors, context),
    policies: readFrame('policies', frame.policies, context),
    actions: readCards(cards.list, priorities, context),
    comments: readComments(file, context),
  };
}

function readInfo(
  file: JsonObject,
  workshop: JsonObject,
  vocabularies: Vocabularies,
  context: ReadContext,
): Workshop['info'] {
  const { language, ...top } = readKeys(TOP_KEYS, file, 'Fichier', context);
  return {
    ...top,
    ...(language !== undefined && language !== defaultLanguage && { language }),
    ...readKeys(WORKSHOP_KEYS, workshop, 'Atelier', context),
    ...vocabularies.own,
  } as Workshop['info'];
}

function readCards(
  cards: readonly Named[],
  priorities: Workshop['priorities'],
  context: ReadContext,
): Workshop['actions'] {
  const columns = new Map<string | undefined, number>(priorities.map(({ id }, at) => [id, at]));
  const columnOf = (action: Workshop['actions'][number]) =>
    columns.get(action.priorityId) ?? priorities.length;
  return inPlace(cards, context.faults)
    .map((card) => readCard(card, context))
    .sort((a, b) => columnOf(a) - columnOf(b));
}

function objectAt(file: JsonObject, key: string, faults: Faults): JsonObject {
  const value = own(file, key);
  if (isObject(value)) return value;
  if (!isEmpty(value)) faults.setAside('Fichier', `champ « ${key} » illisible`, value);
  return {};
}

/** Each closed vocabulary is indexed once. */
const finderOf = memoized(createTermFinder);
