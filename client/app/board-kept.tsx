/** What this device keeps of the open board, told from the moment there may be any. */
import { useState } from 'react';
import { late } from '../browser/late.ts';
import { useBegunTexts } from '../state/begun-texts.ts';
import { useConnectionState, useDevice, useKept, useUnreadable } from '../state/hooks.ts';
import { useFetched } from '../ui/lazy-part.tsx';
import { PARTS } from './parts.ts';

export function BoardKept() {
  const state = useConnectionState();
  const isAny = useKept().length + useBegunTexts().length + useUnreadable().length > 0;
  // It stays when the last one goes: its window may be open, and what was done can be taken back.
  const [isWanted, setIsWanted] = useState(isAny);
  if (isAny && !isWanted) setIsWanted(true);
  // Not fetched: asked for again when the connection is another.
  const [failed, setFailed] = useState('');
  const KeptBand = useFetched(PARTS.keptBand, isWanted && failed !== state, () => setFailed(state));
  return KeptBand && <KeptBand />;
}

/** Late: most devices keep what they should, and are connected. */
export function BoardDevice() {
  const { lastHeard, lacks } = useDevice();
  const DeviceBand = useFetched(PARTS.deviceBand, lastHeard !== null || lacks.length > 0);
  const ObstacleNote = useFetched(obstacleNote, lacks.length > 0);
  const note = ObstacleNote && (
    <ObstacleNote known="storage" missing={lacks.map((lack) => REFUSED[lack])} />
  );
  return DeviceBand && <DeviceBand note={note} />;
}
const obstacleNote = late(() =>
  import('../features/network/obstacle-note.tsx').then((file) => file.ObstacleNote),
);
/** What the browser did not give, by the names of the platform: for whoever set it up. */
const REFUSED = { notKept: 'indexedDB', noAccess: 'localStorage' } as const;
