// Reads `schemas/lists/size-classes.yaml`, whose bounds and industries the function `size_class` goes by.
import * as z from 'zod';
import { type Node, placeAt } from '../document/node.ts';
import { checkShape, walk } from '../document/shape.ts';
import type { SizeTable } from '../expression/size-class.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';

/** The name of the list that the function needs. */
export const sizeList = 'size-classes';

const bounds = z.array(z.number().nonnegative()).length(3).exactOptional();

const sizeFile = z.looseObject({
  sizes: z.array(z.string()).length(4),
  classes: z.array(z.strictObject({ name: z.string(), employees: bounds, revenue: bounds, assets_total: bounds })),
  mapping: z.array(
    z.strictObject({ class: z.string().nullable(), codes: z.array(z.string()).min(1), note: z.string().optional() }),
  ),
});

/** The table, or what is wrong with the file; an industry that names no class is an unknown list name. */
export function readSizeTable(node: Node, file: string): { data: SizeTable } | { findings: Finding[] } {
  const checked = checkShape(sizeFile, node, () => file);
  if ('findings' in checked) return checked;
  const { sizes, classes, mapping } = checked.data;
  const names = classes.map(({ name }) => name);
  const findings = mapping.flatMap(({ class: name }, index) => {
    if (name === null || names.includes(name)) return [];
    const near = nearest(name, names);
    const path = ['mapping', index, 'class'];
    const at = placeAt(file, path.join('.'), walk(node, path).node.range);
    return [report('list-unknown', near === undefined ? { list: name } : { list: name, nearest: near }, at)];
  });
  if (findings.length > 0) return { findings };
  return {
    data: {
      sizes,
      classes: new Map(classes.map(({ name, ...bounds }) => [name, bounds])),
      mapping: new Map(mapping.flatMap(({ class: name, codes }) => codes.map((code) => [code, name] as const))),
    },
  };
}
