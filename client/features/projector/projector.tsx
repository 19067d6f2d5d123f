/** The wall of the room: what is asked, how long, what there is. No control, nothing hidden. */
import { useRef } from 'react';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { useConnection, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Footer } from './footer.tsx';
import { Head } from './head.tsx';
import { usePagesOf } from './pages.tsx';
import { sceneOf } from './scene.ts';
import { useArea } from './use-area.ts';
import { usePages } from './use-pages.ts';
import { useRoom } from './use-room.ts';
import './projector.css';

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
