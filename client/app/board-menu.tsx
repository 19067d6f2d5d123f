/** At the right of the board's header: what leaves the workshop, and what belongs to this device. */
import { Download, Menu as MenuIcon } from 'lucide-react';
import { useState } from 'react';
import type { OpenedWorkshop } from '../state/device.ts';
import { useCan, usePreferences, useSession } from '../state/hooks.ts';
import { useKeys } from '../state/keys.ts';
import { usePicker } from '../state/use-picking.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuSection } from '../ui/menu-items.ts';
import { Late, prefetch } from './late.tsx';
import { LeaveDialog, useLeave } from './leave.tsx';
import { preferenceSections } from './preferences-menu.tsx';
import { openSynthesis } from './routes.ts';
import './board-page.css';

const loadExport = () =>
  import('../features/export/export-dialog.tsx').then((file) => file.ExportDialog);
const loadTable = () =>
  import('../features/import/table-dialog.tsx').then((file) => file.TableDialog);
const loadFrame = () =>
  import('../features/frame/frame-dialog.tsx').then((file) => file.FrameDialog);
const loadLinks = () =>
  import('../features/join/links-window.tsx').then((file) => file.LinksWindow);
const loadKeys = () => import('./keys-dialog.tsx').then((file) => file.KeysDialog);
const loadEntry = () =>
  import('../features/join/entry-screen.tsx').then((file) => file.EntryScreen);

export interface BoardMenuProps {
  readonly workshop: OpenedWorkshop;
  /** Opens the déroulé; absent for those who do not lead. */
  readonly onAgenda?: (() => void) | undefined;
}

export function BoardMenu({ workshop, onAgenda }: BoardMenuProps) {
  const texts = useWords();
  const { app } = texts;
  const preferences = usePreferences();
  const [open, setOpen] = useState<'export' | 'table' | 'links' | 'frame' | 'entry' | 'keys'>();
  const leave = useLeave(workshop);
  const { asked } = leave;
  const close = () => setOpen(undefined);
  const leads = useSession((session) => session?.role === 'facilitator');
  const code = useSession((session) => session?.entryCode ?? null);
  const canEditFrame = useCan('frame');
  const canMerge = useCan('merge');
  const picker = usePicker();

  useKeys(app.keysEverywhere, [{ key: '?', label: app.keysHelp, run: () => setOpen('keys') }]);

  const own: MenuSection = {
    id: 'workshop',
    label: app.workshop,
    items: [
      {
        id: 'synthesis',
        label: texts.synthesis.open,
        onSelect: () => openSynthesis(workshop.boardId, 'coverage'),
      },
      ...(canEditFrame
        ? [
            { id: 'frame', label: app.frame, onSelect: () => setOpen('frame' as const) },
            { id: 'table', label: app.importTable, onSelect: () => setOpen('table' as const) },
          ]
        : []),
      ...(canMerge ? [{ id: 'merge', label: texts.merge.mode, onSelect: picker.choose }] : []),
      ...(onAgenda ? [{ id: 'agenda', label: app.agenda, onSelect: onAgenda }] : []),
      ...(leads
        ? [{ id: 'links', label: app.links, onSelect: () => setOpen('links' as const) }]
        : []),
      ...(code && !leads
        ? [{ id: 'entry', label: app.entry, onSelect: () => setOpen('entry' as const) }]
        : []),
      { id: 'keys', label: app.keysTitle, onSelect: () => setOpen('keys') },
      { id: 'person', label: app.changePerson, onSelect: () => leave.ask('door') },
      { id: 'leave', label: app.leave, onSelect: () => leave.ask('home') },
    ],
  };

  return (
    <>
      <Button
        variant="primary"
        icon={<Download aria-hidden="true" />}
        onPointerEnter={prefetch(loadExport)}
        onFocus={prefetch(loadExport)}
        onClick={() => setOpen('export')}
      >
        <span className="board-menu-word">{app.export}</span>
      </Button>
      <Menu
        variant="quiet"
        icon={<MenuIcon aria-hidden="true" />}
        label={app.menu}
        sections={[own, ...preferenceSections(texts, preferences)]}
      />
      {open === 'export' && (
        <Late load={loadExport} onClose={close}>
          {(ExportDialog) => <ExportDialog workshop={workshop} onClose={close} />}
        </Late>
      )}
      {open === 'links' && leads && (
        <Late load={loadLinks} onClose={close}>
          {(LinksWindow) => <LinksWindow workshop={workshop} onClose={close} />}
        </Late>
      )}
      {open === 'entry' && code && (
        <Late load={loadEntry} onClose={close}>
          {(EntryScreen) => <EntryScreen code={code} onClose={close} />}
        </Late>
      )}
      {open === 'keys' && (
        <Late load={loadKeys} onClose={close}>
          {(KeysDialog) => <KeysDialog onClose={close} />}
        </Late>
      )}
      {open === 'table' && (
        <Late load={loadTable} onClose={close}>
          {(TableDialog) => <TableDialog onClose={close} />}
        </Late>
      )}
      {open === 'frame' && (
        <Late load={loadFrame} onClose={close}>
          {(FrameDialog) => <FrameDialog onClose={close} />}
        </Late>
      )}
      {asked && <LeaveDialog onStay={leave.stay} onLeave={() => leave.leaveFor(asked)} />}
    </>
  );
}
