/** What stands in the way where that is known without trying, as a note to hand on. */
import { useState } from 'react';
import type { Obstacle } from '../../../shared/protocol/obstacles.ts';
import { reportOf } from '../../entry/network/report.ts';
import { Note } from './case-told.tsx';

export function ObstacleNote({ known }: { readonly known: Obstacle }) {
  const [at] = useState(Date.now);
  return <Note report={reportOf(known, [], at)} />;
}
