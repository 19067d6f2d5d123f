/** The declaration of accessibility, on the model that French law asks of public bodies. */
import { accessibilityWords } from '../../shared/text/fr/accessibility.ts';
import { useWords } from '../state/words.ts';
import { Page } from './page.tsx';
import { useDeclared } from './use-declared.ts';
import './accessibility-page.css';

export function AccessibilityPage() {
  const t = useWords(accessibilityWords);
  const { state = 'none', date = '', contact = '', owner = '' } = useDeclared(true) ?? {};
  const who = owner || t.unknownOwner;
  return (
    <Page title={t.title} lead={<p className="page-lead">{t.engagement(who)}</p>} width="narrow">
      <div className="statement">
        <h2>{t.stateTitle}</h2>
        <p>{t.states[state]}</p>
        <p>{date === '' ? t.undated : t.dated(date)}</p>
        <h2>{t.testsTitle}</h2>
        <p>{t.tests}</p>
        <h2>{t.faultsTitle}</h2>
        <ul>
          {Object.entries(t.faults).map(([key, fault]) => (
            <li key={key}>{fault}</li>
          ))}
        </ul>
        <h2>{t.contactTitle}</h2>
        <p>{t.contactText}</p>
        <p>{contact === '' ? t.noContact : <Contact contact={contact} />}</p>
        <h2>{t.remediesTitle}</h2>
        <p>{t.remedies}</p>
        <ul>
          <li>
            {t.defenderWrite}{' '}
            <a href="https://formulaire.defenseurdesdroits.fr/" rel="noreferrer" target="_blank">
              formulaire.defenseurdesdroits.fr
            </a>
          </li>
          <li>{t.defenderCall}</li>
          <li>{t.defenderPost}</li>
        </ul>
      </div>
    </Page>
  );
}

/** An address of mail or of the web can be pressed; anything else is told as it is. */
function Contact({ contact }: { readonly contact: string }) {
  const isWeb = /^https?:\/\/\S+$/i.test(contact);
  const isMail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact);
  if (!isWeb && !isMail) return contact;
  return (
    <a href={isMail ? `mailto:${contact}` : contact} rel="noreferrer" target="_blank">
      {contact}
    </a>
  );
}
