/**
 * The actions on show that declare a social or an environmental consideration, beside the national
 * markers. Those count contracts and this counts actions: the two are shown together to be talked
 * about, and say nothing of what the law asks. Only codes count, as at notification: the texts of a
 * sheet often say that there is none.
 */
import type { Board } from '../board/board.ts';
import type { Action, BoardInfo } from '../board/schema.ts';
import { words } from '../lists.ts';
import { actionsOnShow } from './on-show.ts';

const CONSIDERATIONS = ['social', 'environmental'] as const;
export type Consideration = (typeof CONSIDERATIONS)[number];

export interface Marker {
  readonly consideration: Consideration;
  readonly actions: readonly Action[];
  readonly without: readonly Action[];
  /** Share of the actions on show, 0 to 100, rounded; 0 when there are none. */
  readonly percent: number;
  /** Share of contracts it is read against, 0 to 100. */
  readonly marker: number;
}

export interface Markers {
  readonly list: readonly Marker[];
  /** Where the figures come from. */
  readonly source: string;
  /** Actions on show. */
  readonly total: number;
}

/** Plan national pour des achats durables 2022-2025: 30 % and 100 % of contracts by 2025. */
const NATIONAL = {
  social: 30,
  environmental: 100,
  source: 'Plan national pour des achats durables 2022-2025',
} as const;

export function markersOf(board: Board): Markers {
  const actions = actionsOnShow(board);
  const figures = figuresOf(board.info);
  const list = CONSIDERATIONS.map((consideration): Marker => {
    const carrying = actions.filter(CARRIES[consideration]);
    return {
      consideration,
      actions: carrying,
      without: actions.filter((action) => !CARRIES[consideration](action)),
      percent: actions.length === 0 ? 0 : Math.round((100 * carrying.length) / actions.length),
      marker: figures[consideration],
    };
  });
  return { list, source: figures.source, total: actions.length };
}

/** The workshop's own figures; a national source is not lent to figures that are not national. */
function figuresOf({ socialMarker, environmentalMarker, markerSource }: BoardInfo) {
  const social = socialMarker ?? NATIONAL.social;
  const environmental = environmentalMarker ?? NATIONAL.environmental;
  const isNational = social === NATIONAL.social && environmental === NATIONAL.environmental;
  return {
    social,
    environmental,
    source: markerSource ?? (isNational ? NATIONAL.source : ''),
  };
}

const CARRIES: Readonly<Record<Consideration, (action: Action) => boolean>> = {
  social: ({ decpSocial, eforms }) =>
    decpSocial.some(isPromoted) || eforms.some((code) => SOCIAL_CODES.has(code)),
  environmental: ({ decpEnvironmental, eforms }) =>
    decpEnvironmental.some(isPromoted) || eforms.some((code) => ENVIRONMENTAL_CODES.has(code)),
};

/** eForms codes of each kind; those of innovation are of neither. */
const SOCIAL_CODES: ReadonlySet<string> = new Set(
  words`soc-obj acc-all et-eq gen-eq hum-right opp work-cond soc-other`,
);
const ENVIRONMENTAL_CODES: ReadonlySet<string> = new Set(
  words`env-imp biodiv-eco circ-econ clim-adapt clim-mitig pollu-prev water-mar env-other`,
);

/** Declaring that there is no consideration is not carrying one. */
const isPromoted = (code: string): boolean => code !== 'none';
