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
import { Late, prefetch } from './late.tsx';
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
        onPointerEnter={prefetch(loadCockpit)}
        onFocus={prefetch(loadCockpit)}
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
    <Late load={loadCockpit} onClose={onClose ?? stay}>
      {(Cockpit) => (
        <Cockpit
          openActionId={actionId}
          onOpenAction={onOpenAction}
          onAgenda={onAgenda}
          projection={projectionOf(boardId)}
          votes={(asked, onAsked) => (
            <Late load={loadVotes} onClose={onAsked}>
              {(VotesPanel) => <VotesPanel asked={asked} onAsked={onAsked} />}
            </Late>
          )}
          {...(onClose && { onClose, ownWindow: cockpitPath(boardId) })}
        />
      )}
    </Late>
  );
}

const Agenda = ({ onClose }: { readonly onClose: () => void }) => (
  <Late load={loadAgenda} onClose={onClose}>
    {(AgendaDialog) => <AgendaDialog onClose={onClose} />}
  </Late>
);

/** The projection enters by the observers' link, which this device may not know. */
function projectionOf(boardId: BoardId): string | null {
  const link = linksOf(boardId).observer;
  return link === undefined ? null : `${projectionPath(boardId)}#${tokenOf(link)}`;
}

/** A window of its own has nothing to go back to. */
const stay = () => undefined;

const loadCockpit = () => import('../features/cockpit/cockpit.tsx').then((file) => file.Cockpit);
const loadAgenda = () =>
  import('../features/agenda/agenda-dialog.tsx').then((file) => file.AgendaDialog);
const loadVotes = () => import('../features/votes/votes-panel.tsx').then((file) => file.VotesPanel);
