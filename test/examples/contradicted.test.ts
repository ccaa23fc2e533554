// What a dossier says against itself is told, and makes no condition easier: an answer beside a certificate, a number beside
// its row, a paper that stands for two, a level beside a name; and a slot asks for the paper of what does not count.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { assess } from '../../src/assess.ts';
import type { Outcome } from '../../src/assessment.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { cache } from '../support/looked.ts';

const root = resolve(import.meta.dirname, '../../examples');
const catalog = await openCatalog();

type Yaml = ReturnType<typeof parseDocument>;
type Change = (dossier: Yaml) => void;

async function outcomeOf(example: string, change: Change): Promise<Outcome> {
  const folder = join(root, example, 'ready');
  const dossier = parseDocument(readFileSync(join(folder, 'dossier.yaml'), 'utf8'));
  change(dossier);
  const bytes = Buffer.from(dossier.toString());
  return assess({ folder, shown: example, file: 'dossier.yaml', bytes, root }, { catalog, today: '2026-11-28', cache });
}

/** What is told but noted. */
const toldOf = ({ findings }: Outcome): string[] =>
  findings.filter(({ severity }) => severity !== 'note').map(({ code, at }) => `${code} ${at.path}`);

const decisionOf = (outcome: Outcome, criterion: string): string | undefined =>
  outcome.kind === 'assessed' ? outcome.criteria.find(({ id }) => id === criterion)?.decision.is : undefined;

const direct = ['form', 'direct'] as const;
const honour = [...direct, 'innovation_honour'] as const;
const isDirect = { kind: '高新技术企业', level: '国家级' };

describe('an answer beside the titles', () => {
  const example = 'national-2022-innovative-sme';
  const told = 'answer-against-paper form.direct.innovation_honour';
  /** Without points only the answer is left to decide. */
  const pointless: Change = (dossier) => {
    dossier.setIn(['form', 'indicators', 'related_ip'], '无');
    dossier.setIn(['form', 'figures', 'rd_expense', 2021], 1);
  };

  it.each([
    ['是', [], [], 'met'],
    ['是', [{ ...isDirect, valid_until: '2022-08-16' }], [], 'met'],
    ['是', [{ ...isDirect, valid_until: '2022-08-15' }], [told], 'undecided'],
    [
      '是',
      [
        { ...isDirect, valid_until: '2022-08-15' },
        { ...isDirect, valid_until: '2025-08-14' },
      ],
      [],
      'met',
    ],
    // The renewal may be the one without a last day.
    ['是', [{ ...isDirect, valid_until: '2022-08-15' }, { kind: '知识产权优势企业' }], [], 'met'],
    ['否', [], ['answer-against-paper attachments.direct_proof[0]'], 'not met'],
    ['否', [{ ...isDirect, valid_until: '2022-08-16' }], [told], 'undecided'],
    [
      '否',
      [{ kind: '科技型中小企业', valid_until: '2022-12-31' }],
      ['answer-against-paper attachments.direct_proof[0]'],
      'not met',
    ],
  ] as const)('%s beside %j', async (answer, titles, findings, is) => {
    const outcome = await outcomeOf(example, (dossier) => {
      pointless(dossier);
      dossier.setIn(honour, answer);
      dossier.set('titles', titles);
    });
    const here = toldOf(outcome).filter((one) => one.startsWith('answer-against-paper'));
    expect(here).toEqual(findings);
    expect(decisionOf(outcome, 'evaluated')).toBe(is);
  });

  it('and the certificate among the papers of a product', async () => {
    const hiTech = ['form', 'basics', 'hi_tech'];
    const until = ['form', 'annex', 'other_evidence', 0, 'valid_until'];
    const no: Change = (dossier) => dossier.setIn(hiTech, '否');
    const product = 'jiangsu-2021-product';
    expect(toldOf(await outcomeOf(product, no))).toEqual(['answer-against-paper form.basics.hi_tech']);
    const ended = await outcomeOf(product, (dossier) => {
      no(dossier);
      dossier.setIn(until, '2021-08-15');
    });
    expect(toldOf(ended)).toEqual(['row-expired form.annex.other_evidence[0].valid_until']);
    // That it has ended is told where it stands, and once.
    const yes = await outcomeOf(product, (dossier) => dossier.setIn(until, '2021-08-15'));
    expect(toldOf(yes)).toEqual(['row-expired form.annex.other_evidence[0].valid_until']);
  });
});

