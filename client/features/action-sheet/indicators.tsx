/** Indicators: what will be counted, from where, and dated targets, as many as needed. */
import { Plus, X } from 'lucide-react';
import type { Indicator } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useActionField } from '../../state/use-action-field.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { SelectChoice } from './choices.tsx';
import { DayInput, LineInput, NumberInput } from './inputs.tsx';
import { useOptions } from './options.ts';
import { PartFrame, PartList } from './parts.tsx';
import { type Fill, useFill } from './use-fill.ts';

export function Indicators({ id }: { readonly id: ActionId }) {
  const t = useWords(sheetWords);
  const indicators = useActionField(id, 'indicators') ?? [];
  const fill = useFill(id);
  return (
    <PartList
      {...t.fields.indicators}
      addLabel={t.addIndicator}
      onAdd={() => fill.addPart('indicators')}
    >
      {indicators.map((indicator, index) => (
        <PartFrame
          key={indicator.id}
          name={t.indicator(index + 1)}
          removeLabel={t.removeIndicator(index + 1)}
          onRemove={() => fill.removePart('indicators', indicator.id)}
          onPutBack={() => fill.addPart('indicators', contentOf(indicator))}
        >
          <IndicatorFields indicator={indicator} fill={fill} />
        </PartFrame>
      ))}
    </PartList>
  );
}

interface IndicatorProps {
  readonly indicator: Indicator;
  readonly fill: Fill;
}

function IndicatorFields({ indicator, fill }: IndicatorProps) {
  const t = useWords(sheetWords);
  const expressions = useOptions('expressedAs');
  const frequencies = useOptions('frequency');
  const nameOf = (field: string) => `${indicator.id}.${field}`;
  const set = (field: string) => (value: string | number | boolean | undefined) =>
    fill.part('indicators', indicator.id, field, value);
  return (
    <>
      <div data-wide="">
        <LineInput
          label={t.indicatorLabel}
          name={nameOf('label')}
          value={indicator.label}
          onCommit={set('label')}
        />
      </div>
      <SelectChoice
        label={t.expressedAs}
        options={expressions}
        value={indicator.expressedAs}
        onChoose={set('expressedAs')}
      />
      <LineInput
        label={t.unit}
        name={nameOf('unit')}
        value={indicator.unit}
        onCommit={set('unit')}
      />
      <NumberInput
        label={t.baseline}
        name={nameOf('baseline')}
        value={indicator.baseline}
        onCommit={set('baseline')}
      />
      <SelectChoice
        label={t.frequency}
        options={frequencies}
        value={indicator.frequency}
        onChoose={set('frequency')}
      />
      <Targets indicator={indicator} fill={fill} />
    </>
  );
}

function Targets({ indicator, fill }: IndicatorProps) {
  const t = useWords(sheetWords);
  return (
    <fieldset className="targets" data-wide="">
      <legend className="field-label">{t.targets}</legend>
      <ul>
        {indicator.targets.map((target, index) => (
          <li key={target.id} className="target">
            <NumberInput
              label={t.targetValue(index + 1)}
              name={`${target.id}.value`}
              value={target.value}
              onCommit={(value) => fill.target(indicator.id, target.id, 'value', value)}
            />
            <DayInput
              label={t.targetDate(index + 1)}
              name={`${target.id}.date`}
              value={target.date}
              onCommit={(value) => fill.target(indicator.id, target.id, 'date', value)}
            />
            <Button
              variant="quiet"
              icon={<X />}
              label={t.removeTarget(index + 1)}
              onClick={() => fill.removeTarget(indicator.id, target.id)}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="quiet"
        size="small"
        icon={<Plus />}
        onClick={() => fill.addTarget(indicator.id)}
      >
        {t.addTarget}
      </Button>
    </fieldset>
  );
}

/** What an indicator says, without the place it had. */
const contentOf = ({ id: _, rank: _rank, targets, ...content }: Indicator) => ({
  ...content,
  targets: targets.map(({ id: _id, ...target }) => target),
});
