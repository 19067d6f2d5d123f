/** One view of the synthesis, drawn or as a table, from what it is given alone. */
import type { ComponentType } from 'react';
import type { SynthesisView } from '../../../shared/synthesis/views.ts';
import { CoveragePicture, CoverageTable } from './coverage.tsx';
import { DeadlinesPicture, DeadlinesTable } from './deadlines.tsx';
import type { Drawn } from './drawn.ts';
import { LevelsPicture, LevelsTable } from './levels.tsx';
import { MarkersPicture, MarkersTable } from './markers.tsx';
import { IndicatorsPicture, IndicatorsTable } from './measures.tsx';
import { MissingPicture, MissingTable } from './missing.tsx';

export type Shape = 'picture' | 'table';

const DRAWINGS: Readonly<Record<SynthesisView, Readonly<Record<Shape, ComponentType<Drawn>>>>> = {
  coverage: { picture: CoveragePicture, table: CoverageTable },
  levels: { picture: LevelsPicture, table: LevelsTable },
  deadlines: { picture: DeadlinesPicture, table: DeadlinesTable },
  indicators: { picture: IndicatorsPicture, table: IndicatorsTable },
  missing: { picture: MissingPicture, table: MissingTable },
  markers: { picture: MarkersPicture, table: MarkersTable },
};

export interface SynthesisPictureProps extends Drawn {
  readonly view: SynthesisView;
  readonly shape?: Shape;
}

export function SynthesisPicture({ view, shape = 'picture', ...drawn }: SynthesisPictureProps) {
  const Drawing = DRAWINGS[view][shape];
  return <Drawing {...drawn} />;
}
