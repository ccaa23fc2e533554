// What the README says that a dossier may hold is taken.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { printed } from '../scripts/generate/readme.ts';

const root = resolve(import.meta.dirname, '..');

it.each(['README.md', 'README.zh-CN.md'])('what %s writes of attachments and claims is taken', async (name) => {
  const [yaml = ''] =
    /(?:attachments|附件):\n[^`]*(?:claims|数字出处):\n[^`]*/.exec(readFileSync(resolve(root, name), 'utf8')) ?? [];
  const given = readFileSync(resolve(root, 'examples/jiangsu-2021-product/ready/dossier.yaml'), 'utf8');
  const head = given.slice(0, given.search(/^attachments:/m)).replaceAll('\r', '');
  const ran = await printed('validate - -f json', head + yaml);
  const { dossiers } = JSON.parse(ran) as { dossiers: { claims: object[]; findings: { code: string }[] }[] };
  const shape = dossiers[0]?.findings.filter(({ code }) =>
    /^(?:key|value|slot-unknown|claim-fact|evidence-fact)/.test(code),
  );
  expect(shape).toEqual([]);
});
