/** What the cockpit puts forward: one act, what it waits for, and what is left behind. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { newId } from '../../../shared/ids.ts';
import { DEFAULT_VOTE, type RoundId } from '../../../shared/session/votes/votes.ts';
import {
  addActionTo,
  addPriority,
  asked,
  board,
  guest,
  load,
  onDeal,
  onExport,
  openCockpit,
  press,
  session,
  show,
  startStep,
  steps,
  unfold,
} from './cockpit-stage.tsx';

beforeEach(openCockpit);

const primary = () => {
  const now = screen.getByRole('region', { name: 'Étape' });
  const button = now.querySelector('[data-primary]');
  return button?.querySelector('.cockpit-primary-words')?.textContent ?? null;
};
const pressPrimary = () => userEvent.click(document.querySelector('[data-primary]') as HTMLElement);
const write = (priorityId: ReturnType<typeof addPriority>) =>
  board.ask(
    { type: 'draft-write', id: newId(), priorityId, title: 'Une idée', description: '' },
    guest('ben'),
  );
const places = { ideas: 2, break: 4, vote: 5, closing: steps.length - 1 };

test('[CK25] one act stands on top and changes as things go, from the first step to the files', async () => {
  const water = addPriority('Eau');
  board.setOthers([guest('ben'), guest('lea')]);
  show();
  expect(primary()).toBe('Préparer le déroulé');
  load();
  expect(primary()).toBe('Commencer');
  await pressPrimary();
  expect(primary()).toBe('Passer à : Rappel des orientations');
  startStep(places.ideas);
  expect(primary()).toBe('Lancer 15 min');
  await pressPrimary();
  expect(primary()).toBeNull();
  expect(screen.getByText('Personne n’a encore écrit.')).toBeVisible();
  write(water);
  write(water);
  expect(primary()).toBe('Révéler les 2 idées');
  await pressPrimary();
  await press('Révéler');
  expect(primary()).toBe('Passer à : Mise en commun');
  startStep(places.vote);
  expect(primary()).toBe('Ouvrir le vote');
  await pressPrimary();
  await press('vote : open');
  board.ask({ type: 'round-open', id: newId(), title: 'Tour 1', setup: DEFAULT_VOTE });
  expect(primary()).toBe('Clore le vote');
  await pressPrimary();
  await press('vote : close');
});

test('[CK25] the restitution is opened by its name, and the last step ends the workshop', async () => {
  board.setOthers([guest('ben')]);
  load();
  startStep(6);
  await board.ask({ type: 'timer-start', seconds: 60, effect: 'nothing' });
  show();
  expect(primary()).toBe('Ouvrir la restitution');
  startStep(places.closing);
  board.ask({ type: 'timer-start', seconds: 60, effect: 'nothing' });
  expect(primary()).toBe('Terminer l’atelier');
  await pressPrimary();
  expect(session()?.frozen).toBe('facilitator');
  expect(onExport).toHaveBeenCalledOnce();
  expect(primary()).toBe('Exporter');
  expect(screen.getByText('L’atelier est terminé : plus rien ne s’écrit.')).toBeVisible();
});

test('[CK25] nobody can come in yet: the entry is opened first, and whoever must begins all the same', async () => {
  load();
  show();
  expect(primary()).toBe('Ouvrir l’entrée');
  await press(/^Commencer/);
  expect(session()?.current).toBe(steps[0]?.id);
});

test('[CK26] what the step does not need is folded, opened by a press, and folded again by the next', async () => {
  board.setOthers([guest('ben')]);
  load();
  startStep(places.vote);
  show();
  const open = () =>
    [...document.querySelectorAll('.cockpit-section > details[open] > summary h3')].map(
      ({ textContent }) => textContent,
    );
  expect(open()).toEqual(['Vote']);
  await unfold('Minuteur');
  expect(open()).toEqual(['Vote', 'Minuteur']);
  await userEvent.keyboard('n');
  expect(open()).toEqual(['Tables et groupes', 'Tableau']);
});

test('[CK27] before the next step it is said what would stay hidden or open', () => {
  const water = addPriority('Eau');
  board.setOthers([guest('ben')]);
  load();
  startStep(places.ideas);
  write(water);
  board.ask({ type: 'round-open', id: newId(), title: 'Tour 1', setup: DEFAULT_VOTE });
  show();
  expect(
    screen.getByText('1 idée resterait cachée ; le vote « Tour 1 » resterait ouvert'),
  ).toBeVisible();
});

test('[CK28] a step begins with its time, and a break says when one goes on', async () => {
  load();
  startStep(places.break - 1);
  show();
  await press(/^Étape suivante : Pause/);
  expect(asked.at(-1)).toMatchObject({ type: 'step-start', timed: true });
  expect(session()?.timer).toMatchObject({ state: 'running', seconds: 900 });
  const now = within(screen.getByRole('region', { name: 'Étape' }));
  expect(now.getByText(/^Reprise à \d/)).toBeVisible();
});

test('[CK25] once the vote is closed the sheets are dealt, until one is given', async () => {
  const action = addActionTo(addPriority('Eau'));
  board.setOthers([guest('ben')]);
  load();
  startStep(places.vote);
  const id: RoundId = newId();
  board.ask({ type: 'round-open', id, title: 'Tour 1', setup: DEFAULT_VOTE });
  board.ask({ type: 'round-close', id });
  show();
  expect(primary()).toBe('Répartir les fiches');
  await pressPrimary();
  expect(onDeal).toHaveBeenCalledOnce();
  board.neighbour(setSheetField, action, 'assignedTo', 'ben');
  expect(primary()).not.toBe('Répartir les fiches');
});
