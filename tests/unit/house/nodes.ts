/** Walking a syntax tree whose nodes are known by their kind alone. */

/** A node of ESTree: its place in the text, and other nodes, lists of them or values by key. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The nodes of a list that a node may have under a key. */
export function listOf(node: Node, key: string): Node[] {
  const list = node[key];
  return Array.isArray(list) ? list.filter(isNode) : [];
}

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );

export const isFunction = ({ type }: Node): boolean =>
  type === 'ArrowFunctionExpression' ||
  type === 'FunctionExpression' ||
  type === 'FunctionDeclaration';

/** A node and all below it; what `isClosed` names is given, and not looked into. */
export function nodesIn(root: Node | null | undefined, isClosed?: (node: Node) => boolean): Node[] {
  const found: Node[] = [];
  const waiting = root ? [root] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node);
    if (!isClosed?.(node)) waiting.push(...childrenOf(node).reverse());
  }
  return found;
}

/** The names a pattern makes: `a`, `{ a, b: c }`, `[a, ...b]`. */
export function namesOf(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === 'Identifier') return [String(pattern.name)];
  if (pattern.type === 'Property') return namesOf(pattern.value);
  if (pattern.type === 'AssignmentPattern') return namesOf(pattern.left);
  return childrenOf(pattern).flatMap(namesOf);
}

/** Names a function takes from around it. One it makes itself, anywhere inside, is its own. */
export function usedNames(root: Node): string[] {
  const nodes = nodesIn(root);
  const own = nodes.flatMap((node) => [
    ...listOf(node, 'params').flatMap(namesOf),
    ...listOf(node, 'declarations').flatMap(({ id }) => namesOf(id)),
  ]);
  const labels = nodes.flatMap(({ type, computed, property, key, shorthand }) => {
    if (type === 'MemberExpression' && !computed) return [property];
    return type === 'Property' && !computed && !shorthand ? [key] : [];
  });
  return nodes
    .filter((node) => node.type === 'Identifier' && !labels.includes(node))
    .map(({ name }) => String(name))
    .filter((name) => !own.includes(name));
}
