/** Whatever enters the page is drawn with its spaces bound; what people type in is left as it is. */
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { bindSpaces } from '../../../client/browser/french-spaces.ts';

let stop: () => void;
afterEach(() => stop());

let rename: (title: string) => void;
function Card() {
  const [title, setTitle] = useState('Louer : oui');
  rename = setTitle;
  return (
    <>
      <p translate="no">
        1.1 {title} <span>« {title} »</span>
      </p>
      <textarea defaultValue="Quoi ?" aria-label="Titre" />
      <div className="bound-text-copy">Quoi ?</div>
    </>
  );
}

test('[TY2] a text is drawn bound when it enters the page and when it changes, whoever puts it there', async () => {
  stop = bindSpaces(document.body);
  const { container } = render(<Card />);
  const words = () => container.querySelector('p')?.textContent?.replaceAll(/[\u00a0\u202f]/g, '·');
  await waitFor(() => expect(words()).toBe('1.1 Louer·: oui «·Louer·: oui·»'));
  act(() => rename('Acheter pour 500 000 € ?'));
  const changed = 'Acheter pour 500·000·€·?';
  await waitFor(() => expect(words()).toBe(`1.1 ${changed} «·${changed}·»`));
  act(() => rename('Plus rien'));
  await waitFor(() => expect(words()).toBe('1.1 Plus rien «·Plus rien·»'));
});

test('[TY2] what was there before is drawn bound too', () => {
  document.body.append(Object.assign(document.createElement('p'), { textContent: 'Là !' }));
  stop = bindSpaces(document.body);
  expect(document.body.lastElementChild?.textContent).toBe('Là\u202f!');
  document.body.lastElementChild?.remove();
});

test('[TY2] a field and its mirror keep what people typed', async () => {
  stop = bindSpaces(document.body);
  const { container } = render(<Card />);
  const field = screen.getByRole('textbox', { name: 'Titre' });
  await userEvent.type(field, ' Oui !');
  expect(field).toHaveValue('Quoi ? Oui !');
  expect(container.querySelector('.bound-text-copy')).toHaveTextContent('Quoi ?', {
    normalizeWhitespace: false,
  });
});
