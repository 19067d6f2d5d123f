/** At the right of the board's header: what leaves the workshop, and what belongs to this device. */
import { Download, Menu as MenuIcon, UserPlus } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import { forgetPerson } from '../entry/workshops.ts';
import type { OpenedWorkshop } from '../state/device.ts';
import { heldTexts } from '../state/held-text.ts';
import { useBoardClient, useCan, usePreferences, useSession } from '../state/hooks.ts';
import { keepOwn } from '../state/keep-own.ts';
import { hasKeptIdeas, ownerIn } from '../state/kept-ideas.ts';
import { useKeys } from '../state/keys.ts';
import { usePicker } from '../state/use-picking.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { LazyPart, prefetch } from '../ui/lazy-part.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuSection } from '../ui/menu-items.ts';
import { Answers } from '../ui/question.tsx';
import { PARTS } from './parts.ts';
import { preferenceSections } from './preferences-menu.tsx';
import { accessibilityPath, goTo, openSynthesis } from './routes.ts';
import './board-page.css';

export interface BoardMenuProps {
  readonly workshop: OpenedWorkshop;
  /** Opens the déroulé; absent for those who do not lead. */
  readonly onAgenda?: (() => void) | undefined;
}

type Shown = 'export' | 'table' | 'links' | 'frame' | 'entry' | 'keys';

// One table of entries and the windows they open, side by side.
export function BoardMenu({ workshop, onAgenda }: BoardMenuProps) {
  const texts = useWords();
  const { app } = texts;
  const preferences = usePreferences();
  const [open, setOpen] = useState<Shown | undefined>(undefined);
  const leave = useLeave(workshop);
  const { asked } = leave;
  const close = () => setOpen(undefined);
  const leads = useSession((session) => session?.role === 'facilitator');
  const code = useSession((session) => session?.entryCode ?? null);
  const canEditFrame = useCan('frame');
  const canMerge = useCan('merge');
  const picker = usePicker();
  const first = useFirst(leads);

  useKeys(app.keysEverywhere, [{ key: '?', label: app.keysHelp, run: () => setOpen('keys') }]);

  const own: MenuSection = {
    id: 'workshop',
    label: app.workshop,
    items: [
      {
        id: 'synthesis',
        label: app.synthesis,
        onSelect: () => openSynthesis(workshop.boardId, 'coverage'),
      },
      ...(canEditFrame
        ? [
            { id: 'frame', label: app.frame, onSelect: () => setOpen('frame') },
            { id: 'table', label: app.importTable, onSelect: () => setOpen('table') },
          ]
        : []),
      ...(canMerge ? [{ id: 'merge', label: texts.pick.mode, onSelect: picker.choose }] : []),
      ...(onAgenda ? [{ id: 'agenda', label: app.agenda, onSelect: onAgenda }] : []),
      ...(leads ? [{ id: 'links', label: app.links, onSelect: () => setOpen('links') }] : []),
      ...(code && !leads
        ? [{ id: 'entry', label: app.entry, onSelect: () => setOpen('entry') }]
        : []),
      { id: 'keys', label: app.keysTitle, onSelect: () => setOpen('keys') },
      { id: 'accessibility', label: app.accessibility, onSelect: () => goTo(accessibilityPath) },
      { id: 'person', label: app.changePerson, onSelect: () => leave.ask('door') },
      { id: 'leave', label: app.leave, onSelect: () => leave.ask('home') },
    ],
  };

  const windows: Readonly<Record<Shown, ReactNode>> = {
    export: <LazyPart load={PARTS.export} onClose={close} workshop={workshop} />,
    links: leads && <LazyPart load={PARTS.links} onClose={close} workshop={workshop} />,
    entry: code && <LazyPart load={PARTS.entry} onClose={close} code={code} />,
    keys: <LazyPart load={PARTS.keys} onClose={close} />,
    table: <LazyPart load={PARTS.table} onClose={close} />,
    frame: <LazyPart isTyped load={PARTS.frame} onClose={close} />,
  };

  return (
    <>
      {first === 'invite' && (
        <Button variant="primary" icon={<UserPlus />} onClick={() => setOpen('links')}>
          <span className="board-menu-word">{app.invite}</span>
        </Button>
      )}
      <Button
        variant={first === 'export' ? 'primary' : 'outline'}
        icon={<Download />}
        onPointerEnter={prefetch(PARTS.export)}
        onFocus={prefetch(PARTS.export)}
        onClick={() => setOpen('export')}
      >
        <span className="board-menu-word">{app.export}</span>
      </Button>
      <Menu
        variant="quiet"
        icon={<MenuIcon />}
        label={app.menu}
        sections={[own, ...preferenceSections(texts, preferences)]}
      />
      {open && <Fragment key={open}>{windows[open]}</Fragment>}
      {asked && <LeaveDialog onStay={leave.stay} onLeave={() => leave.leaveFor(asked)} />}
    </>
  );
}

/** What the moment asks of this header: people first, the files in the last step, else nothing. */
function useFirst(leads: boolean): 'invite' | 'export' | null {
  return useSession((session) => {
    if (!session) return null;
    const { current, people, steps } = session;
    if (current !== null && steps.at(-1)?.id === current) return 'export';
    const isHere = people.some(({ role, clients }) => role === 'participant' && clients.length > 0);
    return leads && !isHere ? 'invite' : null;
  });
}

type Destination = 'door' | 'home';

function useLeave(workshop: OpenedWorkshop) {
  const client = useBoardClient();
  const owner = ownerIn(workshop);
  const [asked, setAsked] = useState<Destination | undefined>(undefined);

  const leaveFor = (destination: Destination) => {
    if (owner) void keepOwn(client, owner, 'left');
    void client.forget('left');
    forgetPerson(workshop);
    if (destination === 'home') goTo('/');
  };
  return {
    /** Where to, while the answer is awaited. */
    asked,
    /** Leaves at once when all is saved; asks first when something would be lost. */
    ask: (destination: Destination): void => {
      const now = client.stores.connection.getState();
      const isKept = owner !== null && (hasKeptIdeas(owner) || heldTexts(owner).length > 0);
      const isSaved = now.state === 'live' && !now.unsaved && !isKept;
      if (isSaved || workshop.role === 'observer') leaveFor(destination);
      else setAsked(destination);
    },
    stay: (): void => setAsked(undefined),
    leaveFor,
  };
}

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Leaving on purpose: the person is forgotten on this device; what nobody took of theirs is kept. */
function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
  const { app } = useWords();
  return (
    <Dialog title={app.leaveTitle} onClose={onStay}>
      <p>{app.leaveText}</p>
      <Answers>
        <Button variant="primary" onClick={onStay}>
          {app.leaveStay}
        </Button>
        <Button variant="danger" onClick={onLeave}>
          {app.leaveAnyway}
        </Button>
      </Answers>
    </Dialog>
  );
}
