// What a definition says of proof: names in files, bases, issuers, figures to prove, words to back.
import { expect, it } from 'vitest';
import { faultsIn, openIn } from './folder.ts';
import { base, files, id } from './yunling.ts';

const within = (text: string) => ({ ...files, 'yunling/2021/base.yaml': text });
const licence = '  business_license: {label: 营业执照, required: true, cite: notice 附件}\n';
const audit = `  audit:
    label: 审计报告
    required: false
    cite: notice 附件
    words: {any: [审计], cite: notice 附件}
    basis: {needs: single, cite: rumour 口径, hint: 补上单体报表。}
    issuer: {cite: notice 附件}
`;
const proof = `
proved: {facts: [revenue, assets_total], years: Y-3..Y-1, cite: notice 二, hint: 写明页次。}
superlatives: {words: [国际领先], tables: [product_evidence], cite: rumour 口径}
`;

it('opens the keys of slots with their clauses', async () => {
  const { slots } = await openIn(within(base.replace(licence, licence + audit)), id);
  expect(slots[1]).toMatchObject({
    words: { any: ['审计'], cite: [{ source: 'notice' }] },
    basis: { cite: [{ source: 'rumour' }], hint: '补上单体报表。' },
    issuer: { cite: [{ source: 'notice' }] },
  });
});

it('opens what is to be proved, with its years, and keeps it in the flattened definition', async () => {
  const opened = await openIn(within(base + proof), id);
  expect(opened.proved).toMatchObject({
    facts: ['revenue', 'assets_total'],
    years: [2018, 2019, 2020],
    hint: '写明页次。',
    cite: [{ source: 'notice' }],
  });
  expect(opened.superlatives).toMatchObject({ words: ['国际领先'], tables: ['product_evidence'] });
  const { definition, facts } = JSON.parse(opened.flattened) as { definition: object; facts: object };
  expect(definition).toHaveProperty('proved.years', 'Y-3..Y-1');
  expect(Object.keys(facts)).toEqual(expect.arrayContaining(['product_evidence', 'assets_total']));
});

it.each([
  [
    'a fact that nobody knows',
    proof.replace('revenue', 'revenu'),
    'fact-name-unknown {"fact":"revenu","nearest":"revenue"}',
  ],
  ['a table that nobody knows', proof.replace('[product_evidence]', '[product_evidences]'), 'fact-name-unknown'],
  ['a source that is not there', proof.replace('notice 二', 'nottice 二'), 'source-unknown'],
  ['no clause', proof.replace(', cite: rumour 口径', ''), 'key-missing'],
])('tells of %s', async (_, text, told) => {
  const faults = await faultsIn(within(base + text), id);
  expect(faults.length).toBe(1);
  expect(faults[0]).toContain(told);
});
