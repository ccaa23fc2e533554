// What a definition may not have much of: each excess is refused at its line, before anything is made of it.
import { expect, it } from 'vitest';
import { thaw } from '../../src/category/thaw.ts';
import { faultsIn, openIn } from './folder.ts';
import { base, files, id } from './yunling.ts';

const many = (count: number, one: (at: number) => string) => Array.from({ length: count }, (_, at) => one(at));
const list = (count: number) => many(count, (at) => `o${at}`).join(', ');
const [, years = ''] = /years: \[(.*?)\]/.exec(base) ?? [];

it.each([
  ['years', base.replace(`years: [${years}]`, 'years: [Y-3000000..Y+3000000]'), 'span'],
  ['a year', base.replace(`years: [${years}]`, 'years: [Y-3000000]'), 'span'],
  ['runs of years', base.replace(`years: [${years}]`, `years: [${many(200, () => 'Y-49..Y').join(', ')}]`), 'years'],
  ['options', base.replace('{label: 成立时间}', `{label: 成立时间, options: [${list(1001)}]}`), 'members'],
  [
    'fields',
    base.replace('    fields:\n', `    fields:\n${many(1001, (at) => `      f${at}: {label: x}\n`).join('')}`),
    'members',
  ],
  [
    'an expression',
    base.replace('liabilities_total.at(Y-1) /', `${'1.0 + '.repeat(1000)}liabilities_total.at(Y-1) /`),
    'characters',
  ],
])('%s', async (_name, text, what) => {
  expect(text).not.toBe(base);
  const [fault, ...others] = await faultsIn({ ...files, 'yunling/2021/base.yaml': text }, id);
  expect(fault).toMatch(/^yunling\/2021\/base\.yaml:[2-9]\d?:\d+-/);
  expect(fault).toContain(`definition-too-much {"what":"${what}"`);
  expect(others).toEqual([]);
});

it('facts and lists of a folder too', async () => {
  const facts = `format: 1\nfacts:\n${many(1001, (at) => `  f${at}: {type: text, meaning: x}\n`).join('')}`;
  expect(await faultsIn({ ...files, 'facts.yaml': facts }, id)).toEqual([
    'facts.yaml:3:3-1003:34 definition-too-much {"what":"members","limit":1000}',
  ]);
  const options = many(1001, (at) => `  - {name: o${at}}\n`).join('');
  const lists = { 'lists/own.yaml': `title: x\nsource: {title: x, standing: official}\noptions:\n${options}` };
  expect((await faultsIn({ ...files, ...lists }, id))[0]).toMatch(/^lists\/own\.yaml:4:3-\S+ definition-too-much /);
});

it('a frozen definition from a stranger too', async () => {
  const { flattened } = await openIn(files, id);
  const wide = JSON.parse(flattened) as {
    definition: { form: { basics: { fields: Record<string, { years?: unknown }> } } };
  };
  const field = wide.definition.form.basics.fields.assets_total;
  if (field === undefined) throw new Error('no field');
  field.years = ['Y-3000000..Y'];
  expect(thaw(JSON.stringify(wide), { vocabulary: new Map(), lists: new Map() })).toEqual({
    detail: 'definition-too-much form.basics.fields.assets_total.years[0]',
  });
});
