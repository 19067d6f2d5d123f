/** Impact × feasibility: nine squares, the most useful and easiest at the top right. */
import type { Action } from '../../../shared/board/schema.ts';
import { LEVELS, levelsOf } from '../../../shared/synthesis/levels.ts';
import type { Drawn } from './drawn.ts';
import { ActionMark, DataTable, listRow, Pressable } from './parts.tsx';
import './levels.css';

/** More marks than these would not fit a square: the rest is in its list. */
const mostMarks = 15;
const fromHigh = [...LEVELS].reverse();

// One picture: its rows and its axes are one grid.
export function LevelsPicture(drawn: Drawn) {
  const { synthesis: t } = drawn.texts;
  const levels = levelsOf(drawn.board);
  const notes: Readonly<Record<string, string>> = {
    '3 3': t.first,
    '3 1': t.decide,
    '1 1': t.review,
  };
  return (
    <div className="levels-frame">
      <div className="levels">
        <p className="levels-axis" data-axis="impact">
          {t.impact}
        </p>
        {fromHigh.map((impact) => (
          <div key={impact} className="levels-row">
            <p className="levels-level">{t.level[impact - 1]}</p>
            {LEVELS.map((feasibility) => {
              const actions = levels.at(impact, feasibility);
              const title = t.levelSquare(
                t.level[impact - 1] ?? '',
                t.feasibilityLevel[feasibility - 1] ?? '',
              );
              return (
                <div
                  key={feasibility}
                  className="levels-square"
                  data-strength={impact + feasibility}
                >
                  <Pressable
                    drawn={drawn}
                    picked={{ title, actions }}
                    className="levels-figure"
                    label={t.picked(title, actions.length)}
                  >
                    <span aria-hidden="true">{actions.length}</span>
                  </Pressable>
                  <span className="levels-note">{notes[`${impact} ${feasibility}`]}</span>
                  <span className="levels-marks">
                    {actions.slice(0, mostMarks).map((action) => (
                      <ActionMark key={action.id} drawn={drawn} action={action} />
                    ))}
                    {actions.length > mostMarks && (
                      <span className="marks-more">{t.more(actions.length - mostMarks)}</span>
                    )}
                  </span>
                </div>
              );
            })}
          </div>
        ))}
        <div className="levels-row">
          <span />
          {LEVELS.map((feasibility) => (
            <p key={feasibility} className="levels-level">
              {t.feasibilityLevel[feasibility - 1]}
            </p>
          ))}
        </div>
        <p className="levels-axis">{t.feasibility}</p>
      </div>
      {levels.unrated.length > 0 && (
        <Unplaced drawn={drawn} title={t.unrated} actions={levels.unrated} />
      )}
    </div>
  );
}

interface UnplacedProps {
  readonly drawn: Drawn;
  readonly title: string;
  readonly actions: readonly Action[];
}

/** What the picture has no place for, beside it. */
export function Unplaced({ drawn, title, actions }: UnplacedProps) {
  return (
    <section className="picture-aside">
      <h3>
        {title} <span className="picture-count">{actions.length}</span>
      </h3>
      <p className="levels-marks">
        {actions.map((action) => (
          <ActionMark key={action.id} drawn={drawn} action={action} />
        ))}
      </p>
    </section>
  );
}

export function LevelsTable(drawn: Drawn) {
  const { synthesis: t } = drawn.texts;
  const levels = levelsOf(drawn.board);
  const rows = fromHigh.flatMap((impact) =>
    fromHigh.map((feasibility) => {
      const level = t.level[impact - 1] ?? '';
      const title = t.levelSquare(level, t.feasibilityLevel[feasibility - 1] ?? '');
      return listRow(drawn, title, levels.at(impact, feasibility));
    }),
  );
  const total = { key: 'total', head: t.total, cells: [levels.total, ''], isTotal: true };
  return (
    <DataTable
      caption={t.views.levels}
      columns={[`${t.impact}, ${t.feasibility}`, t.total, t.action]}
      rows={[...rows, listRow(drawn, t.unrated, levels.unrated), total]}
    />
  );
}
