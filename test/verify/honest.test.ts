// Whatever build packs, verify accepts somewhere else: in another folder, language and time zone, and without the definitions.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { type Changes, changesOf, kinds, ownSchemas, writeDossier } from './honest-dossiers.ts';

/** Dossiers that are built and verified; `HONEST=…` asks for more. */
const runs = Number(process.env.HONEST ?? 8);

const zone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'Asia/Shanghai';
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const built = { packed: 0, final: 0, unsettled: 0, draft: 0 };

async function check(changes: Changes): Promise<void> {
  const parent = emptyFolder();
  const here = join(parent, '甲');
  const there = join(parent, 'b/c');
  for (const folder of [here, there]) mkdirSync(folder, { recursive: true });
  const schemas = ownSchemas(parent);
  const given = changes.kind === 'own' ? ['--schemas', schemas] : [];
  const asOf = changes.asOf === undefined ? [] : ['--as-of', changes.asOf];
  const folder = writeDossier(here, changes);
  const options = ['--draft', '--unsettled', '-o', 'out', ...given, ...asOf, ...changes.options];
  const ran = await zjtx(['build', folder, ...options], { cwd: here });
  const output = join(here, 'out');
  // Of a dossier that cannot be read there is not even a draft.
  const [zip] = ran.code === 2 || !existsSync(output) ? [] : readdirSync(output);
  if (zip === undefined) return;
  built.packed += 1;
  renameSync(join(output, zip), join(there, '收到的.zip'));
  rmSync(folder, { recursive: true });
  process.env.TZ = 'America/Los_Angeles';
  const env = { LANG: 'en_US.UTF-8' };
  const final = /-草稿|-待核实/.exec(zip)?.[0];
  built[final === undefined ? 'final' : final === '-草稿' ? 'draft' : 'unsettled'] += 1;
  for (const known of changes.kind === 'own' ? [[], ['--schemas', schemas]] : [[]]) {
    const asked = final === undefined ? ['--final'] : [];
    const verified = await zjtx(['verify', ...asked, ...known, '收到的.zip'], { cwd: there, env });
    expect(verified, `${JSON.stringify(changes)}\n${verified.stdout}`).toMatchObject({ code: 0, stderr: '' });
  }
  process.env.TZ = 'Asia/Shanghai';
}

/** Facts that no category freezes: known to every receiver, known to none. */
const beside: Changes = {
  kind: 'own',
  lines: [],
  facts: ['former_names: [旧名称有限公司]', 'contact: {name: 林晓雯, phone: 025-52000018}', 'seedling_prize: 一等奖'],
  titles: '',
  beside: [],
  renamed: [],
  removed: [],
  system: true,
  asOf: undefined,
  options: [],
};

const paper = '附件/营业执照/执照.jpg';
/** Claims and figures of facts that only the sender knows: proved, without a value, and with a figure that `differs`. */
const proved = (stated: string, waivers = ''): Changes => ({
  ...beside,
  facts: ['seedling_sum: 12', 'seedling_prize: 一等奖'],
  beside: [
    `attachments:\n  business_license: {file: ${paper}, figures: {seedling_sum: ${stated}, revenue.2020: 8600}}`,
    `claims:\n  - {fact: seedling_sum, file: ${paper}}\n  - {fact: revenue, year: 2020, file: ${paper}}\n  - {fact: seedling_loan, file: ${paper}}\n  - {fact: seedling_prize, file: ${paper}}`,
    waivers,
  ],
});

it.each([
  ['proved', proved('12')],
  ['near', proved('12.004')],
  ['another figure', proved('13')],
  ['not readable', proved('约十二')],
  [
    'waived',
    proved(
      '13',
      'waivers:\n  - {code: evidence-figure-differs, at: attachments.business_license, reason: 口径, by: 林晓雯, until: 2099-12-31}',
    ),
  ],
])('accepts what is said of facts that nobody else knows: %s', async (_name, changes) => {
  const before = built.packed;
  await check(changes);
  expect(built.packed).toBe(before + 1);
});

it('accepts random dossiers of all categories and of an own one', async () => {
  await fc.assert(fc.asyncProperty(changesOf(fc.constantFrom('own', ...kinds)), check), {
    numRuns: runs,
    examples: [[beside]],
  });
  if (process.env.HONEST !== undefined) process.stderr.write(`${JSON.stringify(built)}\n`);
  expect(built.packed).toBeGreaterThan(runs / 2);
}, 1_200_000);
