// The reports for other programs, as files a person can read, and against text that would break out of each format.
import { expect, test } from 'vitest';
import type { Outcome } from '../../src/assessment.ts';
import { report } from '../../src/findings/report.ts';
import { github } from '../../src/reporters/github.ts';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { reporters } from '../../src/reporters/index.ts';
import { junit } from '../../src/reporters/junit.ts';
import { reportedOf } from '../../src/reporters/reported.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { assessment, at, cite, criterion, notMet, program, unreadable } from '../support/assessment.ts';
import { sample } from '../support/sample.ts';

const plain = {
  program,
  language: 'zh',
  width: 100,
  colour: false,
  unicode: true,
  verbose: false,
} as const;
type Language = 'zh' | 'en';
type Name = 'sarif' | 'junit' | 'github' | 'gitlab';
const files: Record<Name, string> = {
  sarif: 'sarif.json',
  junit: 'junit.xml',
  github: 'github.txt',
  gitlab: 'gitlab.json',
};
const all = { sarif, junit, github, gitlab };
const names = ['sarif', 'junit', 'github', 'gitlab'] as const;
const render = (name: Name, outcomes: readonly Outcome[], language: Language = 'zh'): string =>
  all[name].render({ ...plain, language, outcomes: outcomes.map(reportedOf) });

type Sarif = {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly message: { readonly text: string };
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly suppressions: readonly object[];
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly index: number } };
      }[];
    }[];
  }[];
};
type Issue = {
  readonly fingerprint: string;
  readonly check_name: string;
  readonly location: { readonly path: string };
};

const runOf = (outcomes: readonly Outcome[]) => {
  const { runs } = JSON.parse(render('sarif', outcomes)) as Sarif;
  const [run] = runs;
  if (run === undefined || runs.length !== 1) throw new Error(`${runs.length} runs`);
  return run;
};
const issuesOf = (outcomes: readonly Outcome[]) => JSON.parse(render('gitlab', outcomes)) as readonly Issue[];

/** The elements of XML text in their order; throws when it is not well-formed. */
function elements(xml: string): readonly { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] {
  const open: string[] = [];
  const found: { name: string; attributes: Map<string, string> }[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const rest = body.replace(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<>]*")*)(\/?)>/g, (_, close, name, list, empty) => {
    if (close === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
      return '';
    }
    if (empty === '') open.push(name);
    const pairs = [...String(list).matchAll(/ ([a-z]+)="([^"]*)"/g)];
    found.push({ name, attributes: new Map(pairs.map(([, key = '', value = '']) => [key, value])) });
    return '';
  });
  if (open.length > 0) throw new Error(`${open.join()} stay open`);
  const stray = /[<>]|&(?!(?:amp|lt|gt|quot);)|[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(
    rest + [...found.flatMap(({ attributes }) => [...attributes.values()])].join(''),
  );
  if (stray) throw new Error(`${JSON.stringify(stray[0])} is not escaped`);
  return found;
}

const one = assessment({
  folder: '.',
  findings: [report('file-empty', { file: '附件/空.pdf' }, at(4, 3, 9, 'attachments.profile[0]'), { cite: [cite()] })],
});

for (const name of names) {
  test(`${name}: no finding, one, many`, async () => {
    const [stem, ending] = files[name].split('.');
    const reports = { none: [assessment()], one: [one], many: [sample] };
    for (const [count, outcomes] of Object.entries(reports))
      await expect(render(name, outcomes)).toMatchFileSnapshot(`${stem}.${count}.${ending}`);
    await expect(render(name, [sample], 'en')).toMatchFileSnapshot(`${stem}.many.en.${ending}`);
  });

  test(`${name} is on the list`, async () => {
    const [listed] = reporters.filter((one) => one.name === name);
    const report = { ...plain, language: 'zh', outcomes: [reportedOf(sample)] } as const;
    expect(await listed?.render(report)).toBe(render(name, [sample]));
  });
}

