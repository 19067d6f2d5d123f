/** How the annex looks, for every format with pages: A4, one family of letters, few colours. */

/** On every office suite, or replaced by letters of the same width. */
export const FONT = 'Arial';

/** Hexadecimal, without the sign. Each text has at least 7:1 upon its ground. */
export const COLOURS = {
  ink: '1D2330',
  quiet: '4A515D',
  accent: '1B4F9C',
  /** Between rows: never the only sign of anything. */
  rule: 'C9C3B8',
  ground: 'F5F3EE',
  notice: 'FFF4DA',
  noticeEdge: '744700',
} as const;

/** Millimetres. */
export const PAGE = { width: 210, height: 297, side: 20, top: 18, bottom: 20, footer: 10 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;

/** Points. */
export const SIZES = {
  body: 10,
  small: 8.5,
  lead: 11,
  heading1: 18,
  heading2: 14,
  title: 28,
  subtitle: 14,
} as const;

/** How a text looks: points, lines for the leading; `holds`: on the page of what follows. */
export interface Look {
  readonly size?: number;
  readonly isBold?: true;
  readonly colour?: string;
  readonly after?: number;
  readonly leading?: number;
  readonly holds?: true;
}

const { accent, quiet } = COLOURS;
export const LOOKS = {
  body: { after: 8 },
  territory: { size: SIZES.subtitle, isBold: true, colour: accent, after: 6 },
  title: { size: SIZES.title, isBold: true, after: 6, leading: 1.05 },
  subtitle: { size: SIZES.subtitle, colour: quiet, after: 18 },
  heading1: { size: SIZES.heading1, isBold: true, after: 10, leading: 1.05, holds: true },
  heading2: { size: SIZES.heading2, isBold: true, after: 2, leading: 1.05, holds: true },
  lead: { size: SIZES.lead, after: 8 },
  context: { size: SIZES.small, colour: quiet, after: 8, holds: true },
  note: { size: SIZES.small, colour: quiet, after: 8 },
  cell: { after: 1 },
  label: { isBold: true },
  head: { size: SIZES.small, isBold: true, colour: quiet },
  gap: { size: 5 },
  footer: { size: 8, colour: quiet },
} as const satisfies Readonly<Record<string, Look>>;

/** Hundredths of the width of the page. */
export const LABEL_SHARE = 27;

/** Rows with more characters than this may be cut by the end of a page; others pass to the next. */
export const WHOLE_ROW_CHARACTERS = 1_200;
