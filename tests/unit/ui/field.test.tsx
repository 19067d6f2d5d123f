import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { CheckField } from '../../../client/ui/check-field.tsx';
import { SelectField, TextAreaField, TextField } from '../../../client/ui/field.tsx';

const text = { label: 'Échéance', help: 'Celle de la fin.', error: 'Choisissez un jour.' };

test.each<[string, ReactNode]>([
  ['input', <TextField key="f" {...text} />],
  ['textarea', <TextAreaField key="f" {...text} />],
  ['select', <SelectField key="f" {...text} />],
  ['date', <TextField key="f" type="date" {...text} />],
])('[UI8] label, error then help are read with the control: %s', (_, field) => {
  render(field);
  const control = screen.getByLabelText('Échéance');
  expect(control).toHaveAccessibleDescription('Choisissez un jour. Celle de la fin.');
  expect(control).toBeInvalid();
});

test('[UI8] a field without help or error is valid and described by nothing', () => {
  render(<TextField label="Titre" />);
  expect(screen.getByLabelText('Titre')).toBeValid();
  expect(screen.getByLabelText('Titre')).not.toHaveAttribute('aria-describedby');
});

test('[UI8] a box is ticked by its label, and its help is read with it', async () => {
  const onChange = vi.fn();
  render(
    <CheckField label="Avec les noms" help="Entre nous." checked={false} onChange={onChange} />,
  );
  expect(screen.getByRole('checkbox')).toHaveAccessibleDescription('Entre nous.');
  await userEvent.click(screen.getByText('Avec les noms'));
  expect(onChange).toHaveBeenCalledWith(true);
});

test('[UI8] a hidden label is still the name', () => {
  render(<TextField label="Chercher" hideLabel />);
  expect(screen.getByRole('textbox', { name: 'Chercher' })).toBeVisible();
});

test('[UI8] two fields of the same label keep their own texts', async () => {
  render(
    <>
      <TextField label="Nom" error="Écrivez un nom." />
      <TextField label="Nom" />
    </>,
  );
  const [first, second] = screen.getAllByLabelText('Nom');
  expect(first).toHaveAccessibleDescription('Écrivez un nom.');
  expect(second).toHaveAccessibleDescription('');
  await userEvent.click(screen.getAllByText('Nom')[1] as HTMLElement);
  expect(second).toHaveFocus();
});
