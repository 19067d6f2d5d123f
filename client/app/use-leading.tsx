/** For those who lead: the cockpit beside the wall, the window of the déroulé, and what opens both. */
import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ActionId, BoardId } from '../../shared/ids.ts';
import { tokenOf } from '../entry/workshops.ts';
import { linksOf, type OpenedWorkshop } from '../state/device.ts';
import { useOpenedWorkshops, useSession } from '../state/hooks.ts';
import { useKeys } from '../state/keys.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { LazyPart, prefetch } from './lazy-part.tsx';
import { PARTS } from './parts.ts';
import { cockpitPath, projectionPath, useRoute } from './routes.ts';

export interface LeadingOptions {
  readonly workshop: OpenedWorkshop;
  /** The action whose sheet is open. */
  readonly actionId: ActionId | null;
  readonly onOpenAction: (id: ActionId) => void;
}

export interface Leading {
  /** Opens and closes the cockpit; null for those who do not lead. */
  readonly button: ReactNode;
  /** The cockpit beside the wall, or in its place where it has a window of its own. */
  readonly aside: ReactNode;
  readonly instead: ReactNode;
  readonly agenda: ReactNode;
  /** Opens the déroulé; absent for those who do not lead. */
  readonly onAgenda: (() => void) | undefined;
}

export function useLeading(options: LeadingOptions): Leading {
  const { app } = useWords();
  const route = useRoute();
  const alone = route.screen === 'workshop' && route.cockpit === true;
  const leads = useSession((session) => session?.role === 'facilitator');
  const [isOpen, setOpen] = useState(false);
  const [isAgendaOpen, setAgendaOpen] = useState(false);
  const toggle = () => setOpen(!isOpen);
  useKeys(app.lead, leads && !alone ? [{ key: 'a', label: app.leadKey, run: toggle }] : []);
  if (!leads) return NOBODY;
  const onAgenda = () => setAgendaOpen(true);
  return {
    button: !alone && (
      <Button
        icon={<SlidersHorizontal aria-hidden="true" />}
        aria-pressed={isOpen}
        aria-keyshortcuts="a"
        onPointerEnter={prefetch(PARTS.cockpit)}
        onFocus={prefetch(PARTS.cockpit)}
        onClick={toggle}
      >
        <span className="board-menu-word">{app.lead}</span>
      </Button>
    ),
    aside: isOpen && !alone && (
      <Panel {...options} onAgenda={onAgenda} onClose={() => setOpen(false)} />
    ),
    instead: alone && <Panel {...options} onAgenda={onAgenda} onClose={undefined} />,
    agenda: isAgendaOpen && <Agenda onClose={() => setAgendaOpen(false)} />,
    onAgenda,
  };
}

const NOBODY: Leading = {
  button: null,
  aside: null,
  instead: null,
  agenda: null,
  onAgenda: undefined,
};

type PanelProps = LeadingOptions & {
  readonly onAgenda: () => void;
  readonly onClose: (() => void) | undefined;
};

function Panel({ workshop: { boardId }, actionId, onOpenAction, onAgenda, onClose }: PanelProps) {
  useOpenedWorkshops(); // the observers' link may have been created or renewed meanwhile
  return (
    <LazyPart load={PARTS.cockpit} onClose={onClose ?? stay}>
      {(Cockpit) => (
        <Cockpit
          openActionId={actionId}
          onOpenAction={onOpenAction}
          onAgenda={onAgenda}
          projection={projectionOf(boardId)}
          votes={(asked, onAsked) => (
            <LazyPart load={PARTS.votesPanel} onClose={onAsked}>
              {(VotesPanel) => <VotesPanel asked={asked} onAsked={onAsked} />}
            </LazyPart>
          )}
          {...(onClose && { onClose, ownWindow: cockpitPath(boardId) })}
        />
      )}
    </LazyPart>
  );
}

const Agenda = ({ onClose }: { readonly onClose: () => void }) => (
  <LazyPart load={PARTS.agenda} onClose={onClose}>
    {(AgendaDialog) => <AgendaDialog onClose={onClose} />}
  </LazyPart>
);

/** The projection enters by the observers' link, which this device may not know. */
function projectionOf(boardId: BoardId): string | null {
  const link = linksOf(boardId).observer;
  return link === undefined ? null : `${projectionPath(boardId)}#${tokenOf(link)}`;
}

/** A window of its own has nothing to go back to. */
const stay = () => undefined;
