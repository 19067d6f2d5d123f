/** Another timer than that of the step: its minutes and what happens at zero; and taking it away. */
import { Play, X } from 'lucide-react';
import { TIMER_EFFECTS, TIMER_PRESETS } from '../../../shared/session/timer/timer.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useSession } from '../../state/hooks.ts';
import { useRequest } from '../../state/session-hooks.ts';
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
  const { timer: t } = useWords(cockpitWords);
  const timer = useSession((session) => session?.timer ?? null);
  const request = useRequest(say);
  return (
    <Section part="time" title={t.title}>
      {timer && timer.state !== 'ended' ? (
        <Button icon={<X />} onClick={() => void request({ type: 'timer-stop' })}>
          {t.stop}
        </Button>
      ) : (
        <NewTimer />
      )}
    </Section>
  );
}

function NewTimer() {
  const { timer: t } = useWords(cockpitWords);
  const { timerChoice: choice, next } = useCockpit();
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
      {/* Where it is what comes now, it stands above, once. */}
      {next.act !== 'start-time' && <ActButton act="timer" icon={<Play />} />}
    </>
  );
}
