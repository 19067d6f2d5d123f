/** Hidden ideas: how many under each priority, and their reveal, all at once or one by one. */
import { hiddenIdeas } from '../../../shared/session/lead/moment.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { usePriorities, useSession } from '../../state/hooks.ts';
import { useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { useCockpit } from './acts.ts';
import { Section } from './section.tsx';
import './lists.css';

export function RevealSection() {
  const { reveal: t } = useWords(cockpitWords);
  const drafts = useSession((session) => session?.drafts);
  const isHidden = useStep()?.step.rules.writing === 'hidden';
  const priorities = usePriorities();
  const { ask } = useCockpit();
  const total = drafts ? hiddenIdeas({ drafts }) : 0;
  if (!drafts || (total === 0 && !isHidden)) return null;
  if (total === 0)
    return (
      <Section part="ideas" title={t.title} figure={t.none}>
        <p className="cockpit-note">{t.none}</p>
      </Section>
    );
  return (
    <Section part="ideas" title={t.title} figure={t.count(total, drafts.writers)}>
      <ul className="cockpit-list">
        {priorities.map(({ id, title = '' }, index) => {
          const count = drafts.counts[id] ?? 0;
          return (
            <li key={id} className="cockpit-line">
              <span className="cockpit-line-words" translate="no">
                {index + 1}. {title}
              </span>
              <b className="cockpit-figure">{count}</b>
              {count > 0 && (
                <Button
                  size="small"
                  title={t.oneNamed(title)}
                  onClick={() => ask({ act: 'reveal', priorityId: id })}
                >
                  <span aria-hidden="true">{t.one}</span>
                  <span className="visually-hidden" translate="no">
                    {t.oneNamed(title)}
                  </span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
