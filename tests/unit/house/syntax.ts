/** What only a parser sees: spread literals, names given away before they are made, long functions. */
import { parseSync } from 'vite';
import type { Fault } from './fault.ts';
import { isFunction, listOf, type Node, namesOf, nodesIn, usedNames } from './nodes.ts';
import type { Tree } from './tree.ts';

interface Parsed {
  readonly file: string;
  readonly text: string;
  readonly nodes: readonly Node[];
}

/** Lines of a function that needs no reason, and of one that has a reason. */
const [plainLines, mostLines] = [60, 100];

/** @param isProduct whether a path is code that people run, and not a test of it */
export const syntaxFaults = (tree: Tree, isProduct: (path: string) => boolean): Fault[] =>
  [...tree]
    .filter(([path]) => /\.tsx?$/.test(path))
    .flatMap(([file, text]) => faultsIn(file, text, isProduct(file)));

function faultsIn(file: string, text: string, isProduct: boolean): Fault[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) return [{ rule: 'HO9', file, why: 'cannot be parsed' }];
  const parsed = { file, text, nodes: nodesIn(program as unknown as Node) };
  return [
    ...spreadFaults(parsed),
    ...(isProduct ? [...forwardFaults(parsed), ...functionFaults(parsed)] : []),
  ];
}

/** `...{ a }`, `...[a]`, `<X {...{ a }} />`: says nothing that its parts alone would not. */
function spreadFaults({ file, text, nodes }: Parsed): Fault[] {
  return nodes
    .filter(({ type }) => type === 'SpreadElement' || type === 'JSXSpreadAttribute')
    .filter(({ argument }) => isLiteral(argument as Node))
    .map(({ start }) => ({
      rule: 'HO18',
      file,
      why: `line ${lineAt(text, start)} spreads a literal`,
    }));
}

function isLiteral({ type, expression }: Node): boolean {
  const wrapped = ['ParenthesizedExpression', 'TSAsExpression', 'TSSatisfiesExpression'];
  return wrapped.includes(type)
    ? isLiteral(expression as Node)
    : type === 'ObjectExpression' || type === 'ArrayExpression';
}

/**
 * `const a = make({ now: () => b.now() }); const b = …`: whether it holds depends on `make` not
 * calling back before it returns, which nobody sees here. Only what is made by a call counts: a
 * function is often named below the one that uses it.
 */
function forwardFaults({ file, text, nodes }: Parsed): Fault[] {
  return nodes.flatMap((block) => {
    const made = listOf(block, 'body').flatMap((statement) => listOf(statement, 'declarations'));
    return made.flatMap((maker, index) => {
      const later = new Set(
        made
          .slice(index + 1)
          .filter(isMade)
          .flatMap(({ id }) => namesOf(id)),
      );
      return [...new Set(givenFunctions(maker.init as Node | null).flatMap(usedNames))]
        .filter((name) => later.has(name))
        .map((name) => ({
          rule: 'HO19' as const,
          file,
          why: `line ${lineAt(text, maker.start)} gives away a use of ${name} before it is made`,
        }));
    });
  });
}

const isMade = ({ init }: Node) =>
  nodesIn(init as Node | null, isFunction).some(
    ({ type }) => type === 'CallExpression' || type === 'NewExpression',
  );

/** The functions that an initializer hands to what it calls. */
const givenFunctions = (init: Node | null): Node[] =>
  nodesIn(init, isFunction)
    .filter(({ type }) => type === 'CallExpression' || type === 'NewExpression')
    .flatMap((call) => listOf(call, 'arguments'))
    .flatMap((argument) => nodesIn(argument, isFunction).filter(isFunction));

function functionFaults({ file, text, nodes }: Parsed): Fault[] {
  const lines = text.split('\n');
  return nodes.filter(isFunction).flatMap(({ start, end }) => {
    const line = lineAt(text, start);
    const length = lineAt(text, end) - line + 1;
    const hasReason = /^\s*\/\/ \S/.test(lines[line - 2] ?? '');
    if (length <= plainLines || (length <= mostLines && hasReason)) return [];
    const why = `line ${line}: a function of ${length} lines${hasReason ? '' : ' without a reason'}`;
    return [{ rule: 'HO21' as const, file, why }];
  });
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;
