/**
 * A demonstration that begins in the middle: its step is in progress, and people who do not exist
 * have written, voted or committed themselves, so that somebody alone sees what a workshop is.
 * Everything is an event like any other, before the first who comes in.
 */
import type { Board } from '../../shared/board/board.ts';
import type { ActionId, DirectionId, PersonId } from '../../shared/ids.ts';
import type { RehearsalStep } from '../../shared/protocol/http.ts';
import type { Step } from '../../shared/session/agenda/step.ts';
import type { SessionEvent } from '../../shared/session/session.ts';
import { type GroupKey, groupOf, type RoundId } from '../../shared/session/votes/votes.ts';
import { byDirection } from '../../shared/synthesis/by-direction.ts';

/** What they write, under the priorities in turn: French, as the demonstration is. */
const IDEAS = [
  'Publier chaque trimestre les achats à venir',
  'Payer les petites entreprises en quinze jours',
  'Inviter les artisans à visiter les chantiers avant l’appel d’offres',
  'Réserver des heures de chantier aux apprentis',
  'Récupérer l’eau de pluie dans les bâtiments publics',
  'Confier l’entretien des abords à des structures d’insertion',
  'Réemployer le mobilier avant d’en acheter',
  'Publier un bilan que chacun comprend',
  'Annoncer les achats de l’année aux entreprises du territoire',
];
const people = 5;
const nobody = 'demonstration' as PersonId;
const personAt = (place: number) => `demo-${(place % people) + 1}` as PersonId;

/** @returns nothing when there is no such step to begin at */
export function rehearsal(
  board: Board,
  steps: readonly Step[],
  kind: RehearsalStep,
  at: number,
): readonly SessionEvent[] {
  const step = steps.find((one) => one.kind === kind);
  if (!step) return [];
  const act = { at, by: nobody };
  return [{ type: 'step-started', id: step.id, ...act }, ...PLAYED[kind](board, step, act)];
}

type When = { readonly at: number; readonly by: PersonId };
type Play = (board: Board, step: Step, act: When) => readonly SessionEvent[];

const PLAYED: Readonly<Record<RehearsalStep, Play>> = {
  ideas: ({ priorities }) =>
    IDEAS.flatMap((title, place): SessionEvent[] => {
      const priority = priorities[place % priorities.length];
      if (!priority) return [];
      const id = `demo-idea-${place + 1}` as ActionId;
      const personId = personAt(place);
      const draft = { id, personId, priorityId: priority.id, title, description: '' };
      return [{ type: 'draft-written', draft }];
    }),
  vote: (board, step, act) => {
    const id = 'demo-vote' as RoundId;
    return [
      { type: 'round-opened', id, title: step.title, setup: step.vote, ...act },
      ...ballots(board, id, Math.min(2, step.vote.cap)),
    ];
  },
  report: (board) =>
    byDirection(board)
      .filter(({ direction }) => direction !== null)
      .flatMap(({ leads }) => leads.slice(0, 1))
      .map(({ id, leadDirectionId = null }) => ({
        type: 'pledge-set',
        actionId: id,
        directionId: leadDirectionId,
      })),
};

/** Each chooses two actions, the first of the list more than others. */
function ballots(board: Board, roundId: RoundId, dots: number): readonly SessionEvent[] {
  const actions = [...board.numbers.keys()];
  const directions = [...board.directions.keys()];
  return Array.from({ length: people }, (_, place) => place).flatMap((place) =>
    [place % 2, 3 + place * 5].flatMap((index): SessionEvent[] => {
      const actionId = actions[index];
      if (actionId === undefined) return [];
      const group = groupAt(directions, place);
      const ballot = `person:${personAt(place)}`;
      return [{ type: 'vote-cast', roundId, ballot, group, actionId, dots }];
    }),
  );
}

const groupAt = (directions: readonly DirectionId[], place: number): GroupKey =>
  groupOf({
    id: personAt(place),
    directionId: directions[place % Math.max(1, directions.length)] ?? null,
    actorId: null,
  });
