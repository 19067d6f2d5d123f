/** The wall of the room: what is asked, how long, what there is. No control, nothing hidden. */
import { useRef } from 'react';
import { momentOf } from '../../../shared/session/lead/moment.ts';
import { showLeft, type Timer, timeLeft } from '../../../shared/session/timer/timer.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { insteadOf } from '../../state/asked.ts';
import { useBoard, useConnection, useSession } from '../../state/hooks.ts';
import { useServerNow, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Footer } from './footer.tsx';
import { usePagesOf } from './pages.tsx';
import { sceneOf } from './scene.ts';
import { useArea } from './use-area.ts';
import { usePages } from './use-pages.ts';
import { useRoom } from './use-room.ts';
import './projector.css';
import './head.css';

export function Projector() {
  const t = useWords(projectionWords);
  const screen = useRef<HTMLElement>(null);
  const area = useArea(screen);
  const session = useSession((state) => state);
  const connection = useConnection();
  const { isBlank, isIdle } = useRoom();
  const scene = session ? sceneOf(session) : null;
  const pages = usePagesOf(scene, area);
  const key = scene ? `${scene.kind} ${'id' in scene ? scene.id : ''} ${session?.current}` : '';
  const page = usePages(key, pages.length);
  return (
    <div
      className="projector"
      data-idle={isIdle ? '' : undefined}
      data-blank={isBlank ? '' : undefined}
    >
      <Head />
      <main className="projector-main" ref={screen}>
        {pages[page]}
      </main>
      <Footer page={page} pages={pages.length} showsEntry={scene?.kind !== 'welcome'} />
      {connection.state === 'offline' && (
        <p className="projector-offline" role="status">
          {t.offline}
        </p>
      )}
    </div>
  );
}

/** The step, what is asked of the room, and the clock. */
function Head() {
  const t = useWords(projectionWords);
  const step = useStep();
  const info = useBoard((board) => board.info);
  const timer = useSession((session) => session?.timer ?? null);
  const isPaused = useSession((session) => session !== null && momentOf(session) === 'paused');
  const what = step ? t.step(step.place, step.step.title) : (info.territory ?? t.free);
  const { step: words } = useWords();
  const instead = useSession((session) => session && insteadOf(session, words));
  const asked =
    instead ?? (step ? step.step.instruction || step.step.title : (info.title ?? t.free));
  return (
    <header className="projector-head" data-frozen={isPaused ? '' : undefined}>
      <h1 className="visually-hidden" translate="no">
        {t.title(info.title ?? '')}
      </h1>
      <div className="projector-words" translate="no">
        <p className="projector-step">{isPaused ? t.frozen : what}</p>
        <p className="projector-consigne">{asked}</p>
      </div>
      {timer && <Clock timer={timer} />}
    </header>
  );
}

const closeMs = 60_000;

function Clock({ timer }: { readonly timer: Timer }) {
  const t = useWords(projectionWords);
  const now = useServerNow(timer.state === 'running' ? 250 : 0);
  const left = timeLeft(timer, now);
  const state = left === 0 ? 'over' : timer.state === 'paused' ? 'paused' : 'running';
  const word = { over: t.timeOver, paused: t.timePaused, running: '' }[state];
  return (
    <div
      className="projector-clock"
      data-state={state}
      data-close={left <= closeMs ? '' : undefined}
    >
      <p className="projector-time" role="timer" aria-live="off">
        {showLeft(left)}
      </p>
      {word && <p className="projector-clock-word">{word}</p>}
    </div>
  );
}
