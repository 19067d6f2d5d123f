/** The way back: workshops opened here, most recent first. Absent while there is none. */

import { X } from 'lucide-react';
import { homeWords } from '../../../shared/text/fr/home.ts';
import { forgetHere } from '../../entry/forget-here.ts';
import { longDateTime } from '../../state/dates.ts';
import { type OpenedWorkshop, rememberWorkshop, setTabRole } from '../../state/device.ts';
import { useOpenedWorkshops, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { pageToasts } from '../../ui/toast-queue.ts';

export function OpenedWorkshops() {
  const home = useWords(homeWords);
  const workshops = useOpenedWorkshops();
  if (workshops.length === 0) return null;
  return (
    <section className="opened" aria-labelledby="opened-title">
      <h2 id="opened-title">{home.openedTitle}</h2>
      <ul className="opened-list">
        {workshops.map((workshop) => (
          <OpenedLine key={`${workshop.boardId} ${workshop.role}`} workshop={workshop} />
        ))}
      </ul>
    </section>
  );
}

function OpenedLine({ workshop }: { readonly workshop: OpenedWorkshop }) {
  const home = useWords(homeWords);
  const { common } = useWords();
  const { language } = usePreferences();
  const { boardId, role, openedAt } = workshop;
  const title = workshop.title || home.untitled;
  const forget = async () => {
    if (!(await forgetHere(workshop))) return pageToasts.show({ text: home.notForgotten(title) });
    // The link goes with it, and nobody else may have it: a slip of the hand can be taken back.
    pageToasts.show({
      text: home.forgotten(title),
      action: { label: common.undo, run: () => rememberWorkshop(workshop) },
    });
  };
  return (
    <li className="opened-line">
      <a
        className="opened-link"
        translate="no"
        href={`/a/${boardId}`}
        // One board can be known by several roles: the tab takes the one that was pressed.
        onClick={() => setTabRole(boardId, role)}
      >
        {title}
      </a>
      <span className="opened-facts">
        {common[role]} · {home.openedAt(longDateTime(openedAt, language))}
      </span>
      <Button
        variant="quiet"
        size="small"
        icon={<X />}
        label={home.forget(title)}
        translate="no"
        onClick={() => void forget()}
      />
    </li>
  );
}
