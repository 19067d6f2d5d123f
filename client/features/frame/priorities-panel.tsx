/** The priorities in order: read here, written whole in their own window, added line after line. */
import { useState } from 'react';
import { hueOf } from '../../../shared/board/labels.ts';
import type { Priority } from '../../../shared/board/schema.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useColumn, usePriorities } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { AddLine } from './add-line.tsx';
import { EntityList } from './entity-list.tsx';
import { PriorityDialog } from './priority-dialog.tsx';
import { useFrame } from './use-frame.ts';
import './entity-list.css';

export function PrioritiesPanel() {
  const frame = useFrame();
  const priorities = usePriorities();
  const [editing, setEditing] = useState<PriorityId | null>(null);
  return (
    <>
      <EntityList
        root="priorities"
        items={priorities}
        renderLine={(priority, index) => <PriorityLine priority={priority} index={index} />}
        onEdit={(priority) => setEditing(priority.id)}
      />
      <AddLine root="priorities" onAdd={(title) => frame.add('priorities', { title })} />
      {editing && <PriorityDialog id={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

interface PriorityLineProps {
  readonly priority: Priority;
  /** From 0. */
  readonly index: number;
}

function PriorityLine({ priority, index }: PriorityLineProps) {
  const t = useWords(facilitationWords);
  const count = useColumn(priority.id).length;
  const title = priority.title ?? '';
  return (
    <>
      <span className="hue-disc" data-hue={hueOf(index)} aria-hidden="true">
        {index + 1}
      </span>
      <div className="frame-words" translate="no">
        <h3 className="frame-line-title">{title}</h3>
        {priority.orientation && <p className="frame-excerpt">{priority.orientation}</p>}
        <p className="frame-note">
          {[t.priority.actions(count), priority.setBy].filter(Boolean).join(' · ')}
        </p>
      </div>
    </>
  );
}
