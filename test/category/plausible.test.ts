// What a folder's own facts.yaml says of its facts is checked when it is read, and holds for the category that uses them.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { thaw } from '../../src/category/thaw.ts';
import { readDocument } from '../../src/document/read.ts';
import { checkPlausible } from '../../src/form/plausible/plausible.ts';
import { validateForm } from '../../src/form/validate.ts';
import { faultsIn, openIn } from './folder.ts';
import { files, id, seedling } from './yunling.ts';

const facts = (lines: string): string => `format: 1\nfacts:\n${lines}`;
const told = (lines: string) => faultsIn({ ...files, 'facts.yaml': facts(lines) }, id);

const exports = '  exports: {type: amount, unit: 万元, yearly: true, meaning: 出口额, part_of: revenue}\n';

describe('what a fact says', () => {
  it.each([
    [
      'of a fact that nobody knows',
      exports.replace('revenue', 'revenu'),
      '3:74-80 fact-name-unknown {"fact":"revenu","nearest":"revenue"}',
    ],
    [
      'of itself',
      exports.replace('revenue', 'exports'),
      '3:74-81 fact-plausible-misfit {"fact":"exports","key":"part_of","to":"exports","why":"itself"}',
    ],
    [
      'of a text',
      exports.replace('revenue', 'address'),
      '3:74-81 fact-plausible-misfit {"fact":"exports","key":"part_of","to":"address","why":"figures"}',
    ],
    [
      'of a figure, and is a text itself',
      '  exports: {type: text, meaning: 出口额, part_of: revenue}\n',
      '3:48-55 fact-plausible-misfit {"fact":"exports","key":"part_of","to":"revenue","why":"figures"}',
    ],
    [
      'of a single figure',
      exports.replace('revenue', 'registered_capital'),
      '3:74-92 fact-plausible-misfit {"fact":"exports","key":"part_of","to":"registered_capital","why":"years"}',
    ],
    [
      'of people',
      exports.replace('revenue', 'employees'),
      '3:74-83 fact-plausible-misfit {"fact":"exports","key":"part_of","to":"employees","why":"units"}',
    ],
    [
      'of an unknown yardstick',
      exports.replace('part_of: revenue', 'per: {head: 1..2}'),
      '3:71-75 fact-name-unknown {"fact":"head"}',
    ],
    [
      'of days that are figures',
      exports.replace('part_of: revenue', 'since: founded'),
      '3:72-79 fact-plausible-misfit {"fact":"exports","key":"since","to":"founded","why":"dates"}',
    ],
    [
      'with days for a figure',
      exports.replace('part_of: revenue', 'range: 2020-01-01..'),
      '3:72-84 fact-plausible-misfit {"fact":"exports","key":"range","why":"type"}',
    ],
    [
      'with no bounds',
      exports.replace('part_of: revenue', 'range: 100'),
      '3:72-75 value-wrong {"key":"range","expected":"text"}',
    ],
    [
      'with bounds the wrong way round',
      exports.replace('part_of: revenue', 'range: 9..1'),
      '3:72-76 value-wrong {"key":"range","expected":"bounds"}',
    ],
    [
      'of a column that is not there',
      '  shops: {type: table, meaning: 门店, fields: {closed: {type: date, meaning: 停业, not_before: opened}}}\n',
      '3:92-98 fact-name-unknown {"fact":"opened"}',
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await told(lines)).toEqual([`facts.yaml:${expected}`]);
  });

  it('of parts in a circle', async () => {
    const circle = `${exports.replace('revenue', 'imports')}${exports.replace('exports', 'imports').replace('revenue', 'exports')}`;
    expect((await told(circle)).map((one) => one.replace(/^\S+ /, ''))).toEqual([
      'fact-plausible-misfit {"fact":"exports","key":"part_of","to":"imports","why":"itself"}',
      'fact-plausible-misfit {"fact":"imports","key":"part_of","to":"exports","why":"itself"}',
    ]);
  });
});

describe('a category of a folder', async () => {
  const withExports = seedling.replace(
    '      revenue: {label: 1、营业收入(万元), years: [Y-4..Y-1]}\n',
    '      revenue: {label: 1、营业收入(万元), years: [Y-4..Y-1]}\n      exports: {label: 其中：出口额(万元), years: [Y-1]}\n',
  );
  const category = await openIn(
    { ...files, 'yunling/2021/seedling.yaml': withExports, 'facts.yaml': facts(exports) },
    id,
  );

  const dossier = `
form:
  basics: {uscc: "91320115MADEM0011B", founded: 2012-03-18, assets_total: 9800, liabilities_total: 3000}
  operations:
    revenue: {2017: 5000, 2018: 6000, 2019: 7000, 2020: 8000}
    exports: 8001
`;
  const { node } = readDocument(Buffer.from(dossier), 'dossier.yaml');
  const said = ({ form, vocabulary }: typeof category) => {
    if (node?.kind !== 'map') throw new Error('no map');
    const part = node.entries[0]?.value;
    const filled = validateForm(form, vocabulary, {
      file: 'dossier.yaml',
      root: node,
      asOf: '2021-08-16',
      ...(part ? { form: part } : {}),
    });
    return checkPlausible({ ...filled, vocabulary }, { asOf: '2021-08-16', cite: () => [] }).findings.map(
      ({ code, at, cite }) => `${code} ${at.path} ${cite.length}`,
    );
  };

  it('has the checks of its facts without a line', () => {
    expect(said(category)).toEqual(['part-above-whole form.operations.exports 0']);
  });

  it('has them in a bundle, where nobody knows the folder', async () => {
    const thawed = thaw(category.flattened, await (await openCatalog()).known());
    if ('detail' in thawed) throw new Error(thawed.detail);
    expect(thawed.sha256).toBe(category.sha256);
    expect(said(thawed)).toEqual(['part-above-whole form.operations.exports 0']);
  });
});
