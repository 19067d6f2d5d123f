/** A band that stays where it is put and says something about what surrounds it. */
import type { ReactNode } from 'react';
import './notice.css';

type Tone = 'info' | 'warning' | 'error';

export interface NoticeProps {
  readonly tone: Tone;
  /** A few words that carry the tone by themselves, since colour alone may not. */
  readonly title: string;
  readonly icon?: ReactNode;
  /** The sentence, when the title does not say it all. */
  readonly children?: ReactNode;
  /** One button that mends it. */
  readonly action?: ReactNode;
  /** Given where the title is people's: a browser does not translate them. */
  readonly translate?: 'no' | undefined;
}

export function Notice({ tone, title, icon, children, action, translate }: NoticeProps) {
  return (
    <div className="notice" role={roles[tone]} data-tone={tone}>
      {icon}
      <div className="notice-content">
        <p className="notice-title" translate={translate}>
          {title}
        </p>
        {children}
      </div>
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}

/** Only an error may interrupt what is being read. */
const roles: Readonly<Record<Tone, string>> = { info: 'note', warning: 'status', error: 'alert' };
