/**
 * Which components rendered, and how often. Read from what React keeps of each drawing, as its own
 * developer tools do, so that no component carries a counter.
 */

/** What React hangs on an element it draws in; of no published type. */
interface Fiber {
  readonly flags: number;
  readonly type: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
  readonly stateNode: unknown;
}

/** React marks with this what it has called. */
const performedWork = 1;

/** How often components rendered, by name. */
type RenderCounts = ReadonlyMap<string, number>;

export interface Renders {
  /** To be given to a `Profiler` around what is counted: called once for each drawing. */
  readonly onRender: () => void;
  /** Those since this was asked last; pictures and what is of a library are not among them. */
  readonly take: () => RenderCounts;
}

/**
 * @param container the element that React draws in
 * @param apart components that are not told apart inside: all below one counts under its name
 */
export function countRenders(container: Element, apart: readonly string[]): Renders {
  let counts = new Map<string, number>();
  const note = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  /** @param before the same place in the drawing before; null for what is new */
  const walk = (now: Fiber, before: Fiber | null, region: string | null): void => {
    const own = nameOf(now.type);
    const name = region ?? own;
    if (own !== undefined && name !== undefined && (now.flags & performedWork) !== 0) note(name);
    // What React passed over keeps the very children it had, and marks of an earlier drawing.
    if (before !== null && now.child === before.child) return;
    const below = own !== undefined && apart.includes(own) ? own : region;
    for (let child = now.child; child; child = child.sibling)
      walk(child, before === null ? null : child.alternate, below);
  };
  return {
    onRender: () => {
      const root = rootOf(container);
      walk(root, root.alternate, null);
    },
    take: () => {
      const taken = counts;
      counts = new Map();
      return taken;
    },
  };
}

function rootOf(container: Element): Fiber {
  const key = Object.keys(container).find((name) => name.startsWith('__reactContainer$'));
  if (key === undefined) throw new Error('nothing is drawn there');
  return (Reflect.get(container, key) as { stateNode: { current: Fiber } }).stateNode.current;
}

/** Undefined for what is no component of a name: elements, contexts, pictures. */
function nameOf(type: unknown): string | undefined {
  const component: unknown = typeof type === 'function' ? type : Reflect.get(Object(type), 'type');
  return typeof component === 'function' && component.name !== '' ? component.name : undefined;
}
