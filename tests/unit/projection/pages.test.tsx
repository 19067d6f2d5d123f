/** The pages of the wall, as they say things; that they are whole and legible is tested in a browser. */
import { act, cleanup, fireEvent, renderHook, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { coveragePages } from '../../../client/features/projector/coverage-pages.tsx';
import { groupPages } from '../../../client/features/projector/group-pages.tsx';
import { pilotPages } from '../../../client/features/projector/pilot-pages.tsx';
import { rankingPages } from '../../../client/features/projector/ranking-pages.tsx';
import { revealPages } from '../../../client/features/projector/reveal-pages.tsx';
import { usePages } from '../../../client/features/projector/use-pages.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { addSheetPart, setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { ActionId, DirectionId, GroupId, PersonId, PriorityId } from '../../../shared/ids.ts';
import type { Projection } from '../../../shared/session/projection/projection.ts';
import type { RoundView } from '../../../shared/session/votes/view.ts';
import { DEFAULT_VOTE, type RoundId } from '../../../shared/session/votes/votes.ts';
import { groupsFr } from '../../../shared/text/fr/groups.ts';
import { createBoardHarness, renderOnBoard } from '../../support/board-harness.tsx';
import { type Block, blocksOf, styleSheets } from '../../support/css.ts';
import { unwrap } from '../../support/result.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** 1080p, as the head and the foot leave it. */
const area = { width: 1_800, height: 690, em: 28 };

/** Two directions lead something, one nothing; two actions of `jobs` have no lead. */
function workshop() {
  const harness = createBoardHarness();
  const { run, stores } = harness.client;
  const priority = (title: string): PriorityId =>
    unwrap(run((doc) => addFrameEntity(doc, 'priorities', { title })));
  const direction = (name: string): DirectionId =>
    unwrap(run((doc) => addFrameEntity(doc, 'directions', { name })));
  const [water, jobs] = [priority('Eau'), priority('Emploi')];
  const [roads, finance] = [direction('Voirie'), direction('Finances')];
  direction('Culture');
  const author = { personId: 'moi' as PersonId, directionId: null, actorId: null };
  const action = (title: string, priorityId: PriorityId, lead?: DirectionId): ActionId => {
    const id = unwrap(run(addAction, { title, place: { priorityId, before: null }, author }));
    if (lead) run(setSheetField, id, 'leadDirectionId', lead);
    return id;
  };
  const ids = [
    ...['Réparer', 'Capter', 'Mesurer', 'Compter', 'Payer'].map((title) =>
      action(title, water, roads),
    ),
    action('Avancer', water, finance),
    action('Former', jobs),
    action('Insérer', jobs),
  ] as const;
  return { harness, board: () => stores.board.getState(), water, jobs, roads, finance, ids };
}

describe('the restitution', () => {
  test('[PJ9] each direction that leads has its pages, then what nobody leads', () => {
    const { board, roads, finance } = workshop();
    const pages = pilotPages(board(), area);
    expect(
      pages.map(({ heading, headingWord, pilotId }) => [heading ?? headingWord, pilotId]),
    ).toEqual([
      ['Voirie', roads],
      ['Voirie', roads],
      ['Finances', finance],
      ['withoutPilot', undefined],
    ]);
    expect(pilotPages(board(), area, finance).map(({ heading }) => heading)).toEqual(['Finances']);
  });

  test('[PJ9] an action says its deadline and its indicator, or that they must be said; its tick fills at once', () => {
    const { harness, board, ids, roads } = workshop();
    const [first] = ids;
    harness.client.run(setSheetField, first, 'deadline', '2027-06-30');
    harness.client.run(addSheetPart, first, 'indicators', { label: 'Fuites réparées' });
    const [page] = pilotPages(board(), area, roads);
    renderOnBoard(
      harness,
      <main>
        {page?.node}
        <footer>{page?.foot}</footer>
      </main>,
    );
    const rows = screen.getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('1.1Réparer30 juin 2027Fuites réparées');
    expect(rows[1]).toHaveTextContent('1.2Capteréchéance à préciserindicateur à préciser');
    const tick = () => within(rows[0] as HTMLElement).getByRole('img');
    expect(tick()).toHaveAccessibleName('Pas encore d’engagement');
    expect(screen.getByText('La direction s’engage : 0 sur 5')).toBeVisible();
    expect(screen.getByText('pilote 1 sur 2, page 1 sur 2 · ensuite : Finances')).toBeVisible();
    harness.ask({ type: 'pledge', actionId: first, on: true });
    expect(tick()).toHaveAccessibleName('La direction s’engage');
    expect(screen.getByText('La direction s’engage : 1 sur 5')).toBeVisible();
  });

  test('[PJ10] coverage names priorities and directions, each pair on one page whatever fits', () => {
    const { harness, board } = workshop();
    for (const size of [area, { ...area, width: 300, height: 420 }]) {
      const pages = coveragePages(board(), size);
      expect(pages.length > 1).toBe(size !== area);
      const pairs = pages.flatMap((page) => {
        renderOnBoard(harness, page);
        const columns = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
        const rows = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
        cleanup();
        return rows.flatMap((row) => columns.map((column) => `${row} ${column}`));
      });
      expect(pairs.toSorted()).toEqual(
        ['Culture', 'Finances', 'Sans pilote', 'Voirie'].flatMap((row) => [
          `${row} 1. Eau`,
          `${row} 2. Emploi`,
        ]),
      );
    }
  });
});

test('[PJ8] what was revealed is counted, with how many wrote, then read column after column; nothing is zero', () => {
  const { harness, board, ids } = workshop();
  const session = harness.client.stores.session.getState();
  if (!session) throw new Error('no session');
  const shown = { ...session, shownIdeas: { ids: ids.slice(0, 6), writers: 3 } };
  const pages = revealPages(board(), area, shown);
  expect(pages).toHaveLength(2);
  renderOnBoard(harness, pages[0]?.node);
  expect(screen.getByText('6 idées, 3 personnes ont écrit')).toBeVisible();
  const counts = [...document.querySelectorAll('.projector-tile-count')];
  expect(counts.map(({ textContent }) => textContent)).toEqual(['6 idées', 'pas encore d’idée']);
  cleanup();
  renderOnBoard(harness, pages[1]?.node);
  expect(screen.getByText('Eau')).toBeVisible();
  expect(
    screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent),
  ).toEqual(['Réparer', 'Capter', 'Mesurer', 'Compter', 'Payer', 'Avancer']);
});

