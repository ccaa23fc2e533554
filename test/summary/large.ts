// A real form at its largest: full texts, 200 patents, 300 files of long names, optional parts empty, a long name.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { assess } from '../../src/assess.ts';
import type { Assessment, AttachedFile, FilledField, FilledTable } from '../../src/assessment.ts';
import { openCatalog } from '../../src/category/catalog.ts';

export const FORMS = [
  'jiangsu-2021-product',
  'jiangsu-2021-giant-innovation',
  'jiangsu-2021-giant-manufacturing',
  'national-2023-little-giant',
] as const;

export const ROWS = 200;
export const FILES = 300;
export const LETTERS = 3000;
/** 40 characters. */
export const NAME = '江苏省苏州工业园区示例精密机械制造与智能装备研究开发及技术服务集团股份有限公司分';

const catalog = await openCatalog();
const SENTENCE = '公司主营 JX 系列高精度行星减速器，近三年累计销售 4.2 万台，占营业收入 30.15%；';
/** 3,000 characters. */
export const PROFILE = SENTENCE.repeat(LETTERS).slice(0, LETTERS);

/** Name of a file: 80 characters, the last four its number. */
export const longName = (index: number): string =>
  `${'关于高精度行星减速器关键技术研究与产业化项目的验收报告及其附件'.repeat(3).slice(0, 76)}${String(index).padStart(4, '0')}`;

/** What stands in the first column of a row, `行0007`. */
export const rowName = (index: number): string => `行${String(index).padStart(4, '0')}`;

/** The ready example of a form as assessed. */
export async function readyOf(form: string, variant = 'ready'): Promise<Assessment> {
  const folder = resolve(import.meta.dirname, '../../examples', form, variant);
  const bytes = readFileSync(resolve(folder, 'dossier.yaml'));
  const root = resolve(folder, '../..');
  const outcome = await assess(
    { folder, shown: form, file: 'dossier.yaml', bytes, root },
    { catalog, today: '2021-08-16' },
  );
  if (outcome.kind === 'unreadable') throw new Error(form);
  return outcome;
}

/** The form with everything in it that a dossier may hold. */
export function largeOf(assessment: Assessment): Assessment {
  const { form, inventory } = assessment;
  const [sample] = inventory.slots.flatMap(({ files }) => files);
  if (sample === undefined) throw new Error('no file');
  const file = (index: number): AttachedFile => {
    const name = `${longName(index)}.pdf`;
    return { ...sample, name, source: `附件/${name}`, sha256: 'a3f19c07e2b4'.padEnd(64, '0') };
  };
  const share = Math.ceil(FILES / inventory.slots.length);
  const slots = inventory.slots.map((slot, index) => ({
    ...slot,
    files: Array.from({ length: Math.min(share, FILES - index * share) }, (_, at) => file(index * share + at)),
  }));
  const itemOf = (item: FilledField | FilledTable): FilledField | FilledTable =>
    item.kind === 'table' ? longTable(item) : fullText(item);
  const sections = form.sections.map((section) => ({ ...section, items: section.items.map(itemOf) }));
  return { ...assessment, enterprise: NAME, form: { ...form, sections }, inventory: { slots, rows: [] } };
}

function longTable(table: FilledTable): FilledTable {
  const [row] = table.rows;
  const [first] = table.columns;
  if (row === undefined || first === undefined) return table;
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    ...row,
    number: index + 1,
    cells: { ...row.cells, [first.id]: rowName(index) },
  }));
  return { ...table, rows };
}

/** Long texts are full; what is optional is empty. */
function fullText(field: FilledField): FilledField {
  if (field.type === 'long_text') {
    return { ...field, max: LETTERS, count: LETTERS, value: { kind: 'text', text: PROFILE } };
  }
  if (field.required || field.computed !== undefined || field.shows !== undefined) return field;
  const { value: _, ...empty } = field;
  return empty;
}
