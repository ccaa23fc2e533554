// Slips of thirty-six kinds, each mended to the value that was meant or left with an error, never made another value; 2,000 with FIX_CASES=2000.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { type AssessOptions, assess } from '../../src/assess.ts';
import type { Assessment, Outcome } from '../../src/assessment.ts';
import { mendDossier, type Offer } from '../../src/batch/mend.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { readyText } from '../support/ready.ts';

const folder = mkdtempSync(join(tmpdir(), 'zjtx-slips-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Without its files, which no slip is about. */
const clean = readyText.replace(/\nattachments:\n.*$/su, '\n').replace(/^ +file: .*\n/gmu, '');
const lines = clean.split('\n');

type Slip = {
  readonly kind: string;
  readonly of: readonly RegExp[];
  readonly make: (line: string, more: number) => string;
};

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const value = /^( *(?:- )?[\w]+: )([^#]*?)( *(?:#.*)?)$/u;
const valued = (line: string, by: (text: string) => string): string =>
  line.replace(value, (_, head: string, text: string, tail: string) => `${head}${by(text)}${tail}`);
const bare = (text: string): string => text.replaceAll('"', '');
const at = (text: string, index: number, put: string, drop = 0): string =>
  text.slice(0, index) + put + text.slice(index + drop);
const amounts = [/assets_total:/, /liabilities_total:/];
const days = [/ founded:/, /granted_on: 2020-05-12/, /issued_on: 2021-03-02/, /valid_until:/];
const phones = [/phone: "025-50000018"/, /phone: "025-50000026"/];
const mobiles = [/mobile: "13900000018"/, /mobile: "13900000026"/];
const numbers = [/postcode:/, ...phones, ...mobiles, / uscc:/, / industry:/];
const ticks = [/ hi_tech:/, / listed:/];
const keys = [/postcode:/, /rd_staff:/, /assets_total:/, /enterprise_type:/, /key_field:/];
const texts = [/ address:/, /enterprise: 江苏/, /content: 产品/, /name: 低回程/];
const [serials] = [
  new Map([
    ['2016-03-18', 42447],
    ['2020-05-12', 43963],
    ['2021-03-02', 44257],
    ['2023-12-01', 45261],
  ]),
];

const slips: readonly Slip[] = [
  { kind: 'wide colon', of: [...keys, ...days], make: (line) => line.replace(/: */, '：') },
  { kind: 'colon without a space', of: [...keys, ...ticks], make: (line) => line.replace(/: +/, ':') },
  { kind: 'wide colon and space', of: keys, make: (line) => line.replace(/: */, '：　') },
  { kind: 'tab', of: [...keys, ...ticks], make: (line) => line.replace(/^ {4}/, '\t\t') },
  { kind: 'wide indent', of: [...keys, ...ticks], make: (line) => line.replace(/^ {4}/, '　　') },
  {
    kind: 'no-break indent',
    of: [...keys, ...ticks],
    make: (line) => line.replace(/^ {4}/, '\u00a0\u00a0\u00a0\u00a0'),
  },
  {
    kind: 'dash of a text program',
    of: [/- name: 一种/, /- content: 产品/],
    make: (line, more) => line.replace('- ', ['—', '－ ', '• '][more % 3] ?? ''),
  },
  { kind: 'wide comma', of: [/ chains:/], make: (line) => line.replace(', ', '，') },
  { kind: 'Chinese quotes', of: [...texts, ...numbers], make: (line) => valued(line, (text) => `“${bare(text)}”`) },
  { kind: 'wide quotes', of: texts, make: (line) => valued(line, (text) => `＂${bare(text)}＂`) },
  { kind: 'commas', of: amounts, make: (line) => valued(line, (text) => text.replace(/^(\d)/, '$1,')) },
  { kind: 'wide figures', of: [...amounts, / employees:/], make: (line) => valued(line, wide) },
  { kind: 'unit', of: amounts, make: (line) => valued(line, (text) => `${text}万元`) },
  {
    kind: 'other unit',
    of: amounts,
    make: (line) => valued(line, (text) => `${text.replace('.', '')}00元`),
  },
  { kind: 'point of a keyboard', of: amounts, make: (line) => valued(line, (text) => text.replace('.', '。')) },
  {
    kind: 'head count with unit',
    of: [/ employees:/, / rd_staff:/],
    make: (line) => valued(line, (text) => `${text} 人`),
  },
  {
    kind: 'day in words',
    of: days,
    make: (line) => valued(line, (text) => text.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日')),
  },
  { kind: 'day with slashes', of: days, make: (line) => valued(line, (text) => text.replaceAll('-', '/')) },
  { kind: 'day without signs', of: days, make: (line) => valued(line, (text) => text.replaceAll('-', '')) },
  {
    kind: 'day of a spreadsheet',
    of: days,
    make: (line) => valued(line, (text) => String(serials?.get(text) ?? text)),
  },
  { kind: 'wide day', of: days, make: (line) => valued(line, wide) },
  { kind: 'no quotes', of: numbers, make: (line) => valued(line, bare) },
  {
    kind: 'spaces in a number',
    of: mobiles,
    make: (line) => valued(line, (text) => bare(text).replace(/(\d{3})(\d{4})/, '$1 $2 ')),
  },
  {
    kind: 'wide number',
    of: [...mobiles, ...phones, / uscc:/, /postcode:/],
    make: (line) => valued(line, (text) => wide(bare(text))),
  },
  { kind: 'small letters', of: [/ uscc:/], make: (line) => valued(line, (text) => text.toLowerCase()) },
  {
    kind: 'O for nought',
    of: [/ uscc:/],
    make: (line, more) => valued(line, (text) => at(text, [6, 14, 15][more % 3] ?? 6, 'O', 1)),
  },
  {
    kind: 'another digit',
    of: [/ uscc:/],
    make: (line, more) => valued(line, (text) => at(text, 3 + (more % 14), '7', 1)),
  },
  {
    kind: 'zero width',
    of: [...texts, ...numbers, ...amounts],
    make: (line, more) => valued(line, (text) => at(text, 1 + (more % 3), '\u200b')),
  },
  {
    kind: 'control character',
    of: texts,
    make: (line, more) => valued(line, (text) => at(text, 1 + (more % 3), more % 2 === 0 ? '\u0007' : '\u0091')),
  },
  { kind: 'direction', of: texts, make: (line, more) => valued(line, (text) => at(text, 1 + (more % 3), '\u202e')) },
  {
    kind: 'tick',
    of: ticks,
    make: (line, more) =>
      valued(
        line,
        (text) => (text === '是' ? ['√', '有', '对', 'Y', ' 是 '] : ['×', '无', '没有', 'N', '不是'])[more % 5] ?? text,
      ),
  },
  {
    kind: 'choice with spaces',
    of: [/ level: 省级/, /issuer_level:/, /issuer_kind:/, / type: 发明专利/],
    make: (line) => valued(line, (text) => at(text, 1, ' ')),
  },
  {
    kind: 'choice cut short',
    of: [/ level: 省级/, /issuer_level:/, /issuer_kind:/, / type: 发明专利/],
    make: (line, more) => valued(line, (text) => at(text, more % 2, '', 1)),
  },
  {
    kind: 'name in other case',
    of: keys,
    make: (line, more) => line.replace(/\w+/, (key) => (more % 2 ? key.toUpperCase() : key.replace(/_|$/, '-'))),
  },
  {
    kind: 'letter left out of a name',
    of: keys,
    make: (line, more) => line.replace(/\w+/, (key) => at(key, 1 + (more % (key.length - 2)), '', 1)),
  },
  {
    kind: 'region in one text',
    of: [/ region:/],
    make: (line, more) =>
      line.replace(
        /\[.*?\]/,
        ['江苏省南京市江宁区', '江苏 南京 江宁', '江苏省-南京市-江宁区', '江宁区'][more % 4] ?? '',
      ),
  },
];

const catalog = openCatalog();
const dossierOf = (text: string) => ({
  folder,
  shown: '.',
  file: 'dossier.yaml',
  bytes: Buffer.from(text),
  root: folder,
});
const options = async (): Promise<AssessOptions> => ({
  catalog: await catalog,
  today: '2021-08-16',
  asOf: '2021-08-16',
});

/** What the form says, by the places of its fields. */
function valuesOf({ form, enterprise }: Assessment): Readonly<Record<string, string>> {
  const items = form.sections.flatMap(({ items }) => items);
  const shown = items.map((item) => [
    item.at.path,
    JSON.stringify(
      item.kind === 'field' ? item.value : item.rows.map(({ cells }) => cells),
      // 9800 and 9800.00 are one figure.
      (key, value) => (key === 'source' ? undefined : value),
    ),
  ]);
  return { ...Object.fromEntries(shown), enterprise };
}

/** What stands there without a slip. */
const meant = options().then(async (how) => {
  const outcome = (await assess(dossierOf(clean), how)) as Assessment;
  return { values: valuesOf(outcome), errors: errorsOf(outcome) };
});

type How = 'certain' | 'all' | 'agreed';

/** A person who agrees to all agrees to names and signs; which digit of a code is wrong is on its paper. */
const chosen = (how: How) => async (offers: readonly Offer[]) =>
  offers.filter(
    ({ finding: { code, severity }, fix: { is } }) =>
      (how !== 'certain' || severity !== 'note') && (is === 'safe' || (how === 'agreed' && code !== 'uscc-check')),
  );

const errorsOf = ({ findings }: Outcome): readonly string[] =>
  findings.flatMap(({ severity, code, at, also = [] }) =>
    severity === 'error' ? [at, ...also].map(({ path }) => `${code} ${path}`) : [],
  );

/** More than that there are no files, which the category asks for and no case has. */
const isWrong = async (outcome: Outcome): Promise<boolean> => {
  const { errors } = await meant;
  return errorsOf(outcome).some((error) => !errors.includes(error));
};

async function check(slipped: string, mends: How): Promise<'mended' | 'left'> {
  const how = await options();
  const { outcome, bytes } = await mendDossier(dossierOf(slipped), how, chosen(mends));
  const again = await mendDossier({ ...dossierOf(''), bytes }, how, chosen(mends));
  const text = Buffer.from(bytes).toString();
  expect({ text: Buffer.from(again.bytes).toString(), made: again.made }).toEqual({ text, made: [] });
  if (outcome.kind === 'unreadable') return 'left';
  const { values: base } = await meant;
  const read = await assess(dossierOf(slipped), how);
  const before = read.kind === 'assessed' ? valuesOf(read) : {};
  const differs = Object.entries(valuesOf(outcome)).filter(([path, shown]) => base[path] !== shown);
  // Where it is not mended an error says so, and it reads as it did: no value has become another one.
  for (const [path, shown] of differs) if (shown !== undefined) expect([path, shown]).toEqual([path, before[path]]);
  const wrong = await isWrong(outcome);
  expect(differs.length > 0 && !wrong).toBe(false);
  return wrong ? 'left' : 'mended';
}

it('has at least thirty kinds, each of which changes the text', () => {
  expect(slips.length).toBeGreaterThanOrEqual(30);
  for (const { kind, of, make } of slips)
    for (const target of of) {
      const line = lines.find((one) => target.test(one)) ?? '';
      expect(make(line, 0) === line, `${kind} ${target}`).toBe(false);
    }
});

const cases = Number(process.env.FIX_CASES ?? 72);

it('mends each slip to what was meant, or leaves it with an error', { timeout: 600_000 }, async () => {
  const counts = new Map<string, number>();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.nat(),
      fc.constantFrom<How>('certain', 'all', 'agreed'),
      fc.boolean(),
      async (which, more, mends, crlf) => {
        // Every kind as often as any other.
        const slip = slips[number % slips.length] as Slip;
        number += 1;
        const target = slip.of[which % slip.of.length] as RegExp;
        const text = lines.map((line) => (target.test(line) ? slip.make(line, more) : line)).join('\n');
        const became = await check(crlf ? text.replaceAll('\n', '\r\n') : text, mends);
        const key = `${slip.kind}: ${became}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      },
    ),
    { numRuns: cases, endOnFailure: true },
  );
  if (process.env.FIX_CASES !== undefined)
    process.stdout.write(
      [...counts]
        .map((pair) => pair.join(' '))
        .sort()
        .join('\n'),
    );
  expect([...counts.keys()].filter((key) => key.endsWith('mended')).length).toBeGreaterThan(25);
});
