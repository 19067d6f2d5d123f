/** A board as version 1 of the schema wrote it: each set, each list and each list of targets is a map. */
import * as Y from 'yjs';
import { type BoardDoc, createDoc } from '../../shared/board/doc.ts';

const mapOf = (values: Readonly<Record<string, unknown>>): Y.Map<unknown> =>
  new Y.Map(Object.entries(values));

/** One priority with one action, of which something stands in every kind of container. */
export function boardOfVersion1(): BoardDoc {
  const doc = createDoc();
  doc.getMap('board').set('schemaVersion', 1);
  doc.getMap('priorities').set('p1', mapOf({ title: 'Eau', rank: 'a0' }));
  const target = mapOf({ value: 30, rank: 'a0' });
  const part = mapOf({ label: 'Part', rank: 'a0', targets: mapOf({ t1: target }) });
  const constraint = mapOf({ text: 'Délais', rank: 'a0' });
  const action = mapOf({
    title: new Y.Text('Clause sociale'),
    description: new Y.Text('Texte'),
    priorityId: 'p1',
    rank: 'a0',
    levers: mapOf({ lots: 1, clauses: 0 }),
    partners: mapOf({}),
    indicators: mapOf({ i1: part }),
    constraints: mapOf({ c1: constraint }),
  });
  doc.getMap('actions').set('a1', action);
  return doc;
}

/** A container of its action, by the keys from the action inwards. */
export function insideAction(doc: BoardDoc, ...keys: readonly string[]): Y.Map<unknown> {
  let map: unknown = doc.getMap('actions').get('a1');
  for (const key of keys) map = map instanceof Y.Map ? map.get(key) : undefined;
  if (!(map instanceof Y.Map)) throw new Error(`no map at ${keys.join()}`);
  return map;
}

/** What its page did in one go: a tick, a tick taken away, a value deep inside, a part of its own. */
export function writeInVersion1(doc: BoardDoc): void {
  insideAction(doc, 'levers').set('variantes', 2);
  insideAction(doc, 'levers').delete('clauses');
  insideAction(doc, 'indicators', 'i1').set('unit', 'heures');
  insideAction(doc, 'indicators', 'i1', 'targets', 't1').set('value', 40);
  const constraint = mapOf({ text: 'Lots trop grands', rank: 'a1' });
  insideAction(doc, 'constraints').set('c2', constraint);
}
