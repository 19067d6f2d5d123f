/** A page for each direction that leads actions: read aloud by it, and ticked as it commits itself. */
import { Check } from 'lucide-react';
import type { Board } from '../../../shared/board/board.ts';
import { abbreviationOf, hueOf } from '../../../shared/board/labels.ts';
import type { Action, Direction } from '../../../shared/board/schema.ts';
import { dayText } from '../../../shared/export/document/typeset.ts';
import type { ActionId, DirectionId } from '../../../shared/ids.ts';
import { isPledged } from '../../../shared/session/pledges/pledges.ts';
import { byDirection, type DirectionShare } from '../../../shared/synthesis/by-direction.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { useAction, useBoard, useNumber, usePreferences, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import type { Page } from './page.ts';
import { type Area, type Cell, gridFor, pagesOf } from './paging.ts';
import './projector.css';
import './pilot-pages.css';

/** In ems of the wall's text, as the style sheet has it: two lines of title. */
const row: Cell = { width: 0, height: 5.2, gap: 0.6, maxColumns: 1 };

/** A direction with what it leads. */
type Led = DirectionShare & { readonly direction: Direction };

/** @param only the direction whose pages alone are wanted */
export function pilotPages(board: Board, area: Area, only?: DirectionId): readonly Page[] {
  const fits = gridFor(area, row).rows;
  const shares = byDirection(board);
  const led = shares.filter((share): share is Led => !!share.direction && share.leads.length > 0);
  const pages = led.flatMap(({ direction, leads }, place) =>
    only !== undefined && direction.id !== only
      ? []
      : pagesOf(leads, fits).map(
          (shown, at, all): Page => ({
            heading: nameOf(direction),
            pilotId: direction.id,
            node: <PilotPage key={shown[0]?.id} shown={shown} />,
            foot: (
              <PilotFoot
                leads={leads}
                place={place + 1}
                of={led.length}
                part={all.length > 1 ? [at + 1, all.length] : null}
                next={led[place + 1]?.direction}
              />
            ),
          }),
        ),
  );
  return only === undefined ? [...pages, ...orphanPages(shares, fits)] : pages;
}

const nameOf = (direction: Direction): string => direction.name ?? abbreviationOf(direction);

/** What nobody leads yet comes last, so that somebody speaks up. */
const orphanPages = (shares: readonly DirectionShare[], fits: number): readonly Page[] =>
  shares
    .filter(({ direction }) => direction === null)
    .flatMap(({ leads }) => pagesOf(leads, fits))
    .map((shown) => ({
      headingWord: 'withoutPilot' as const,
      node: <PilotPage key={shown[0]?.id} shown={shown} />,
    }));

function PilotPage({ shown }: { readonly shown: readonly Action[] }) {
  return (
    <ul className="projector-pledges">
      {shown.map(({ id }) => (
        <PilotRow key={id} id={id} />
      ))}
    </ul>
  );
}

function PilotRow({ id }: { readonly id: ActionId }) {
  const t = useWords(projectionWords);
  const { language } = usePreferences();
  const action = useAction(id);
  const number = useNumber(id);
  const index = useBoard(({ priorities }) =>
    priorities.findIndex((priority) => priority.id === action?.priorityId),
  );
  if (!action) return null;
  const { deadline, leadDirectionId } = action;
  const indicator = action.indicators.find(({ label }) => label)?.label;
  return (
    <li className="projector-pledge" data-hue={index < 0 ? undefined : hueOf(index)}>
      <span className="projector-pledge-number">{number}</span>
      <h3 className="projector-pledge-title" translate="no">
        {action.title}
      </h3>
      <div className="projector-pledge-facts">
        <p className="projector-pledge-day" data-none={deadline ? undefined : ''}>
          {deadline ? dayText(deadline, language) : t.deadlineToSay}
        </p>
        <p
          className="projector-pledge-indicator"
          data-none={indicator ? undefined : ''}
          translate="no"
        >
          {indicator ?? t.indicatorToSay}
        </p>
      </div>
      {leadDirectionId !== undefined && <Tick action={action} />}
    </li>
  );
}

/** Filled as soon as the direction says yes, wherever it says it. */
function Tick({ action }: { readonly action: Action }) {
  const t = useWords(projectionWords);
  const isOn = useSession((session) => isPledged(action, session?.pledges));
  return (
    <span
      className="projector-tick"
      role="img"
      aria-label={isOn ? t.pledged : t.notPledged}
      data-on={isOn ? '' : undefined}
    >
      {isOn && <Check aria-hidden="true" />}
    </span>
  );
}

interface PilotFootProps {
  readonly leads: readonly Action[];
  /** Of the direction among those that lead something, from 1. */
  readonly place: number;
  readonly of: number;
  /** Which page of its own, of how many; null where it has one. */
  readonly part: readonly [page: number, pages: number] | null;
  readonly next: Direction | undefined;
}

function PilotFoot({ leads, place, of, part, next }: PilotFootProps) {
  const t = useWords(projectionWords);
  const done = useSession(
    (session) => leads.filter((action) => isPledged(action, session?.pledges)).length,
  );
  return (
    <>
      <p className="projector-pledge-count">{t.pledges(done, leads.length)}</p>
      <p className="projector-pledge-next" translate="no">
        {[
          part ? `${t.pilotPlace(place, of)}, ${t.page(...part)}` : t.pilotPlace(place, of),
          next && t.pilotNext(nameOf(next)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
