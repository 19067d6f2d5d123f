/** What a store promises of links, codes, people and the client ids that are theirs. */
import { expect, test } from 'vitest';
import { type PersonRow, type Store, StoreFault } from '../../server/store/store.ts';
import { type BoardId, newId, type PersonId } from '../../shared/ids.ts';
import { update } from './store-entries.ts';
import {
  author,
  batch,
  eachOpens,
  event,
  hash,
  links,
  type MakePlace,
  person,
} from './store-scene.ts';

export function describeEntrance(makePlace: MakePlace): void {
  let store: Store;
  const makeBoard = eachOpens(makePlace, (opened) => {
    store = opened;
  });

  test('[ST11] replacing a link leaves one link for the role, the new one', async () => {
    const id = await makeBoard();
    await store.replaceLink(id, { role: 'observer', hash: hash(77) });
    const after = await store.links(id);
    expect(after).toHaveLength(links.length);
    expect(after.find((link) => link.role === 'observer')?.hash).toEqual(hash(77));
    expect(after.find((link) => link.role === 'facilitator')?.hash).toEqual(hash(1));
  });

  test('[ST26] a link is known by its hash, whichever its board, until it is replaced', async () => {
    const id = await makeBoard();
    expect(await store.isLinkHash(hash(3))).toBe(true);
    expect(await store.isLinkHash(hash(77))).toBe(false);
    await store.replaceLink(id, { role: 'observer', hash: hash(77) });
    expect(await store.isLinkHash(hash(77))).toBe(true);
    await store.purge(id);
    expect(await store.isLinkHash(hash(77))).toBe(false);
  });

  test('[LK1] replacing a link takes ticket and name from everybody of its role but one', async () => {
    const id = await makeBoard();
    const [ana, ben, eye] = [person('Ana'), person('Ben'), person('Mur', 'observer')];
    for (const each of [ana, ben, eye]) await store.savePerson(id, each);
    await store.replaceLink(id, { role: 'participant', hash: hash(77) }, ben.id);
    const byName = (a: PersonRow, b: PersonRow) => a.id.localeCompare(b.id);
    expect((await store.people(id)).toSorted(byName)).toEqual(
      [{ ...ana, name: '', ticketHash: null }, ben, eye].toSorted(byName),
    );
    await store.replaceLink(id, { role: 'participant', hash: hash(78) });
    expect((await store.people(id)).filter(({ ticketHash }) => ticketHash)).toEqual([eye]);
  });

  test('[LK8] a board has one code while its entry is open, and shares it with no other', async () => {
    const [one, two] = [await makeBoard(), newId<'board'>()];
    await store.createBoard({ id: two, createdAt: 1, purgeAt: 2, epoch: 'e1' }, [], []);
    expect(await store.entryCode(one)).toBeUndefined();
    expect(await store.openEntry(one, 'CDFGHJ')).toBe(true);
    expect(await store.openEntry(two, 'CDFGHJ')).toBe(false);
    expect(await store.entryCode(two)).toBeUndefined();
    expect(await store.openEntry(one, 'CDFGHJ')).toBe(true);
    expect(await store.openEntry(one, '234567')).toBe(true);
    expect(await store.openEntry(two, 'CDFGHJ')).toBe(true);
    expect([await store.entryCode(one), await store.entryCode(two)]).toEqual(['234567', 'CDFGHJ']);
    await store.closeEntry(one);
    expect([await store.entryCode(one), await store.entryCode(two)]).toEqual([undefined, 'CDFGHJ']);
    await expect(store.openEntry(newId<'board'>(), 'KKKKKK')).rejects.toThrow(StoreFault);
  });

  test('[LK9] a code is exchanged for a pass of its board, good until its time', async () => {
    const [one, other] = [await makeBoard(), newId<'board'>()];
    const pass = { hash: hash(50), expiresAt: 100 };
    expect(await store.takePass('CDFGHJ', pass, 10)).toBeUndefined();
    expect(await store.hasPass(one, pass.hash, 10)).toBe(false);
    await store.openEntry(one, 'CDFGHJ');
    expect(await store.takePass('CDFGHJ', pass, 10)).toBe(one);
    expect(await store.hasPass(one, pass.hash, 99)).toBe(true);
    expect(await store.hasPass(one, pass.hash, 100)).toBe(false);
    expect(await store.hasPass(one, hash(51), 10)).toBe(false);
    expect(await store.hasPass(other, pass.hash, 10)).toBe(false);
    expect(await store.takePass('CDFGHJ', { hash: hash(51), expiresAt: 200 }, 100)).toBe(one);
    expect(await store.hasPass(one, pass.hash, 10)).toBe(false); // over, so forgotten
  });

  test.each(['closed', 'purged', 'participant', 'observer'] as const)(
    '[LK9] passes and code after the entry or a link: %s',
    async (end) => {
      const id = await makeBoard();
      await store.openEntry(id, 'CDFGHJ');
      await store.takePass('CDFGHJ', { hash: hash(50), expiresAt: 100 }, 10);
      if (end === 'closed') await store.closeEntry(id);
      else if (end === 'purged') await store.purge(id);
      else await store.replaceLink(id, { role: end, hash: hash(77) });
      const stays = end === 'observer';
      expect(await store.hasPass(id, hash(50), 10)).toBe(stays);
      expect(await store.entryCode(id)).toBe(stays ? 'CDFGHJ' : undefined);
    },
  );

  test('[ST12] a person saved twice is one row, as saved last', async () => {
    const id = await makeBoard();
    const ana = person('Ana');
    const removed = { ...ana, name: '', ticketHash: null };
    await store.savePerson(id, ana);
    expect(await store.people(id)).toEqual([ana]);
    await store.savePerson(id, removed);
    expect(await store.people(id)).toEqual([removed]);
  });

  test('[ST31] whoever leaves no trace is deleted alone, whoever is somebody is not', async () => {
    const [id, other] = [await makeBoard([event('opened')]), await makeBoard()];
    const visitor = { ...person('', 'observer'), directionId: null };
    const somebody: readonly PersonRow[] = [
      { ...visitor, id: author }, // wrote in the log
      { ...visitor, id: newId<'person'>(), name: 'Mur' },
      { ...visitor, id: newId<'person'>(), role: 'participant' },
      { ...visitor, id: newId<'person'>(), role: 'facilitator' },
      { ...visitor, id: newId<'person'>(), directionId: newId<'direction'>() },
      { ...visitor, id: newId<'person'>(), actorId: newId<'actor'>() },
      { ...visitor, id: newId<'person'>(), ticketHash: null }, // removed: their page is told so
    ];
    for (const each of somebody) await store.savePerson(id, each);
    const second = { ...visitor, id: newId<'person'>() };
    for (const each of [visitor, second]) await store.savePerson(id, each);
    await store.savePerson(other, visitor);
    for (const each of somebody) expect(await store.forgetVisitor(id, each.id)).toBe(false);
    expect(await store.forgetVisitor(id, visitor.id)).toBe(true);
    expect(await store.forgetVisitor(id, visitor.id)).toBe(false);
    expect(await store.personByTicket(other, hash(8))).toEqual(visitor);
    const left = async () => new Set((await store.people(id)).map((each) => each.id));
    expect(await left()).toEqual(new Set(somebody.map((each) => each.id).concat(second.id)));
    await store.forgetVisitors();
    expect(await left()).toEqual(new Set(somebody.map((each) => each.id)));
    expect(await store.people(other)).toEqual([]);
  });

  test('[UP12] a person is found by their ticket, in their board and while they have it', async () => {
    const [id, other] = [await makeBoard(), await makeBoard()];
    const ana = { ...person('Ana'), ticketHash: hash(20) };
    await store.savePerson(id, ana);
    await store.savePerson(id, person('Ben'));
    expect(await store.personByTicket(id, hash(20))).toEqual(ana);
    expect(await store.personByTicket(other, hash(20))).toBeUndefined();
    await store.savePerson(id, { ...ana, ticketHash: null });
    expect(await store.personByTicket(id, hash(20))).toBeUndefined();
  });

  test('[ST13] a client id stays with the person who claimed it first', async () => {
    const id = await makeBoard();
    const [ana, ben] = [newId<'person'>(), newId<'person'>()];
    await store.claimClients(
      id,
      new Map([
        [1, ana],
        [4_294_967_295, ana],
      ]),
    );
    await store.claimClients(
      id,
      new Map([
        [1, ben],
        [2, ben],
      ]),
    );
    expect(await store.clients(id)).toEqual(
      new Map([
        [1, ana],
        [2, ben],
        [4_294_967_295, ana],
      ]),
    );
  });

  test('[ST13] client ids are bound with the entries written under them, or neither is kept', async () => {
    const [id, gone] = [await makeBoard(), newId<'board'>()];
    const [ana, ben] = [newId<'person'>(), newId<'person'>()];
    const claims = (board: BoardId, person: PersonId) => new Map([[board, new Map([[1, person]])]]);
    await expect(store.append(batch([id, [update(1)]]), claims(gone, ana))).rejects.toThrow(
      StoreFault,
    );
    expect([await store.readAfter(id, 0), (await store.clients(id)).size]).toEqual([[], 0]);
    await store.append(batch([id, [update(1)]]), claims(id, ana));
    await store.append(batch([id, []]), claims(id, ben));
    expect([(await store.readAfter(id, 0)).length, await store.clients(id)]).toEqual([
      1,
      new Map([[1, ana]]),
    ]);
  });
}
