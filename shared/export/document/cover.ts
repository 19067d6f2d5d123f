/** The cover: whose document it is, for which decision and period, from which workshop. */
import type { Board } from '../../board/board.ts';
import { actionsOnShow } from '../../synthesis/on-show.ts';
import type { Cover, Field } from './blocks.ts';
import { dayOf, timeText } from './typeset.ts';
import { capitalised, type Wording } from './wording.ts';

/** @param now milliseconds since 1970 */
export function coverOf(board: Board, now: number, wording: Wording): Cover {
  const { words, line, lines } = wording;
  const { info } = board;
  const subtitle = line(info.subtitle);
  return {
    territory: line(info.territory),
    title: line(info.title) || words.untitled,
    subtitle: [words.subtitle, subtitle].filter(Boolean).join(' – '),
    purpose: lines(info.purpose),
    facts: {
      kind: 'fields',
      name: words.cover,
      head: [words.label, words.value],
      rows: factsOf(board, now, wording),
    },
    notice: lines(info.notice),
  };
}

function factsOf(board: Board, now: number, wording: Wording): readonly Field[] {
  const { words, line, day } = wording;
  const facts: readonly (readonly [label: string, value: string])[] = [
    [words.decisionBody, line(board.info.decisionBody)],
    [words.period, periodOf(board, wording)],
    [words.workshop, sessionOf(board, wording)],
    [words.participants, attendanceOf(board, wording)],
    [
      words.content,
      wording.enumerate([
        words.actions(actionsOnShow(board).length),
        words.priorities(board.priorities.length),
      ]),
    ],
    [words.made, day(dayOf(now))],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ label, lines: [line(value)] }));
}

/** "2024 – 2028". */
function periodOf({ info }: Board, { words, line }: Wording): string {
  const [start, end] = [line(info.periodStart), line(info.periodEnd)];
  if (start && end) return start === end ? start : `${start} – ${end}`;
  if (start) return capitalised(words.periodFrom(start));
  return end && capitalised(words.periodUntil(end));
}

/** "18 janvier 2024, de 9 h à 12 h 30". */
function sessionOf({ info }: Board, { language, words, day }: Wording): string {
  const { date, startTime, endTime } = info;
  if (!date) return '';
  const [start, end] = [startTime, endTime].map((time) => time && timeText(time, language));
  const times = start && (end ? words.times(start, end) : words.timesFrom(start));
  return [day(date), times].filter(Boolean).join(', ');
}

function attendanceOf({ info }: Board, { words, enumerate }: Wording): string {
  const { onSiteParticipants: onSite, remoteParticipants: remote } = info;
  return enumerate([
    ...(onSite ? [words.onSite(onSite)] : []),
    ...(remote ? [words.remote(remote)] : []),
  ]);
}
