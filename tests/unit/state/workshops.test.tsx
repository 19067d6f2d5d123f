/** Ways into a workshop, as this device remembers them afterwards. */
import { describe, expect, test, vi } from 'vitest';
import { checkLinks, renewWorkshopLink } from '../../../client/entry/access.ts';
import { enterByCode } from '../../../client/entry/by-code.ts';
import { createEmptyWorkshop, openDemonstration } from '../../../client/entry/create.ts';
import {
  followLink,
  forgetPerson,
  joinWorkshop,
  noteEnd,
  noteOpening,
  openDoor,
  secretOf,
  tokenOf,
} from '../../../client/entry/workshops.ts';
import {
  deviceStore,
  findWorkshop,
  forgetWorkshop,
  linksOf,
  type OpenedWorkshop,
  tabRole,
} from '../../../client/state/device.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { servePages } from '../../support/page-server.ts';
import { unwrap } from '../../support/result.ts';

const server = servePages();
const nowhere = 'nowhere' as BoardId;

const known = (boardId: BoardId, role: OpenedWorkshop['role'] = 'facilitator') => {
  const workshop = findWorkshop(boardId, role);
  if (!workshop) throw new Error('not remembered');
  return workshop;
};
async function create(title = 'Eau') {
  const { boardId, links } = unwrap(await createEmptyWorkshop(title));
  return { boardId, links };
}
async function joinAs(boardId: BoardId, name = 'Ana') {
  unwrap(await joinWorkshop(known(boardId), { name }));
  return known(boardId);
}

describe('a workshop one creates', () => {
  test('[CO14] is remembered with its title and its three links', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(7);
    const { boardId, links } = await create();
    expect(deviceStore.getState()).toEqual([
      {
        boardId,
        links,
        role: 'facilitator',
        title: 'Eau',
        token: tokenOf(links.facilitator),
        joined: null,
        openedAt: 7,
      },
    ]);
    expect(tabRole(boardId)).toBe('facilitator');
  });

  test('[CO14] and cannot, leaves nothing', async () => {
    server.isCut = true;
    expect(await createEmptyWorkshop('Eau')).toMatchObject({ ok: false, error: { status: 0 } });
    expect(deviceStore.getState()).toEqual([]);
  });

  test('[CO14] for a demonstration is entered at once', async () => {
    const boardId = unwrap(await openDemonstration('Ana'));
    expect(known(boardId).joined).toMatchObject({ name: 'Ana', role: 'facilitator' });
    expect(known(boardId).title).not.toBe('');
  });

  test('[CO14] for a demonstration is refused as the server refuses', async () => {
    server.isCut = true;
    expect(await openDemonstration('Ana')).toMatchObject({ ok: false });
    server.isCut = false;
    expect(await openDemonstration('')).toMatchObject({ ok: false, error: { status: 400 } });
  });
});

describe('a link', () => {
  test('[CO14] teaches its role and is remembered, to be handed on', async () => {
    const { boardId, links } = await create();
    deviceStore.setState([], true);
    unwrap(await followLink(boardId, tokenOf(links.participant)));
    expect(known(boardId, 'participant')).toMatchObject({
      title: 'Eau',
      token: tokenOf(links.participant),
      joined: null,
    });
    expect(linksOf(boardId)).toEqual({
      participant: `${location.origin}/a/${boardId}#${tokenOf(links.participant)}`,
    });
    expect(tabRole(boardId)).toBe('participant');
  });

  test('[CO14] that opens nothing leaves nothing', async () => {
    expect(await followLink(nowhere, 'x'.repeat(24))).toMatchObject({ ok: false });
    expect(deviceStore.getState()).toEqual([]);
    expect(tabRole(nowhere)).toBeUndefined();
  });

  test('[CO14] followed again leaves whoever joined joined, and whoever was sent away a stranger', async () => {
    const { boardId, links } = await create();
    const joined = await joinAs(boardId);
    unwrap(await openDoor(boardId, tokenOf(links.facilitator)));
    expect(known(boardId).joined).toEqual(joined.joined);
    expect(known(boardId).links).toEqual(links);
    noteEnd(joined);
    expect(known(boardId).ended).toBe(true);
    unwrap(await openDoor(boardId, tokenOf(links.facilitator)));
    expect(known(boardId).joined).toBeNull();
    expect(known(boardId).ended).toBeUndefined();
    expect(known(boardId).links).toEqual(links);
  });

  test('[CO14] renewed replaces the former one, and what this device enters by', async () => {
    const { boardId, links } = await create();
    const renewed = unwrap(await renewWorkshopLink(known(boardId), 'facilitator'));
    expect(renewed.link).not.toBe(links.facilitator);
    expect(linksOf(boardId)).toEqual({ ...links, facilitator: renewed.link });
    expect(known(boardId).token).toBe(tokenOf(renewed.link));
  });

  test('[CO14] that somebody else has renewed is forgotten, when the server says so and not else', async () => {
    const { boardId, links } = await create();
    const before = known(boardId);
    unwrap(await renewWorkshopLink(before, 'observer'));
    deviceStore.setState([{ ...before, links }], true); // as another device still has it
    server.isCut = true;
    await checkLinks(boardId);
    expect(linksOf(boardId)).toEqual(links);
    server.isCut = false;
    await checkLinks(boardId);
    const { observer: _gone, ...left } = links;
    expect(linksOf(boardId)).toEqual(left);
  });
});

