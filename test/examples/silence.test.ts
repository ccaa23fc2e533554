// Silence never passes: no ready example stays fit for a formal bundle once something identifying or listed is gone.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { assess } from '../../src/assess.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { isSettled } from '../../src/decide/state.ts';
import { codes } from '../../src/findings/areas/index.ts';
import { allPlaces } from '../../src/findings/finding.ts';
import { cache } from '../support/looked.ts';

const root = resolve(import.meta.dirname, '../../examples');
const examples = readdirSync(root)
  .filter((name) => existsSync(join(root, name, 'ready/dossier.yaml')))
  .sort();
const catalog = await openCatalog();

type Yaml = ReturnType<typeof parseDocument>;

/** Of an edition whose call is not out the example is what is expected. */
const folderOf = (example: string): string =>
  join(root, example, existsSync(join(root, example, 'ready')) ? 'ready' : 'expected');

const textOf = (example: string): string => readFileSync(join(folderOf(example), 'dossier.yaml'), 'utf8');

async function outcomeOf(example: string, change: (dossier: Yaml) => void) {
  const dossier = parseDocument(textOf(example));
  change(dossier);
  const bytes = Buffer.from(dossier.toString());
  return assess(
    { folder: folderOf(example), shown: example, file: 'dossier.yaml', bytes, root },
    { catalog, today: '2026-11-28', cache },
  );
}

const stateOf = async (example: string, change: (dossier: Yaml) => void) => (await outcomeOf(example, change)).state;

/** Every key path of the dossier at which a value of this name stands, by id or below a section. */
const fieldsNamed = (dossier: Yaml, name: string): string[][] => {
  const form = (dossier.toJS() as { form?: Record<string, Record<string, unknown>> }).form ?? {};
  return Object.entries(form).flatMap(([section, fields]) =>
    fields !== null && typeof fields === 'object' && Object.hasOwn(fields, name) ? [['form', section, name]] : [],
  );
};

describe.each(examples)('%s', (example) => {
  it('is ready as it is', async () => {
    expect(await stateOf(example, () => undefined)).toBe('ready');
  });

  it('with an empty form, or none, is not settled', async () => {
    expect(['errors', 'incomplete']).toContain(await stateOf(example, (dossier) => dossier.set('form', {})));
    expect(['errors', 'incomplete']).toContain(await stateOf(example, (dossier) => void dossier.delete('form')));
  });

  it('with only the head is not settled', async () => {
    const state = await stateOf(example, (dossier) => {
      for (const part of ['form', 'facts', 'titles', 'attachments', 'claims', 'attestations']) dossier.delete(part);
    });
    expect(['errors', 'incomplete']).toContain(state);
  });

  it.each([
    ['uscc', undefined],
    ['region', null],
    ['founded', ''],
  ] as const)('without %s says that it is missing', async (fact, value) => {
    const [path = [], ...others] = fieldsNamed(parseDocument(textOf(example)), fact);
    expect(others).toEqual([]);
    // Told as missing, which is what the state goes by: without attachments, whose inspection would take most of the time.
    const { findings } = await outcomeOf(example, (dossier) => {
      dossier.delete('attachments');
      if (value === undefined) dossier.deleteIn(path);
      else dossier.setIn(path, value);
    });
    const missing = findings.filter(({ code }) => code === 'identity-missing' || code === 'field-missing');
    expect(missing.flatMap(allPlaces).map((place) => place.path)).toContain(path.join('.'));
  });

  it('without its name says that it is missing', async () => {
    expect(['errors', 'incomplete']).toContain(await stateOf(example, (dossier) => dossier.set('enterprise', null)));
  });

  it('with any listed slot or field empty is not settled', async () => {
    const category = await catalog.open((parseDocument(textOf(example)).toJS() as { category: string }).category);
    const settled: string[] = [];
    for (const slot of category.slots.filter(({ required }) => required)) {
      const state = await stateOf(example, (dossier) => dossier.setIn(['attachments', slot.id], []));
      if (isSettled(state)) settled.push(`attachments.${slot.id}: ${state}`);
    }
    const listed = category.form.sections
      .flatMap(({ items }) => items)
      .filter((item) => item.kind === 'field' && item.required);
    // Told as missing, which is what the state goes by: without attachments, whose inspection would take most of the time.
    for (const { id } of listed) {
      const { findings } = await outcomeOf(example, (dossier) => {
        dossier.delete('attachments');
        for (const path of fieldsNamed(dossier, id)) dossier.deleteIn(path);
      });
      const missing = findings.filter(({ code }) => code === 'field-missing' || code === 'identity-missing');
      const told = missing.flatMap(allPlaces).some(({ path }) => path.startsWith('form.') && path.split('.')[2] === id);
      if (!told) settled.push(`form ${id}`);
    }
    expect(settled).toEqual([]);
    expect([codes['field-missing'].means, codes['identity-missing'].means]).toEqual(['absent', 'absent']);
    expect(category.slots.length + listed.length).toBeGreaterThan(0);
  });
});

const placeholders = ['待补充', '见附件', 'XXX', '同上', '（待定）', '？？', '-', '/', '暂无', 'TBD'];
const worded: ReadonlySet<string> = new Set(['text', 'long_text', 'choice', 'person']);

