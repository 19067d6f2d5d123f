/** `GET /api/boards/:id/export/:format`: what the workshop leaves with, as a file. */
import { contentDisposition, fileName } from '../../shared/export/file-name.ts';
import { FORMATS, isFormatId } from '../../shared/export/formats.ts';
import type { Clock } from '../clock.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Access } from './access.ts';
import { problem } from './answers.ts';
import type { Handler } from './routes.ts';

export function exportFile(access: Access, rooms: Pick<Rooms, 'read'>, clock: Clock): Handler {
  return async (request, visit) => {
    const entered = await access.byLinkOrTicket(request, visit);
    if (!entered.ok) return entered.error;
    const { format: id } = visit.params;
    if (!isFormatId(id)) return problem('unknown-format');
    const reading = await rooms.read(entered.value.boardId);
    if (!reading) return problem('unknown-board'); // purged since the token was looked at

    const { kind, extension, mediaType, write } = FORMATS[id];
    const { board, session } = reading;
    const day = new Date(clock()).toISOString().slice(0, 10);
    const name = fileName({ kind, territory: board.info.territory ?? '', day, extension });
    return new Response(write(board, session.phases, 'fr'), {
      headers: { 'content-type': mediaType, 'content-disposition': contentDisposition(name) },
    });
  };
}
