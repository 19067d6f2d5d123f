/**
 * A field whose text is written from elsewhere too. It grows with its text; nothing is rendered
 * while letters come and go: whoever is attached writes in the element itself.
 */
import {
  type ComponentProps,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { watchSize } from '../browser/watch-size.ts';
import type { BoundText, OtherCaret } from '../state/text-link.ts';
import { drawCarets } from './caret-layer.ts';
import { Field, type FieldText } from './field.tsx';
import { pageToasts } from './toast-queue.ts';
import './bound-textarea.css';

type Native = Pick<
  ComponentProps<'textarea'>,
  'placeholder' | 'readOnly' | 'onKeyDown' | 'onBlur' | 'onFocus' | 'lang' | 'spellCheck'
>;

export interface BoundTextareaProps extends FieldText, Native {
  readonly source: BoundText;
  /** Said when what was typed does not fit. */
  readonly tooLong: string;
  readonly voice?: 'title' | 'body';
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function BoundTextarea({
  source,
  tooLong,
  voice = 'body',
  label,
  hideLabel = false,
  help,
  error,
  ref,
  ...native
}: BoundTextareaProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [isRefused, setRefused] = useState(false);
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement, []);
  useLayoutEffect(() => {
    const [element, mirror, over] = [field.current, copy.current, layer.current];
    if (!element || !mirror || !over) return;
    return tie(source, {
      element,
      mirror,
      over,
      onRefused: (refused) => {
        setRefused(refused);
        // Beside a caret that goes on blinking, a line under the field may well be missed.
        if (refused) pageToasts.announce(tooLong);
      },
    });
  }, [source, tooLong]);

  return (
    <Field label={label} hideLabel={hideLabel} help={help} error={isRefused ? tooLong : error}>
      {(wiring) => (
        <div className="bound-text" translate="no" data-voice={voice}>
          <textarea {...native} {...wiring} ref={field} className="bound-text-field" rows={1} />
          <div ref={copy} className="bound-text-copy" aria-hidden="true" />
          <div ref={layer} className="bound-text-carets" aria-hidden="true" />
        </div>
      )}
    </Field>
  );
}

interface Parts {
  readonly element: HTMLTextAreaElement;
  readonly mirror: HTMLElement;
  readonly over: HTMLElement;
  readonly onRefused: (refused: boolean) => void;
}

function tie(source: BoundText, { element, mirror, over, onRefused }: Parts): () => void {
  let carets: readonly OtherCaret[] = [];
  let frame = 0;
  const text = document.createTextNode('');
  mirror.replaceChildren(text);
  const draw = () => {
    if (carets.length === 0 && over.childElementCount === 0) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => drawCarets(over, mirror, carets));
  };
  const copyText = () => {
    // The last line needs a letter to have a height, and the last caret one to stand before.
    text.data = `${element.value}\u200B`;
    draw();
  };
  const detach = source.attach(element, {
    onShown: copyText,
    onRefused,
    onCarets: (now) => {
      carets = now;
      draw();
    },
  });
  copyText();
  element.addEventListener('input', copyText);
  const stopWatching = watchSize(mirror, draw);
  return () => {
    stopWatching();
    element.removeEventListener('input', copyText);
    cancelAnimationFrame(frame);
    detach();
  };
}
