/** All that is kept of a workshop, by what it is about: to be read, copied, put back, thrown away. */
import { useLayoutEffect, useRef } from 'react';
import type { KeptItem } from '../../state/kept-shown.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { pageToasts } from '../../ui/toast-queue.ts';
import { useMinute } from './age.ts';
import { AskedDiscard, allWords } from './asked-discard.tsx';
import { type Group, groupsOf } from './groups.ts';
import type { Hands, Later } from './hands.ts';
import { KeptGroup } from './kept-group.tsx';
import { KeptLacking } from './kept-lacking.tsx';
import { KeptUnreadable } from './kept-unreadable.tsx';
import { laterId, laterOfAll } from './later.ts';
import { mailOf } from './mail.ts';
import { type Reading, useReading } from './reading.ts';
import { type Acts, useActs } from './use-acts.ts';
import './kept-window.css';

export interface KeptWindowProps {
  readonly hands: Hands;
  /** Shows what the board lacks beside it, in place of this window. */
  readonly onCompare: () => void;
  readonly onClose: () => void;
}

export function KeptWindow({ hands, onCompare, onClose }: KeptWindowProps) {
  const reading = useReading(hands.board);
  const { t } = reading;
  const acts = useActs(hands, reading);
  const { items } = hands;
  const now = useMinute();
  const groups = groupsOf(items, reading);
  const later = laterOfAll(items, hands.laterOf);
  const { body, focusAfter, focusSaid } = useFocusAfter(items);
  const close = () => {
    const { said } = acts;
    // What was thrown away last can be taken back for as long as its message stays.
    if (said?.undo && items.length + hands.lacking.length === 0)
      leaveMessage(said.text, t.undo, said.undo);
    onClose();
  };
  return (
    <Dialog title={t.title} onClose={close}>
      <div className="kept dialog-fill" ref={body}>
        <div className="kept-scroll">
          <KeptLacking
            hands={hands}
            reading={reading}
            acts={acts}
            onCompare={onCompare}
            onLeaves={focusAfter}
          />
          <Lead hands={hands} reading={reading} />
          {groups.map((group) => (
            <KeptGroup
              key={group.id}
              group={group}
              hands={hands}
              reading={reading}
              acts={acts}
              now={now}
              isLaterSaid={later !== null}
              onLeaves={focusAfter}
            />
          ))}
          <KeptUnreadable hands={hands} reading={reading} />
        </div>
        <Foot
          hands={hands}
          reading={reading}
          acts={acts}
          groups={groups}
          later={later}
          onAllLeave={focusSaid}
        />
      </div>
    </Dialog>
  );
}

const leaveMessage = (text: string, label: string, undo: () => Promise<void>): void => {
  pageToasts.show({ text, action: { label, run: () => void undo() } });
};

interface PartProps {
  readonly hands: Hands;
  readonly reading: Reading;
}

function Lead({ hands, reading: { t } }: PartProps) {
  const { items, me } = hands;
  if (items.length === 0 && hands.lacking.length + hands.unreadable.length > 0) return null;
  if (items.length === 0)
    return (
      <div className="kept-empty">
        <p className="kept-empty-title">{t.empty}</p>
        <p>{t.emptyText}</p>
      </div>
    );
  const isMixed = items.some(({ personId }) => personId !== me);
  return (
    <>
      <p>
        {t.lead(items.length)} {hands.isOnlyHere && t.onlyHere}
      </p>
      {isMixed && <p className="kept-quiet">{t.otherHand}</p>}
    </>
  );
}

interface FootProps extends PartProps {
  readonly acts: Acts;
  readonly groups: readonly Group[];
  /** Why none of it can be put back now. */
  readonly later: Later | null;
  /** All of it is about to go away. */
  readonly onAllLeave: () => void;
}

function Foot({ hands, reading, acts, groups, later, onAllLeave }: FootProps) {
  const { t } = reading;
  const { items, laterOf } = hands;
  const { said, isBusy, share } = acts;
  const able = items.filter((item) => laterOf(item) === null);
  const discardAll = () => {
    onAllLeave();
    void acts.discard(items);
  };
  return (
    <div className="kept-foot">
      <div className="kept-said" tabIndex={-1} data-said="">
        <p role="status">{said?.text}</p>
        {said?.undo && (
          <Button size="small" onClick={() => void said.undo?.()}>
            {t.undo}
          </Button>
        )}
      </div>
      {share !== null && <Progress label={t.putting} share={share} />}
      {items.length > 1 && (
        <AskedDiscard words={allWords(t, items.length)} onDiscard={discardAll}>
          {(ask, opener) => (
            <>
              <WhyLater later={later} reading={reading} />
              <div className="kept-foot-acts">
                <Button ref={opener} variant="quiet" onClick={ask}>
                  {t.discardAll}
                </Button>
                <CopyButton text={mailOf(hands.workshop, groups, reading)} label={t.copyAll} />
                {able.length > 0 && (
                  <Button variant="primary" busy={isBusy} onClick={() => void acts.putBack(able)}>
                    {t.putBackAll(able.length)}
                  </Button>
                )}
              </div>
            </>
          )}
        </AskedDiscard>
      )}
      {items.length === 1 && <WhyLater later={later} reading={reading} />}
    </div>
  );
}

function WhyLater({ later, reading: { t } }: Pick<FootProps, 'later' | 'reading'>) {
  return (
    later && (
      <p className="kept-quiet" id={laterId}>
        {t.later[later]}
      </p>
    )
  );
}

/** What has the focus goes away with its thing: it passes to the next one, or to what is said. */
function useFocusAfter(items: readonly KeptItem[]) {
  const body = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs once the list has changed
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const next = body.current?.querySelector<HTMLElement>(`[data-kept="${wanted.current}"]`);
    if (next) next.focus();
    else focusSaid();
    wanted.current = null;
  }, [items]);
  const focusAfter = (item: KeptItem) => {
    const entries = [...(body.current?.querySelectorAll<HTMLElement>('[data-kept]') ?? [])];
    const index = entries.findIndex((entry) => entry.dataset.kept === item.key);
    wanted.current = (entries[index + 1] ?? entries[index - 1])?.dataset.kept ?? '';
  };
  const focusSaid = () => body.current?.querySelector<HTMLElement>('[data-said]')?.focus();
  return { body, focusAfter, focusSaid };
}
