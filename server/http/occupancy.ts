/** Who has sockets open where: what the limits on people and on sockets are counted with. */
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type { Config } from '../config.ts';
import type { PersonRow } from '../store/store.ts';

export type OccupancyLimits = Pick<Config, 'maxPeoplePerBoard' | 'maxSocketsPerPerson'>;

/**
 * Counts a socket in.
 * @returns how to count it out, once; or why it may not enter
 */
export type Occupy = (
  board: BoardId,
  person: Pick<PersonRow, 'id' | 'role'>,
) => (() => void) | 'boardFull' | 'openElsewhere';

/** In a full board, for those who alone can make room: removing somebody is done from inside. */
const placesToLead = 20;

export function createOccupancy({
  maxPeoplePerBoard,
  maxSocketsPerPerson,
}: OccupancyLimits): Occupy {
  const boards = new Map<BoardId, Map<PersonId, number>>();

  return (board, { id, role }) => {
    const people = boards.get(board) ?? new Map<PersonId, number>();
    const sockets = people.get(id) ?? 0;
    const places = maxPeoplePerBoard + (role === 'facilitator' ? placesToLead : 0);
    if (sockets === 0 && people.size >= places) return 'boardFull';
    if (sockets >= maxSocketsPerPerson) return 'openElsewhere';
    boards.set(board, people.set(id, sockets + 1));
    return () => leave(board, id);
  };

  function leave(board: BoardId, person: PersonId): void {
    const people = boards.get(board);
    const sockets = (people?.get(person) ?? 0) - 1;
    if (sockets > 0) people?.set(person, sockets);
    else people?.delete(person);
    if (people?.size === 0) boards.delete(board);
  }
}
