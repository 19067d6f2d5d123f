/** Years and quarters from left to right; the actions due then pile up, each by its number. */
import { deadlinesOf } from '../../../shared/synthesis/deadlines.ts';
import type { Drawn } from './drawn.ts';
import { Unplaced } from './levels.tsx';
import { ActionMark, DataTable, listRow, Pressable } from './parts.tsx';
import './deadlines.css';

const mostMarks = 14;

export function DeadlinesPicture(drawn: Drawn) {
  const { synthesis: t } = drawn.texts;
  const { years, undated } = deadlinesOf(drawn.board);
  return (
    <div className="deadlines-frame">
      <div className="deadlines">
        {years.map(({ year, quarters, total }) => (
          <section key={year} className="deadlines-year">
            <div className="deadlines-quarters">
              {quarters.map((actions, at) => {
                const title = t.quarter(at + 1, year);
                return (
                  <div key={title} className="deadlines-quarter">
                    <span className="deadlines-pile">
                      {actions.length > mostMarks && (
                        <span className="marks-more">{t.more(actions.length - mostMarks)}</span>
                      )}
                      {actions.slice(0, mostMarks).map((action) => (
                        <ActionMark key={action.id} drawn={drawn} action={action} />
                      ))}
                    </span>
                    <Pressable
                      drawn={drawn}
                      picked={{ title, actions }}
                      className="deadlines-name"
                      label={t.picked(title, actions.length)}
                    >
                      <span aria-hidden="true">{t.quarterShort(at + 1)}</span>
                    </Pressable>
                  </div>
                );
              })}
            </div>
            <h3 className="deadlines-title">
              {year} <span className="picture-count">{total}</span>
            </h3>
          </section>
        ))}
      </div>
      {undated.length > 0 && <Unplaced drawn={drawn} title={t.undated} actions={undated} />}
    </div>
  );
}

export function DeadlinesTable(drawn: Drawn) {
  const { synthesis: t } = drawn.texts;
  const { years, undated, total } = deadlinesOf(drawn.board);
  const rows = years.flatMap(({ year, quarters }) =>
    quarters.map((actions, at) => listRow(drawn, t.quarter(at + 1, year), actions)),
  );
  const sum = { key: 'total', head: t.total, cells: [total, ''], isTotal: true };
  return (
    <DataTable
      caption={t.views.deadlines}
      columns={[t.deadline, t.total, t.action]}
      rows={[...rows, listRow(drawn, t.undated, undated), sum]}
    />
  );
}
