/** What stands in the way where that is known without trying, as a note to hand on. */
import { useState } from 'react';
import type { Obstacle } from '../../../shared/protocol/obstacles.ts';
import { refused, reportOf } from '../../entry/network/report.ts';
import { Note } from './case-told.tsx';

export interface ObstacleNoteProps {
  readonly known: Obstacle;
  /** What the device refused, by the names of the platform. */
  readonly missing?: readonly string[];
}

export function ObstacleNote({ known, missing = [] }: ObstacleNoteProps) {
  const [at] = useState(Date.now);
  return <Note report={reportOf(known, refused(known, missing), at)} />;
}
