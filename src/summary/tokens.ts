// The measures of the page: lengths in mm from the top left, line widths and type sizes in pt.

/** Song = Noto Serif SC Regular, Hei = Noto Sans SC Regular. */
export type Face = 'song' | 'hei';

/** Points in a millimetre. */
export const MM = 72 / 25.4;

export const PAGE = {
  width: 210,
  height: 297,
  left: 24,
  right: 194,
  body: 170,
  topFirst: 17,
  top: 26,
  bottom: 275,
} as const;

export const COLOR = {
  ink: '#000000',
  quiet: '#4D4D4D',
  footer: '#333333',
  label: '#F1F2F2',
  section: '#E2E5E8',
  computed: '#E6ECF2',
  accent: '#1F3F66',
  bar: '#C6D1DD',
  red: '#9E2B25',
  ochre: '#7A5200',
  white: '#FFFFFF',
} as const;

export const LINE = { outer: 0.9, inner: 0.4, bad: 1.1, axis: 0.85, mean: 0.7, bar: 0.45, link: 0.5 } as const;

/** How a piece of text is set. */
export type Style = {
  readonly face: Face;
  /** pt */
  readonly size: number;
  /** Distance of baselines, pt. */
  readonly leading: number;
  readonly color?: string;
  /** Bold by outline: line width as a part of the size. */
  readonly stroke?: number;
  /** Space added after each character, em. */
  readonly tracking?: number;
};

const hei = (size: number, leading: number, more: Partial<Style> = {}): Style => ({
  face: 'hei',
  size,
  leading,
  ...more,
});
const song = (size: number, leading: number, more: Partial<Style> = {}): Style => ({
  face: 'song',
  size,
  leading,
  ...more,
});
const BOLD = { stroke: 0.024 };
const QUIET = { color: COLOR.quiet };

/** The roles of text; design.md A1. */
export const TYPE = {
  title: song(22, 34, { stroke: 0.02, tracking: 0.06 }),
  status: hei(12, 14, BOLD),
  tiny: hei(7.5, 10.8),
  tinyQuiet: hei(7.5, 10.8, QUIET),
  coverLabel: hei(9, 18),
  coverValue: song(10.5, 18),
  coverCode: hei(9.5, 18),
  label: hei(9, 13),
  value: song(10.5, 15),
  number: hei(9.5, 15),
  code: hei(9.5, 15),
  computedLabel: hei(9, 12.5),
  computed: hei(10.5, 15, BOLD),
  section: hei(10.5, 14, BOLD),
  body: song(10.5, 16.2),
  bodyLead: hei(10.5, 16.2, { stroke: 0.02 }),
  tableTitle: hei(9, 13, BOLD),
  tableHead: hei(9, 13),
  tableText: song(9, 13),
  tableCode: hei(9, 13),
  appendix: hei(12, 17, BOLD),
  note: hei(8, 12, QUIET),
  small: hei(8, 12),
  smallText: song(8.5, 12),
  digest: hei(7.5, 12),
  metricName: hei(9.5, 13.6, BOLD),
  result: hei(21, 26.6, { stroke: 0.018 }),
  resultUnit: hei(11, 26.6, { stroke: 0.018 }),
  verdict: hei(9.5, 13.6),
  metricLabel: hei(8, 13.3, QUIET),
  metricText: song(9, 13.3),
  metricBold: hei(9.5, 13.3, BOLD),
  check: song(9, 13.9),
  chart: hei(7, 9),
  header: hei(7.5, 10.8),
  footer: hei(7, 10, { color: COLOR.footer }),
  pageNumber: hei(8, 12),
} as const;
