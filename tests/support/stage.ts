/** A server, a browser, and people who come and go: what every browser test plays on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { BoardCreated } from '../../shared/protocol/http.ts';
import { launchBrowser, openVisitor, type Visitor, type VisitorOptions } from './browser.ts';
import type { Installation } from './installation.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

export const demonstration = readFileSync(
  join(import.meta.dirname, '../../shared/demo/atelier-cotentin.json'),
  'utf8',
);

/** A dozen of its actions, two of each priority and 1.8: for what does not depend on their number. */
export const shortDemonstration = withCards(/^\d\.[12]$|^1\.8$/);

function withCards(codes: RegExp): string {
  const workshop = JSON.parse(demonstration) as { readonly cards: readonly { code: string }[] };
  const cards = workshop.cards.filter(({ code }) => codes.test(code));
  return JSON.stringify(Object.assign(workshop, { cards }));
}

/** A workshop and its links, however one came to know them. */
export type KnownBoard = Pick<BoardCreated, 'boardId' | 'links'>;

export interface Stage {
  readonly server: ServerProcess;
  /** @param origin by which the page reaches the server; its own when absent */
  readonly visitor: (options?: VisitorOptions, origin?: string) => Promise<Visitor>;
  /** Creates a workshop from a file's text, or from `{"title": …}`. */
  readonly create: (body: string) => Promise<BoardCreated>;
  /** An export of the board as the server sees it. */
  readonly exported: (board: KnownBoard, format: string) => Promise<string>;
  /** Closes the visitors of a test; one whose page complained fails it. */
  readonly sweep: () => Promise<void>;
  readonly dispose: () => Promise<void>;
}

/** @param installed what its server runs; the build when absent */
export async function openStage(installed?: Installation): Promise<Stage> {
  const server = await startServerProcess(installed);
  const browser: Browser = await launchBrowser();
  const visitors: Visitor[] = [];
  return {
    server,
    visitor: async (options, origin = server.url) => {
      const visitor = await openVisitor(browser, origin, options);
      visitors.push(visitor);
      return visitor;
    },
    create: async (body) => {
      const answer = await fetch(`${server.url}/api/boards`, { method: 'POST', body });
      expect(answer.status).toBe(201);
      return (await answer.json()) as BoardCreated;
    },
    exported: async ({ boardId, links }, format) => {
      const token = new URL(links.observer).hash.slice(1);
      const answer = await fetch(`${server.url}/api/boards/${boardId}/export/${format}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(200);
      return answer.text();
    },
    sweep: async () => {
      const complaints = visitors.flatMap((visitor) => visitor.complaints);
      await Promise.all(visitors.splice(0).map(({ context }) => context.close()));
      expect(complaints).toEqual([]);
    },
    dispose: async () => {
      await browser.close();
      await server.dispose();
    },
  };
}

/** The same lines as `readWall` shows, from a workshop file. */
export function wallOf(file: string): readonly string[] {
  const workshop = JSON.parse(file) as {
    readonly priorities: readonly { readonly id: string; readonly title: string }[];
    readonly cards: readonly {
      readonly code: string;
      readonly priorityId: string;
      readonly title: string;
      readonly status: string;
    }[];
  };
  return workshop.priorities.map(({ id, title }) => {
    const cards = workshop.cards.filter(
      (card) => card.priorityId === id && !['Écartée', 'Fusionnée'].includes(card.status),
    );
    return `${title}: ${cards.map((card) => `${card.code} ${card.title}`).join(' | ')}`;
  });
}