it.each(examples)('%s: what only holds the place of a text is no answer', async (example) => {
  const { category } = parseDocument(textOf(example)).toJS() as { category: string };
  const { form } = await catalog.open(category);
  const asked = form.sections
    .flatMap(({ items }) => items.map((item) => (item.kind === 'field' && item.required ? item : undefined)))
    .filter((item) => item?.fact !== undefined && worded.has(item.fact.type) && item.options.length === 0);
  const silent: string[] = [];
  for (const [index, item] of asked.entries())
    for (const path of fieldsNamed(parseDocument(textOf(example)), item?.id ?? '')) {
      const at = item?.fact?.type === 'person' ? [...path, 'name'] : path;
      const written = placeholders[index % placeholders.length];
      const { findings } = await outcomeOf(example, (dossier) => {
        dossier.delete('attachments');
        dossier.setIn(at, written);
      });
      const told = findings.filter(({ code }) => code === 'value-placeholder').flatMap(allPlaces);
      if (!told.some((place) => place.path === path.join('.'))) silent.push(`${at.join('.')}: ${written}`);
    }
  expect(silent).toEqual([]);
  expect(codes['value-placeholder'].means).toBe('absent');
});

it('a picture or a document where the electronic original or the sealed form is asked for is told', async () => {
  const papers = '../../jiangsu-2021-product/ready/附件';
  const document = `${papers}/企业管理及信息化建设情况说明/企业管理及信息化建设情况说明.docx`;
  const picture = `${papers}/研发机构、高新技术企业证明/南京市工程技术研究中心认定证书.jpg`;
  const told = async (example: string, slot: string, ...path: (string | number)[]): Promise<string[]> =>
    Promise.all(
      [document, picture].map(async (file) => {
        const change = (dossier: Yaml): void => dossier.setIn(['attachments', slot, ...path, 'file'], file);
        const { findings } = await outcomeOf(example, change);
        const one = findings.find(({ code }) => code === 'slot-type-unexpected');
        return one === undefined ? 'nothing' : `${one.severity} ${one.at.path}`;
      }),
    );
  const both = (at: string): string[] => [`warning ${at}`, `warning ${at}`];
  for (const year of [2025, 2026])
    expect(await told(`national-${year}-little-giant`, 'audit_reports_3y', 0)).toEqual(
      both('attachments.audit_reports_3y[0]'),
    );
  expect(await told('national-2026-srdi-sme', 'audit_reports_2y', 0)).toEqual(both('attachments.audit_reports_2y[0]'));
  // Until 2024 a scan of the report did, and so does one of the form.
  expect(await told('national-2023-little-giant', 'audit_reports_3y', 0)).toEqual(['nothing', 'nothing']);
  for (const example of ['national-2022-srdi-sme', 'national-2023-little-giant', 'national-2026-little-giant'])
    expect(await told(example, 'application_form')).toEqual(['warning attachments.application_form[0]', 'nothing']);
});

it('a title that is said to hold for another time than its term, and a paper that waits for an answer, are told', async () => {
  const example = 'national-2026-little-giant';
  const told = async (change: (dossier: Yaml) => void): Promise<string[]> =>
    (await outcomeOf(example, change)).findings.flatMap(({ code, at }) =>
      code === 'title-beyond-term' || code === 'slot-need-open' ? [`${code} ${at.path}`] : [],
    );
  const until = (day: string) => (dossier: Yaml) => dossier.setIn(['titles', 0, 'valid_until'], day);
  expect(await told(until('2038-12-19'))).toEqual(['title-beyond-term titles[0].valid_until']);
  expect(await told(until('2029-12-19'))).toEqual(['title-beyond-term titles[0].valid_until']);
  expect(await told(until('2028-12-31'))).toEqual([]);
  // A year too early is another day than the term's; half a year may be how a list rounds.
  expect(await told(until('2027-12-19'))).toEqual(['title-beyond-term titles[0].valid_until']);
  expect(await told(until('2028-06-19'))).toEqual([]);
  // 科技型中小企业 is of the year, 高新技术企业 of three.
  const beside = (kind: string, day: string) => (dossier: Yaml) =>
    dossier.setIn(['titles', 1], { kind, granted_on: '2025-07-10', valid_until: day });
  expect(await told(beside('科技型中小企业', '2028-07-09'))).toEqual(['title-beyond-term titles[1].valid_until']);
  expect(await told(beside('科技型中小企业', '2025-12-31'))).toEqual([]);
  expect(await told(beside('高新技术企业', '2029-07-09'))).toEqual(['title-beyond-term titles[1].valid_until']);
  expect(await told(beside('高新技术企业', '2028-07-09'))).toEqual([]);
  const byYear = (dossier: Yaml): void => {
    dossier.deleteIn(['titles', 0, 'granted_on']);
    dossier.setIn(['titles', 0, 'valid_until'], '2029-12-19');
  };
  expect(await told(byYear)).toEqual([]);
  const unanswered = (dossier: Yaml): void => void dossier.deleteIn(['form', 'figures', 'consolidated_figures']);
  expect(await told(unanswered)).toEqual(['slot-need-open attachments.subsidiaries_social_security']);
});

it('what is null or an empty text says as little as what is absent', async () => {
  const example = 'jiangsu-2021-product';
  for (const fact of ['uscc', 'region', 'founded'])
    for (const value of [undefined, null, '']) {
      const [path = []] = fieldsNamed(parseDocument(textOf(example)), fact);
      const state = await stateOf(example, (dossier) => dossier.setIn(path, value));
      expect(['errors', 'incomplete'], `${fact}: ${value}`).toContain(state);
    }
  expect(['errors', 'incomplete']).toContain(await stateOf(example, (dossier) => dossier.set('form', null)));
});

