/** The link of one role: in full when this device knows it, and renewed after a question. */
import { useRef, useState } from 'react';
import type { Role } from '../../../shared/session/roles.ts';
import { accessWords } from '../../../shared/text/fr/access.ts';
import { renewWorkshopLink } from '../../entry/access.ts';
import type { OpenedWorkshop } from '../../state/device.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Question } from '../../ui/question.tsx';
import './links-dialog.css';

export interface RoleLinkProps {
  readonly workshop: OpenedWorkshop;
  readonly role: Role;
  readonly link: string | undefined;
}

type Stage = 'rest' | 'asking' | 'done';

export function RoleLink({ workshop, role, link }: RoleLinkProps) {
  const { common, join } = useWords();
  const access = useWords(accessWords);
  const name = join.linkNames[role];
  const [stage, setStage] = useState<Stage>('rest');
  const { busy, problem, send } = useSending();
  const button = useRef<HTMLDivElement>(null);
  const settle = (next: Stage) => {
    // Before the question leaves with the focus in it.
    button.current?.querySelector('button')?.focus();
    setStage(next);
  };
  const renew = async () => {
    const renewed = await send(renewWorkshopLink(workshop, role));
    settle(renewed.ok ? 'done' : 'rest');
  };

  return (
    <section className="role-link" aria-label={name}>
      {link === undefined ? (
        <>
          <p className="field-label">{name}</p>
          <p className="field-help">{access.unknownLink}</p>
        </>
      ) : (
        <LinkField role={role} link={link} />
      )}
      <div className="role-link-tools" ref={button}>
        <Button
          size="small"
          aria-description={access.renewNamed(name)}
          onClick={() => setStage('asking')}
        >
          {access.renew}
        </Button>
        <span role="status">{stage === 'done' && access.renewed}</span>
      </div>
      {problem && <Notice tone="error" title={problem} />}
      {stage === 'asking' && (
        <Question title={access.renewAsk} text={access.renewText[role]}>
          <Button onClick={() => settle('rest')}>{common.cancel}</Button>
          <Button variant="danger" busy={busy} onClick={() => void renew()}>
            {access.renewYes}
          </Button>
        </Question>
      )}
    </section>
  );
}

/** A link in full, ready to be selected or copied. */
export function LinkField({ role, link }: { readonly role: Role; readonly link: string }) {
  const { join } = useWords();
  return (
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
          <CopyButton text={link} label={join.copyLink} />
          {role === 'participant' && (
            <CopyButton
              text={join.invitation(link, new URL('/reseau', link).href)}
              label={join.copyInvitation}
            />
          )}
        </div>
      )}
    </Field>
  );
}
