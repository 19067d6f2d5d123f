/** The timer: started, lengthened, stopped; and the pause of everybody. */
import { Pause, Play, X } from 'lucide-react';
import {
  showLeft,
  TIMER_EFFECTS,
  TIMER_PRESETS,
  type Timer,
  timeLeft,
} from '../../../shared/session/timer/timer.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useSession } from '../../state/hooks.ts';
import { useRequest, useServerNow } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { say } from '../../ui/toast-queue.ts';
import { ActButton } from './act-button.tsx';
import { useCockpit } from './acts.ts';
import { Section } from './section.tsx';
import './timer-section.css';

export function TimerSection() {
  const { timer: t, freeze: words } = useWords(cockpitWords);
  const timer = useSession((session) => session?.timer ?? null);
  const frozen = useSession((session) => session?.frozen ?? null);
  const request = useRequest(say);
  return (
    <Section title={t.title} figure={timer && <Clock timer={timer} />}>
      {timer && timer.state !== 'ended' ? (
        <>
          <div className="cockpit-row">
            <ActButton act="timer" icon={timer.state === 'running' ? <Pause /> : <Play />} />
            <Button
              variant="quiet"
              icon={<X />}
              label={t.stop}
              onClick={() => void request({ type: 'timer-stop' })}
            />
          </div>
          <div className="cockpit-row">
            <ActButton act="shorter" words={t.minuteLess} />
            <ActButton act="longer" words={t.minuteMore} />
          </div>
        </>
      ) : (
        <NewTimer isOver={timer !== null} />
      )}
      {frozen && (
        <p className="cockpit-frozen" role="status">
          {frozen === 'timer' ? words.byTimer : words.on}
        </p>
      )}
      <ActButton
        act="freeze"
        variant={frozen ? 'primary' : 'outline'}
        icon={frozen ? <Play /> : <Pause />}
      />
    </Section>
  );
}

function Clock({ timer }: { readonly timer: Timer }) {
  const { timer: t } = useWords(cockpitWords);
  const now = useServerNow(timer.state === 'running' ? 250 : 0);
  const left = timeLeft(timer, now);
  return (
    <p className="cockpit-clock" data-over={left === 0 ? '' : undefined}>
      {left === 0 && <span>{t.over} </span>}
      {timer.state === 'paused' && <span>{t.paused} </span>}
      <b role="timer" aria-live="off">
        {showLeft(left)}
      </b>
    </p>
  );
}

function NewTimer({ isOver }: { readonly isOver: boolean }) {
  const { timer: t } = useWords(cockpitWords);
  const { timerChoice: choice } = useCockpit();
  return (
    <>
      <fieldset className="cockpit-presets">
        <legend className="visually-hidden">{t.presets}</legend>
        {TIMER_PRESETS.map((seconds) => (
          <Button
            key={seconds}
            size="small"
            title={t.preset(seconds / 60)}
            aria-pressed={choice.minutes === seconds / 60}
            onClick={() => choice.choose(String(seconds / 60))}
          >
            {seconds / 60}
            <span className="visually-hidden"> {t.minutes}</span>
          </Button>
        ))}
        <TextField
          label={t.minutes}
          hideLabel
          inputMode="numeric"
          autoComplete="off"
          value={choice.text}
          error={choice.minutes === null ? t.minutesRefused : undefined}
          onChange={(event) => choice.write(event.target.value)}
        />
        <span className="cockpit-unit" aria-hidden="true">
          {t.unit}
        </span>
      </fieldset>
      <Segmented
        legend={t.effect}
        options={TIMER_EFFECTS.map((value) => ({ value, label: t.effects[value] }))}
        value={choice.effect}
        onChange={choice.setEffect}
      />
      <div className="cockpit-row">
        <ActButton act="timer" icon={<Play />} />
        {isOver && <ActButton act="longer" words={t.minuteMore} />}
      </div>
    </>
  );
}