it('an empty form counts what the category lists, never 0/0', async () => {
  for (const { id } of await catalog.list()) {
    const bytes = Buffer.from(`format: 1\ncategory: ${id}\nenterprise: 江苏示例精密机械有限公司\nform: {}\n`);
    const folder = join(root, 'make');
    const outcome = await assess(
      { folder, shown: '.', file: 'dossier.yaml', bytes, root: folder },
      { catalog, today: '2026-11-28' },
    );
    if (outcome.kind !== 'assessed') throw new Error(id);
    expect(outcome.form.required, id).toBeGreaterThan(0);
    expect(outcome.form.filled, id).toBe(0);
    expect(['errors', 'incomplete'], id).toContain(outcome.state);
  }
});

/** What a change of one place tells that the example itself does not; each as `code path`. */
async function newIn(example: string, change: (dossier: Yaml) => void): Promise<string[]> {
  const told = async (one: (dossier: Yaml) => void) =>
    (await outcomeOf(example, one)).findings.flatMap((finding) =>
      allPlaces(finding).map(({ path }) => `${finding.code} ${path}`),
    );
  const before = new Set(await told(() => undefined));
  return (await told(change)).filter((one) => !before.has(one));
}

const set =
  (path: readonly (string | number)[], value: unknown) =>
  (dossier: Yaml): void =>
    dossier.setIn(path, value);

it.each([
  [
    'shenzhen-2021-srdi-sme',
    ['attachments', 'market_share_proof', 'issuer'],
    '待补充',
    'attachments.market_share_proof[0].issuer',
  ],
  [
    'shenzhen-2021-srdi-sme',
    ['attachments', 'market_share_proof', 'issuer'],
    '暂无',
    'attachments.market_share_proof[0].issuer',
  ],
  [
    'jiangsu-2021-giant-innovation',
    ['attachments', 'audit_reports_3y', 0, 'basis'],
    '待补充',
    'attachments.audit_reports_3y[0].basis',
  ],
  ['jiangsu-2021-giant-innovation', ['form', 'financing', '融资轮次'], '待补充', 'form.financing.融资轮次'],
  ['jiangsu-2021-giant-innovation', ['form', 'main_product'], 'XXX', 'form.main_product.主营产品情况'],
  ['jiangsu-2021-giant-innovation', ['form', 'founders', '团队', 0, '职务'], '待定', 'form.founders.团队'],
  ['guangdong-2021-srdi-sme', ['form', 'basics', 'region', 1], '待补充', 'form.basics.region'],
  ['jiangsu-2022-srdi-sme', ['form', 'basics', 'region', 2], '暂无', 'form.basics.region'],
] as const)('%s: no placeholder passes at %j', async (example, path, written, at) => {
  expect(await newIn(example, set(path, written))).toContain(`value-placeholder ${at}`);
});

it('a word for “none” in a cell meets no condition', async () => {
  const outcome = await outcomeOf('shenzhen-2021-srdi-sme', set(['facts', 'market_share', 'position'], '暂无'));
  const { state, criteria = [] } = { criteria: undefined, ...outcome };
  expect(criteria.find(({ id }) => id === 'share-proof-complete')?.decision).toMatchObject({ is: 'undecided' });
  expect(state).toBe('unsettled');
});

it('one paper for two years is told', async () => {
  const files = ['attachments', 'audit_reports_2y'] as const;
  expect(
    await newIn('jiangsu-2022-srdi-sme', (dossier) =>
      dossier.setIn([...files, 0, 'file'], dossier.getIn([...files, 1, 'file'])),
    ),
  ).toContain('file-twice attachments.audit_reports_2y[1]');
});

it.each([
  ['national-2022-srdi-sme', 'application_form', 'business_license'],
  ['national-2022-little-giant', 'certificates', 'market_share_proof'],
  ['national-2025-little-giant', 'declaration', 'business_license'],
] as const)('%s: files of %s and %s in each other’s place are told', async (example, one, other) => {
  const told = await newIn(example, (dossier) => {
    const [a, b] = [dossier.getIn(['attachments', one]), dossier.getIn(['attachments', other])];
    dossier.setIn(['attachments', one], b);
    dossier.setIn(['attachments', other], a);
  });
  expect(told.filter((code) => code.startsWith('slot-misplaced-name'))).toHaveLength(1);
});

it('a field in an open section that is not its own is told, unless it stands in its own as well', async () => {
  const example = 'national-2022-srdi-sme';
  const moved = (dossier: Yaml): void => {
    dossier.setIn(['form', 'refinement', 'segment_years'], 5);
    dossier.deleteIn(['form', 'specialisation', 'segment_years']);
  };
  expect(await newIn(example, moved)).toContain('field-elsewhere form.refinement.segment_years');
  expect(await newIn(example, set(['form', 'refinement', 'segment_years'], 5))).toEqual([]);
});

