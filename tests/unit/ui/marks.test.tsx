/** The small marks that say in words what they show. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Avatar, initials } from '../../../client/ui/avatar.tsx';
import { Chip } from '../../../client/ui/chip.tsx';
import { Notice, type NoticeProps } from '../../../client/ui/notice.tsx';
import { Progress } from '../../../client/ui/progress.tsx';
import { Ring } from '../../../client/ui/ring.tsx';

test.each([
  ['Élise Martin', 'ÉM'],
  ['Direction de la commande publique', 'DC'],
  ['Cycle de l’eau', 'CE'],
  ['Jean-Luc Petit', 'JL'],
  ['zoé', 'ZO'],
  ['E\u0301lise', 'E\u0301L'],
  ['Table 7', 'T7'],
  ['  — ', '?'],
  ['', '?'],
])('[UI17] the initials of "%s" are %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test('[UI17] an avatar is read as the whole name', () => {
  render(<Avatar name="Élise Martin" hue={3} />);
  expect(screen.getByRole('img', { name: 'Élise Martin' })).toHaveAttribute('data-hue', '3');
});

test('[UI17] a chip is seen short and read whole', () => {
  render(<Chip text="DCE" fullName="Direction du cycle de l’eau" />);
  expect(screen.getByText('DCE')).toHaveAttribute('aria-hidden', 'true');
  expect(screen.getByText('Direction du cycle de l’eau')).not.toHaveAttribute('aria-hidden');
});

test('[UI17] the cross of a chip says what it removes', async () => {
  const onRemove = vi.fn<() => void>();
  render(<Chip text="Achat innovant" remove={{ label: 'Retirer Achat innovant', onRemove }} />);
  await userEvent.click(screen.getByRole('button', { name: 'Retirer Achat innovant' }));
  expect(onRemove).toHaveBeenCalledTimes(1);
});

test.each([
  [0, null, false],
  [6, '6 9', false],
  [9, '9 9', true],
  [12, '9 9', true],
])('[UI17] a ring at %i of 9 says so and draws %s', (value, dash, complete) => {
  render(<Ring value={value} max={9} label={`${value} sur 9`} />);
  const ring = screen.getByRole('img', { name: `${value} sur 9` });
  expect(ring.querySelector('.ring-arc')?.getAttribute('stroke-dasharray') ?? null).toBe(dash);
  expect(ring.hasAttribute('data-complete')).toBe(complete);
});

test('[UI17] progress is named, tells how far it is, and can be stopped', async () => {
  const onCancel = vi.fn<() => void>();
  const props = { label: 'Import', cancel: { label: 'Arrêter', onCancel } };
  const { rerender } = render(<Progress {...props} share={0.4} figure="120 sur 300" />);
  const bar = screen.getByRole('progressbar', { name: 'Import' });
  expect(bar).toHaveAttribute('value', '0.4');
  expect(bar).toHaveAttribute('aria-valuetext', '120 sur 300');
  await userEvent.click(screen.getByRole('button', { name: 'Arrêter' }));
  expect(onCancel).toHaveBeenCalledTimes(1);
  rerender(<Progress {...props} />);
  expect(bar).not.toHaveAttribute('value');
});

test.each<[NoticeProps['tone'], string]>([
  ['info', 'note'],
  ['warning', 'status'],
  ['error', 'alert'],
])('[UI21] a notice of tone %s is a %s', (tone, role) => {
  render(<Notice tone={tone} title="Hors connexion" />);
  expect(screen.getByRole(role)).toHaveTextContent('Hors connexion');
});
