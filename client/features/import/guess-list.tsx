/** What cells say otherwise than a workshop does, and what they are taken to mean: each may be refused. */
import type { Guess } from '../../../shared/import/row-context.ts';
import { guessKey } from '../../../shared/import/row-context.ts';
import { COLUMN } from '../../../shared/table/columns.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { CheckField } from '../../ui/check-field.tsx';

export interface GuessListProps {
  readonly guesses: readonly Guess[];
  /** Of those that were not meant, see {@link guessKey}. */
  readonly refused: ReadonlySet<string>;
  readonly onRefused: (refused: ReadonlySet<string>) => void;
}

export function GuessList({ guesses, refused, onRefused }: GuessListProps) {
  const t = useWords(intakeWords);
  const { language } = usePreferences();
  const each = new Map<string, Guess[]>();
  for (const guess of guesses)
    each.set(guessKey(guess), [...(each.get(guessKey(guess)) ?? []), guess]);
  const take = (key: string, isTaken: boolean) => {
    const next = new Set(refused);
    if (isTaken) next.delete(key);
    else next.add(key);
    onRefused(next);
  };
  return (
    <section className="intake-preview" aria-label={t.guesses}>
      <h4>{t.guesses}</h4>
      <p className="intake-help">{t.guessesHelp}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keys */}
      <ul className="intake-list" tabIndex={0} aria-label={t.guesses}>
        {[...each].map(([key, [first, ...others]]) => {
          if (!first) return null;
          const lines = [first, ...others].map(({ line }) => line);
          return (
            <li key={key}>
              <CheckField
                translate="no"
                label={t.guess(first.text, first.shown)}
                help={t.guessOf(COLUMN[first.key][language], lines)}
                checked={!refused.has(key)}
                onChange={(isTaken) => take(key, isTaken)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