it('the code of another province, and a paper that is about to expire, are told', async () => {
  const code = set(['form', 'basics', 'uscc'], '91440305MADEM0038W');
  expect(await newIn('national-2022-srdi-sme', code)).toContain('uscc-place form.basics.uscc');
  const cert = (day: string) => set(['form', 'refinement', 'management_certs', 0, 'valid_until'], day);
  const soon = 'row-expires-soon form.refinement.management_certs[0].valid_until';
  expect(await newIn('national-2025-little-giant', cert('2025-05-20'))).toEqual([soon]);
  expect(await newIn('national-2025-little-giant', cert('2025-06-18'))).toEqual([soon]);
  expect(await newIn('national-2025-little-giant', cert('2025-06-19'))).toEqual([]);
  const patent = set(['form', 'innovation', 'class_one_ip', 0, 'valid_until'], '长期');
  expect(await newIn('national-2025-little-giant', patent)).toEqual([
    'patent-term form.innovation.class_one_ip[0].valid_until',
  ]);
});

it.each([
  ['guangdong-2021-srdi-sme', ['form', 'figures', 'main_revenue'], { 2018: 0.58, 2019: 0.687, 2020: 0.823 }],
  ['shenzhen-2021-srdi-sme', ['form', 'figures', 'assets_total'], 0],
] as const)('%s: a figure in 亿元 or of nothing beside its revenue is told', async (example, path, value) => {
  const told = await newIn(example, set(path, value));
  expect(told.some((one) => one.startsWith(`figure-ratio ${path.join('.')}`))).toBe(true);
});

it('a title that must hold and soon will not is told, unless another of its kind holds longer', async () => {
  const [example, path] = ['national-2025-little-giant', ['titles', 0, 'valid_until']] as const;
  const soon = 'title-expires-soon titles[0].valid_until';
  const ending = (day: string) => (dossier: Yaml) => {
    dossier.setIn(['titles', 0, 'granted_on'], '2022-06-19');
    dossier.setIn(path, day);
  };
  expect(await newIn(example, ending('2025-05-20'))).toEqual([soon]);
  expect(await newIn(example, ending('2025-06-18'))).toEqual([soon]);
  expect(await newIn(example, ending('2025-06-19'))).toEqual([]);
  const renewed = (dossier: Yaml): void => {
    ending('2025-05-21')(dossier);
    dossier.addIn(['titles'], {
      kind: '专精特新中小企业',
      level: '省级',
      granted_on: '2025-05-10',
      valid_until: '2028-05-09',
    });
  };
  expect(await newIn(example, renewed)).toEqual([]);
});

it('a claim names pages that there can be', async () => {
  const claim = set(['claims', 0, 'pages'], -2);
  expect(await newIn('national-2023-little-giant', claim)).toContain('value-wrong claims[0].pages');
});

it.each(['national-2025-little-giant', 'national-2026-little-giant', 'national-2026-review'])(
  '%s: a right that is no patent asks for its certificate',
  async (example) => {
    const asked = async (change: (dossier: Yaml) => void): Promise<string[]> =>
      (await outcomeOf(example, change)).findings.flatMap(({ code, at }) =>
        code === 'slot-empty-doubtful' || code === 'slot-empty' ? [at.path] : [],
      );
    expect(await asked(() => undefined)).toEqual([]);
    const layout = (dossier: Yaml): void => {
      const row = ['form', 'innovation', 'class_one_ip', 0];
      dossier.setIn([...row, 'kind'], '集成电路布图设计专有权');
      dossier.setIn([...row, 'number'], 'BS.235000001');
    };
    expect(await asked(layout)).toEqual(['attachments.ip_certificates']);
  },
);

it('an industry that the size standard leaves out is not within it', async () => {
  const outcome = await outcomeOf('national-2026-little-giant', (dossier) =>
    dossier.setIn(['form', 'basics', 'industry'], '6610'),
  );
  if (!('criteria' in outcome)) throw new Error('unreadable');
  expect(outcome.criteria.filter(({ decision }) => decision.is === 'not met').map(({ id }) => id)).toEqual([
    'size-standard-applies',
  ]);
});

const right = (row: number, column: string) => ['form', 'innovation', 'class_one_ip', row, column] as const;
const atRight = (row: number, column: string): string => `form.innovation.class_one_ip[${row}].${column}`;

it.each([
  // The number gives the year of application, the day of it the end of the term.
  [right(0, 'applied_on'), '2019-03-12', `patent-dates ${atRight(0, 'applied_on')}`],
  [right(0, 'applied_on'), '2017-03-12', `patent-term ${atRight(0, 'valid_until')}`],
  [right(0, 'applied_on'), '2018-03-13', undefined],
  [right(4, 'transferred_on'), '2015-02-20', `dates-reversed ${atRight(4, 'transferred_on')}`],
  [right(4, 'transferred_on'), '2021-06-10', undefined],
  // The owners as the certificate lists them, and what the row says of the applicant.
  [right(0, 'owners'), '江苏示例精机密械有限公司', `owners-without-applicant ${atRight(0, 'owners')}`],
  [right(0, 'owners'), '南京示例工学院；江苏示例精密机械有限公司', `owner-rank-differs ${atRight(0, 'rank')}`],
  [right(1, 'rank'), 2, `owner-rank-differs ${atRight(1, 'rank')}`],
  [right(0, 'owners'), '江苏示例精密机械有限公司（专利权人）', undefined],
  [right(0, 'owners'), '本公司', undefined],
  [right(0, 'owners'), '南京示例工学院 江苏示例精密机械有限公司', undefined],
  [right(0, 'owners'), '南京示例工学院与南京示例研究所、江苏示例精密机械有限公司', undefined],
  [right(0, 'owners'), '1.南京示例工学院、2.江苏示例精密机械有限公司', `owner-rank-differs ${atRight(0, 'rank')}`],
  [right(0, 'owners'), '-', undefined],
  [right(1, 'owners'), '同上', undefined],
  [
    ['attachments', 'audit_reports_3y', 0, 'covers'],
    [2024, 2027],
    'evidence-covers-ahead attachments.audit_reports_3y[0].covers',
  ],
  [['attachments', 'declaration', 'covers'], '2027-06', 'evidence-covers-ahead attachments.declaration[0].covers'],
  [['attachments', 'declaration', 'covers'], '2027-05', undefined],
  [['attachments', 'declaration', 'covers'], 2027, undefined],
  [['attachments', 'declaration', 'covers'], 2028, 'evidence-covers-ahead attachments.declaration[0].covers'],
  [['attachments', 'declaration', 'kind'], '待补充', 'value-placeholder attachments.declaration[0].kind'],
] as const)('what another value of the dossier contradicts is told: %j %j', async (path, value, told) => {
  expect(await newIn('national-2027-little-giant', set(path, value))).toEqual(told === undefined ? [] : [told]);
});

