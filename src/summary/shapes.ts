// Shapes of a page as paths in mm from the top left: rectangles, lines, circles.

export type Segment =
  | { readonly to: 'move' | 'line'; readonly x: number; readonly y: number }
  | { readonly to: 'curve'; readonly points: readonly [number, number, number, number, number, number] }
  | { readonly to: 'close' };

/** `width` and `dash` in pt. */
export type Pen = { readonly color: string; readonly width: number; readonly dash?: readonly number[] };

export type Shape = { readonly path: readonly Segment[]; readonly fill?: string; readonly pen?: Pen };

/** What to do with a closed outline. */
export type Paint = { readonly fill?: string; readonly pen?: Pen };

export const rectangle = (x: number, y: number, width: number, height: number, paint: Paint): Shape => ({
  path: polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]),
  ...paint,
});

export const line = (x1: number, y1: number, x2: number, y2: number, pen: Pen): Shape => ({
  path: [
    { to: 'move', x: x1, y: y1 },
    { to: 'line', x: x2, y: y2 },
  ],
  pen,
});

export const polyline = (points: readonly (readonly [number, number])[], pen: Pen): Shape => ({
  path: points.map(([x, y], index) => ({ to: index === 0 ? 'move' : 'line', x, y })),
  pen,
});

export const closed = (points: readonly (readonly [number, number])[], paint: Paint): Shape => ({
  path: polygon(points),
  ...paint,
});

/** Distance of a Bézier handle that makes a quarter circle, as a part of the radius. */
const KAPPA = 0.5523;

export function circle(x: number, y: number, radius: number, paint: Paint): Shape {
  const k = radius * KAPPA;
  const quarter = (a: number, b: number, c: number, d: number, e: number, f: number): Segment => ({
    to: 'curve',
    points: [x + a, y + b, x + c, y + d, x + e, y + f],
  });
  return {
    path: [
      { to: 'move', x: x + radius, y },
      quarter(radius, k, k, radius, 0, radius),
      quarter(-k, radius, -radius, k, -radius, 0),
      quarter(-radius, -k, -k, -radius, 0, -radius),
      quarter(k, -radius, radius, -k, radius, 0),
      { to: 'close' },
    ],
    ...paint,
  };
}

/** The left half of a disc. */
export function halfDisc(x: number, y: number, radius: number, fill: string): Shape {
  const k = radius * KAPPA;
  return {
    path: [
      { to: 'move', x, y: y - radius },
      { to: 'curve', points: [x - k, y - radius, x - radius, y - k, x - radius, y] },
      { to: 'curve', points: [x - radius, y + k, x - k, y + radius, x, y + radius] },
      { to: 'close' },
    ],
    fill,
  };
}

const polygon = (points: readonly (readonly [number, number])[]): Segment[] => [
  ...points.map(([x, y], index): Segment => ({ to: index === 0 ? 'move' : 'line', x, y })),
  { to: 'close' },
];
