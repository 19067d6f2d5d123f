/** The sheet for those who only read: words and no control. */
import type { ReactNode } from 'react';
import type { Action, Constraint, Indicator } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { longDay } from '../../state/dates.ts';
import { useAction, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { formatNumber } from './number-text.ts';
import { optionOf, useOptions } from './options.ts';
import { GROUPS, type Group, type SheetField } from './sheet-fields.ts';
import { SheetGroup } from './sheet-group.tsx';
import './reading.css';

export function ReadingNow({ id }: { readonly id: ActionId }) {
  const action = useAction(id);
  return action ? <Reading action={action} /> : null;
}

/** The same sheet for those who only read: words and no control. Empty fields are left out. */
export function Reading({ action }: { readonly action: Action }) {
  return GROUPS.map((group) => (
    <SheetGroup key={group.id} id={group.id}>
      <ReadGroup group={group} action={action} />
    </SheetGroup>
  ));
}

interface ReadGroupProps {
  readonly group: Group;
  readonly action: Action;
}

function ReadGroup({ group: { fields }, action }: ReadGroupProps) {
  const t = useWords(sheetWords);
  const filled = fields.filter(({ key }) => isFilled(action[key]));
  if (filled.length === 0) return <p className="field-help">{t.nothing}</p>;
  return (
    <dl className="sheet-fields">
      {filled.map((field) => (
        <div key={field.key} data-wide={field.wide && ''}>
          <dt className="field-label">{t.fields[field.key].label}</dt>
          <ReadField field={field} action={action} />
        </div>
      ))}
    </dl>
  );
}

interface ReadFieldProps {
  readonly field: SheetField;
  readonly action: Action;
}

function ReadField({ field, action }: ReadFieldProps): ReactNode {
  const { language } = usePreferences();
  switch (field.kind) {
    case 'line':
    case 'note':
      return (
        <dd className="read-text" translate="no">
          {action[field.key]}
        </dd>
      );
    case 'day':
      return <dd>{longDay(action[field.key] ?? '', language)}</dd>;
    case 'select':
    case 'segments':
      return <ReadCodes of={field.key} codes={[String(action[field.key])]} />;
    case 'members':
      return <ReadCodes of={field.key} codes={action[field.key]} />;
    case 'indicators':
      return action.indicators.map((each) => <ReadIndicator key={each.id} indicator={each} />);
    case 'constraints':
      return action.constraints.map((each) => <ReadConstraint key={each.id} constraint={each} />);
  }
}

interface ReadCodesProps {
  readonly of: Parameters<typeof useOptions>[0];
  readonly codes: readonly string[];
}

function ReadCodes({ of, codes }: ReadCodesProps) {
  const options = useOptions(of);
  return codes.map((code) => (
    <dd key={code} translate="no">
      {optionOf(options, code).label}
    </dd>
  ));
}

function ReadIndicator({ indicator }: { readonly indicator: Indicator }) {
  const t = useWords(sheetWords);
  const { language } = usePreferences();
  const expressions = useOptions('expressedAs');
  const frequencies = useOptions('frequency');
  const { label, expressedAs, unit = '', baseline, frequency, targets } = indicator;
  const measured = (value: number) => `${formatNumber(value, language)} ${unit}`.trim();
  const lines = [
    expressedAs && `${t.expressedAs} : ${optionOf(expressions, expressedAs).label}`,
    baseline !== undefined && `${t.baseline} : ${measured(baseline)}`,
    ...targets.map(
      ({ value, date }, index) =>
        (value !== undefined || date) &&
        [
          `${t.target(index + 1)} :`,
          value !== undefined && measured(value),
          date && t.by(longDay(date, language)),
        ]
          .filter(Boolean)
          .join(' '),
    ),
    frequency && `${t.frequency} : ${optionOf(frequencies, frequency).label}`,
  ].filter((line) => typeof line === 'string' && line !== '');
  return (
    <dd className="read-part" translate="no">
      <p className="read-part-head">{label}</p>
      {lines.map((line) => (
        <p key={String(line)}>{line}</p>
      ))}
    </dd>
  );
}

function ReadConstraint({ constraint: { actorId, text } }: { readonly constraint: Constraint }) {
  const actors = useOptions('actorId');
  return (
    <dd className="read-part" translate="no">
      {actorId && <p className="read-part-head">{optionOf(actors, actorId).label}</p>}
      <p className="read-text">{text}</p>
    </dd>
  );
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