it.each([
  [{ 2018: 58900, 2019: 7105, 2020: 8330 }, true],
  [{ 2018: 5890, 2019: 7105, 2020: '8,330.00万元' }, false],
  // What rounding makes of it is one figure; a year that the facts do not give is not compared.
  [{ 2015: 1, 2018: 5890.005 }, false],
  [{ 2020: '-8330' }, true],
  ['8330', false],
] as const)('a figure in an open section is that of the facts: %j', async (value, isTold) => {
  const path = ['form', 'business', '主营业务收入(万元)'] as const;
  const told = await newIn('jiangsu-2021-review-manufacturing', set(path, value));
  expect(told).toEqual(isTold ? ['free-figure-differs form.business.主营业务收入(万元)'] : []);
});

it.each([
  ['7', ['free-figure-differs form.innovation.市场占有率全国排名']],
  ['6', []],
] as const)('so is one of a single year: %s', async (value, told) => {
  const path = ['form', 'innovation', '市场占有率全国排名'];
  expect(await newIn('jiangsu-2021-review-manufacturing', set(path, value))).toEqual(told);
});

const applicant = '江苏示例精密机械有限公司';

it.each([
  [applicant, ['issuer-is-applicant facts.market_share.issuer']],
  ['本公司', ['issuer-is-applicant facts.market_share.issuer']],
  ['江苏省示例机械工业协会', []],
])('a share that %s proves is held against who is said to prove it', async (issuer, told) => {
  const own = set(['facts', 'market_share', 'issuer'], issuer);
  expect(await newIn('jiangsu-2021-product', own)).toEqual(told);
  const outcome = await outcomeOf('jiangsu-2021-product', own);
  const decided = outcome.kind === 'assessed' ? outcome.criteria : [];
  const is = decided.find(({ id }) => id === 'share-proof-third-party')?.decision.is;
  expect(is).toBe(told.length === 0 ? 'met' : 'undecided');
});

it('a share that the applicant is said to prove itself is no contradiction, whatever a rule makes of it', async () => {
  const own = await newIn('national-2023-little-giant', (dossier) => {
    dossier.setIn(['facts', 'market_share', 'issuer'], applicant);
    dossier.setIn(['facts', 'market_share', 'issuer_kind'], '企业自证');
  });
  expect(own.join()).not.toContain('issuer-is-applicant');
});

it.each([
  [applicant, 'audit', ['issuer-is-applicant attachments.audit_reports_3y[0].issuer']],
  ['江苏示例会计师事务所', 'audit', []],
])('an audit report by %s', async (issuer, kind, told) => {
  const audit = (dossier: Yaml): void => {
    dossier.setIn(['attachments', 'audit_reports_3y', 0, 'issuer'], issuer);
    dossier.setIn(['attachments', 'audit_reports_3y', 0, 'kind'], kind);
  };
  expect(await newIn('jiangsu-2021-product', audit)).toEqual(told);
});

it('a rank that is not written follows from the order of the owners', async () => {
  const owners = ['甲公司', '乙公司', '丙公司', applicant];
  const listed = (names: readonly string[]) => (dossier: Yaml) => {
    dossier.setIn(right(0, 'owners'), names.join('、'));
    dossier.deleteIn(right(0, 'rank'));
  };
  const asListed = 'first-three-as-listed form.innovation.ip_among_first_three';
  expect(await newIn('national-2026-little-giant', listed(owners))).toEqual([asListed]);
  expect(await newIn('national-2026-little-giant', listed(owners.slice(1)))).toEqual([]);
});

const proof = (column: string) => ['facts', 'market_share', column] as const;
const decisionOf = async (example: string, change: (dossier: Yaml) => void, criterion: string) => {
  const outcome = await outcomeOf(example, change);
  const decided = outcome.kind === 'assessed' ? outcome.criteria : [];
  return decided.find(({ id }) => id === criterion)?.decision.is;
};

