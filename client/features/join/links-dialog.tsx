/** The three links of a workshop, on the device that created it: what each is for, and a copy. */
import type { ReactNode } from 'react';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { ROLES, type Role } from '../../../shared/session/roles.ts';
import { useTexts } from '../../state/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import './links-dialog.css';

export interface LinksDialogProps {
  readonly title: string;
  readonly links: BoardCreated['links'];
  readonly onClose: () => void;
  /** Absent once one is inside. */
  readonly onEnter?: () => void;
  /** What must be known before entering. */
  readonly children?: ReactNode;
}

export function LinksDialog({ title, links, onClose, onEnter, children }: LinksDialogProps) {
  const { common, join } = useTexts();
  return (
    <Dialog title={title} closeLabel={common.close} onClose={onClose}>
      {children}
      <p>{join.linksText}</p>
      {ROLES.map((role) => (
        <LinkLine key={role} role={role} link={links[role]} />
      ))}
      {onEnter && (
        <DialogActions>
          <Button variant="primary" onClick={onEnter}>
            {join.enter}
          </Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

function LinkLine({ role, link }: { readonly role: Role; readonly link: string }) {
  const { common, join } = useTexts();
  return (
    <div className="link-line">
      <Field label={join.linkNames[role]} help={join.linkUses[role]}>
        {(wiring) => (
          <div className="link-row">
            <input
              {...wiring}
              className="field-input"
              readOnly
              value={link}
              onClick={(event) => event.currentTarget.select()}
            />
            <CopyButton
              text={link}
              label={join.copyLink}
              copiedLabel={common.copied}
              failedLabel={join.copyFailed}
            />
          </div>
        )}
      </Field>
    </div>
  );
}
