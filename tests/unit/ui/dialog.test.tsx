import { act, createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, StrictMode, useState } from 'react';
import { expect, test } from 'vitest';
import { Button } from '../../../client/ui/button.tsx';
import { Dialog } from '../../../client/ui/dialog.tsx';
import { TextField } from '../../../client/ui/field.tsx';

function Page({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ouvrir</Button>
      {open && (
        <Dialog title="Écarter ?" onClose={() => setOpen(false)}>
          {children}
        </Dialog>
      )}
    </>
  );
}

async function open(content: ReactNode) {
  render(
    <StrictMode>
      <Page>{content}</Page>
    </StrictMode>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir' }));
  return screen.getByRole<HTMLDialogElement>('dialog', { name: 'Écarter ?' });
}

test('[UI9] a dialog is named by its title and starts at its first field', async () => {
  await open(<TextField label="Pourquoi" />);
  expect(screen.getByLabelText('Pourquoi')).toHaveFocus();
});

test('[UI9] a dialog without a field starts at its title', async () => {
  await open(<Button>Oui</Button>);
  expect(screen.getByRole('heading', { name: 'Écarter ?' })).toHaveFocus();
});

test.each<[string, (dialog: HTMLDialogElement) => unknown]>([
  ['its cross', () => userEvent.click(screen.getByRole('button', { name: 'Fermer' }))],
  ['Échap', (dialog) => fireEvent(dialog, createEvent('cancel', dialog, { cancelable: true }))],
  [
    'the browser itself',
    (dialog) => {
      dialog.close();
      fireEvent(dialog, createEvent('close', dialog));
    },
  ],
])('[UI9] closed by %s, a dialog gives the focus back', async (_, close) => {
  const dialog = await open(<TextField label="Pourquoi" />);
  await act(async () => close(dialog));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Ouvrir' })).toHaveFocus();
});

test('[UI9] a file chooser given up inside does not close the dialog', async () => {
  await open(<TextField label="Fichier" type="file" />);
  const input = screen.getByLabelText('Fichier');
  fireEvent(input, createEvent('cancel', input, { bubbles: true }));
  expect(screen.getByRole('dialog')).toBeInTheDocument();
});
