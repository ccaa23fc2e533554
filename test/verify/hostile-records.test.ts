// Records that a stranger made large: refused at the first fault, or told briefly, in memory and time that their size bounds.
import { expect, it } from 'vitest';
import { shortName, uniqueNames } from '../../src/bundle/names.ts';
import { checkJson, parseJson } from '../../src/files/json.ts';
import { assessment as schema } from '../../src/reporters/json-definition.ts';
import { readRecord } from '../../src/verify/record.ts';
import { verify } from '../../src/verify/verify.ts';
import { assessed, catalog, packed } from '../bundle/cheat.ts';
import type { Loose } from '../bundle/forge.ts';

const many = 150_000;
const bounds = { levels: 32, values: 400_000 };

it('is not even parsed when it nests deeper, or holds more, than any', () => {
  expect(readRecord('['.repeat(5_000_000))).toEqual({ detail: 'depth' });
  expect(readRecord(`{"findings":[${'0,'.repeat(2_500_000)}0]}`)).toEqual({ detail: 'size' });
  expect(parseJson(`"${'[{,'.repeat(many)}\\"["`, bounds)).toMatchObject({ json: expect.any(String) });
  expect(parseJson(`${'['.repeat(32)}${']'.repeat(32)}`, bounds)).toMatchObject({ json: expect.anything() });
});

it('is checked as far as the first fault', () => {
  const empty = Array.from({ length: many }, () => ({}));
  const fault = (value: unknown): unknown => checkJson(schema, value);
  expect(fault({ findings: empty })).toMatchObject({ fault: { at: 'format' } });
  expect(fault(Array.from({ length: many }, () => 1))).toEqual({ fault: { at: '', kind: 'invalid_type' } });
  expect(fault([null])).toEqual({ fault: { at: '', kind: 'invalid_type' } });
});

/** The detail of what verify says of a record. */
async function detailOf(change: (document: Loose) => void): Promise<unknown> {
  const path = await packed(await assessed(), { record: change });
  const { findings } = await verify(path, { catalog, final: true });
  return findings.flatMap((one) => ('args' in one && 'detail' in one.args ? [one.args.detail] : []));
}

it.each<[string, string, (document: Loose) => void]>([
  [
    'findings',
    'findings.0.code.invalid_type',
    (document) => {
      document.findings = Array.from({ length: many }, () => ({}));
    },
  ],
  [
    'places',
    'findings.0.at.file.invalid_type',
    (document) => {
      const at = Array.from({ length: many }, () => ({}));
      document.findings = [{ code: 'a', severity: 'note', message: { zh: '', en: '' }, at: at[0], also: at, cite: [] }];
    },
  ],
  [
    'needs',
    'criteria.0.decision.needs.0.invalid_type',
    (document) => {
      document.criteria[0].decision = { is: 'undecided', needs: Array.from({ length: many }, () => 1) };
    },
  ],
  [
    'a kind',
    'criteria.0.decision.is.invalid_union',
    (document) => {
      document.criteria[0].decision = { is: 'maybe' };
      document.findings = [];
      document.claims = Array.from({ length: 50_000 }, () => ({ what: '', value: '', file: '' }));
    },
  ],
  [
    'a member that no copy has',
    '__proto__',
    (document) => {
      document.attachments.slots.find((slot: Loose) => slot.files.length > 0).files[0].traits = JSON.parse(
        '{"__proto__": {"pages": 999}}',
      );
    },
  ],
])('%s', async (_, detail, change) => {
  expect(await detailOf(change)).toEqual([detail]);
});

it('of many findings is told briefly, and no text of it at length', async () => {
  const place = (line: number) => ({
    file: 'dossier.yaml',
    path: `x${line}`,
    line,
    column: 1,
    endLine: line,
    endColumn: 1,
  });
  const path = await packed(await assessed(), {
    record: (document: Loose) => {
      document.findings = Array.from({ length: 8000 }, (_, index) => ({
        code: ['file-missing', 'file-system', 'fact-unknown', 'slot-empty'][index % 4],
        severity: 'error',
        message: { zh: '长'.repeat(100), en: `${index}` },
        at: place(1 + (index % 4000)),
        cite: [],
        args: { file: `${index}` },
        waived: { reason: 'a', by: 'b', until: '2099-12-31' },
      }));
      document.enterprise = '甲'.repeat(1_000_000);
    },
  });
  const { findings } = await verify(path, { catalog, final: true });
  expect(findings.length).toBeGreaterThan(2);
  expect(findings.length).toBeLessThan(300);
  expect(JSON.stringify(findings).length).toBeLessThan(1_000_000);
});

it('names of any length and number are made in time that grows with them', () => {
  expect(shortName('甲'.repeat(50_000), 60)).toBe(`${'甲'.repeat(40)}…${'甲'.repeat(19)}`);
  const names = uniqueNames(
    Array.from({ length: 20_000 }, () => 'a.pdf'),
    60,
  );
  expect([names[0], names[1], names.at(-1)]).toEqual(['a.pdf', 'a-2.pdf', 'a-20000.pdf']);
});
