/**
 * For facilitators, from the open workshop: the links this device knows, each to copy or to renew,
 * the entry by code, and both in large for the room.
 */
import { useEffect, useState } from 'react';
import { ROLES } from '../../../shared/session/roles.ts';
import { accessWords } from '../../../shared/text/fr/access.ts';
import { checkLinks } from '../../entry/access.ts';
import { linksOf, type OpenedWorkshop } from '../../state/device.ts';
import { useOpenedWorkshops, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EntryByCode } from './entry-by-code.tsx';
import { EntryScreen } from './entry-screen.tsx';
import { RoleLink } from './role-link.tsx';

export interface LinksWindowProps {
  readonly workshop: OpenedWorkshop;
  readonly onClose: () => void;
}

export function LinksWindow({ workshop, onClose }: LinksWindowProps) {
  const { join } = useWords();
  const access = useWords(accessWords);
  const { boardId } = workshop;
  useOpenedWorkshops(); // where the links are kept
  const links = linksOf(boardId);
  const code = useSession((session) => session?.entryCode ?? null);
  const checked = useCheck(boardId);
  const [inLarge, setInLarge] = useState(false);
  return (
    <Dialog title={join.linksTitle} onClose={onClose}>
      <p>{access.linksText}</p>
      {checked ? (
        ROLES.map((role) => (
          <RoleLink key={role} workshop={workshop} role={role} link={links[role]} />
        ))
      ) : (
        <p role="status">{access.checking}</p>
      )}
      <EntryByCode workshop={workshop} code={code} />
      {(code || links.participant) && (
        <Button variant="primary" onClick={() => setInLarge(true)}>
          {links.participant ? access.showQr : access.show}
        </Button>
      )}
      {inLarge && (
        <EntryScreen code={code} link={links.participant} onClose={() => setInLarge(false)} />
      )}
    </Dialog>
  );
}

/** Whether the links kept here were held against the server's: a dead one is never handed on. */
function useCheck(boardId: OpenedWorkshop['boardId']): boolean {
  const [checked, setChecked] = useState(false);
  useEffect(() => {
    let left = false;
    void checkLinks(boardId).then(() => {
      if (!left) setChecked(true);
    });
    return () => {
      left = true;
    };
  }, [boardId]);
  return checked;
}
