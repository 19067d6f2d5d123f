import type { OpenedWorkshop } from '../state/device.ts';
import type { Answer } from '../sync/http.ts';
import {
  type Download,
  downloadExport,
  type ExportRequest,
  type Followed,
} from '../sync/http-boards.ts';
import { secretOf } from './workshops.ts';

/** An export of the workshop, in the name of whoever asks for it. */
export const downloadWorkshop = (
  workshop: OpenedWorkshop,
  request: ExportRequest,
  followed?: Followed,
): Promise<Answer<Download>> =>
  downloadExport(workshop.boardId, secretOf(workshop), request, followed);
