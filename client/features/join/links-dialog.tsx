/** The three links of a workshop just created: what each is for, and a copy. */
import type { ReactNode } from 'react';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { ROLES } from '../../../shared/session/roles.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { LinksWarning } from './links-warning.tsx';
import { LinkField } from './role-link.tsx';

export interface LinksDialogProps {
  readonly title: string;
  readonly links: BoardCreated['links'];
  readonly onClose: () => void;
  readonly onEnter: () => void;
  /** What must be known before entering. */
  readonly children?: ReactNode;
}

export function LinksDialog({ title, links, onClose, onEnter, children }: LinksDialogProps) {
  const { join } = useWords();
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <p>{join.linksText}</p>
      <LinksWarning links={Object.values(links)} />
      {ROLES.map((role) => (
        <LinkField key={role} role={role} link={links[role]} />
      ))}
      <DialogActions>
        <Button variant="primary" onClick={onEnter}>
          {join.enter}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
