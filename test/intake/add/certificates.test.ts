// Certificates as rows of tables: what each kind says, and what is never concluded from one.
import { expect, it, test } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { certificatesIn, doubtsOf, isSame, whoseOf } from '../../../src/intake/add/certificates.ts';
import { paperKinds } from '../../../src/intake/add/recognise.ts';

const { form } = await (await openCatalog()).open('national/2023/little-giant');
const kinds = paperKinds(form.lists);
const enterprise = '江苏示例精密机械有限公司';
const read = (...lines: readonly string[]) => certificatesIn({ pages: [lines.join('\r\n')], ocr: false }, kinds);
const invention = (...more: readonly string[]): readonly string[] => [
  '证书号第9900016号',
  '发明专利证书',
  '发 明 名 称：一种低噪声减速器',
  '齿形修形方法 CNC control',
  'and tuning',
  '发   明   人：示例一；示例二',
  '专   利   号：ZL 2020 1 9900041.9',
  '专利申请日：2020年04月16日',
  ...more,
  '授权公告日：2022年08月02日    授权公告号：CN 199900016 B',
  '国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权。专利权期限为二十年，自申请日起算。',
];

it('reads an invention, its name over lines, its number as it is printed, its term from the day of filing', () => {
  expect(read(...invention(`专 利 权 人：${enterprise}；南京示例大学`))).toEqual([
    {
      in: ['class_one_ip', 'patents'],
      cells: {
        kind: '发明专利',
        type: '发明专利',
        name: '一种低噪声减速器齿形修形方法CNC control and tuning',
        number: 'ZL202019900041.9',
        applied_on: '2020-04-16',
        granted_on: '2022-08-02',
        valid_until: '2040-04-15',
      },
      owners: [enterprise, '南京示例大学'],
      said: expect.any(String),
      page: 1,
      ocr: false,
    },
  ]);
});

it('reads a name of two scripts without a space that it has not, and not without end', () => {
  const nameOf = (...lines: readonly string[]) => {
    const [one] = read('实用新型专利证书', ...lines, '专利号：ZL202021990002.8', '专利权人：甲公司');
    return one?.cells.name;
  };
  expect(nameOf('实用新型名称：一种减速器', 'CNC', '控制装置')).toBe('一种减速器CNC控制装置');
  expect(nameOf(`实用新型名称：${'长'.repeat(200)}`)).toBe('长'.repeat(120));
});

test.each([
  [
    ['实用新型专利证书', '实用新型名称：低回程间隙行星减速器', '专利号：ZL202021990002.8', '专利权人：甲公司'],
    '实用新型专利',
  ],
  [
    ['外观设计专利证书', '使用外观设计的产品名称：减速器', '专利号：ZL202130000003.1', '专利权人：甲公司'],
    '外观设计专利',
  ],
  [
    ['计算机软件著作权登记证书', '软件名称：监测软件', 'V1.0', '著作权人：甲公司', '登记号：2021SR0000001'],
    '软件著作权',
  ],
])('reads %j as a right of the second class', (lines, kind) => {
  const [one] = read(...lines);
  expect([one?.in[0], one?.cells.kind, one?.owners]).toEqual(['class_two_ip', kind, ['甲公司']]);
  expect(one?.cells.valid_until).toBeUndefined();
});

const layout = (used: string, term: string): readonly string[] => [
  '集成电路布图设计登记证书',
  '布图设计名称：精密传动芯片布图',
  `布图设计首次商业利用日：${used}`,
  '布图设计申请日：2023年02月09日',
  '布图设计登记号：BS.235000001',
  `布图设计权利人：${enterprise}`,
  term,
];

test.each([
  ['未投入商业利用', '保护期为10年，自登记申请之日或者首次投入商业利用之日起计算，以较前日期为准。', '2033-02-08'],
  ['2022年12月01日', '保护期为10年，自登记申请之日或者首次投入商业利用之日起计算，以较前日期为准。', '2032-11-30'],
  ['', '保护期为10年，自登记申请之日或者首次投入商业利用之日起计算，以较前日期为准。', undefined],
  ['未投入商业利用', '专有权自申请日起生效。', undefined],
])('ends a layout design, in use %j, only by what the paper says', (used, term, until) => {
  expect(read(...layout(used, term))[0]?.cells.valid_until).toBe(until);
});

it('reads titles and systems by their heads, each page of a paper by itself', () => {
  const title = [
    '专精特新中小企业',
    '证书',
    `${enterprise}：`,
    '有效期：2025年12月20日至2028年12月19日',
    '2025年12月20日',
  ];
  const [one] = read(...title);
  expect(one?.cells).toEqual({ kind: '专精特新中小企业', granted_on: '2025-12-20', valid_until: '2028-12-19' });
  const system = ['质量管理体系认证证书', '证书编号：示例QM1', `组织名称：${enterprise}`, '有效期至：2027年12月1日'];
  const pages = [title.join('\n'), '', system.join('\n'), invention().join('\n')];
  expect(certificatesIn({ pages, ocr: true }, kinds).map(({ page, cells, ocr }) => [page, cells.kind, ocr])).toEqual([
    [1, '专精特新中小企业', true],
    [3, '质量管理体系认证', true],
    [4, '发明专利', true],
  ]);
});

test.each([
  [['专利申请受理通知书', '发明创造名称：减速器', '申请号：202019900041.9']],
  [['发明专利证书', '发明名称：减速器']],
  [['知识产权应用说明', '发明名称：减速器', '专利号：ZL202019900041.9']],
  [['发明专利证书', '发明名称：减速器', '专利号：ZL202019900041.9', '说明'.repeat(2000)]],
])('takes nothing from %j', (lines) => {
  expect(read(...lines)).toEqual([]);
});

test.each([
  [invention(`专利权人：${enterprise}`), 'own', []],
  [invention('专利权人：南京示例减速器有限公司'), 'own', []],
  [invention('专利权人：南京别家机电有限公司'), 'foreign', ['owner']],
  [invention(), 'nobody', ['owner']],
  [invention(`专利权人：${enterprise}`).map((line) => line.replace('41.9', '41.8')), 'own', ['check']],
  [invention(`专利权人：${enterprise}`).map((line) => line.replace('2020 1 99', '2020 2 99')), 'own', ['check']],
  [
    invention(`专利权人：${enterprise}`).map((line) => line.replace('ZL 2020 1 9900041.9', '见附页')),
    'own',
    ['number'],
  ],
] as const)('%#: whose it is, and what is doubtful', (lines, whose, doubts) => {
  const [one] = read(...lines);
  if (one === undefined) throw new Error('nothing was read');
  expect(whoseOf(one, [enterprise, '南京示例减速器有限公司']).is).toBe(whose);
  expect(doubtsOf(one, whose)).toEqual(doubts);
});

it('knows a right by its number, and what has none by its name and day', () => {
  expect(isSame({ number: 'ZL202019900041.9' }, { number: '2020199000419' })).toBe(true);
  expect(isSame({ kind: '专精特新中小企业' }, { kind: '专精特新中小企业', granted_on: '2025-12-20' })).toBe(true);
  expect(isSame({ kind: '单项冠军', granted_on: '2022-12-20' }, { kind: '单项冠军', granted_on: '2025-12-20' })).toBe(
    false,
  );
});
