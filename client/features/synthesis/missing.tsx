/** What sheets lack, thing by thing: the longer the bar, the more there is to fill. */
import { missingOf } from '../../../shared/synthesis/missing.ts';
import type { Drawn } from './drawn.ts';
import { Share } from './measures.tsx';
import { ActionList, DataTable, Pressable } from './parts.tsx';
import './bars.css';

export function MissingPicture(drawn: Drawn) {
  const { synthesis: t } = drawn.texts;
  const { fields, complete, total } = missingOf(drawn.board);
  return (
    <div className="bars-frame">
      <p className="bars-lead">
        <strong>{t.complete}</strong> {complete.length} / {total}
      </p>
      <ul className="bars">
        {fields.map(({ field, actions }) => (
          <li key={field} className="bar">
            <span className="bar-name">{t.fields[field]}</span>
            <Pressable
              drawn={drawn}
              picked={{ title: t.fields[field], actions }}
              className="bar-track"
              label={`${t.fields[field]} : ${t.lacks(actions.length)}`}
            >
              <Share className="bar-lack" of={actions.length} among={total} />
              <Share className="bar-done" of={total - actions.length} among={total} />
            </Pressable>
            <span className="bar-figure">{t.lacks(actions.length)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function MissingTable(drawn: Drawn) {
  const { synthesis: t } = drawn.texts;
  const { fields, complete, total } = missingOf(drawn.board);
  return (
    <DataTable
      caption={t.views.missing}
      columns={[t.field, t.missing, t.filled, t.action]}
      rows={[
        ...fields.map(({ field, actions }) => ({
          key: field,
          head: t.fields[field],
          cells: [
            actions.length,
            total - actions.length,
            <ActionList key="list" drawn={drawn} actions={actions} />,
          ],
        })),
        {
          key: 'complete',
          head: t.complete,
          cells: [total - complete.length, complete.length, ''],
          isTotal: true,
        },
      ]}
    />
  );
}
