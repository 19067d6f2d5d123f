/** Levers and families of purchase: the workshop's own beside those offered to every workshop. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ownTermsOf, type TermsKey, termsOf } from '../../../shared/board/commands/terms.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import type { Term } from '../../../shared/vocabulary/term.ts';
import { useBoard, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AddLine } from './add-line.tsx';
import type { FieldSpec } from './field-kinds.ts';
import { SavedField } from './saved-field.tsx';
import { useFrame } from './use-frame.ts';
import './entity-list.css';

const KEYS: readonly TermsKey[] = ['levers', 'marketFamilies'];
const LABEL: FieldSpec = { key: 'label', kind: 'line', max: 300, width: 12 };

export function TermsPanel() {
  return KEYS.map((key) => <Terms key={key} of={key} />);
}

function Terms({ of: key }: { readonly of: TermsKey }) {
  const t = useWords(facilitationWords);
  const { language } = usePreferences();
  const info = useBoard((board) => board.info);
  const frame = useFrame();
  const own = ownTermsOf(info, key);
  const usual = termsOf(info, key).filter((term) => !own.includes(term));
  return (
    <section className="frame-terms">
      <h3>{t.lists[key].empty}</h3>
      <p className="frame-note">{t.lists[key].emptyHelp}</p>
      <details>
        <summary>{t.usualTerms(usual.length)}</summary>
        <ul className="frame-usual">
          {usual.map((term) => (
            <li key={term.code}>{term[language]}</li>
          ))}
        </ul>
      </details>
      {own.length > 0 && (
        <ul className="frame-list" aria-label={t.lists[key].list}>
          {own.map((term) => (
            <OwnTerm key={term.code} of={key} term={term} />
          ))}
        </ul>
      )}
      <AddLine root={key} onAdd={(label) => frame.addTerm(key, label)} />
    </section>
  );
}

function OwnTerm({ of: key, term }: { readonly of: TermsKey; readonly term: Term }) {
  const t = useWords(facilitationWords);
  const frame = useFrame();
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <li className="frame-line">
      <div className="frame-line-content">
        <SavedField
          place={{ key: `${key}.${term.code}`, about: () => term.fr }}
          spec={LABEL}
          label={t.fields.name ?? ''}
          value={term.fr}
          onCommit={(label) => frame.renameTerm(key, term.code, String(label ?? ''))}
        />
      </div>
      <div className="frame-tools" translate="no">
        <Button
          variant="quiet"
          size="small"
          icon={<Trash2 />}
          label={t.remove(term.fr)}
          onClick={() => setRefused(frame.removeTerm(key, term))}
        />
      </div>
      {refused !== null && <Notice tone="warning" title={refused} />}
    </li>
  );
}
