/** Reading a workshop file: cards that cannot be. */
import { describe, expect, test } from 'vitest';
import { readWorkshop } from '../../../shared/file/read.ts';
import { fileOf, readCardWith, readFile, workshopOf } from '../../support/workshop-file.ts';

describe('cards that cannot be', () => {
  test.each<[string, unknown, string]>([
    ['without a priority', { title: 'À sauver' }, 'priorité absente'],
    ['of an unknown priority', { title: 'À sauver', priorityId: 'p9' }, 'priorité « p9 » inconnue'],
    ['of a priority that is no id', { title: 'À sauver', priorityId: { id: 'p1' } }, 'inconnue'],
    ['that is a text', 'À sauver', 'ce n’est pas une carte'],
    ['that is a list', ['À sauver'], 'ce n’est pas une carte'],
  ])('[FI3] a card %s is set aside, content and all', (_what, card, why) => {
    const reading = readFile(fileOf([card, { id: 'c2', priorityId: 'p1', title: 'Reste' }]));
    expect(workshopOf(reading).actions.map(({ title }) => title)).toEqual(['Reste']);
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['set-aside']);
    expect(reading.faults[0]?.message).toContain(why);
    expect(reading.faults[0]?.message).toContain('À sauver');
  });

  test.each<[string, unknown, kind: string, said: string]>([
    ['without a title', undefined, 'name-missing', 'intitulé absent'],
    ['with an empty title', '', 'name-missing', 'intitulé absent'],
    ['with an invisible title', '\u200B \u2060', 'name-missing', 'intitulé absent'],
    ['with a title that is no text', ['Agir'], 'set-aside', 'Agir'],
  ])('[FI3] a card %s is kept, to be completed', (_what, title, kind, said) => {
    const card = { id: 'c1', priorityId: 'p1', description: 'À sauver', title };
    const reading = readFile(fileOf([card, { id: 'c2', priorityId: 'p1', title: 'Reste' }]));
    const { actions } = workshopOf(reading);
    expect(actions).toMatchObject([
      { title: 'Sans titre', description: 'À sauver' },
      { title: 'Reste' },
    ]);
    expect(reading.faults.map((fault) => fault.kind)).toEqual([kind]);
    expect(reading.faults[0]?.message).toContain(said);
    expect(reading.faults[0]?.message).toContain('« Sans titre », à compléter');
  });

  test('[FI3] the content set aside can be read again as it was', () => {
    const card = { title: 'Agir\u202E\u0000', priorityId: 'p9', description: 'a\nb "c" \uD800 é' };
    const [fault] = readFile(fileOf([card])).faults;
    const content = /Contenu : (.*)\.$/s.exec(fault?.message ?? '')?.[1] ?? '';
    expect(JSON.parse(content)).toEqual(card);
    expect(content).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });

  test('[FI3] a content nested too deep to be shown is said to be so', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = JSON.stringify(fileOf([{ title: 'Agir', priorityId: 'p9', x: '@' }]));
    const reading = readWorkshop(text.replace('"@"', deep));
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['set-aside']);
    expect(reading.faults[0]?.message).toContain('priorité « p9 » inconnue');
  });

  test.each<[string, string, number]>([
    ['cards', 'title', 5_000],
    ['priorities', 'title', 60],
    ['directions', 'name', 200],
  ])('[FI16] %s beyond what a board holds are carried by a fault', (key, name, most) => {
    const list = Array.from({ length: most + 2 }, (_, at) => ({
      id: `x${at}`,
      priorityId: 'p1',
      [name]: `N${at}`,
    }));
    const reading = readFile(fileOf([], { [key]: list }));
    const [tooMany] = reading.faults.filter(({ kind }) => kind === 'too-many');
    expect(tooMany?.message).toContain('les 2 en trop');
    const aside = reading.faults.find(({ kind }) => kind === 'set-aside')?.message;
    expect(aside).toContain(`N${most}`);
    expect(aside).toContain(`N${most + 1}`);
  });

  test('[FI16] the 51st constraint of a card is carried by a fault', () => {
    const operatorConstraints = Array.from({ length: 52 }, (_, at) => ({ text: `T${at}` }));
    const reading = readCardWith({ operatorConstraints });
    const kept = workshopOf(reading).actions[0]?.constraints.length ?? 0;
    expect(kept).toBeLessThanOrEqual(50);
    expect(reading.faults.map(({ kind }) => kind)).toEqual(['set-aside']);
    expect(reading.faults[0]?.message).toContain('T51');
  });
});
