/** The frame of the workshop in one window: every field kept as it is written, and undone from here. */
import { Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useBoard, useBoardClient, useCan } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { DirectionsPanel } from './directions-panel.tsx';
import { INFO_GROUPS } from './field-kinds.ts';
import { PrioritiesPanel } from './priorities-panel.tsx';
import { RowsPanel } from './rows-panel.tsx';
import { SavedField } from './saved-field.tsx';
import { TermsPanel } from './terms-panel.tsx';
import { useFrame } from './use-frame.ts';
import { VoiceContext } from './voice.ts';
import './frame-dialog.css';
import './saved-field.css';

export type FrameTab = 'workshop' | 'priorities' | 'directions' | 'actors' | 'policies' | 'terms';

export interface FrameDialogProps {
  readonly onClose: () => void;
  /** The part shown first; the workshop itself by default. */
  readonly tab?: FrameTab;
}

/** Rendered for facilitators; nothing for anybody else. */
export function FrameDialog(props: FrameDialogProps) {
  return useCan('frame') ? <OpenFrameDialog {...props} /> : null;
}

const PANELS = {
  workshop: <WorkshopPanel />,
  priorities: <PrioritiesPanel />,
  directions: <DirectionsPanel />,
  actors: <RowsPanel root="actors" />,
  policies: <RowsPanel root="policies" />,
  terms: <TermsPanel />,
} as const satisfies Readonly<Record<FrameTab, unknown>>;
const TABS = Object.keys(PANELS) as readonly FrameTab[];

function OpenFrameDialog({ onClose, tab: first = 'workshop' }: FrameDialogProps) {
  const { common } = useWords();
  const t = useWords(facilitationWords);
  const [tab, setTab] = useState<FrameTab>(first);
  const steps = useSteps();
  const frame = useStartAtTab();
  return (
    <Dialog title={t.title} onClose={onClose}>
      <VoiceContext value={steps.voice}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its fields leave */}
        <div className="frame dialog-fill" ref={frame} onKeyDown={steps.onKeyDown}>
          <Tabs
            name="frame"
            label={t.tabsLabel}
            tabs={TABS.map((id) => ({ id, label: t.tabs[id] }))}
            selected={tab}
            onSelect={setTab}
          />
          <div className="frame-scroll" key={tab}>
            <TabPanel name="frame" tab={tab}>
              <div className="frame-panel">{PANELS[tab]}</div>
            </TabPanel>
          </div>
          <div className="frame-foot">
            <p className="frame-said" role="status" translate={steps.said ? 'no' : undefined}>
              {steps.said ?? t.hint}
            </p>
            <Button
              variant="quiet"
              icon={<Undo2 />}
              label={common.undo}
              aria-disabled={steps.canUndo ? undefined : true}
              onClick={steps.undo}
            />
            <Button
              variant="quiet"
              icon={<Redo2 />}
              label={common.redo}
              aria-disabled={steps.canRedo ? undefined : true}
              onClick={steps.redo}
            />
          </div>
        </div>
      </VoiceContext>
    </Dialog>
  );
}

/**
 * Starts at the tab: the first field may be the last of a long list, which would open scrolled to
 * its end, and would raise the keyboard of a phone before anybody asked to write.
 */
function useStartAtTab() {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    const scroller = frame.current?.querySelector('.frame-scroll');
    if (scroller) scroller.scrollTop = 0;
  }, []);
  return frame;
}

/**
 * Steps made in this window, the only ones it undoes: what was done on the wall before it opened is
 * out of sight, and undoing that unseen would be a surprise.
 */
function useSteps() {
  const t = useWords(facilitationWords);
  const client = useBoardClient();
  const [{ done, undone, said }, setSteps] = useState<Steps>({ done: 0, undone: 0, said: null });
  const voice = useMemo(() => {
    const tell = (text: string | null) =>
      setSteps((last) => ({ done: last.done + 1, undone: 0, said: text }));
    return { done: tell, removed: tell };
  }, []);
  const undo = () => {
    if (done === 0) return setSteps({ done, undone, said: t.nothingToUndo });
    const text = client.undo() ? t.undone : t.nothingToUndo;
    setSteps({ done: done - 1, undone: undone + 1, said: text });
  };
  const redo = () => {
    if (undone === 0) return;
    client.redo();
    setSteps({ done: done + 1, undone: undone - 1, said: t.redone });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isText = event.target instanceof HTMLElement && event.target.matches('input, textarea');
    const key = event.key.toLowerCase();
    if (isText || (!event.ctrlKey && !event.metaKey) || (key !== 'z' && key !== 'y')) return;
    event.preventDefault(); // the page would undo beyond what this window did
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
  return { voice, said, undo, redo, onKeyDown, canUndo: done > 0, canRedo: undone > 0 };
}

interface Steps {
  readonly done: number;
  readonly undone: number;
  /** Words of the last step; null when what is seen says it all. */
  readonly said: string | null;
}

/** What the workshop says of itself: its names, its day, its people, the decision it prepares. */
function WorkshopPanel() {
  const t = useWords(facilitationWords);
  const info = useBoard((board) => board.info);
  const frame = useFrame();
  return (
    <>
      {INFO_GROUPS.map((group) => (
        <fieldset key={group.key} className="frame-group">
          <legend>{t.groups[group.key]}</legend>
          {group.fields.map((spec) => (
            <SavedField
              place={{ key: spec.key }}
              key={spec.key}
              spec={spec}
              label={t.info[spec.key]}
              help={t.infoHelp[spec.key]}
              value={info[spec.key]?.toString() ?? ''}
              onCommit={(value) => frame.setInfo({ [spec.key]: value })}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}