describe('the close of a vote', () => {
  const shown = (sinceMs: number) => {
    const { harness, ids } = workshop();
    const [first] = ids;
    const round: RoundView = {
      id: 'r1' as RoundId,
      title: 'Nos choix',
      setup: DEFAULT_VOTE,
      openedAt: 0,
      closedAt: harness.client.stores.clockOffset.getState() + Date.now() - sinceMs,
    };
    const row = { actionId: first, dots: 3, room: 2, total: 5, voices: 1, rank: 1 };
    const [page] = rankingPages([row], round, area);
    renderOnBoard(harness, page);
    return document.querySelector<HTMLElement>('.projector-ranking');
  };

  test('[PJ14] its dots fall, those of a round that was closed before stand', () => {
    expect(shown(0)?.dataset).toMatchObject({ new: '', first: '' });
    const places = [...document.querySelectorAll<SVGElement>('.dot-bar-dot')].map(({ style }) =>
      Number(style.getPropertyValue('--place')),
    );
    expect(places).toEqual([0, 0.05, 0.1, 0.15, 0.2]);
    cleanup();
    expect(shown(20_000)?.dataset).not.toHaveProperty('new');
  });

  test('[PJ14] it takes eight seconds at most', () => {
    const sheet = styleSheets().get('features/projector/ranking-pages.css');
    const moving = blocksOf(sheet as Block).flatMap(([{ declarations }]) => {
      const [, lasts] = / (\d+)ms/.exec(declarations.get('animation') ?? '') ?? [];
      const [, waits] = /(\d+)ms/.exec(declarations.get('animation-delay') ?? '') ?? [];
      return lasts === undefined ? [] : [Number(lasts) + Number(waits ?? 0)];
    });
    expect(moving).toHaveLength(3);
    // A place is a share of the longest bar: below 1.
    expect(Math.max(...moving)).toBeLessThanOrEqual(8_000);
  });
});

