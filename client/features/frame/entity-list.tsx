/** An ordered list of the frame: each line with its content, its place and its removal. */
import { type ReactNode, useState } from 'react';
import type { FrameRoot } from '../../../shared/board/commands/frame.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useWords } from '../../state/words.ts';
import { Tool, useFocusAfter } from '../../ui/list-tools.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type FrameId, type FrameItem, nameOf, useFrame } from './use-frame.ts';
import './entity-list.css';

export interface EntityListProps<Item extends FrameItem> {
  readonly root: FrameRoot;
  readonly items: readonly Item[];
  readonly renderLine: (item: Item, index: number) => ReactNode;
  /** Given, each line can be opened to be written whole. */
  readonly onEdit?: (item: Item) => void;
}

// One list whose lines share where the focus goes after a change.
export function EntityList<Item extends FrameItem>({
  root,
  items,
  renderLine,
  onEdit,
}: EntityListProps<Item>) {
  const t = useWords(facilitationWords);
  const frame = useFrame();
  const [refused, setRefused] = useState<{ readonly id: FrameId; readonly why: string } | null>(
    null,
  );
  const { list, focusNext } = useFocusAfter(items);

  const shift = (id: FrameId, by: -1 | 1) => {
    focusNext(id, by < 0 ? 'up' : 'down');
    frame.shift(root, id, by);
  };
  const remove = (id: FrameId, index: number) => {
    const why = frame.remove(root, id);
    setRefused(why === null ? null : { id, why });
    const next = items[index + 1] ?? items[index - 1];
    if (why === null && next) focusNext(next.id, 'remove');
  };

  if (items.length === 0) {
    return (
      <div className="frame-empty">
        <p className="frame-empty-title">{t.lists[root].empty}</p>
        <p>{t.lists[root].emptyHelp}</p>
      </div>
    );
  }
  return (
    <ol className="frame-list" aria-label={t.lists[root].list} data-root={root} ref={list}>
      {items.map((item, index) => (
        <li key={item.id} className="frame-line" data-line={item.id}>
          {/* biome-ignore lint/a11y/useSemanticElements: the fields are in line, a fieldset would not be */}
          <div className="frame-line-content" role="group" aria-label={nameOf(item)}>
            {renderLine(item, index)}
          </div>
          <div className="frame-tools">
            {onEdit && (
              <Tool tool="edit" label={t.edit(nameOf(item))} onPress={() => onEdit(item)} />
            )}
            <Tool
              tool="up"
              label={t.moveUp(nameOf(item))}
              isIdle={index === 0}
              onPress={() => shift(item.id, -1)}
            />
            <Tool
              tool="down"
              label={t.moveDown(nameOf(item))}
              isIdle={index === items.length - 1}
              onPress={() => shift(item.id, 1)}
            />
            <Tool
              tool="remove"
              label={t.remove(nameOf(item))}
              onPress={() => remove(item.id, index)}
            />
          </div>
          {refused?.id === item.id && <Notice tone="warning" title={refused.why} />}
        </li>
      ))}
    </ol>
  );
}