it.each([
  // The level that is stated, against the kind and against the name of whoever issues.
  [{ issuer_level: '县级' }, 'issuer_level', 'undecided'],
  [{ issuer_level: '市级' }, 'issuer_level', 'undecided'],
  [{ issuer_level: '国家级' }, 'issuer_level', 'undecided'],
  [{ issuer: '南京市示例机械工业协会' }, 'issuer_level', 'undecided'],
  [{ issuer: '江宁区示例机械工业协会', issuer_level: '县级', issuer_kind: '其他第三方机构' }, undefined, 'not met'],
  [{ issuer: '中国示例机械工业联合会', issuer_level: '国家级' }, undefined, 'met'],
  [{ issuer: '江苏省区块链协会' }, undefined, 'met'],
  [{ issuer: '江苏省市场协会' }, undefined, 'met'],
  // Who is no office, and whose place is not sure, may stand where it says.
  [{ issuer: '示例咨询（南京市）有限公司', issuer_kind: '大型咨询机构', issuer_level: '国际' }, undefined, 'met'],
  [{ issuer: '苏州工业园区示例协会' }, undefined, 'met'],
  [{ issuer: '深圳市示例协会' }, undefined, 'met'],
] as const)('who certifies a share: %j', async (stated, column, is) => {
  const change = (dossier: Yaml): void => {
    for (const [key, value] of Object.entries(stated)) dossier.setIn(proof(key), value);
    if ('issuer' in stated) dossier.setIn(['attachments', 'market_share_proof', 0, 'issuer'], stated.issuer);
  };
  const told = (await newIn('jiangsu-2021-product', change)).filter((one) => one.startsWith('answers-differ'));
  expect(told).toEqual(column === undefined ? [] : [`answers-differ facts.market_share.${column}`]);
  expect(await decisionOf('jiangsu-2021-product', change, 'share-proof-provincial')).toBe(is);
});

it.each([
  ['市级', '江苏省科学技术厅', true, 'met'],
  ['省级', '南京市科学技术局', true, 'met'],
  ['省级', '江宁区科学技术局', true, 'not met'],
  ['市级', '江宁区科学技术局', true, 'not met'],
  ['国家级', '江苏省工业和信息化厅', true, 'met'],
  ['省级', '江苏省发展和改革委员会', false, 'met'],
  ['国家级', '国家发展改革委', false, 'met'],
  ['省级', '教育部', false, 'met'],
  ['省级', '中国示例工业联合会', false, 'met'],
  ['市级', '中国示例工业联合会', true, 'met'],
  ['市级', '昆山市科学技术局', false, 'met'],
  ['市级', '深圳市科技创新委员会', false, 'met'],
  ['省级', '深圳市科技创新委员会', false, 'met'],
  ['省级', '上海市科学技术委员会', false, 'met'],
  ['省级', '省科学技术厅', false, 'met'],
  ['省级', '江苏省科学技术厅、南京市科学技术局', false, 'met'],
  ['市级', '苏州工业园区管委会科技局', false, 'met'],
] as const)('a body of %s recognised by %s', async (level, by, isTold, is) => {
  const row = ['facts', 'research_bodies', 0] as const;
  const change = (dossier: Yaml): void => {
    dossier.setIn([...row, 'level'], level);
    dossier.setIn([...row, 'recognised_by'], by);
  };
  const told = await newIn('jiangsu-2021-giant-manufacturing', change);
  expect(told.includes('answers-differ facts.research_bodies[0].level')).toBe(isTold);
  // One that is stated too high is no higher than who recognises it, one too low no higher than it is stated.
  expect(await decisionOf('jiangsu-2021-giant-manufacturing', change, 'research-body')).toBe(is);
});

it.each([
  ['第一名', true],
  ['国内前五', true],
  ['国内市场占有率排名第7位', true],
  ['第十六', true],
  ['国内第六', false],
  ['国内前十', false],
  ['全国前6强', false],
  ['江苏省第一，全国第六', false],
  ['全球第二', false],
  ['江苏省内第一', false],
  ['第一梯队', false],
  ['行业领先', false],
])('a standing of %s beside the rank of 6', async (position, isTold) => {
  const told = await newIn('jiangsu-2021-product', set(proof('position'), position));
  expect(told).toEqual(isTold ? ['answers-differ facts.market_share.position'] : []);
});

it.each([
  [['某县示例服务部'], ['answers-differ attachments.market_share_proof[0].issuer']],
  [['江苏省示例机械工业协会 '], []],
  // Where the chain of supply is proved too, one of the papers is the share's.
  [['某县示例服务部', '江苏省示例机械工业协会'], []],
])('the paper of the share by %j', async (issuers, told) => {
  const file = '附件/市场占有率证明/JX系列高精度行星减速器市场占有率证明.pdf';
  const papers = issuers.map((issuer, index) => ({
    file: index === 0 ? file : '附件/供应链证明/供货证明.pdf',
    issuer,
  }));
  const differing = (await newIn('jiangsu-2021-product', set(['attachments', 'market_share_proof'], papers))).filter(
    (one) => one.startsWith('answers-differ'),
  );
  expect(differing).toEqual(told);
});

it.each([
  ['national-2026-little-giant', ['form', 'basics', 'main_product'], applicant, true],
  ['national-2026-little-giant', ['form', 'basics', 'main_product'], '5083', true],
  ['national-2026-little-giant', ['form', 'basics', 'address'], '211100', true],
  ['national-2026-little-giant', ['form', 'basics', 'contact', 'name'], applicant, true],
  ['national-2026-little-giant', ['form', 'basics', 'contact', 'name'], '上海另一家科技有限公司', true],
  ['national-2026-little-giant', ['form', 'basics', 'contact', 'name'], '买买提·阿不都拉', false],
  ['national-2026-little-giant', right(0, 'name'), '20181990001', true],
  ['hubei-2026-name-change', ['form', 'basics', 'former_names', 0], '湖北示例精密机械有限公司', true],
  ['hubei-2026-name-change', ['form', 'basics', 'former_names', 0], '湖北示例机械二厂有限公司', false],
  ['national-2025-little-giant', ['form', 'refinement', 'management_certs', 0, 'number'], '210716', false],
  ['national-2025-little-giant', ['form', 'refinement', 'management_certs', 0, 'issuer'], applicant, false],
] as const)('%s: a text in the wrong field: %j %s', async (example, path, written, isTold) => {
  const told = (await newIn(example, set(path, written))).some((one) => one.startsWith('text-misplaced form.'));
  expect(told).toBe(isTold);
});