const rights = ['form', 'innovation', 'class_one_ip'] as const;
const right = { owned: '是', applied: '是', obtained: '自主研发', valid_until: '2033-02-08' };

describe('a number beside what its row is', () => {
  const example = 'national-2026-little-giant';
  const [another, papers, counted] = [
    'number-of-another form.innovation.class_one_ip[3].number',
    'slot-empty-doubtful attachments.ip_certificates',
    'class-one-ip form.innovation.class_one_ip',
  ];

  it.each([
    ['国家新药', 'GR202132001234', [counted, another, papers]],
    ['植物新品种', 'BS.235000001', [counted, another, papers]],
    ['国家级农作物品种', '2021SR0000001', [counted, another, papers]],
    ['国家新药', '202219900072.3', [counted, another, papers]],
    ['集成电路布图设计专有权', '软著登字第0000001号', [counted, another, papers]],
    ['集成电路布图设计专有权', 'BS.235000001', [papers]],
    ['植物新品种', 'CNA20201001234', [papers]],
    ['国家新药', '国药准字H20200001', [papers]],
    // Another register may number so, too.
    ['国家级农作物品种', '2022199000723', [papers]],
  ])('%s %s', async (kind, number, findings) => {
    const row = { name: '示例', kind, number, ...right };
    const outcome = await outcomeOf(example, (dossier) => dossier.setIn([...rights, 3], row));
    expect(toldOf(outcome).sort()).toEqual([...findings].sort());
    expect(decisionOf(outcome, 'class-one-ip')).toBe(findings.includes(another) ? 'not met' : 'met');
  });

  it.each([
    ['GR202132001234', true],
    ['ZL201819900016.3', true],
    ['00121Q31234R1M', false],
    ['BS 123456', false],
  ])('a management system %s', async (number, isTold) => {
    const path = ['form', 'refinement', 'management_certs', 0, 'number'];
    const outcome = await outcomeOf('national-2023-little-giant', (dossier) => dossier.setIn(path, number));
    expect(toldOf(outcome).includes('number-of-another form.refinement.management_certs[0].number')).toBe(isTold);
    expect(decisionOf(outcome, 'lg2-certificates')).toBe(isTold ? 'not met' : 'met');
  });

  it.each([
    ['专精特新中小企业', true],
    ['高新技术企业', false],
  ])('a title of %s', async (kind, isTold) => {
    const outcome = await outcomeOf(example, (dossier) =>
      dossier.setIn(['titles', 1], { kind, level: '省级', number: 'GR202332001234', valid_until: '2026-12-12' }),
    );
    expect(toldOf(outcome)).toEqual(isTold ? ['number-of-another titles[1].number'] : []);
  });
});

describe('a slot whose paper is asked for by a row', () => {
  const layout = { name: '芯片', kind: '集成电路布图设计专有权', number: 'BS.235000001', ...right };
  const told = async (row: object): Promise<string[]> =>
    toldOf(await outcomeOf('national-2026-little-giant', (dossier) => dossier.setIn([...rights, 4], row)));

  it('asks for it of a row that contradicts itself, too', async () => {
    expect(await told({ ...layout, transferred_on: '2024-01-01' })).toContain(
      'slot-empty-doubtful attachments.ip_certificates',
    );
  });

  it('says in words of the form what it waits for', async () => {
    const { kind: _, ...unsaid } = { ...layout, number: 'ZL202010000001.1' };
    const outcome = await outcomeOf('national-2026-little-giant', (dossier) => dossier.setIn([...rights, 4], unsaid));
    expect(outcome.findings.find(({ code }) => code === 'slot-need-open')).toMatchObject({
      args: { fields: ['Ⅰ类知识产权 类别'] },
    });
  });
});

