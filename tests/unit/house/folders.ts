/** Whole folders that import one another in a circle, even when no single file does. */
import { posix } from 'node:path';
import type { Import } from './tree.ts';

/**
 * A folder and what lies in it count as one way: `server/app.ts` may use `server/rooms`, whose files
 * use `server/clock.ts`.
 * @returns each circle as its folders, sorted, with one import of every way between two of them
 */
export function folderLoops(imports: readonly Import[]): { folders: string[]; ways: string[] }[] {
  const ways = new Map<string, Map<string, string>>();
  for (const { from, target, isRelative } of imports) {
    const [own, other] = [posix.dirname(from), posix.dirname(target)];
    if (!isRelative || own === other || isWithin(own, other) || isWithin(other, own)) continue;
    const out = ways.get(own) ?? new Map<string, string>();
    ways.set(own, out.set(other, out.get(other) ?? `${from} → ${target}`));
  }
  const reach = new Map([...ways.keys()].map((folder) => [folder, reachable(folder, ways)]));
  const loops = new Map<string, string[]>();
  for (const [folder, reached] of reach) {
    const ring = [...reached].filter((other) => reach.get(other)?.has(folder)).sort(byName);
    if (ring.length > 0) loops.set(ring.join(), ring);
  }
  return [...loops.values()].map((folders) => ({
    folders,
    ways: folders.flatMap((folder) => folders.flatMap((to) => ways.get(folder)?.get(to) ?? [])),
  }));
}

const byName = (a: string, b: string) => (a < b ? -1 : 1);

const isWithin = (folder: string, other: string) => other === '.' || folder.startsWith(`${other}/`);

/** A folder that leads back to itself is among what it reaches. */
function reachable(start: string, ways: ReadonlyMap<string, ReadonlyMap<string, string>>) {
  const reached = new Set<string>();
  const waiting = [start];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const next of ways.get(folder)?.keys() ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  return reached;
}
