import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { alikeAmong, alikeTo, type Titled } from '../../../shared/finding/similar.ts';
import type { ActionId } from '../../../shared/ids.ts';

const titled = (title: string, place: number): Titled => ({ id: `t${place}` as ActionId, title });
const demonstration: readonly string[] = (
  JSON.parse(
    readFileSync(new URL('../../../shared/demo/atelier-cotentin.json', import.meta.url), 'utf8'),
  ) as { cards: { title: string }[] }
).cards.map(({ title }) => title);

/** Written by two tables for the same idea. */
const SAME: readonly (readonly [string, string])[] = [
  [
    'Réserver des lots aux entreprises adaptées et aux ESAT',
    'Réserver certains lots à des entreprises adaptées',
  ],
  ['Former les acheteurs aux achats durables', 'Formation des acheteurs à l’achat durable'],
  ['Publier le calendrier prévisionnel des achats', 'Calendrier des achats à publier chaque année'],
  [
    'Réduire les emballages plastiques à la cantine',
    'Supprimer les emballages en plastique dans les cantines',
  ],
  ['Payer les fournisseurs en vingt jours', 'Payer nos fournisseurs sous 20 jours'],
  [
    'Insérer une clause d’insertion dans les marchés de travaux',
    'CLAUSE D’INSERTION DANS TOUS LES MARCHES DE TRAVAUX',
  ],
  ['Rencontrer les PME avant les marchés', 'Rencontrer les PME locales avant chaque marché'],
  ['Mesurer les consommations d’eau', 'Mesure de la consommation d’eau'],
  [
    'Récupérer l’eau de pluie pour les espaces verts',
    'Arroser les espaces verts avec l’eau de pluie',
  ],
  ['Mutualiser les commandes avec les communes', 'Groupements de commandes avec les communes'],
];

test.each(SAME)('[HI8] « %s » resembles « %s »', (one, other) => {
  const titles = [one, other, ...demonstration].map(titled);
  const group = alikeAmong(titles).find(({ ids }) => ids.includes('t0' as ActionId));
  expect(group?.ids).toContain('t1');
});

test('[HI8] fifty-two actions about different things resemble none of the others', () => {
  expect(alikeAmong(demonstration.map(titled))).toEqual([]);
});

test('[HI8] three titles alike make one group, each in one only, closest groups first', () => {
  const titles = [
    'Payer les factures en vingt jours',
    'Former les acheteurs aux achats durables',
    'Acheter des vélos',
    'Formation des acheteurs aux achats durables',
    'Payer nos factures en 20 jours',
    'Former tous les acheteurs à l’achat durable',
    'Verdir la flotte',
    'Acheter des vélos',
  ].map(titled);
  const groups = alikeAmong(titles);
  expect(groups.map(({ ids }) => ids)).toEqual([
    ['t2', 't7'],
    ['t0', 't4'],
    ['t1', 't3', 't5'],
  ]);
  expect(groups.every(({ score }, place) => score <= (groups[place - 1]?.score ?? 1))).toBe(true);
});

test('[HI8] one title is compared with the others, closest first, never with itself', () => {
  const [one, ...others] = [
    'Publier le calendrier des achats',
    'Tenir un clausier',
    'Publier chaque année un calendrier des achats',
    'PUBLIER LE CALENDRIER DES ACHATS',
  ].map(titled);
  if (!one) throw new Error('no title');
  expect(alikeTo(one, [one, ...others])).toEqual(['t3', 't2']);
});

test.each(['', '   ', 'de la', '!!!', '🌳'])('[HI8] « %s » resembles nothing', (title) => {
  expect(alikeAmong([title, title, 'Former les élus'].map(titled))).toEqual([]);
});