describe('pages', () => {
  interface Asked {
    readonly scene: string;
    readonly led: Projection | null;
  }
  const led = (page: number | null, held: boolean, at: number): Projection => ({
    view: null,
    page,
    held,
    at,
  });
  const open = (asked: Asked) => {
    vi.useFakeTimers();
    return renderHook(({ scene, led: now }: Asked) => usePages(scene, 5, now), {
      initialProps: asked,
    });
  };
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

  test('[PJ11] they turn by themselves, and wait a minute after a hand', () => {
    const { result } = open({ scene: 'a', led: null });
    expect(result.current).toBe(0);
    pass(12_000);
    expect(result.current).toBe(1);
    fireEvent.keyDown(window, { key: 'PageUp' });
    expect(result.current).toBe(0);
    pass(59_000);
    expect(result.current).toBe(0);
    pass(1_000);
    expect(result.current).toBe(1);
    pass(12_000);
    expect(result.current).toBe(2);
  });

  test('[PJ11] what the cockpit asks counts once, and a hold waits for a hand', () => {
    const { result, rerender } = open({ scene: 'a', led: led(3, false, 1) });
    expect(result.current).toBe(3);
    pass(60_000);
    expect(result.current).toBe(4);
    rerender({ scene: 'a', led: led(7, true, 2) });
    expect(result.current).toBe(2);
    pass(600_000);
    expect(result.current).toBe(2);
    fireEvent.keyDown(window, { key: 'PageDown' });
    expect(result.current).toBe(3);
    rerender({ scene: 'b', led: led(7, true, 2) });
    expect(result.current).toBe(0);
    rerender({ scene: 'b', led: null });
    pass(12_000);
    expect(result.current).toBe(1);
  });
});

describe('groups that work apart', () => {
  const withGroups = (count: number) => {
    const { harness, ids } = workshop();
    const groups = Array.from({ length: count }, (_, at) => ({
      id: `g${at}` as GroupId,
      name: at === 1 ? 'Grande table du fond, côté fenêtres, 12' : '',
    }));
    harness.ask({ type: 'groups-add', groups });
    for (const id of ids.slice(0, 2)) harness.client.run(setSheetField, id, 'assignedTo', 'g1');
    harness.ask({ type: 'group-change', id: 'g1' as GroupId, change: { people: 6 } });
    const session = () => harness.client.stores.session.getState();
    const pages = () =>
      groupPages(harness.client.stores.board.getState(), area, session()?.groups ?? []);
    return { harness, pages };
  };

  test('[GV11] each says how many people, how far its sheets are and what they lack', () => {
    const { harness, pages } = withGroups(2);
    renderOnBoard(harness, pages()[0]);
    const [empty, full] = screen.getAllByRole('listitem').map((item) => within(item));
    expect(empty?.getByRole('heading', { name: 'Table A' })).toBeVisible();
    expect(empty?.getByText(groupsFr.progress(0, 0))).toBeVisible();
    expect(full?.getByText(groupsFr.size(6, 0))).toBeVisible();
    expect(full?.getByText(groupsFr.progress(0, 2))).toBeVisible();
    expect(full?.getByText(/^Manque : description \(2\)/)).toBeVisible();
  });

  test('[GV11] ten of them stand on pages of as many as fit', () => {
    const { pages } = withGroups(10);
    expect(pages()).toHaveLength(2);
    expect(withGroups(4).pages()).toHaveLength(1);
  });
});
