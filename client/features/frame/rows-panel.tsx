/** Directions, partners or policies: every field in the line itself, no window to open. */
import { useId, useMemo } from 'react';
import { abbreviationOf } from '../../../shared/board/labels.ts';
import type { Direction } from '../../../shared/board/schema.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useBoard } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { AddLine } from './add-line.tsx';
import { EntityList } from './entity-list.tsx';
import { type FieldSpec, ROW_FIELDS, type RowsRoot } from './field-kinds.ts';
import { SavedField } from './saved-field.tsx';
import { type FrameItem, type FrameValues, nameOf, useFrame } from './use-frame.ts';

export interface RowsPanelProps {
  readonly root: RowsRoot;
  /** Reads what was written in the line that adds; by default it is a name. */
  readonly readNew?: (text: string) => FrameValues;
  readonly onPasteLines?: (text: string) => void;
}

export function RowsPanel({ root, readNew = asName, onPasteLines }: RowsPanelProps) {
  const frame = useFrame();
  const all = useBoard((board) => board[root]);
  const items = useMemo(() => [...all.values()], [all]);
  const kindsId = useId();
  return (
    <>
      <EntityList
        root={root}
        items={items}
        renderLine={(item) => <Row root={root} item={item} kindsId={kindsId} />}
      />
      <AddLine
        root={root}
        onAdd={(text) => frame.add(root, readNew(text))}
        {...(onPasteLines && { onPasteLines })}
      />
      <datalist id={kindsId}>
        {kindsOf(items).map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
    </>
  );
}

const asName = (name: string): FrameValues => ({ name });

interface RowProps {
  readonly root: RowsRoot;
  readonly item: FrameItem;
  readonly kindsId: string;
}

function Row({ root, item, kindsId }: RowProps) {
  const t = useWords(facilitationWords);
  const frame = useFrame();
  return (
    <>
      {ROW_FIELDS[root].map((spec) => (
        <SavedField
          key={spec.key}
          place={{ key: `${root}.${item.id}.${spec.key}`, about: () => nameOf(item) }}
          spec={spec}
          label={t.fields[spec.key] ?? ''}
          value={textOf(item, spec)}
          placeholder={spec.key === 'abbreviation' ? automatic(item) : undefined}
          list={spec.key === 'kind' ? kindsId : undefined}
          onCommit={(value) => frame.edit(root, item.id, { [spec.key]: value?.toString() })}
        />
      ))}
    </>
  );
}

/** The letters the chip shows while nothing is written; only directions have the field. */
const automatic = (item: FrameItem): string => abbreviationOf(item as Direction);

const textOf = (item: Readonly<Record<string, unknown>>, { key }: FieldSpec): string =>
  String(item[key] ?? '');

/** Kinds already in use, so that the same one is written the same way. */
const kindsOf = (items: readonly FrameItem[]): readonly string[] =>
  [...new Set(items.flatMap((item) => ('kind' in item && item.kind ? [item.kind] : [])))].sort(
    (a, b) => a.localeCompare(b),
  );