describe('one page for two rows', () => {
  const [file, other] = ['附件/知识产权/知识产权应用说明.pdf', '附件/审计报告/2025年度审计报告.pdf'];
  it.each([
    [file, file, ['row-file-twice form.innovation.class_one_ip[2].file']],
    [file, '附件/发展评价/专精特新发展评价得分截图.pdf', []],
    // Several pages may hold several certificates.
    [other, other, []],
  ])('%s and %s', async (first, second, findings) => {
    const outcome = await outcomeOf('national-2026-little-giant', (dossier) => {
      dossier.setIn([...rights, 0, 'file'], first);
      dossier.setIn([...rights, 2, 'file'], second);
    });
    expect(toldOf(outcome)).toEqual(findings);
  });
});

describe('a level beside the name of what is recognised', () => {
  it.each([
    ['南京市工程技术研究中心', '省级', '', true],
    ['江宁区重点实验室', '省级', '', true],
    ['江苏省精密传动工程技术研究中心', '国家级', '', true],
    ['南京市工程技术研究中心', '市级', '', false],
    ['江宁区重点实验室', '市级', '', false],
    ['江苏省精密传动工程技术研究中心', '省级', '', false],
    ['江苏省精密传动工程技术研究中心', '市级', '', false],
    ['南京市示例精密机械有限公司企业技术中心', '省级', '', false],
    ['城市轨道交通工程研究中心', '省级', '', false],
    ['深圳市工程技术研究中心', '省级', '', false],
    ['国家企业技术中心', '国家级', '', false],
    // Who has recognised it says more than its name.
    ['南京市工程技术研究中心', '省级', '江苏省科学技术厅', false],
  ])('%s of %s, recognised by “%s”', async (name, level, by, isTold) => {
    const row = { name, level, ...(by === '' ? {} : { recognised_by: by }) };
    const outcome = await outcomeOf('national-2022-srdi-sme', (dossier) =>
      dossier.setIn(['form', 'innovation', 'research_bodies', 0], row),
    );
    expect(toldOf(outcome)).toEqual(isTold ? ['answers-differ form.innovation.research_bodies[0].level'] : []);
    // As high as its name says, and no higher.
    const points =
      outcome.kind === 'assessed' ? outcome.scorecard?.items.find(({ id }) => id === 'rd-body')?.points : undefined;
    const most = { 国家级: '10', 省级: '8', 市级: '4' }[isTold ? (name.startsWith('江苏省') ? '省级' : '市级') : level];
    expect(points?.most.toFixed()).toBe(most);
  });
});

describe('what is still to come', () => {
  const brands = ['form', 'distinction', 'own_brands'];
  it.each([
    [['商标申请中'], true, 'undecided'],
    [['示例牌(申请中)'], true, 'undecided'],
    [['拟注册商标'], true, 'undecided'],
    [['待补充'], true, 'undecided'],
    [['不清楚'], true, 'undecided'],
    [['示例精密JX', '第二品牌注册中'], true, 'met'],
    [[], false, 'not met'],
    [['无'], false, 'not met'],
    [['申请者'], false, 'met'],
    [['认证中心牌'], false, 'met'],
  ])('brands %j', async (written, isTold, is) => {
    const outcome = await outcomeOf('national-2023-little-giant', (dossier) => dossier.setIn(brands, written));
    expect(toldOf(outcome).includes('value-placeholder form.distinction.own_brands')).toBe(isTold);
    expect(decisionOf(outcome, 'lg3-own-brand')).toBe(is);
    if (isTold) expect(outcome.state).toBe('incomplete');
  });

  it.each([
    ['办理中', true],
    ['正在申请', true],
    ['待颁发', true],
    ['示例QM办210716', false],
  ])('a number that says %s', async (number, isTold) => {
    const path = ['form', 'refinement', 'management_certs', 0, 'number'];
    const outcome = await outcomeOf('national-2023-little-giant', (dossier) => dossier.setIn(path, number));
    const told = ['value-placeholder form.refinement.management_certs[0].number'];
    expect(toldOf(outcome)).toEqual(isTold ? told : []);
  });
});

