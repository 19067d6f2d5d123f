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

/** Hundredths of the width of the page. */
export const LABEL_SHARE = 27;

/** Rows with more characters than this may be cut by the end of a page; others pass to the next. */
export const WHOLE_ROW_CHARACTERS = 1_200;
