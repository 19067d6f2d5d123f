/** A link in full, ready to be selected or copied. */
import type { Role } from '../../../shared/session/roles.ts';
import { useWords } from '../../state/words.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Field } from '../../ui/field.tsx';
import './links-dialog.css';

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
        </div>
      )}
    </Field>
  );
}
