/** One kept thing: its text, the board's where that says something else, and what to do with it. */
import { Trash2, Undo2 } from 'lucide-react';
import type { KeptItem } from '../../state/kept-shown.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { Entry } from './groups.ts';
import type { Hands, How, Later, Stay } from './hands.ts';
import { KeptText } from './kept-text.tsx';
import { laterId, laterIdOf } from './later.ts';
import { plainText } from './mail.ts';
import { isPlaceless, prioritiesOf } from './place.ts';
import type { Reading } from './reading.ts';
import type { Acts } from './use-acts.ts';

export interface KeptEntryProps {
  readonly entry: Entry;
  /** What it is; null when the heading above has said it. */
  readonly heading: string | null;
  /** « 1.3 Réutiliser l’eau ». */
  readonly about: string;
  /** When and why; null when said above for all. */
  readonly facts: string | null;
  readonly hands: Hands;
  readonly reading: Reading;
  readonly acts: Acts;
  readonly isLaterSaid: boolean;
  readonly onLeaves: (item: KeptItem) => void;
}

export function KeptEntry(props: KeptEntryProps) {
  const { entry, heading, facts, reading, acts } = props;
  const { item, here, now } = entry;
  const { t } = reading;
  const stay = acts.stays.get(item.key);
  return (
    <li className="kept-entry" data-kept={item.key} tabIndex={-1}>
      {heading && <h4 className="kept-kind">{heading}</h4>}
      {facts && (
        <p className="kept-quiet" translate="no">
          {facts}
        </p>
      )}
      <div className="kept-texts">
        {here && <KeptText label={now === null ? null : t.here} text={here} other={now} t={t} />}
        {now !== null && (
          <KeptText
            label={t.onBoard}
            text={now === '' ? t.nothing : now}
            other={now === '' ? null : here}
            t={t}
          />
        )}
      </div>
      {stay && <p className="kept-stay">{stayText(stay, t)}</p>}
      <EntryActs {...props} isContested={stay?.kind === 'text-changed'} />
    </li>
  );
}

function stayText({ kind }: Stay, t: Reading['t']): string {
  const texts: Readonly<Record<Stay['kind'], string>> = t.stays;
  return kind === 'text-changed' ? t.both : texts[kind];
}

interface EntryActsProps extends KeptEntryProps {
  /** Others wrote in the same words: the person says what becomes of both. */
  readonly isContested: boolean;
}

function EntryActs(props: EntryActsProps) {
  const { entry, about, hands, reading, acts, isLaterSaid, onLeaves } = props;
  const { item } = entry;
  const { t, common } = reading;
  const later = hands.laterOf(item);
  const discard = () => {
    onLeaves(item);
    void acts.discard([item]);
  };
  return (
    <div className="kept-acts">
      {later !== 'copy' && <BackButtons {...props} later={later} />}
      <CopyButton size="small" text={plainText(entry)} label={common.copy} />
      <Button size="small" variant="quiet" icon={<Trash2 />} onClick={discard}>
        {t.discard}
        <Named entry={entry} about={about} />
      </Button>
      {later && !isLaterSaid && (
        <p className="kept-quiet" id={laterIdOf(item)}>
          {t.later[later]}
        </p>
      )}
    </div>
  );
}

interface BackButtonsProps extends EntryActsProps {
  /** Why not now. */
  readonly later: Later | null;
}

/** One way back, or two where others wrote in the same words. */
function BackButtons(props: BackButtonsProps) {
  const { entry, about, hands, reading, acts, isLaterSaid, onLeaves, isContested, later } = props;
  const { item } = entry;
  const { t } = reading;
  const putBack = (how?: How) => {
    if (later !== null) return;
    onLeaves(item);
    void acts.putBack([item], how);
  };
  const named = <Named entry={entry} about={about} />;
  if (isContested && later === null)
    return (['append', 'replace'] as const).map((choice) => (
      <Button key={choice} size="small" onClick={() => putBack({ onChangedText: choice })}>
        {t[choice]}
        {named}
      </Button>
    ));
  if (later === null && isPlaceless(item, hands.board, hands.items))
    return (
      <Menu
        size="small"
        icon={<Undo2 />}
        sections={prioritiesOf(hands.board, (id) => putBack({ into: new Map([[item.key, id]]) }))}
      >
        {t.putBackIn}
        {named}
      </Menu>
    );
  return (
    <Button
      size="small"
      icon={<Undo2 />}
      aria-disabled={later !== null || undefined}
      aria-describedby={later === null ? undefined : isLaterSaid ? laterId : laterIdOf(item)}
      onClick={() => putBack()}
    >
      {t.putBack}
      {named}
    </Button>
  );
}

/** What a button is about, for those who hear one after the other. */
function Named({ entry, about }: Pick<KeptEntryProps, 'entry' | 'about'>) {
  return (
    <>
      {' '}
      <span className="visually-hidden" translate="no">{`${entry.kind}, ${about}`}</span>
    </>
  );
}
