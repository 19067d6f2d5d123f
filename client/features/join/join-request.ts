/** What the join form may send, judged before it is sent by the rules the server holds. */
import type { ActorId, DirectionId } from '../../../shared/ids.ts';
import type { BoardDoor, JoinRequest } from '../../../shared/protocol/http.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** Keys of the texts that say what is wrong. */
export interface JoinErrors {
  readonly name?: 'nameMissing' | 'nameTooLong';
  readonly place?: 'placeMissing';
}

/** As the form holds it; `place` is `''` or one of {@link placeValue}. */
export interface JoinFields {
  readonly name: string;
  readonly place: string;
}

const maxNameCharacters = 60;

export function readJoinForm(door: BoardDoor, fields: JoinFields): Result<JoinRequest, JoinErrors> {
  const name = fields.name.replace(/\s+/gu, ' ').trim();
  const errors: JoinErrors = {
    ...(name === '' && { name: 'nameMissing' }),
    ...([...name].length > maxNameCharacters && { name: 'nameTooLong' }),
    ...(fields.place === '' && isPlaceRequired(door) && { place: 'placeMissing' }),
  };
  if (errors.name || errors.place) return err(errors);
  const [kind, id] = fields.place.split('/');
  return ok({
    name,
    ...(kind === 'direction' && { directionId: id as DirectionId }),
    ...(kind === 'actor' && { actorId: id as ActorId }),
  });
}

/** Facilitators may be of no direction; in a workshop that has none, so is everybody. */
export const isPlaceRequired = (door: BoardDoor): boolean =>
  door.role === 'participant' && hasPlaces(door);

export const hasPlaces = ({ directions, actors }: BoardDoor): boolean =>
  directions.length + actors.length > 0;

/** The value of an option: `direction/dce`. An id never holds a slash. */
export const placeValue = (kind: 'direction' | 'actor', id: string): string => `${kind}/${id}`;
