import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Segmented } from '../../../client/ui/segmented.tsx';
import { TabPanel, Tabs } from '../../../client/ui/tabs.tsx';

const tabs = [
  { id: 'one', label: 'Eau' },
  { id: 'two', label: 'Emploi' },
  { id: 'three', label: 'Climat' },
] as const;
type TabId = (typeof tabs)[number]['id'];

function Strip() {
  const [selected, setSelected] = useState<TabId>('one');
  return (
    <>
      <Tabs name="p" label="Priorités" tabs={tabs} selected={selected} onSelect={setSelected} />
      <TabPanel name="p" tab={selected}>
        {selected}
      </TabPanel>
    </>
  );
}

test('[UI18] the strip is one stop for Tab; arrows, Home and End select and go round', async () => {
  const user = userEvent.setup();
  render(<Strip />);
  await user.tab();
  for (const [key, name] of [
    ['{ArrowRight}', 'Emploi'],
    ['{ArrowLeft}', 'Eau'],
    ['{ArrowLeft}', 'Climat'],
    ['{ArrowRight}', 'Eau'],
    ['{End}', 'Climat'],
    ['{Home}', 'Eau'],
  ] as const) {
    await user.keyboard(key);
    expect(screen.getByRole('tab', { name })).toHaveFocus();
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(name);
  }
  await user.tab();
  expect(document.body).toHaveFocus();
});

test('[UI18] the panel is named by the tab that shows it', async () => {
  render(<Strip />);
  await userEvent.click(screen.getByRole('tab', { name: 'Climat' }));
  const panel = screen.getByRole('tabpanel', { name: 'Climat' });
  expect(panel).toHaveTextContent('three');
  expect(screen.getByRole('tab', { name: 'Climat' })).toHaveAttribute('aria-controls', panel.id);
});

function Ambition() {
  const [value, setValue] = useState<'c' | 'g' | 'r' | null>(null);
  const options = [
    { value: 'c', label: 'Conformité' },
    { value: 'g', label: 'Généralisation' },
    { value: 'r', label: 'Rupture', disabled: true },
  ] as const;
  return <Segmented legend="Ambition" options={options} value={value} onChange={setValue} />;
}

test('[UI19] a joined row is a named group of radio buttons, none chosen at first', () => {
  render(<Ambition />);
  expect(screen.getByRole('group', { name: 'Ambition' })).toBeInTheDocument();
  for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked();
});

test('[UI19] space chooses and arrows change the choice, over the disabled option', async () => {
  const user = userEvent.setup();
  render(<Ambition />);
  await user.tab();
  await user.keyboard(' ');
  expect(screen.getByRole('radio', { name: 'Conformité' })).toBeChecked();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('radio', { name: 'Généralisation' })).toBeChecked();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('radio', { name: 'Conformité' })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'Rupture' })).not.toBeChecked();
});
