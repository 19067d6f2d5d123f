/** What is kept about one action, or about the frame: where it is, when and why, then each thing. */
import { longDateTime } from '../../state/dates.ts';
import type { KeptItem } from '../../state/kept-shown.ts';
import { age } from './age.ts';
import type { Group } from './groups.ts';
import type { Hands } from './hands.ts';
import { KeptEntry } from './kept-entry.tsx';
import type { Reading } from './reading.ts';
import type { Acts } from './use-acts.ts';

export interface KeptGroupProps {
  readonly group: Group;
  readonly hands: Hands;
  readonly reading: Reading;
  readonly acts: Acts;
  /** This device's clock, milliseconds since 1970. */
  readonly now: number;
  /** Why nothing can be put back now is said at the foot. */
  readonly isLaterSaid: boolean;
  /** Its line is about to go away. */
  readonly onLeaves: (item: KeptItem) => void;
}

export function KeptGroup({ group, now, ...shared }: KeptGroupProps) {
  const { hands, reading } = shared;
  const { number, title, priority, entries } = group;
  const facts = entries.map(({ item }) => factsOf(item, now, hands, reading));
  const [first] = facts;
  const isShared = facts.every((each) => each === first);
  return (
    <section className="kept-group" aria-label={[number, title].filter(Boolean).join(' ')}>
      <h3 className="kept-group-title" translate="no">
        {number && <span className="kept-number">{number}</span>}
        <span className="kept-clamp">{title}</span>
      </h3>
      {priority && (
        <p className="kept-quiet" translate="no">
          {priority}
        </p>
      )}
      {isShared && (
        <p className="kept-quiet" translate="no">
          {first}
        </p>
      )}
      <ul className="kept-entries">
        {entries.map((entry, index) => (
          <KeptEntry
            key={entry.item.key}
            entry={entry}
            heading={entry.kind === title ? null : entry.kind}
            about={[number, title].filter(Boolean).join(' ')}
            facts={isShared ? null : (facts[index] ?? null)}
            {...shared}
          />
        ))}
      </ul>
    </section>
  );
}

/** « Gardé il y a 2 jours, le 30 juin 2026 à 10:42, par Ben. L’étape en cours ne permettait pas ce changement. » */
function factsOf(
  { at, why, personId }: KeptItem,
  now: number,
  { me, nameOf }: Hands,
  { t, language }: Reading,
): string {
  const reasons: Readonly<Record<KeptItem['why'], string>> = t.why;
  const name = nameOf(personId);
  const whose = personId === me ? '' : `, ${name === undefined ? t.bySomebody : t.by(name)}`;
  const when = t.keptSince(age(at, now, language), longDateTime(at, language));
  return `${when}${whose}. ${reasons[why]}`;
}
