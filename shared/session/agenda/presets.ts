/**
 * Ready-made agendas, to be adjusted by whoever leads. They are what a workshop contains, as its
 * demonstration is: French, and changed like anything else people write.
 */
import { newId } from '../../ids.ts';
import { FREE_RULES, READ_ONLY, type StepRules, VISIBILITIES } from '../rules.ts';
import { DEFAULT_VOTE, type VoteSetup } from '../votes/votes.ts';
import type { Step, StepKind } from './step.ts';

export const PRESET_IDS = ['half-day', 'remote', 'free'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** The steps of a preset, each with an id of its own: loading twice never gives the same ids. */
export const stepsOf = (preset: PresetId): readonly Step[] =>
  PRESETS[preset].map((step) => ({ id: newId<'step'>(), ...step }));

/** Everybody reads the ideas and puts them together; each text stays with who wrote it. */
const SHARING: StepRules = { ...FREE_RULES, edit: 'own', vote: 'closed' };
const SHEETS: StepRules = { ...READ_ONLY, edit: 'all', comment: 'anyone' };
const REPORT: StepRules = { ...READ_ONLY, comment: 'anyone' };

const step = (
  kind: StepKind,
  title: string,
  minutes: number,
  instruction: string,
  rules: StepRules = READ_ONLY,
  vote: VoteSetup = DEFAULT_VOTE,
): Omit<Step, 'id'> => ({ kind, title, instruction, minutes, rules, anonymous: false, vote });

const priorities = (minutes: number) =>
  step('priorities', 'Rappel des orientations', minutes, 'Écoutez les élus lire leurs priorités.');
const ideas = step(
  'ideas',
  'Idées individuelles',
  15,
  'Écrivez vos idées, une par carte, en commençant par un verbe à l’infinitif.',
  VISIBILITIES.masquée,
);
const sharing = (minutes: number) =>
  step(
    'sharing',
    'Mise en commun',
    minutes,
    'Lisez les idées et rapprochez celles qui se ressemblent, sans en écarter aucune.',
    SHARING,
  );
const pause = (minutes: number) => step('break', 'Pause', minutes, 'Reprise à la fin du minuteur.');
const vote = step(
  'vote',
  'Priorisation',
  10,
  'Posez vos gommettes sur les actions à engager en premier.',
  VISIBILITIES['votes masqués'],
);
const sheets = (minutes: number) =>
  step(
    'sheets',
    'Fiches en sous-groupes',
    minutes,
    'Complétez vos fiches : pilote, échéance, indicateur, contraintes.',
    SHEETS,
  );

export const PRESETS: Readonly<Record<PresetId, readonly Omit<Step, 'id'>[]>> = {
  /** About three hours in a room, the pause included. */
  'half-day': [
    step('welcome', 'Accueil', 15, 'Entrez avec le code affiché, puis présentez-vous en un mot.'),
    priorities(15),
    ideas,
    sharing(35),
    pause(15),
    vote,
    sheets(50),
    step(
      'report',
      'Restitution et engagement',
      25,
      'Chaque direction pilote dit à voix haute ce qu’elle s’engage à faire.',
      REPORT,
    ),
    step('closing', 'Clôture', 5, 'Voici la suite, et son calendrier.'),
  ],
  /** Under two hours, in sequences of half an hour at most: attention at a distance is short. */
  remote: [
    step('welcome', 'Accueil', 10, 'Présentez-vous en un mot, à voix haute ou par écrit.'),
    priorities(10),
    ideas,
    sharing(25),
    pause(5),
    vote,
    sheets(30),
    step('closing', 'Engagement et clôture', 10, 'Chaque pilote dit oui ; voici la suite.', REPORT),
  ],
  free: [step('free', 'Travail libre', 60, '', FREE_RULES)],
};
