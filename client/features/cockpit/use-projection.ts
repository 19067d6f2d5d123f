/** The screen of the room as the cockpit leads it: which page it shows, and what the acts would do. */
import { type Projection, UNLED } from '../../../shared/session/projection/projection.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useSession } from '../../state/hooks.ts';
import { useProjected } from '../../state/projected.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { say } from '../../ui/toast-queue.ts';
import type { Act, ActId } from './acts.ts';

type Asked = Omit<Projection, 'at'>;

/** Asks for a change of how the screen is led, the rest as it stands. */
export function useProject(): (change: Partial<Asked>) => void {
  const request = useRequest(say);
  const led = useSession((session) => session?.projection) ?? UNLED;
  const { view, page, held } = led;
  return (change) => void request({ type: 'project', view, page, held, ...change });
}

export function useProjectionActs(): Readonly<
  Record<Extract<ActId, 'pagePrevious' | 'pageNext' | 'hold'>, Act>
> {
  const { projection: t } = useWords(cockpitWords);
  const shown = useProjected();
  const project = useProject();
  const held = useSession((session) => session?.projection?.held ?? false);
  const turn = (by: 1 | -1): Act['run'] =>
    shown && shown.pages > 1
      ? () => project({ page: (shown.page + by + shown.pages) % shown.pages })
      : null;
  return {
    pagePrevious: { label: t.previous, run: turn(-1) },
    pageNext: { label: t.next, run: turn(1) },
    hold: {
      label: held ? t.release : t.hold,
      // What is held is the page that is seen, not the one that was last asked for.
      run: shown ? () => project({ held: !held, page: shown.page }) : null,
    },
  };
}
