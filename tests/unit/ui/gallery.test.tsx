/** Every component at once, judged by axe. Contrast is judged from the tokens: jsdom paints none. */
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { Avatar } from '../../../client/ui/avatar.tsx';
import { Button } from '../../../client/ui/button.tsx';
import { Chip } from '../../../client/ui/chip.tsx';
import { Dialog, DialogActions } from '../../../client/ui/dialog.tsx';
import { SelectField, TextAreaField, TextField } from '../../../client/ui/field.tsx';
import { Menu } from '../../../client/ui/menu.tsx';
import { Notice } from '../../../client/ui/notice.tsx';
import { Progress } from '../../../client/ui/progress.tsx';
import { Ring } from '../../../client/ui/ring.tsx';
import { Segmented } from '../../../client/ui/segmented.tsx';
import { TabPanel, Tabs } from '../../../client/ui/tabs.tsx';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import { createToastQueue } from '../../../client/ui/toast-queue.ts';

const nothing = () => undefined;
const queue = createToastQueue();
const sections = [
  { id: 's', label: 'Vers', items: [{ id: 'a', label: 'Eau', selected: true, onSelect: nothing }] },
  { id: 't', items: [{ id: 'b', label: 'Écarter', disabled: true, onSelect: nothing }] },
];

function Gallery() {
  return (
    <main>
      <h1>Composants</h1>
      <Button variant="primary">Exporter</Button>
      <Button busy>Importer</Button>
      <Button icon={<svg aria-hidden="true" />} label="Chercher" />
      <Menu sections={sections}>Actions</Menu>
      <TextField label="Titre" help="Un verbe." error="Écrivez un titre." />
      <TextAreaField label="Description" />
      <SelectField label="Rôle" defaultValue="t">
        <option value="t">Table</option>
      </SelectField>
      <TextField type="date" label="Échéance" />
      <Segmented
        legend="Impact"
        options={[{ value: '1', label: '1' }]}
        value="1"
        onChange={nothing}
      />
      <Avatar name="Élise Martin" hue={2} size="small" />
      <Chip text="DCE" fullName="Cycle de l’eau" />
      <Chip text="sans pilote" dashed />
      <Chip text="Innovant" remove={{ label: 'Retirer Innovant', onRemove: nothing }} />
      <Ring value={6} max={9} label="6 sur 9" />
      <Notice tone="info" title="Démonstration" />
      <Notice tone="error" title="Fichier illisible" action={<Button>Réessayer</Button>} />
      <Progress label="Import" share={0.5} figure="1 sur 2" />
      <Progress label="Reconnexion" cancel={{ label: 'Arrêter', onCancel: nothing }} />
      <Tabs
        name="g"
        label="Priorités"
        tabs={[
          { id: 'x', label: '1 · Eau', hue: 1 },
          { id: 'y', label: '2 · Emploi', hue: 2 },
        ]}
        selected="x"
        onSelect={nothing}
      />
      <TabPanel name="g" tab="x">
        Cartes
      </TabPanel>
      <ToastRegion queue={queue} />
    </main>
  );
}

const faults = async () => {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

test('[UI20] axe finds nothing in a page made of every component, its menu open', async () => {
  render(<Gallery />);
  act(() => queue.show({ text: 'Action écartée.', action: { label: 'Annuler', run: nothing } }));
  await userEvent.click(screen.getByRole('button', { name: 'Actions' }));
  await screen.findByRole('menu');
  expect(await faults()).toEqual([]);
});

test('[UI20] axe finds nothing in a dialog', async () => {
  render(
    <Dialog title="Écarter ?" onClose={nothing}>
      <TextField label="Pourquoi" />
      <DialogActions>
        <Button>Annuler</Button>
      </DialogActions>
    </Dialog>,
  );
  expect(await faults()).toEqual([]);
});
