/** Who has sockets open where: what the limits on people and on sockets are counted with. */
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type { Config } from '../config.ts';

export type OccupancyLimits = Pick<Config, 'maxPeoplePerBoard' | 'maxSocketsPerPerson'>;

/**
 * Counts a socket in.
 * @returns how to count it out, once; or why it may not enter
 */
export type Occupy = (
  board: BoardId,
  person: PersonId,
) => (() => void) | 'boardFull' | 'openElsewhere';

export function createOccupancy({
  maxPeoplePerBoard,
  maxSocketsPerPerson,
}: OccupancyLimits): Occupy {
  const boards = new Map<BoardId, Map<PersonId, number>>();

  return (board, person) => {
    const people = boards.get(board) ?? new Map<PersonId, number>();
    const sockets = people.get(person) ?? 0;
    if (sockets === 0 && people.size >= maxPeoplePerBoard) return 'boardFull';
    if (sockets >= maxSocketsPerPerson) return 'openElsewhere';
    boards.set(board, people.set(person, sockets + 1));
    return () => leave(board, person);
  };

  function leave(board: BoardId, person: PersonId): void {
    const people = boards.get(board);
    const sockets = (people?.get(person) ?? 0) - 1;
    if (sockets > 0) people?.set(person, sockets);
    else people?.delete(person);
    if (people?.size === 0) boards.delete(board);
  }
}
