/** One table at a time: from where it is chosen to what came of it. Nothing changes before `add` or `apply`. */
import { useEffect, useRef, useState } from 'react';
import type { ActionEdits } from '../../../shared/board/commands/many.ts';
import type { MappedRow } from '../../../shared/import/mapping.ts';
import { planImport } from '../../../shared/import/plan.ts';
import type { PlannedAction, PlanOptions } from '../../../shared/import/planned.ts';
import { findRecognised } from '../../../shared/import/recognised.ts';
import { findReturned, type Returned } from '../../../shared/import/round-trip.ts';
import type { Table } from '../../../shared/import/table.ts';
import type { ImportKind } from '../../../shared/table/fields.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { useAuthor, useBoardClient } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import {
  type Applied,
  applyAdditions,
  applyEdits,
  applyEntities,
  applyMissing,
  boardOf,
  NOTHING_APPLIED,
} from './apply-import.ts';
import type { ReadSource, Source } from './read-source.ts';

export interface Opened {
  /** Of the file, or what stands for it. */
  readonly name: string;
  readonly table: Table;
}
/** The list of this workshop that came back. */
export interface CameBack extends Opened {
  readonly returned: Returned;
}
export type Stage =
  | { readonly kind: 'source'; readonly said?: { tone: 'info' | 'error'; sentence: string } }
  | { readonly kind: 'reading'; readonly name: string }
  | ({ readonly kind: 'mapping' } & Opened)
  | ({ readonly kind: 'review' } & CameBack)
  | { readonly kind: 'applying'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: ImportResult };

export interface ImportResult extends Applied {
  readonly what: ImportKind;
  readonly isStopped: boolean;
  readonly isUndone: boolean;
  /** The list that came back, to look again at what was left. */
  readonly from: CameBack | null;
}

/** What a person agreed to of a list that came back. */
export interface Choice {
  readonly changed: readonly ActionEdits[];
  readonly added: readonly PlannedAction[];
  readonly discarded: readonly ActionEdits[];
}

// One state of an import, and each step that changes it.
export function useTableImport(read: ReadSource) {
  const t = useWords(intakeWords);
  const client = useBoardClient();
  const author = useAuthor();
  const [stage, setStage] = useState<Stage>({ kind: 'source' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const begin = (): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  };

  const open = async (source: Source) => {
    const signal = begin();
    const name = source.kind === 'file' ? source.file.name : t.pasted;
    setStage({ kind: 'reading', name });
    const result = await read(source, signal);
    if (signal.aborted) return;
    if (!result.ok) {
      const sentence = t.faultsOf[result.error];
      return setStage({ kind: 'source', said: { tone: 'error', sentence } });
    }
    const table = result.value;
    const board = boardOf(client);
    const returned = findReturned(table, board) ?? findRecognised(table, board);
    setStage(
      returned ? { kind: 'review', name, table, returned } : { kind: 'mapping', name, table },
    );
  };

  const addAll = async (planned: readonly PlannedAction[], base: Applied, rest: Rest) => {
    const signal = begin();
    const total = planned.length;
    if (total > 0) setStage({ kind: 'applying', done: 0, total });
    const onProgress = (done: number) => setStage({ kind: 'applying', done, total });
    const made = author
      ? await applyAdditions(client, author, planned, onProgress, signal)
      : { ...base, added: 0, steps: 0 };
    const result: ImportResult = {
      ...base,
      ...rest,
      added: made.added,
      refused: base.refused + made.refused,
      isFull: made.isFull,
      steps: base.steps + made.steps,
      isStopped: signal.aborted,
      isUndone: false,
    };
    setStage({ kind: 'done', result });
  };

  return {
    stage,
    open: (source: Source) => void open(source),
    giveUp: () => {
      running.current?.abort();
      setStage({ kind: 'source', said: { tone: 'info', sentence: t.givenUp } });
    },
    restart: () => setStage({ kind: 'source' }),
    /** Takes a list of this workshop for any table. */
    takeAsNew: ({ name, table }: Opened) => setStage({ kind: 'mapping', name, table }),
    /** Looks again at a list that came back, against the board as it stands now. */
    lookAgain: (from: CameBack) => setStage({ kind: 'review', ...from }),
    add: (kind: ImportKind, rows: readonly MappedRow[], options: PlanOptions): void => {
      const guessedOn = boardOf(client);
      const plan = planImport(kind, rows, guessedOn, options);
      const rest = { what: kind, from: null };
      if (kind !== 'actions') {
        const applied = applyEntities(client, kind, plan.entities);
        const result = { ...applied, ...rest, isStopped: false, isUndone: false };
        setStage({ kind: 'done', result });
        return;
      }
      const steps = applyMissing(client, plan.missing);
      // Read again: what the lines name now has an id.
      const { actions } = planImport(kind, rows, boardOf(client), {
        ...options,
        addsMissing: false,
        guessedOn,
      });
      void addAll(actions, { ...NOTHING_APPLIED, steps }, rest);
    },
    apply: ({ changed, added, discarded }: Choice, from: CameBack): void => {
      const applied = applyEdits(client, [...changed, ...discarded]);
      const counts = { changed: changed.length, discarded: discarded.length };
      void addAll(added, { ...applied, ...counts }, { what: 'actions', from });
    },
    stop: () => running.current?.abort(),
    undo: (result: ImportResult): void => {
      for (let step = 0; step < result.steps; step++) client.undo();
      setStage({ kind: 'done', result: { ...result, isUndone: true } });
    },
  };
}

type Rest = Pick<ImportResult, 'what' | 'from'>;
export type TableImport = ReturnType<typeof useTableImport>;
