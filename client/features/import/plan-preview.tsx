/** The first of what would be added, each with its line. */
import type { Plan } from '../../../shared/import/planned.ts';
import { type ImportKind, mainField } from '../../../shared/table/fields.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { usePriorities } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';

/** Enough to see that the columns are right. */
const shown = 50;

export function PlanPreview({ plan, kind }: { readonly plan: Plan; readonly kind: ImportKind }) {
  const t = useWords(intakeWords);
  const lines = useLines(plan, kind);
  return (
    <section className="intake-preview" aria-label={t.preview}>
      <h4>{t.preview}</h4>
      {lines.length === 0 ? (
        <p className="intake-help">{t.nothing}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keys
        <ol className="intake-list" tabIndex={0} aria-label={t.preview}>
          {lines.slice(0, shown).map(({ line, text, about }) => (
            <li key={line}>
              <span className="intake-line">{t.previewLine(line)}</span>
              <span translate="no">{text}</span>
              {about && (
                <span className="intake-about" translate="no">
                  {about}
                </span>
              )}
            </li>
          ))}
          {lines.length > shown && <li>{t.andMore(lines.length - shown)}</li>}
        </ol>
      )}
    </section>
  );
}

interface PreviewLine {
  readonly line: number;
  readonly text: string;
  readonly about: string;
}

function useLines({ actions, entities }: Plan, kind: ImportKind): readonly PreviewLine[] {
  const priorities = usePriorities();
  const titles = new Map(priorities.map(({ id, title }) => [id, title]));
  const main = mainField(kind);
  return kind === 'actions'
    ? actions.map(({ line, values, priorityId, priorityName }) => ({
        line,
        text: values.title,
        about: (priorityId && titles.get(priorityId)) || priorityName,
      }))
    : entities.map(({ line, values }) => ({
        line,
        text: values[main] ?? '',
        about: Object.entries(values)
          .flatMap(([key, text]) => (key === main ? [] : text))
          .join(' · '),
      }));
}
