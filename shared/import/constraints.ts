/** The constraints of an action in one cell, a line each: « Fédération : les délais ». */
import type { Board } from '../board/board.ts';
import type { ActionEdit } from '../board/commands/many.ts';
import { constraintsOf } from '../board/merged.ts';
import type { Action, Constraint } from '../board/schema.ts';
import { constraintText } from '../export/action-list.ts';
import type { ActorId } from '../ids.ts';
import { canonical, linesOf, textOf } from '../table/canonical.ts';
import type { Names } from './names.ts';

interface ConstraintValues {
  readonly actorId?: ActorId;
  readonly text?: string;
}

/** One constraint per line that says something. */
export const constraintsFrom = (text: string, names: Names): readonly ConstraintValues[] =>
  text
    .split('\n')
    .map((line) => readLine(line, names))
    .filter(({ actorId, text: words }) => actorId !== undefined || words !== undefined);

/** No name of an actor is longer; each colon of a hostile cell would be looked up with all before it. */
const maxNameCharacters = 2_000;

/** An actor only when it is one of the workshop: any sentence may have a colon. */
function readLine(line: string, { actors }: Names): ConstraintValues {
  const text = line.trim();
  for (const { index } of text.slice(0, maxNameCharacters).matchAll(/\s*:(\s+|$)/g)) {
    const actorId = actors(text.slice(0, index));
    if (actorId === undefined) continue;
    const words = text.slice(index).replace(/^\s*:\s*/, '');
    return { actorId, ...(words && { text: words }) };
  }
  return text === '' ? {} : { text };
}

/**
 * What leads from the constraints of an action to the lines of a cell. Those that are there as the
 * exports write them, be it on several lines, are left alone; the others are paired in their order.
 */
export function constraintEdits(
  action: Action,
  cell: string,
  board: Board,
  names: Names,
): readonly ActionEdit[] {
  const listed = constraintsOf(board, action).map(({ constraint, from }) => ({
    constraint,
    isOwn: from === action.id,
    text: canonical(constraintText(constraint, board), 'text'),
  }));
  const left = [...listed];
  const lines: string[] = [];
  const raw = linesOf(cell).map(textOf);
  const rest = raw.map((line) => canonical(line, 'text'));
  for (let at = 0; at < rest.length; ) {
    const found = left.find(({ text }) => {
      const own = text.split('\n');
      return text !== '' && rest.slice(at, at + own.length).join('\n') === text;
    });
    if (found) {
      left.splice(left.indexOf(found), 1);
      at += found.text.split('\n').length;
    } else {
      lines.push(raw[at] ?? '');
      at += 1;
    }
  }
  const given = constraintsFrom(lines.join('\n'), names);
  // Those of merged sources are told here and kept there.
  const gone = left
    .filter(({ text, isOwn }) => isOwn && text !== '')
    .map(({ constraint }) => constraint);
  return [
    ...gone.flatMap((constraint, at) => changeEdits(constraint, given[at])),
    ...given
      .slice(gone.length)
      .map(
        (values): ActionEdit => ({ kind: 'part-added', key: 'constraints', values: { ...values } }),
      ),
  ];
}

function changeEdits(
  { id, actorId, text }: Constraint,
  after: ConstraintValues | undefined,
): readonly ActionEdit[] {
  if (!after) return [{ kind: 'part-removed', key: 'constraints', partId: id }];
  const part = { kind: 'part', key: 'constraints', partId: id } as const;
  return [
    ...(after.actorId === actorId ? [] : [{ ...part, field: 'actorId', value: after.actorId }]),
    ...(after.text === text ? [] : [{ ...part, field: 'text', value: after.text }]),
  ];
}