const hostile = 'a"b\'c<d>&e]]>f%0Ag\n::error::h\r\u0000\u001b[2J\u202e\ufffe\ud800,i:j [k](http://l)';
const bad: readonly Outcome[] = [
  assessment({
    folder: `夹 #?%${hostile}`,
    findings: [
      notMet('code', hostile, at(1, 4, 6, hostile), { hint: hostile, cite: [cite({ quote: hostile })] }),
      notMet('lifted', hostile, at(2, 4, 6), { waived: { reason: hostile, by: hostile, until: '2021-08-31' } }),
      report('file-empty', { file: hostile }, { ...at(3, 1, 2), file: hostile }),
    ],
    criteria: [
      criterion('code', { title: hostile }),
      criterion('met', { title: hostile, decision: { is: 'met', shown: hostile } }),
      criterion('open', { title: hostile, decision: { is: 'undecided', needs: [hostile] } }),
    ],
  }),
];

test('hostile text stays inside its JSON', () => {
  const run = runOf(bad);
  expect(run.results).toHaveLength(3);
  for (const { location } of run.artifacts) expect(location.uri).toMatch(/^(?:[\w.!~*'()-]|%[0-9A-F]{2}|\/)+$/);
  for (const { message } of run.results) expect(message.text).not.toMatch(/(?<!\\)\[[^\]]*\]\(/);
  expect(issuesOf(bad)).toHaveLength(2);
  for (const name of ['sarif', 'gitlab'] as const) expect(render(name, bad)).not.toMatch(/\\u0000|\\u001b|\u202e/);
});

test('hostile text stays inside its XML', () => {
  const found = elements(render('junit', bad));
  expect(found.filter(({ name }) => name === 'testcase')).toHaveLength(5);
  expect(() => elements('<a>&b;</a>')).toThrow();
  expect(() => elements('<a><b></a></b>')).toThrow();
});

test('hostile text stays inside its workflow command', () => {
  const lines = render('github', bad).trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    const [, properties = '', message = ''] = /^::error ([^:]*)::(.*)$/.exec(line) ?? [];
    expect(properties.split(',').map((each) => each.split('=')[0])).toEqual([
      'file',
      'line',
      'col',
      'endLine',
      'endColumn',
      'title',
    ]);
    expect(message).toContain('f%250Ag');
    expect(message).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(line.replace(/%(?:25|0A|0D|3A|2C)/g, '')).not.toContain('%');
  }
});

test('columns are left out where an annotation spans lines', () => {
  const finding = notMet('long', '长', { ...at(2, 3, 1), endLine: 5 });
  expect(render('github', [assessment({ folder: '.', findings: [finding] })])).toMatch(
    /^::error file=dossier\.yaml,line=2,endLine=5,title=/,
  );
});

test('the counts of JUnit are those of its cases, per suite and in all', () => {
  const found = elements(
    render('junit', [sample, one, unreadable('坏', '', [report('file-empty', { file: 'x' }, at(1, 1, 2))])]),
  );
  const numbers = (key: string): number[] =>
    found.filter(({ name }) => name.startsWith('testsuite')).map(({ attributes }) => Number(attributes.get(key)));
  const cases = (name: string): number => found.filter((each) => each.name === name).length;
  for (const [key, element] of [
    ['tests', 'testcase'],
    ['failures', 'failure'],
    ['skipped', 'skipped'],
  ] as const) {
    const [total, ...suites] = numbers(key);
    // Jenkins knows no sum of the cases that were skipped.
    expect(total, key).toEqual(key === 'skipped' ? Number.NaN : cases(element));
    expect(
      suites.reduce((sum, count) => sum + count, 0),
      key,
    ).toBe(cases(element));
    expect(suites).toHaveLength(3);
  }
});

test('JUnit has the elements and attributes that Jenkins takes, and no others', () => {
  const counts = ['tests', 'failures', 'errors'];
  const taken: Readonly<Record<string, readonly string[]>> = {
    testsuites: ['name', 'time', ...counts],
    testsuite: ['name', 'file', 'time', 'timestamp', 'skipped', ...counts],
    testcase: ['name', 'classname', 'time', 'group'],
    failure: ['type', 'message'],
    error: ['type', 'message'],
    skipped: ['type', 'message'],
    'system-out': [],
  };
  const outcomes = [sample, one, unreadable('坏', '', [report('file-empty', { file: 'x' }, at(1, 1, 2))])];
  for (const { name, attributes } of elements(render('junit', outcomes))) {
    expect(taken[name], name).toBeDefined();
    expect(taken[name], name).toEqual(expect.arrayContaining([...attributes.keys()]));
  }
});

test('notes pass, warnings and errors fail, advice and unknown are never passed', () => {
  const note = report('slot-several', { slots: [{ slot: '质量认证', count: 2 }] }, at(1, 1, 2));
  const warning = report('file-encrypted', { file: 'a' }, at(2, 1, 2));
  const criteria = [
    criterion('advice', { decision: { is: 'advice' } }),
    criterion('unknown', { decision: { is: 'unknown' } }),
    criterion('bare', { decision: { is: 'not met', shown: '2 < 3' } }),
  ];
  const xml = render('junit', [assessment({ findings: [warning, note], criteria })]);
  const after = elements(xml).map(
    ({ name, attributes }) => `${name} ${attributes.get('name') ?? attributes.get('type') ?? ''}`,
  );
  expect(after.slice(2)).toEqual([
    'testcase file-encrypted',
    'failure warning',
    'testcase slot-several',
    'system-out ',
    'testcase advice advice',
    'skipped ',
    'system-out ',
    'testcase unknown unknown',
    'skipped ',
    'system-out ',
    'testcase bare bare',
    'failure error',
  ]);
});

test('every SARIF result has a rule and a listed place; one run for many dossiers', () => {
  const run = runOf([
    sample,
    one,
    unreadable('坏', '', [report('file-empty', { file: 'x' }, { ...at(1, 1, 2), file: '' })]),
  ]);
  expect(run.results).toHaveLength(sample.findings.length + 2);
  for (const { ruleId, ruleIndex, locations } of run.results) {
    expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(locations).toHaveLength(1);
    for (const { physicalLocation } of locations) {
      const { uri, index } = physicalLocation.artifactLocation;
      expect(uri).not.toBe('');
      expect(run.artifacts[index]?.location.uri).toBe(uri);
    }
  }
  expect(new Set(run.tool.driver.rules.map(({ id }) => id)).size).toBe(run.tool.driver.rules.length);
  expect(run.results.map(({ suppressions }) => suppressions.length)).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
});

test.each([
  ['./材料/', '%E6%9D%90%E6%96%99/dossier.yaml'],
  ['../a b', '../a%20b/dossier.yaml'],
  ['a:b', 'a%3Ab/dossier.yaml'],
  ['/srv/a', 'file:///srv/a/dossier.yaml'],
  ['C:/甲', 'file:///C:/%E7%94%B2/dossier.yaml'],
  ['.', 'dossier.yaml'],
])('the URI of the folder %s', (folder, uri) => {
  expect(runOf([assessment({ folder })]).artifacts).toEqual([
    { location: { uri }, hashes: { 'sha-256': 'd'.repeat(64) } },
  ]);
});

test('fingerprints outlast moved lines, and no two are equal', () => {
  const fault = (line: number, path: string) => report('file-empty', { file: 'x' }, at(line, 1, 2, path));
  const before = [fault(1, 'a'), fault(2, 'a'), fault(3, 'b')];
  const moved = before.map((finding) => ({ ...finding, at: { ...finding.at, line: finding.at.line + 7 } }));
  const prints = (findings: typeof before, folder = '甲'): string[] =>
    issuesOf([assessment({ findings, folder })]).map(({ fingerprint }) => fingerprint);
  const keys = (findings: typeof before): string[] =>
    runOf([assessment({ findings })]).results.flatMap(({ partialFingerprints }) => Object.values(partialFingerprints));
  expect(prints(moved)).toEqual(prints(before));
  expect(new Set([...prints(before), ...prints(before, '乙')]).size).toBe(6);
  expect(keys(moved)).toEqual(keys(before));
  expect(keys(before)).toEqual(['file-empty a', 'file-empty a 2', 'file-empty b']);
});
