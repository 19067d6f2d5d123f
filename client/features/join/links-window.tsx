/**
 * For facilitators, from the open workshop: the links this device knows, each to copy or to renew,
 * the entry by code, and both in large for the room.
 */
import { useEffect, useState } from 'react';
import { showCode } from '../../../shared/session/entry-code.ts';
import { ROLES } from '../../../shared/session/roles.ts';
import { accessWords } from '../../../shared/text/fr/access.ts';
import { checkLinks, openEntry } from '../../entry/access.ts';
import { linksOf, type OpenedWorkshop } from '../../state/device.ts';
import { useOpenedWorkshops, useSession } from '../../state/hooks.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EntryScreen } from './entry-screen.tsx';
import { LinksWarning } from './links-warning.tsx';
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
      <LinksWarning links={Object.values(links)} />
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

interface EntryByCodeProps {
  readonly workshop: OpenedWorkshop;
  /** Null while entry is closed. */
  readonly code: string | null;
}

/** Whether people may enter by a code now, and the code. The server tells it to every facilitator. */
function EntryByCode({ workshop, code }: EntryByCodeProps) {
  const access = useWords(accessWords);
  const { busy, problem, send } = useSending();
  return (
    <section className="entry-by-code" aria-labelledby="entry-title">
      <h3 id="entry-title">{access.codeTitle}</h3>
      <p className="field-help">{code === null ? access.codeClosed : access.codeOpen}</p>
      {code !== null && (
        <p className="entry-code">
          <span className="visually-hidden">{access.codeNow} </span>
          {showCode(code)}
        </p>
      )}
      {problem && <Notice tone="error" title={problem} />}
      <Button busy={busy} onClick={() => void send(openEntry(workshop, code === null))}>
        {code === null ? access.openCode : access.closeCode}
      </Button>
    </section>
  );
}
