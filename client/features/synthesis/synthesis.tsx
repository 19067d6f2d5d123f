/**
 * The synthesis in the place of the wall: six views of all the actions, live, each drawn and as a
 * table. Pressing a part of a picture lists its actions; pressing one opens its sheet beside.
 */

import { ArrowLeft, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { SYNTHESIS_VIEWS, type SynthesisView } from '../../../shared/synthesis/views.ts';
import { synthesisWords } from '../../../shared/text/fr/synthesis.ts';
import { useBoard, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import type { Drawn, Picked } from './drawn.ts';
import { ActionList } from './parts.tsx';
import { type Shape, SynthesisPicture } from './picture.tsx';
import './synthesis.css';

const VIEWS = Object.keys(SYNTHESIS_VIEWS) as readonly SynthesisView[];

export interface SynthesisProps {
  readonly view: SynthesisView;
  readonly onView: (view: SynthesisView) => void;
  readonly onClose: () => void;
  readonly onOpen: (id: ActionId) => void;
  /** Given to those who may change the markers. */
  readonly onEditMarkers: (() => void) | undefined;
}

export function Synthesis({ view, onView, onClose, onOpen, onEditMarkers }: SynthesisProps) {
  const page = useWords();
  const t = useWords(synthesisWords);
  const texts = useMemo(() => ({ ...page, synthesis: t }), [page, t]);
  const { language } = usePreferences();
  // A busy board changes many times a second: what is written comes before what is drawn of it.
  const board = useDeferredValue(useBoard((now) => now));
  const [shape, setShape] = useState<Shape>('picture');
  const [picked, setPicked] = useState<PickedIn | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const isEmpty = board.numbers.size + board.unplaced.length === 0;
  const drawn: Drawn = { board, texts, language, onOpen, onPick: (on) => setPicked({ on, view }) };

  return (
    <section className="synthesis" aria-labelledby="synthesis-title">
      <div className="synthesis-head">
        <h2 id="synthesis-title" className="synthesis-title" ref={heading} tabIndex={-1}>
          {t.title}
        </h2>
        <Tabs
          name="synthesis"
          label={t.viewsLabel}
          tabs={VIEWS.map((id) => ({ id, label: t.views[id] }))}
          selected={view}
          onSelect={onView}
        />
        <Segmented
          legend={t.show}
          hideLegend
          options={[
            { value: 'picture', label: t.picture },
            { value: 'table', label: t.table },
          ]}
          value={shape}
          onChange={setShape}
        />
        <Button icon={<ArrowLeft />} onClick={onClose}>
          {t.close}
        </Button>
      </div>
      <TabPanel name="synthesis" tab={view}>
        <div className="synthesis-lead">
          <p>{isEmpty ? t.none : t.leads[view]}</p>
          {view === 'markers' && onEditMarkers && (
            <Button size="small" onClick={onEditMarkers}>
              {t.editMarkers}
            </Button>
          )}
        </div>
        {!isEmpty && <SynthesisPicture {...drawn} view={view} shape={shape} />}
        {picked?.view === view && (
          <PickedList drawn={drawn} picked={picked.on} onClose={() => setPicked(null)} />
        )}
      </TabPanel>
    </section>
  );
}

/** What was pressed, and in which view: another view shows nothing of it. */
interface PickedIn {
  readonly on: Picked;
  readonly view: SynthesisView;
}

interface PickedListProps {
  readonly drawn: Drawn;
  readonly picked: Picked;
  readonly onClose: () => void;
}

function PickedList({ drawn, picked, onClose }: PickedListProps) {
  const { synthesis: t } = drawn.texts;
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part was pressed
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <section className="picked" aria-labelledby="picked-title">
      <div className="picked-head">
        <h3 id="picked-title" ref={title} tabIndex={-1} translate="no">
          {t.picked(picked.title, picked.actions.length)}
        </h3>
        <Button variant="quiet" size="small" icon={<X />} label={t.closeList} onClick={onClose} />
      </div>
      <ActionList
        drawn={drawn}
        actions={picked.actions.map(({ id }) => drawn.board.actions.get(id)).filter((a) => !!a)}
      />
    </section>
  );
}
