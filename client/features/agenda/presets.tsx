/** Ready-made déroulés; one put in the place of steps that exist is asked first. */
import { useState } from 'react';
import { plannedMinutes } from '../../../shared/session/agenda/pace.ts';
import { PRESET_IDS, PRESETS, type PresetId } from '../../../shared/session/agenda/presets.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import { useAgenda } from './use-agenda.ts';
import './presets.css';

/** @param props.onLoaded the steps are new: they are to be read from the first */
export function Presets({ onLoaded }: { readonly onLoaded: () => void }) {
  const { agenda: t } = useWords(cockpitWords);
  const { common } = useWords();
  const { steps, load } = useAgenda();
  const [asked, setAsked] = useState<PresetId | null>(null);
  const [isOpen, setOpen] = useState(false);
  const replace = (preset: PresetId) => {
    setAsked(null);
    setOpen(false);
    load(preset);
    onLoaded();
  };
  const choices = (
    <ul className="agenda-presets">
      {PRESET_IDS.map((preset) => (
        <li key={preset}>
          <button
            type="button"
            className="agenda-preset"
            onClick={() => (steps.length === 0 ? load(preset) : setAsked(preset))}
          >
            <b>{t.presetNames[preset]}</b>
            <span>{t.presetLines[preset]}</span>
            <span>{t.duration(plannedMinutes(PRESETS[preset]))}</span>
          </button>
        </li>
      ))}
    </ul>
  );
  if (steps.length === 0)
    return (
      <section className="agenda-empty">
        <h3>{t.empty}</h3>
        <p>{t.emptyText}</p>
        {choices}
      </section>
    );
  return (
    <details
      className="agenda-more"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t.presets}</summary>
      {choices}
      {asked && (
        <Question title={t.replaceTitle} text={t.replaceText}>
          <Button onClick={() => setAsked(null)}>{common.cancel}</Button>
          <Button variant="danger" onClick={() => replace(asked)}>
            {t.replaceYes}
          </Button>
        </Question>
      )}
    </details>
  );
}
