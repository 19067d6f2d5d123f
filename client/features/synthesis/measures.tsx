/** What will be measured: by kind of figure, with and without a target; then line by line. */
import type { Indicator } from '../../../shared/board/schema.ts';
import { type Measure, measuresOf } from '../../../shared/synthesis/indicators.ts';
import { EXPRESSIONS, FREQUENCIES } from '../../../shared/vocabulary/action.ts';
import type { Term } from '../../../shared/vocabulary/term.ts';
import { mediumDay } from '../../state/dates.ts';
import type { Language } from '../../state/words.ts';
import type { Drawn, Picked } from './drawn.ts';
import { Unplaced } from './levels.tsx';
import { ActionList, DataTable, Pressable } from './parts.tsx';
import './bars.css';

export function IndicatorsPicture(drawn: Drawn) {
  const { board, texts, language } = drawn;
  const { synthesis: t } = texts;
  const { measures, without, targeted } = measuresOf(board);
  const kinds = [...EXPRESSIONS.map(({ code }) => code), undefined].flatMap((code) => {
    const list = measures.filter(({ indicator }) => indicator.expressedAs === code);
    const name = code === undefined ? t.unsaid : labelIn(EXPRESSIONS, code, language);
    return list.length === 0 ? [] : [{ name, list }];
  });
  const most = Math.max(...kinds.map(({ list }) => list.length));
  return (
    <div className="bars-frame">
      <p className="bars-lead">
        <strong>{t.indicators(measures.length)}</strong> {t.targeted(targeted, measures.length)}
      </p>
      <ul className="bars">
        {kinds.map(({ name, list }) => {
          const aimed = list.filter(isTargeted).length;
          const picked: Picked = {
            title: name,
            actions: [...new Set(list.map(({ action }) => action))],
          };
          return (
            <li key={name} className="bar">
              <span className="bar-name">{name}</span>
              <Pressable
                drawn={drawn}
                picked={picked}
                className="bar-track"
                label={`${name} : ${t.targeted(aimed, list.length)}`}
              >
                <Share className="bar-part" of={aimed} among={most} />
                <Share className="bar-rest" of={list.length - aimed} among={most} />
              </Pressable>
              <span className="bar-figure">{list.length}</span>
            </li>
          );
        })}
      </ul>
      <p className="picture-legend">
        <span className="bar-sample" data-part="" aria-hidden="true" /> {t.legendTargeted}
        <span className="bar-sample" aria-hidden="true" /> {t.legendUntargeted}
      </p>
      {without.length > 0 && (
        <Unplaced drawn={drawn} title={t.withoutIndicator} actions={without} />
      )}
    </div>
  );
}

interface ShareProps {
  readonly className: string;
  readonly of: number;
  readonly among: number;
}

/** A stretch of a bar, as long as its share; nothing has no stretch. */
export function Share({ className, of, among }: ShareProps) {
  if (of === 0) return null;
  return <span className={className} style={{ width: `${(100 * of) / among}%` }} />;
}

export function IndicatorsTable(drawn: Drawn) {
  const { synthesis: t } = drawn.texts;
  const { language } = drawn;
  return (
    <DataTable
      translate="no"
      caption={t.views.indicators}
      columns={[t.indicator, t.action, t.expressedAs, t.baseline, t.targets, t.frequency]}
      rows={measuresOf(drawn.board).measures.map(({ action, indicator }) => ({
        key: indicator.id,
        head: indicator.label,
        cells: [
          <ActionList key="action" drawn={drawn} actions={[action]} />,
          labelIn(EXPRESSIONS, indicator.expressedAs, language) || t.unsaid,
          measured(indicator.baseline, indicator, language),
          <TargetList key="targets" indicator={indicator} language={language} />,
          labelIn(FREQUENCIES, indicator.frequency, language),
        ],
      }))}
    />
  );
}

interface TargetListProps {
  readonly indicator: Indicator;
  readonly language: Language;
}

function TargetList({ indicator, language }: TargetListProps) {
  return (
    <ul className="action-list">
      {indicator.targets
        .filter(({ value, date }) => value !== undefined || date !== undefined)
        .map(({ id, value, date }) => (
          <li key={id}>
            {[measured(value, indicator, language), date && mediumDay(date, language)]
              .filter(Boolean)
              .join(' — ')}
          </li>
        ))}
    </ul>
  );
}

const isTargeted = ({ indicator }: Measure): boolean =>
  indicator.targets.some(({ value }) => value !== undefined);

const labelIn = (terms: readonly Term[], code: string | undefined, language: Language): string =>
  terms.find((term) => term.code === code)?.[language] ?? code ?? '';

const measured = (value: number | undefined, { unit = '' }: Indicator, language: Language) =>
  value === undefined ? '' : `${value.toLocaleString(language)} ${unit}`.trim();
