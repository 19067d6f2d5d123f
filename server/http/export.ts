/**
 * `GET /api/boards/:id/export/:format`: what the workshop leaves with, as a file. With `?names=1`,
 * for facilitators alone, it says who the people are.
 */
import { contentDisposition, fileName } from '../../shared/export/file-name.ts';
import { FORMATS } from '../../shared/export/formats.ts';
import { isFormatId } from '../../shared/protocol/formats.ts';
import { namesOf } from '../store/names.ts';
import { sizeOf } from '../work/fold.ts';
import { sizeOfSession } from '../work/session.ts';
import { createWork } from '../work/work.ts';
import { tooOften } from './access.ts';
import { problem } from './answers.ts';
import { createExportRate } from './export-rate.ts';
import type { HttpParts } from './parts.ts';
import type { Handler } from './routes.ts';

type ExportParts = Pick<HttpParts, 'access' | 'store' | 'rooms' | 'clock'>;

/** How many times as long as a fold an export takes: 250 kB of short cards would hold everybody up. */
const effort = 2;

export function exportFile({ access, store, rooms, clock }: ExportParts): Handler {
  const exports = createWork();
  const rate = createExportRate(clock);
  return async (request, visit) => {
    const isNamed = new URL(request.url).searchParams.get('names') === '1';
    const entered = await (isNamed ? access.byFacilitator : access.byLinkOrTicket)(request, visit);
    if (!entered.ok) return entered.error;
    const { boardId, person } = entered.value;
    const who = person?.id ?? visit.address;
    const { format } = visit.params;
    if (!isFormatId(format)) return problem('unknown-format');
    const early = rate.begin(boardId, who);
    if (early > 0) return tooOften(early);
    const stored = await rooms.stored(boardId);
    if (!stored) return problem('unknown-board'); // purged since the token was looked at

    const { updates, session } = stored;
    const names = isNamed ? namesOf(await store.people(boardId)) : null;
    const now = clock();
    const bytes = sizeOf(updates) + sizeOfSession(session);
    const wait = rate.weigh(boardId, who, bytes);
    if (wait > 0) return tooOften(wait);
    const input = { updates, session, format, names, now };
    const exported = await exports.run('exportFile', input, bytes * effort);
    if (!exported.ok) return problem('newer-board');
    const { territory, bytes: file } = exported.value;
    const { kind, extension, mediaType } = FORMATS[format];
    const day = new Date(now).toISOString().slice(0, 10);
    const name = fileName({ kind, territory, day, extension });
    return new Response(file, {
      headers: { 'content-type': mediaType, 'content-disposition': contentDisposition(name) },
    });
  };
}