it.each([
  ['附件/审计报告/2025年度审计报告.pdf', 2025, false],
  ['附件/审计报告/2025年度审计报告.pdf', 2024, true],
  ['附件/审计报告/2025年度审计报告.pdf', '2024-2025', false],
])('%s is said to cover %s', async (file, covers, isTold) => {
  const told = await newIn('national-2026-little-giant', (dossier) => {
    dossier.setIn(['attachments', 'audit_reports_3y', 2, 'file'], file);
    dossier.setIn(['attachments', 'audit_reports_3y', 2, 'covers'], covers);
  });
  expect(told.includes('answers-differ attachments.audit_reports_3y[2].covers')).toBe(isTold);
});

it.each([
  [{ 2019: 9100, 2020: 9800 }, true],
  [{ 2020: 9800, 2021: 11200 }, false],
  [{ 2021: 11200 }, false],
])('assets of %j are those of the last year too', async (assets, isTold) => {
  const [path = []] = fieldsNamed(parseDocument(textOf('national-2022-srdi-sme')), 'assets_total');
  const told = await newIn('national-2022-srdi-sme', set(path, assets));
  expect(told.includes(`year-last-open ${path.join('.')}`)).toBe(isTold);
});

it('a score of the year before may stand alone', async () => {
  const [path = []] = fieldsNamed(parseDocument(textOf('national-2027-review')), 'evaluation_score');
  expect((await newIn('national-2027-review', set(path, { 2026: 74 }))).join()).not.toContain('year-last-open');
});

it.each([
  ['天河区', 0],
  ['松山湖', 0],
  ['12345', 1],
  ['上海另一家科技有限公司', 1],
])('a region in %s', async (place, count) => {
  const { findings } = await outcomeOf('guangdong-2021-srdi-sme', set(['form', 'basics', 'region', 2], place));
  expect(findings.filter(({ code, severity }) => code === 'region-as-written' && severity === 'warning').length).toBe(
    count,
  );
});

/** What of an outcome a verdict rests on. */
const stateAnd = async (example: string, change: (dossier: Yaml) => void, code: string) => {
  const { state, findings } = await outcomeOf(example, change);
  return [state, findings.filter((one) => one.code === code && one.severity !== 'note').length > 0] as const;
};

it.each([
  'national-2022-little-giant',
  'national-2022-srdi-sme',
  'national-2026-little-giant',
  'national-2026-srdi-sme',
])(
  '%s: a required paper that is said to be another one is not settled, also where only restatements ask for it',
  async (example) => {
    const { category } = parseDocument(textOf(example)).toJS() as { category: string };
    const { slots } = await catalog.open(category);
    const reports = slots.find(({ id }) => id.startsWith('audit_reports'))?.id ?? '';
    const first = ['attachments', reports, 0] as const;
    expect(await stateAnd(example, set([...first, 'kind'], '财务报表'), 'slot-kind-wrong')).toEqual([
      'unsettled',
      true,
    ]);
    const without = (dossier: Yaml): void => void dossier.deleteIn(first);
    expect(await stateAnd(example, without, 'slot-years-missing')).toEqual(['unsettled', true]);
    const month = set(['attachments', 'social_security', 0, 'covers'], '2019-11');
    expect(await stateAnd(example, month, 'slot-month-missing')).toEqual(['unsettled', true]);
    // What does not say what it is, is nothing else.
    const silent = (dossier: Yaml): void => void dossier.deleteIn([...first, 'kind']);
    expect(await stateAnd(example, silent, 'slot-kind-unknown')).toEqual(['submittable', true]);
  },
);

it('a recommendation about a paper only warns, and so does what only we propose', async () => {
  const summary = set(['attachments', 'social_security', 0, 'kind'], '明细');
  expect(await stateAnd('national-2023-little-giant', summary, 'slot-kind-wrong')).toEqual(['submittable', true]);
  const statements = set(['attachments', 'audit_reports_2y', 0, 'kind'], 'statements');
  expect(await stateAnd('shenzhen-2021-srdi-sme', statements, 'slot-kind-wrong')).toEqual(['submittable', true]);
});

it.each(['national-2025-little-giant', 'national-2026-little-giant', 'national-2026-srdi-sme', 'national-2026-review'])(
  '%s: whether the figures are consolidated is asked, as papers hang on it',
  async (example) => {
    const path = ['form', 'figures', 'consolidated_figures'];
    const unanswered = (dossier: Yaml): void => void dossier.deleteIn(path);
    expect(await stateAnd(example, unanswered, 'field-missing')).toEqual(['incomplete', true]);
  },
);

const equity = ['form', 'figures', 'equity_financing'] as const;

