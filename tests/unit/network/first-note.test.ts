/** The note of a page that did not come: written by a script for browsers of any age, in the words of the others. */
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { type Report, reportText } from '../../../client/entry/network/report.ts';
import { networkFr } from '../../../shared/text/fr/network.ts';

const read = (name: string) =>
  readFileSync(`${import.meta.dirname}/../../../client/${name}`, 'utf8');
const html = read('index.html').replace(/<script[^>]*src=[^>]*><\/script>/g, '');
const secret = 's3cret'.repeat(4);

/** @param lacks what the browser does not know */
function arrive(lacks: readonly string[]) {
  const url = `https://gommette.test/a/b0000000000001#${secret}`;
  const { window } = new JSDOM(html, { url, runScripts: 'outside-only' });
  const { document } = window;
  Object.assign(window, { CSS: { supports: () => !lacks.includes('light-dark()') } });
  if (!lacks.includes('module'))
    Object.defineProperty(window.HTMLScriptElement.prototype, 'noModule', { value: false });
  if (lacks.includes('toSorted')) window.eval('delete Array.prototype.toSorted');
  window.eval(read('public/first-sight.js'));
  document.dispatchEvent(new window.Event('DOMContentLoaded'));
  const find = (selector: string) => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  return { window, document, find, note: () => find('#first-note pre').textContent?.split('\n') };
}

/** A script of the page fails. */
function failScript({ window, document }: ReturnType<typeof arrive>): void {
  const script = document.createElement('script');
  script.src = `/assets/page-1.js?x#${secret}`;
  document.head.append(script);
  script.dispatchEvent(new window.Event('error'));
}

test('[NW5] an old browser has the note that the other pages have, in what it lacks too', () => {
  const stage = arrive(['toSorted', 'light-dark()']);
  expect(stage.find('#first-note').hidden).toBe(true);
  failScript(stage);
  expect(stage.find('#first-note').hidden).toBe(false);
  expect(stage.find('#first-old').hidden).toBe(false);
  const check = {
    id: 'browser',
    state: 'bad',
    answered: 'toSorted, light-dark()',
    ms: null,
  } as const;
  const report: Report = {
    product: 'Gommette',
    origin: 'https://gommette.test',
    at: new Date(0).toISOString(),
    verdict: 'oldBrowser',
    checks: [check],
    browser: '',
  };
  const expected = reportText(report, '', networkFr).split('\n');
  const [host, date, found, tried, browser, agent] = stage.note() ?? [];
  expect([host, tried, browser]).toEqual([expected[0], expected[3], expected[4]]);
  expect(date).toMatch(/^Date : .+ \(\d{4}-\d\d-\d\dT[\d:.]+Z\)$/);
  expect(found).toContain(`Constat : ${networkFr.verdicts.oldBrowser.title}. `);
  expect(agent).toBe(`Navigateur : ${stage.window.navigator.userAgent}`);
  expect([stage.find('#first-note summary'), stage.find('#first-note p')].map(words)).toEqual([
    networkFr.noteTitle,
    networkFr.noteText,
  ]);
  expect(words(stage.find('#first-note button'))).toBe(networkFr.noteCopy);
});
const words = ({ textContent }: HTMLElement) => textContent;

test('[NW5] a browser without modules has it as soon as the page is read', () => {
  const stage = arrive(['module', 'toSorted']);
  expect(stage.find('#first-note').hidden).toBe(false);
  expect(stage.note()?.[4]).toBe('- Navigateur : À régler, il manque : module, toSorted');
});

test.each([
  ['a part that does not come', failScript, '/assets/page-1.js'],
  ['a fault', fail, '/assets/page-1.js, Uncaught Error: at'],
  ['a rejection', reject, 'TypeError: no https://gommette.test for'],
] as const)(
  '[NW5] %s is named in the note, without workshop nor secret',
  (_what, act, answered) => {
    const stage = arrive([]);
    act(stage);
    const note = stage.note() ?? [];
    expect(stage.find('#first-fault').hidden).toBe(false);
    expect(note[4]?.trim()).toBe(`- Cette page : À régler, ${answered}`);
    expect(note.join('\n')).not.toMatch(new RegExp(`${secret}|b0000000000001`));
  },
);
function fail({ window }: ReturnType<typeof arrive>): void {
  const message = `Uncaught Error: at /a/b0000000000001#${secret}`;
  const filename = 'https://gommette.test/assets/page-1.js';
  window.dispatchEvent(new window.ErrorEvent('error', { message, filename }));
}
function reject({ window }: ReturnType<typeof arrive>): void {
  const reason = new TypeError(`no https://gommette.test/a/b0000000000001#${secret} for`);
  window.dispatchEvent(Object.assign(new window.Event('unhandledrejection'), { reason }));
}

test('[NW5] what another site or an extension does gets no note', () => {
  const stage = arrive([]);
  const filename = 'moz-extension://abc/content.js';
  stage.window.dispatchEvent(new stage.window.ErrorEvent('error', { message: 'no', filename }));
  expect(stage.find('#first-note').hidden).toBe(true);
});

test('[NW5] the note is selected to be copied, and stays so where copying is refused', () => {
  const stage = arrive(['toSorted']);
  failScript(stage);
  const button = stage.find('#first-note button');
  Object.assign(stage.document, { execCommand: () => false });
  button.click();
  expect(stage.window.getSelection()?.toString()).toBe(stage.note()?.join('\n'));
  expect(words(button)).toBe('Copier la note');
  Object.assign(stage.document, { execCommand: () => true });
  button.click();
  expect(words(button)).toBe('Note copiée');
});
