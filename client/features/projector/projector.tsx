/** The wall of the room: what is asked, how long, what there is. No control, nothing hidden. */
import { useEffect, useRef } from 'react';
import type { DirectionId } from '../../../shared/ids.ts';
import { momentOf } from '../../../shared/session/lead/moment.ts';
import { showLeft, type Timer, timeLeft } from '../../../shared/session/timer/timer.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { insteadOf } from '../../state/asked.ts';
import { clockTime } from '../../state/dates.ts';
import {
  useBoard,
  useBoardClient,
  useConnection,
  usePreferences,
  useSession,
} from '../../state/hooks.ts';
import { useServerNow, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Footer } from './footer.tsx';
import { usePagesOf } from './pages.tsx';
import { type Scene, sceneOf } from './scene.ts';
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
  const led = session?.projection ?? null;
  const place = usePages(key, pages.length, led);
  const page = pages[place];
  useTold(place, pages.length, page?.pilotId);
  return (
    <div
      className="projector"
      data-idle={isIdle ? '' : undefined}
      data-blank={isBlank ? '' : undefined}
    >
      <Head
        heading={page?.heading ?? (page?.headingWord && t[page.headingWord])}
        isSteady={scene?.kind === 'report' || scene?.kind === 'pilot'}
      />
      <main className="projector-main" ref={screen}>
        {page?.node}
      </main>
      {page?.foot ? (
        <footer className="projector-foot">{page.foot}</footer>
      ) : (
        <Footer page={place} pages={pages.length} showsEntry={!isEntry(scene)} />
      )}
      {connection.state === 'offline' && (
        <p className="projector-offline" role="status">
          {t.offline}
        </p>
      )}
    </div>
  );
}

/** Where the way in stands in large already. */
const isEntry = (scene: Scene | null): boolean =>
  scene?.kind === 'welcome' || scene?.kind === 'entry';

/** The cockpit reads which page this is: nobody else knows how many there are. */
function useTold(page: number, pages: number, pilotId: DirectionId | undefined): void {
  const client = useBoardClient();
  useEffect(() => {
    client.setPresence({ projection: { page, pages, ...(pilotId && { pilotId }) } });
  }, [client, page, pages, pilotId]);
}

interface HeadProps {
  /** Said in the place of the consigne. */
  readonly heading: string | undefined;
  /** As high on each page, whatever it says: what fits below is the same on all. */
  readonly isSteady: boolean;
}

/** The step, what is asked of the room, and the clock. */
function Head({ heading, isSteady }: HeadProps) {
  const t = useWords(projectionWords);
  const step = useStep();
  const info = useBoard((board) => board.info);
  const timer = useSession((session) => session?.timer ?? null);
  const isPaused = useSession((session) => session !== null && momentOf(session) === 'paused');
  const said = useSession((session) => session?.messages ?? NONE);
  const what = step ? t.step(step.place, step.step.title) : (info.territory ?? t.free);
  const { step: words } = useWords();
  const instead = useSession((session) => session && insteadOf(session, words));
  const asked =
    instead ??
    heading ??
    (step ? step.step.instruction || step.step.title : (info.title ?? t.free));
  return (
    <header
      className="projector-head"
      data-frozen={isPaused ? '' : undefined}
      data-steady={isSteady ? '' : undefined}
    >
      <h1 className="visually-hidden" translate="no">
        {t.title(info.title ?? '')}
      </h1>
      <div className="projector-words" translate="no">
        <p className="projector-step">{isPaused ? t.frozen : what}</p>
        <p className="projector-consigne">{asked}</p>
        {said.map(({ id, text }) => (
          <p key={id} className="projector-said">
            {text}
          </p>
        ))}
      </div>
      {timer && <Clock timer={timer} />}
    </header>
  );
}

const NONE: readonly never[] = [];
const closeMs = 60_000;

function Clock({ timer }: { readonly timer: Timer }) {
  const t = useWords(projectionWords);
  const now = useServerNow(timer.state === 'running' ? 250 : 0);
  const left = timeLeft(timer, now);
  const state = left === 0 ? 'over' : timer.state === 'paused' ? 'paused' : 'running';
  const { step } = useWords();
  const { language } = usePreferences();
  const returns =
    timer.state === 'running' && timer.effect === 'return'
      ? step.returns(clockTime(timer.endsAt, language))
      : '';
  const word = { over: t.timeOver, paused: t.timePaused, running: returns }[state];
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
