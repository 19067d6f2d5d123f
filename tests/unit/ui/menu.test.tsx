import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { Menu } from '../../../client/ui/menu.tsx';
import type { MenuSection } from '../../../client/ui/menu-items.ts';

const chosen = vi.fn<(id: string, focused: string | null) => void>();
const pick = (id: string) => () => chosen(id, document.activeElement?.textContent ?? null);

const sections: readonly MenuSection[] = [
  {
    id: 'places',
    label: 'Déplacer vers',
    items: [
      { id: 'one', label: 'Eau', selected: false, onSelect: pick('one') },
      { id: 'two', label: 'Emploi', selected: true, onSelect: pick('two') },
    ],
  },
  {
    id: 'rest',
    items: [
      { id: 'rename', label: 'Renommer', disabled: true, onSelect: pick('rename') },
      { id: 'aside', label: 'Écarter', danger: true, onSelect: pick('aside') },
    ],
  },
];

beforeEach(() => {
  chosen.mockReset();
  render(<Menu sections={sections}>Actions</Menu>);
});

const trigger = () => screen.getByRole('button', { name: 'Actions' });
const menu = () => screen.findByRole('menu', { name: 'Actions' });
const focused = (name: string) =>
  waitFor(() => expect(document.activeElement).toHaveTextContent(new RegExp(`^${name}$`)));

test.each([['{Enter}'], [' '], ['{ArrowDown}'], ['{ArrowUp}']])(
  '[UI10] %s on the button opens the menu at its first item',
  async (key) => {
    act(() => trigger().focus());
    await userEvent.keyboard(key);
    await menu();
    expect(trigger()).toHaveAttribute('aria-expanded', 'true');
    await focused('Eau');
  },
);

test('[UI10] arrows, the end key and a letter walk the items; Échap returns to the button', async () => {
  const user = userEvent.setup();
  act(() => trigger().focus());
  await user.keyboard('{Enter}');
  await menu();
  await focused('Eau');
  await user.keyboard('{ArrowDown}');
  await focused('Emploi');
  await user.keyboard('{End}');
  await focused('Écarter');
  await user.keyboard('e');
  await focused('Eau');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
  expect(trigger()).toHaveFocus();
  expect(chosen).not.toHaveBeenCalled();
});

test('[UI10] a press opens the menu and a second one closes it', async () => {
  const user = userEvent.setup();
  await user.click(trigger());
  await menu();
  await user.click(trigger());
  await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
  expect(trigger()).toHaveAttribute('aria-expanded', 'false');
});

test('[UI11] an item acts once, when the menu is closed and the focus is home', async () => {
  const user = userEvent.setup();
  await user.click(trigger());
  await user.click(await screen.findByRole('menuitem', { name: 'Écarter' }));
  expect(chosen.mock.calls).toEqual([['aside', 'Actions']]);
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});

test('[UI11] a disabled item is announced as such and does nothing', async () => {
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  await user.click(trigger());
  const item = await screen.findByRole('menuitem', { name: 'Renommer' });
  expect(item).toHaveAttribute('aria-disabled', 'true');
  await user.click(item);
  expect(chosen).not.toHaveBeenCalled();
});

test('[UI12] a choice says which of its items is chosen, and another can be', async () => {
  const user = userEvent.setup();
  await user.click(trigger());
  expect(await screen.findByRole('menuitemradio', { name: 'Emploi' })).toBeChecked();
  const other = screen.getByRole('menuitemradio', { name: 'Eau' });
  expect(other).not.toBeChecked();
  await user.click(other);
  expect(chosen.mock.calls).toEqual([['one', 'Actions']]);
});
