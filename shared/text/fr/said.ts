import { frPlural } from '../texts.ts';

/** What is said to whoever listens and shown to nobody: fetched once the board is there. */
export const saidFr = {
  resumed: (allowed: string) => `La pause est finie. ${allowed}`,
  /** @param budget 0 for somebody who does not vote, or not now */
  voteOpened: (title: string, budget: number, cap: number) =>
    budget === 0
      ? `Vote ouvert : ${title}.`
      : `Vote ouvert : ${title}. Vous avez ${frPlural(budget, 'gommette', 'gommettes')}, ${cap} au plus par action.`,
  voteClosed: (title: string) => `Vote clos : ${title}. Les résultats sont visibles.`,
  lost: 'Connexion perdue. Ne fermez pas cette page : ce que vous écrivez y est gardé.',
  lostKept: 'Connexion perdue. Continuez : ce que vous écrivez est gardé sur cet appareil.',
  back: 'Connexion revenue.',
} as const;

export const saidWords = { part: 'said', fr: saidFr } as const;
