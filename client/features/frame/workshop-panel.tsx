/** What the workshop says of itself: its names, its day, its people, the decision it prepares. */
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useBoard } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { INFO_GROUPS } from './field-kinds.ts';
import { SavedField } from './saved-field.tsx';
import { useFrame } from './use-frame.ts';

export function WorkshopPanel() {
  const t = useWords(facilitationWords);
  const info = useBoard((board) => board.info);
  const frame = useFrame();
  return (
    <>
      {INFO_GROUPS.map((group) => (
        <fieldset key={group.key} className="frame-group">
          <legend>{t.groups[group.key]}</legend>
          {group.fields.map((spec) => (
            <SavedField
              key={spec.key}
              spec={spec}
              label={t.info[spec.key]}
              help={t.infoHelp[spec.key]}
              value={info[spec.key]?.toString() ?? ''}
              onCommit={(value) => frame.setInfo({ [spec.key]: value })}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}
