/**
 * What somebody must know of this device: that the board stands as it was kept here, or that nothing
 * is kept. The first goes with the connection that comes back, the second once it is read.
 */
import { HardDrive } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { deviceWords } from '../../../shared/text/fr/device.ts';
import { longDateTime } from '../../state/dates.ts';
import { useDevice, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import './kept-band.css';

interface DeviceBandProps {
  /** For whoever set the device up, where it lacks something. */
  readonly note?: ReactNode;
}

export function DeviceBand({ note }: DeviceBandProps) {
  const t = useWords(deviceWords);
  const { language } = usePreferences();
  const { lastHeard, lacks } = useDevice();
  const [isRead, setRead] = useState(false);
  const said = [
    ...(lastHeard === null ? [] : [t.shown(longDateTime(lastHeard, language))]),
    ...(lastHeard === null || lacks.includes('notKept') ? [] : [t.staysHere]),
    ...(isRead ? [] : lacks.map((lack) => t[lack])),
  ];
  if (said.length === 0) return null;
  return (
    <section className="kept-band" aria-label={t.band}>
      <HardDrive />
      <p className="kept-band-words" data-long role="status">
        {said.join(' ')}
      </p>
      {lastHeard === null && (
        <span className="kept-band-acts">
          <Button size="small" onClick={() => setRead(true)}>
            {t.understood}
          </Button>
        </span>
      )}
      {lacks.length > 0 && !isRead && note}
    </section>
  );
}
