/** The first block of the sheet, and under it the rest of what is expected, each line leading to its field. */
import { Check, Circle } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { besideAsks, isAnswered } from '../../../shared/board/asked.ts';
import { type ExpectedField, hasExpected } from '../../../shared/board/completeness.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useBoard, useNumber } from '../../state/hooks.ts';
import { nextAmong, useMySheets } from '../../state/my-sheets.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { PLACES } from './sheet-fields.ts';
import type { Asked } from './use-asked.ts';
import { useLead } from './use-lead.ts';
import './sheet-asked.css';

export interface AskedBlockProps {
  readonly id: ActionId;
  readonly asked: Asked;
  readonly onGo: (id: ActionId) => void;
  /** The fields that are asked for. */
  readonly children: ReactNode;
}

export function AskedBlock({ id, asked: { isNow, asks }, onGo, children }: AskedBlockProps) {
  const { asked: t } = useWords(sheetWords);
  const titleId = useId();
  const done = useBoard(({ actions }) => {
    const action = actions.get(id);
    return action ? asks.filter((ask) => isAnswered(action, ask)).length : 0;
  });
  return (
    <section className="sheet-asked" data-now={isNow ? '' : undefined} aria-labelledby={titleId}>
      <div className="sheet-asked-head">
        <h3 id={titleId}>{isNow ? t.now : t.usual}</h3>
        <p>{t.done(done, asks.length)}</p>
        <NextOfMine id={id} onGo={onGo} />
      </div>
      {children}
      <Beside id={id} items={besideAsks(asks)} />
    </section>
  );
}

/** Whoever has several sheets goes from one to the next without the wall between. */
function NextOfMine({ id, onGo }: Pick<AskedBlockProps, 'id' | 'onGo'>) {
  const { asked: t } = useWords(sheetWords);
  const next = nextAmong(useMySheets(), id);
  const number = useNumber(next ?? id);
  if (next === null) return null;
  return (
    <Button size="small" aria-keyshortcuts="o" onClick={() => onGo(next)}>
      {t.nextMine(number ?? '')}
    </Button>
  );
}

interface BesideProps {
  readonly id: ActionId;
  readonly items: readonly ExpectedField[];
}

function Beside({ id, items }: BesideProps) {
  const t = useWords(sheetWords);
  const titleId = useId();
  if (items.length === 0) return null;
  return (
    <div className="sheet-beside">
      <h4 id={titleId}>{t.asked.beside}</h4>
      <ul aria-labelledby={titleId}>
        {items.map((item) => (
          <li key={item}>
            <BesideItem id={id} item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function BesideItem({ id, item }: { readonly id: ActionId; readonly item: ExpectedField }) {
  const t = useWords(sheetWords);
  const lead = useLead();
  const isDone = useBoard(({ actions }) => {
    const action = actions.get(id);
    return action !== undefined && hasExpected(action, item);
  });
  return (
    <button
      type="button"
      className="sheet-beside-item"
      data-done={isDone ? '' : undefined}
      onClick={({ currentTarget }) => lead(currentTarget, PLACES[item])}
    >
      {isDone ? <Check aria-hidden="true" /> : <Circle aria-hidden="true" />}
      {t.expected[item]}
      <span className="visually-hidden"> : {isDone ? t.asked.isDone : t.asked.isMissing}</span>
    </button>
  );
}
