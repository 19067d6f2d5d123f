/**
 * A button that opens a menu. Key handling and placement come with a library that is fetched at
 * the first sign of interest — pointer upon the button, or focus — so a page pays nothing for
 * menus nobody opens. If it cannot be fetched the menu stays shut and the next press tries again.
 */
import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { late } from '../browser/late.ts';
import { Button, type ButtonProps } from './button.tsx';
import { prefetch, useFetched } from './lazy-part.tsx';
import type { MenuSection } from './menu-items.ts';

export type MenuProps = ButtonProps & { readonly sections: readonly MenuSection[] };

export function Menu({ sections, ...button }: MenuProps) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<Opened>('no');
  const isOpen = opened !== 'no';
  const close = () => setOpened('no');
  const Popup = useFetched(popup, isOpen, close);

  const toggle = (event: MouseEvent) =>
    // A click without a pointer comes from Entrée, Espace or an assistive tool.
    setOpened(isOpen ? 'no' : event.detail === 0 ? 'keyboard' : 'pointer');
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpened('keyboard');
  };

  return (
    <>
      <Button
        {...button}
        id={id}
        ref={trigger}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={prefetch(popup)}
        onFocus={prefetch(popup)}
        onClick={toggle}
        onKeyDown={openByArrow}
      />
      {isOpen && Popup && (
        <Popup
          trigger={trigger}
          labelledBy={id}
          sections={sections}
          startAtFirst={opened === 'keyboard'}
          onClose={close}
        />
      )}
    </>
  );
}

/** By what the menu was opened: the keyboard expects to land on the first item. */
type Opened = 'no' | 'keyboard' | 'pointer';

const popup = late(() => import('./menu-popup.tsx').then((f) => f.MenuPopup));
