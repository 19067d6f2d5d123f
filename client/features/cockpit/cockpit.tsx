/**
 * The facilitators' panel: everything needed to lead, one press or one key away. It stands beside
 * the wall, covers a phone, or fills a window of its own; the same acts serve buttons and keys.
 */
import { ExternalLink, ListOrdered, MonitorPlay, X } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useSession } from '../../state/hooks.ts';
import { useKeys } from '../../state/keys.ts';
import { useOpenRound } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toast-queue.ts';
import { useFocusInside } from '../../ui/use-focus-inside.ts';
import { ActKey } from './act-button.tsx';
import { ACT_IDS, ACT_KEYS, type Asked, CockpitContext, useCockpit, useForget } from './acts.ts';
import { FocusSection } from './focus-section.tsx';
import { Foot } from './foot.tsx';
import { GroupsSection } from './groups-section.tsx';
import { Now } from './now.tsx';
import { PeopleSection } from './people-section.tsx';
import { ProjectionSection } from './projection-section.tsx';
import { RevealSection } from './reveal-section.tsx';
import { Section } from './section.tsx';
import { TimerSection } from './timer-section.tsx';
import { useActs } from './use-acts.ts';
import { useNext } from './use-next.ts';
import { useTimerChoice } from './use-timer-choice.ts';
import { WallSection } from './wall-section.tsx';
import './cockpit.css';

export interface CockpitProps {
  /** The action whose sheet is open. */
  readonly openActionId: ActionId | null;
  readonly onOpenAction: (id: ActionId) => void;
  readonly onAgenda: () => void;
  /** Opens the view that deals the sheets. */
  readonly onDeal: () => void;
  /** Tables and sub-groups, led from their own panel. */
  readonly groups: ReactNode;
  readonly votes: VotesSlot;
  /** Where the projection is, null when this device does not know the link it needs. */
  readonly projection: string | null;
  /** Where the cockpit has a window of its own; null in that window, which is closed as windows are. */
  readonly ownWindow: string | null;
  readonly onClose: () => void;
  /** Opens the files that the workshop leaves with. */
  readonly onExport: () => void;
  /** Whether work is saved, and what else belongs beside the title. */
  readonly tools?: ReactNode;
}

/** Rendered for facilitators; nothing for anybody else. */
export function Cockpit(props: CockpitProps) {
  const leads = useSession((session) => session?.role === 'facilitator');
  return leads ? <OpenCockpit {...props} /> : null;
}

function OpenCockpit(props: CockpitProps) {
  const { openActionId, onOpenAction, votes, onExport, onDeal, groups, ...head } = props;
  const t = useWords(cockpitWords);
  const [asked, ask] = useState<Asked | null>(null);
  const timerChoice = useTimerChoice();
  const acts = useActs({ openActionId, timerChoice, ask });
  const next = useNext();
  const titleId = useId();
  const panel = useFocusInside();
  useKeys(
    t.title,
    ACT_IDS.map((id) => ({
      key: ACT_KEYS[id],
      label: acts[id].label,
      run: acts[id].run ?? (() => say(t.nothingToDo(acts[id].label))),
    })),
  );
  return (
    <CockpitContext value={{ next, acts, timerChoice, asked, ask, onOpenAction }}>
      <aside
        ref={panel}
        className="cockpit"
        aria-labelledby={titleId}
        tabIndex={-1}
        data-whole={head.ownWindow ? undefined : ''}
      >
        <Head {...head} titleId={titleId} />
        <Now onAgenda={head.onAgenda} onDeal={onDeal} onExport={onExport} />
        <div className="cockpit-body">
          <VotesSection votes={votes} />
          <RevealSection />
          <PeopleSection />
          <GroupsSection groups={groups} />
          <ProjectionSection />
          <FocusSection />
          <WallSection />
          <TimerSection />
        </div>
        <Foot />
      </aside>
    </CockpitContext>
  );
}

type HeadProps = Omit<
  CockpitProps,
  'openActionId' | 'onOpenAction' | 'votes' | 'onExport' | 'onDeal' | 'groups'
> & {
  readonly titleId: string;
};

function Head({ onAgenda, projection, ownWindow, onClose, tools, titleId }: HeadProps) {
  const t = useWords(cockpitWords);
  return (
    <header className="cockpit-header">
      <h2 id={titleId}>{t.title}</h2>
      {tools && <div className="cockpit-tools">{tools}</div>}
      <Button variant="quiet" size="small" icon={<ListOrdered />} onClick={onAgenda}>
        <span className="cockpit-agenda-word">{t.openAgenda}</span>
      </Button>
      <Projection path={projection} />
      {ownWindow && (
        <span className="cockpit-own-window">
          <WindowLink path={ownWindow} label={t.ownWindow} icon={<ExternalLink />} />
        </span>
      )}
      {ownWindow && <Button variant="quiet" icon={<X />} label={t.close} onClick={onClose} />}
    </header>
  );
}

/** In a window of its own; without its link, how to get it. */
function Projection({ path }: { readonly path: string | null }) {
  const { projection: t } = useWords(cockpitWords);
  const icon = <MonitorPlay />;
  if (path === null)
    return <Button variant="quiet" icon={icon} label={t.open} onClick={() => say(t.unknown)} />;
  return <WindowLink path={path} label={t.open} icon={icon} />;
}

interface WindowLinkProps {
  readonly path: string;
  readonly label: string;
  readonly icon: ReactNode;
}

/** A link that looks like the buttons beside it. */
const WindowLink = ({ path, label, icon }: WindowLinkProps) => (
  <a
    className="button"
    data-variant="quiet"
    data-icon-only=""
    href={path}
    target="_blank"
    rel="noreferrer"
    title={label}
    aria-label={label}
  >
    {icon}
  </a>
);

/** Given what the key for votes has just asked for, how to say that it was seen to, and what stands above. */
type VotesSlot = (
  asked: 'open' | 'close' | null,
  onAsked: () => void,
  isPutForward: boolean,
) => ReactNode;

/** Rounds of votes, led from their own panel; an open round nobody can vote in does not go unsaid. */
function VotesSection({ votes }: { readonly votes: VotesSlot }) {
  const { votes: t } = useWords(cockpitWords);
  const { asked, ask, next } = useCockpit();
  const isOpen = useOpenRound() !== undefined;
  const takesVotes = useSession((session) => session?.rules.vote === 'open');
  useForget('open-vote', isOpen);
  useForget('close-vote', !isOpen);
  return (
    <Section
      part="votes"
      title={t.title}
      figure={<ActKey act="vote" />}
      isAsking={isOpen || (asked !== null && asked.act !== 'reveal')}
    >
      {isOpen && !takesVotes && <p className="cockpit-frozen">{t.stepCloses}</p>}
      {votes(ASKED[asked?.act ?? 'nothing'], () => ask(null), next.act.endsWith('-vote'))}
    </Section>
  );
}

const ASKED = {
  'open-vote': 'open',
  'close-vote': 'close',
  reveal: null,
  nothing: null,
} as const;