it.each([
  // 附件1: 500 in three years; 附件2: 6000 in two, or 2000 below a revenue of 1000.
  ['national-2022-innovative-sme', { 2019: 100, 2020: 100, 2021: 300 }, 'direct_proof', true],
  ['national-2022-innovative-sme', { 2019: 100, 2020: 100, 2021: 299.99 }, 'direct_proof', false],
  ['national-2022-innovative-sme', { 2020: 100, 2021: 600 }, 'direct_proof', false],
  ['national-2022-innovative-sme', undefined, 'direct_proof', false],
  ['national-2022-srdi-sme', { 2020: 3000, 2021: 3000 }, 'equity_proof', true],
  ['national-2022-srdi-sme', { 2020: 3000, 2021: 2999.99 }, 'equity_proof', false],
  ['national-2022-srdi-sme', undefined, 'equity_proof', false],
] as const)('%s: financing of %j asks for %s: %s', async (example, figures, slot, isAsked) => {
  const { findings } = await outcomeOf(example, (dossier) => {
    if (figures === undefined) dossier.deleteIn(equity);
    else dossier.setIn(equity, figures);
    dossier.setIn(['form', 'direct', 'innovation_honour'], '否');
    dossier.deleteIn(['attachments', slot]);
  });
  const told = findings.filter(({ at }) => at.path === `attachments.${slot}`).map(({ code }) => code);
  expect(told).toEqual(isAsked ? ['slot-empty-doubtful'] : []);
});

it.each([
  ['US10123456B2', true],
  ['EP3456789B1', true],
  ['201819900016.3', false],
  ['ZL 2018 1 9900016.3', false],
  ['CN108765432B', false],
])('a patent of %s asks for its certificate: %s', async (number, isAsked) => {
  for (const example of ['national-2025-little-giant', 'national-2026-little-giant']) {
    const { findings } = await outcomeOf(example, set([...right(0, 'number')], number));
    const told = findings.filter(({ at }) => at.path === 'attachments.ip_certificates').map(({ code }) => code);
    expect(told.map((code) => code.replace('-doubtful', ''))).toEqual(isAsked ? ['slot-empty'] : []);
  }
});

it.each([
  ['有', true],
  ['无', true],
  ['没有', true],
  ['没', true],
  ['是', false],
  ['否', false],
  ['√', false],
  ['×', false],
])('%s to a statement that something is not so can be read two ways: %s', async (answer, isTold) => {
  for (const [example, id, criterion] of [
    ['national-2022-little-giant', 'not_abnormal', 'declared-not-abnormal'],
    ['national-2022-little-giant', 'product_allowed', 'declared-product-allowed'],
    ['shenzhen-2021-srdi-sme', 'reports_on_time', 'declared-reports'],
    ['national-2026-little-giant', 'no_data_fraud', 'declared-no-fraud'],
  ] as const) {
    const change = set(['facts', 'declarations', id], answer);
    const told = await newIn(example, change);
    expect(told.includes(`value-ambiguous facts.declarations.${id}`), id).toBe(isTold);
    const isGood = answer === '是' || answer === '√';
    expect(await decisionOf(example, change, criterion)).toBe(isTold ? 'undecided' : isGood ? 'met' : 'not met');
  }
});

it('a word for none names no product, no answer to a follow-up and no person', async () => {
  const held = [{ kind: '专精特新产品', level: '省级', product: 'JX系列高精度行星减速器', valid_until: '2022-11-30' }];
  const unnamed = (dossier: Yaml): void => {
    dossier.setIn(['facts', 'product_name'], '无');
    dossier.set('titles', held);
  };
  expect(await decisionOf('jiangsu-2021-product', unnamed, 'different-product')).toBe('undecided');
  const example = 'national-2023-little-giant';
  const statement = ['form', 'chain', 'gap_filling_statement'];
  expect(await decisionOf(example, set(statement, '无'), 'gap-filling-explained')).toBe('not met');
  const name = ['form', 'basics', 'controls_giant_name'];
  expect(await decisionOf(example, set(name, '无'), 'control-named')).toBe('met');
  const both = (dossier: Yaml): void => {
    dossier.setIn(['form', 'basics', 'controls_giant'], '是');
    dossier.setIn(name, '无');
  };
  expect(await decisionOf(example, both, 'control-named')).toBe('not met');
  // There are enterprises that nobody controls; nobody is called so.
  expect(await stateOf(example, set(['form', 'basics', 'actual_controller'], '无'))).toBe('ready');
  expect(await stateOf(example, set(['form', 'basics', 'contact', 'name'], '无'))).toBe('errors');
});

it('what the paper itself contradicts carries no condition', async () => {
  const proved = set(['facts', 'market_share', 'share'], 9);
  expect(await decisionOf('national-2023-little-giant', proved, 'lg3-market-share')).toBe('undecided');
  expect(await stateOf('national-2023-little-giant', proved)).toBe('unsettled');
  const others = set([...right(0, 'owners')], '示例大学、示例研究院');
  expect(await decisionOf('national-2026-little-giant', others, 'class-one-ip')).toBe('undecided');
  expect(await stateOf('national-2026-little-giant', others)).toBe('unsettled');
});

it('a level alone is no research body', async () => {
  const bodies = ['facts', 'research_bodies'];
  for (const example of ['jiangsu-2021-giant-manufacturing', 'jiangsu-2021-giant-innovation'])
    for (const body of [{ level: '市级' }, { name: '', level: '市级' }])
      expect(await stateOf(example, set(bodies, [body]))).toBe('unsettled');
});
