/** What axe says of the page. Contrast is judged from the tokens: jsdom paints none. */
import axe from 'axe-core';

export async function axeFaults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
