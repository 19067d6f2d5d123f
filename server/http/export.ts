/** `GET /api/boards/:id/export/:format`: what the workshop leaves with, as a file. */
import { contentDisposition, fileName } from '../../shared/export/file-name.ts';
import { FORMATS, isFormatId } from '../../shared/export/formats.ts';
import type { Clock } from '../clock.ts';
import { sizeOf } from '../rooms/fold.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { createWork } from '../work/work.ts';
import type { Access } from './access.ts';
import { problem } from './answers.ts';
import type { Handler } from './routes.ts';

export function exportFile(access: Access, rooms: Pick<Rooms, 'stored'>, clock: Clock): Handler {
  const exports = createWork();
  return async (request, visit) => {
    const entered = await access.byLinkOrTicket(request, visit);
    if (!entered.ok) return entered.error;
    const { format } = visit.params;
    if (!isFormatId(format)) return problem('unknown-format');
    const stored = await rooms.stored(entered.value.boardId);
    if (!stored) return problem('unknown-board'); // purged since the token was looked at

    const { updates, session } = stored;
    const input = { updates, phases: session.phases, format };
    const { territory, bytes } = await exports.run('exportFile', input, sizeOf(updates));
    const { kind, extension, mediaType } = FORMATS[format];
    const day = new Date(clock()).toISOString().slice(0, 10);
    const name = fileName({ kind, territory, day, extension });
    return new Response(bytes, {
      headers: { 'content-type': mediaType, 'content-disposition': contentDisposition(name) },
    });
  };
}