test('[CO14] a code that is none leads nowhere', async () => {
  expect(await enterByCode('ZZZZZZ')).toMatchObject({ ok: false });
  expect(deviceStore.getState()).toEqual([]);
});

describe('joining', () => {
  test('[CO14] makes one a person here, and gives a ticket to be let in by', async () => {
    const { boardId, links } = await create();
    expect(secretOf(known(boardId))).toBe(tokenOf(links.facilitator));
    const { joined, links: kept } = await joinAs(boardId);
    expect(joined?.name).toBe('Ana');
    expect(kept).toEqual(links);
    expect(secretOf(known(boardId))).toBe(joined?.ticket);
  });

  test('[CO14] refused, leaves one a stranger', async () => {
    const { boardId } = await create();
    expect(await joinWorkshop(known(boardId), { name: '' })).toMatchObject({ ok: false });
    expect(known(boardId).joined).toBeNull();
  });

  test('[CO14] again after the end, ends the end', async () => {
    const { boardId } = await create();
    noteEnd(await joinAs(boardId));
    const { ended } = await joinAs(boardId, 'Bo');
    expect(ended).toBeUndefined();
  });

  test('[CO14] can be forgotten, and the link stays', async () => {
    const { boardId, links } = await create();
    const joined = await joinAs(boardId);
    noteEnd(joined);
    forgetPerson(known(boardId));
    expect(known(boardId)).toMatchObject({ joined: null, token: tokenOf(links.facilitator) });
    expect(known(boardId).ended).toBeUndefined();
  });
});

describe('an opening', () => {
  test('[CO14] puts the workshop first, under its present title', async () => {
    const { boardId } = await create();
    const other = await create('Climat');
    vi.spyOn(Date, 'now').mockReturnValue(9);
    noteOpening(known(boardId), 'Mer');
    expect(deviceStore.getState().map(({ title }) => title)).toEqual(['Mer', 'Climat']);
    expect(known(boardId).openedAt).toBe(9);
    noteOpening(known(other.boardId), '');
    expect(deviceStore.getState().map(({ title }) => title)).toEqual(['Climat', 'Mer']);
  });

  test('[CO14] takes what is remembered now, not what the page holds', async () => {
    const { boardId } = await create();
    const held = known(boardId);
    await joinAs(boardId);
    noteOpening(held, 'Eau');
    expect(known(boardId).joined?.name).toBe('Ana');
  });

  test('[CO14] of a workshop forgotten meanwhile leaves it forgotten', async () => {
    const { boardId } = await create();
    const held = await joinAs(boardId);
    forgetWorkshop(held);
    noteOpening(held, 'Eau');
    expect(findWorkshop(boardId)).toBeUndefined();
    expect(localStorage.getItem('gommette.workshops')).toBe('[]');
  });
});

test('[CO14] an end is noted of whoever had joined, and of nobody else', async () => {
  const { boardId } = await create();
  noteEnd(known(boardId));
  expect(known(boardId).ended).toBeUndefined();
  forgetWorkshop(known(boardId));
  noteEnd({ boardId, role: 'facilitator' } as OpenedWorkshop);
  expect(findWorkshop(boardId)).toBeUndefined();
});
