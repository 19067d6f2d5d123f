/** What a step of sheets asks to be filled first. */
import { SHEET_ASKS, type SheetAsk, USUAL_ASKS } from '../../../shared/board/asked.ts';
import type { Step } from '../../../shared/session/agenda/step.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useWords } from '../../state/words.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { useAgenda } from './use-agenda.ts';
import { useChosen } from './use-chosen.ts';
import './asks-field.css';

/** In the order of the sheet, whatever order they are ticked in; the last one stays. */
export function AsksField({ step }: { readonly step: Step }) {
  const { agenda: t } = useWords(cockpitWords);
  const { fields } = useWords(sheetWords);
  const { change } = useAgenda();
  const [asks, setAsks] = useChosen(step.asks ?? USUAL_ASKS, (next) =>
    change(step.id, { asks: next }),
  );
  const toggle = (ask: SheetAsk, on: boolean) => {
    const next = SHEET_ASKS.filter((one) => (one === ask ? on : asks.includes(one)));
    if (next.length > 0) setAsks(next);
  };
  return (
    <fieldset className="agenda-asks">
      <legend>{t.asks}</legend>
      <p className="agenda-asks-help">{t.asksHelp}</p>
      {SHEET_ASKS.map((ask) => (
        <CheckField
          key={ask}
          label={fields[ask].label}
          checked={asks.includes(ask)}
          onChange={(on) => toggle(ask, on)}
        />
      ))}
    </fieldset>
  );
}