describe('what no waiver may lift', () => {
  const waived = (code: string, at: string) => [{ code, at, reason: '示例', by: '示例', until: '2026-12-31' }];
  const last = ['titles', 0, 'valid_until'];

  it('a file that is not there leaves its slot empty', async () => {
    const outcome = await outcomeOf('national-2026-little-giant', (dossier) => {
      dossier.setIn(['attachments', 'declaration', 'file'], '附件/没有.pdf');
      dossier.set('waivers', waived('file-missing', 'attachments.declaration'));
    });
    expect(toldOf(outcome).sort()).toEqual(['file-missing attachments.declaration[0]', 'waiver-hard waivers[0].code']);
    expect(outcome.state).toBe('errors');
  });

  it.each(['uscc', 'region', 'founded'])('%s, which says who applies', async (fact) => {
    const outcome = await outcomeOf('national-2026-little-giant', (dossier) => {
      dossier.deleteIn(['form', 'basics', fact]);
      dossier.set('waivers', waived('field-missing', `form.basics.${fact}`));
    });
    expect(toldOf(outcome)).toContain('identity-missing form');
    expect(outcome.state).toBe('incomplete');
    const other = await outcomeOf('national-2026-little-giant', (dossier) => {
      dossier.deleteIn(['form', 'basics', 'contact']);
      dossier.set('waivers', waived('field-missing', 'form.basics.contact'));
    });
    expect(other.state).toBe('ready');
  });

  it('a name that is not given', async () => {
    const outcome = await outcomeOf('national-2026-little-giant', (dossier) => {
      dossier.delete('enterprise');
      dossier.set('waivers', waived('enterprise-missing', 'enterprise'));
    });
    expect(outcome.state).toBe('errors');
  });

  it('a last day that cannot be read is none that may be derived', async () => {
    const outcome = await outcomeOf('national-2026-little-giant', (dossier) => {
      dossier.setIn(last, '2026-02-30');
      dossier.set('waivers', waived('date-unreadable', 'titles[0].valid_until'));
    });
    expect(decisionOf(outcome, 'provincial-title')).toBe('undecided');
    expect(outcome.state).toBe('unsettled');
    const unsaid = await outcomeOf('national-2026-little-giant', (dossier) => void dossier.deleteIn(last));
    expect(decisionOf(unsaid, 'provincial-title')).toBe('met');
  });
});

describe('a waiver and a word', () => {
  const share = ['form', 'figures', 'main_revenue'];
  const code = 'main-revenue-share';

  it.each([
    ['主管部门已书面同意', '张三', []],
    ['无', '张三', ['value-placeholder waivers[0].reason']],
    ['待补充', '张三', ['value-placeholder waivers[0].reason']],
    ['主管部门已书面同意', 'XXX', ['value-placeholder waivers[0].by']],
  ])('for the reason of “%s” by “%s”', async (reason, by, told) => {
    const outcome = await outcomeOf('national-2026-little-giant', (dossier) => {
      dossier.setIn(share, 15_000);
      dossier.set('waivers', [{ code, at: share.join('.'), reason, by, until: '2026-12-31' }]);
    });
    const found = outcome.findings.filter(({ severity }) => severity !== 'note');
    expect(toldOf(outcome)).toEqual([...told, `${code} ${share.join('.')}`]);
    expect(found.find((one) => one.code === code)?.waived === undefined).toBe(told.length > 0);
    expect(outcome.state).toBe(told.length > 0 ? 'errors' : 'ready');
  });

  it('by nobody is none', async () => {
    const attested = async (by: string) => {
      const outcome = await outcomeOf('national-2026-little-giant', (dossier) =>
        dossier.set('attestations', [{ item: 'figures-match', by, on: '2026-05-08' }]),
      );
      const points = outcome.kind === 'assessed' ? outcome.checklist : [];
      return points.find(({ id }) => id === 'figures-match')?.attested?.by;
    };
    expect([await attested('林晓雯'), await attested('待定')]).toEqual(['林晓雯', undefined]);
  });
});
