/** A page of the wall: what it shows, and what it says above and below in the place of the usual. */
import type { ReactNode } from 'react';
import type { DirectionId } from '../../../shared/ids.ts';

export interface Page {
  readonly node: ReactNode;
  /** Said large in the place of the consigne: words of the workshop, or one of the page's own. */
  readonly heading?: string;
  readonly headingWord?: 'withoutPilot';
  /** In the place of how to join, which page this is and who is here. */
  readonly foot?: ReactNode;
  /** The direction that speaks: the cockpit shows what it may tick. */
  readonly pilotId?: DirectionId;
}

export const plain = (nodes: readonly ReactNode[]): readonly Page[] =>
  nodes.map((node) => ({ node }));
