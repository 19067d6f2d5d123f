/** The opened menu: the only file that knows which library handles its keys and its place. */
import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { type FocusEvent, type RefObject, useRef } from 'react';
import type { MenuItem, MenuSection } from './menu-items.ts';
import './menu.css';

export interface MenuPopupProps {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  /** Id of the button: its name is the menu's name. */
  readonly labelledBy: string;
  readonly sections: readonly MenuSection[];
  /** Opened from the keyboard: the first item is ready under Entrée. */
  readonly startAtFirst: boolean;
  readonly onClose: () => void;
}

export function MenuPopup(props: MenuPopupProps) {
  const { trigger, labelledBy, sections, startAtFirst, onClose } = props;
  const wentToFirst = useRef(!startAtFirst);
  const goToFirst = (event: FocusEvent<HTMLElement>) => {
    if (wentToFirst.current) return;
    wentToFirst.current = true;
    event.currentTarget.querySelector<HTMLElement>(firstItem)?.focus();
  };

  const chosen = useRef<MenuItem>(undefined);
  const close = (details: Base.Root.ChangeEventDetails) => {
    const { reason, event } = details;
    // A press on the button itself is its own affair: it toggles.
    if (reason === 'outside-press' && trigger.current?.contains(event.target as Node)) return;
    // Focus goes home before the item acts, so that a dialog it opens knows where to return to
    // and a field it focuses is not robbed afterwards.
    if (reason === 'escape-key' || reason === 'item-press') trigger.current?.focus();
    onClose();
    if (reason === 'item-press') chosen.current?.onSelect();
  };

  return (
    <Base.Root open modal={false} onOpenChange={(_, details) => close(details)}>
      <Base.Portal container={trigger.current?.closest<HTMLElement>(homes) ?? document.body}>
        <Base.Positioner
          className="menu-positioner"
          positionMethod="fixed"
          anchor={trigger}
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <Base.Popup
            className="menu"
            finalFocus={false}
            aria-labelledby={labelledBy}
            onFocus={goToFirst}
          >
            {sections.map((section) => (
              <Section
                key={section.id}
                section={section}
                onChoose={(item) => {
                  chosen.current = item;
                }}
              />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

// Beside its button rather than at the end of the page: a modal dialog makes all else inert, and
// what lies outside every landmark is missed by those who walk the page by landmarks.
const homes = 'dialog, main, header, aside, footer';
const firstItem = '[role^="menuitem"]:not([aria-disabled="true"])';

interface SectionProps {
  readonly section: MenuSection;
  readonly onChoose: (item: MenuItem) => void;
}

function Section({ section, onChoose }: SectionProps) {
  const { label, items, translate } = section;
  const isChoice = items.some((item) => item.selected !== undefined);
  const content = (
    <>
      {label && <Base.GroupLabel className="menu-heading">{label}</Base.GroupLabel>}
      {items.map((item) => {
        const common = {
          className: 'menu-item',
          disabled: item.disabled ?? false,
          onClick: () => onChoose(item),
          'data-tone': item.danger ? 'danger' : undefined,
        };
        const face = (
          <>
            {item.icon}
            <span className="menu-item-label" translate={translate}>
              {item.label}
            </span>
            {item.selected && <Check />}
          </>
        );
        return isChoice ? (
          <Base.RadioItem key={item.id} value={item.id} closeOnClick {...common}>
            {face}
          </Base.RadioItem>
        ) : (
          <Base.Item key={item.id} {...common}>
            {face}
          </Base.Item>
        );
      })}
    </>
  );
  if (!isChoice) return <Base.Group className="menu-section">{content}</Base.Group>;
  const chosen = items.find((item) => item.selected)?.id ?? null;
  return (
    <Base.RadioGroup className="menu-section" value={chosen}>
      {content}
    </Base.RadioGroup>
  );
}
