// What a paper is and where it belongs: by its name, its folders, its text; over categories that ask for different things.
import { describe, expect, it, test } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { type PaperText, paperKinds, recognise } from '../../../src/intake/add/recognise.ts';
import { strangerInName } from '../../../src/intake/add/says.ts';

const catalog = await openCatalog();
const opened = async (id: string) => {
  const { slots, form } = await catalog.open(id);
  const kinds = paperKinds(form.lists);
  return (path: string, text?: PaperText) => recognise(path, text, kinds, slots);
};
const innovation = await opened('jiangsu/2021/giant-innovation');
const product = await opened('jiangsu/2021/product');
const giant = await opened('national/2023/little-giant');
const giant2026 = await opened('national/2026/little-giant');
const srdi2026 = await opened('national/2026/srdi-sme');

const said = ({ slot, certain }: ReturnType<typeof innovation>) => [slot?.id, certain];
const pages = (...lines: readonly string[]): PaperText => ({ pages: [lines.join('\n')], ocr: false });

describe('by its name', () => {
  it.each([
    ['营业执照.jpg', 'business_license', true],
    ['营业执照(1).jpg', 'business_license', true],
    ['营 业 执 照（副本）.PDF', 'business_license', true],
    ['扫描/2019年度审计报告.pdf', 'audit_reports_3y', true],
    ['2020年度完税证明.pdf', 'tax_certificate', true],
    ['企业简介（盖章）.pdf', 'profile_stamped', true],
    ['简介盖章.pdf', 'profile_stamped', false],
    ['发明专利证书-1.pdf', 'ip_quality_brand_3y', true],
    ['软著.pdf', 'ip_quality_brand_3y', true],
    ['ISO9001证书.pdf', 'ip_quality_brand_3y', true],
    ['高企证书.png', 'rd_hitech_proof', true],
    ['江苏省企业技术中心认定.jpg', 'rd_hitech_proof', true],
    ['核心团队情况证明材料.pdf', 'core_team_proof', true],
    ['01、营业执照/IMG_2034.JPG', 'business_license', true],
    ['审计/扫描0001.pdf', 'audit_reports_3y', false],
    ['省级表彰/2019年质量信用企业证书.png', 'provincial_honors', true],
    ['2019年质量信用企业证书.png', 'provincial_honors', false],
    ['其他企业认为需提供的材料/说明.pdf', 'other', true],
    ['扫描0001.pdf', undefined, false],
    ['证明材料.pdf', undefined, false],
    ['2020年.pdf', undefined, false],
    ['IMG_2030.jpg', undefined, false],
  ] as const)('%s: %s, certain %s', (path, slot, certain) => {
    expect(said(innovation(path))).toEqual([slot, certain]);
  });

  it.each([
    ['销售合同-某公司.pdf', 'supply_chain_proof', true],
    ['合同.pdf', 'supply_chain_proof', false],
    ['ERP采购合同.pdf', undefined, false],
    ['劳动合同.pdf', undefined, false],
    ['专利证书.pdf', undefined, false],
    ['检测报告.pdf', undefined, false],
  ] as const)('for a product, %s: %s', (path, slot, certain) => {
    expect(said(product(path))).toEqual([slot, certain]);
  });

  it.each([
    ['研发费用专项审计报告2022.pdf', 'rd_special_audit', true],
    ['2022年审计报告.pdf', 'audit_reports_3y', true],
    ['财务报表2022.pdf', undefined, false],
    ['MES系统合同.pdf', 'info_system_proof', true],
    ['实用新型专利证书.pdf', undefined, false],
    ['发明专利证书.pdf', 'ip_certificates', true],
    ['申请书盖章.pdf', 'application_form', true],
    ['专利申请书.pdf', undefined, false],
    ['江苏省科技进步奖.pdf', undefined, false],
    ['国家科技进步奖.pdf', 'award_proof', true],
    ['社保清单12月.pdf', 'social_security', true],
    ['自建研发机构佐证.pdf', 'rd_self_built_proof', true],
  ] as const)('for a national 小巨人, %s: %s', (path, slot, certain) => {
    expect(said(giant(path))).toEqual([slot, certain]);
  });

  test('a slot that does not want a kind says so', () => {
    const found = giant2026('发明专利证书.pdf');
    expect([found.slot, found.reasons.at(-1)]).toEqual([
      undefined,
      {
        is: 'barred',
        kind: '发明专利',
        slots: ['Ⅰ类知识产权应用说明(每项 500 字以内)', 'Ⅰ类知识产权证书(国内专利以外的)'],
      },
    ]);
    expect(giant2026('简介盖章.pdf').slot).toBeUndefined();
    expect(said(srdi2026('发明专利证书.pdf'))).toEqual(['ip_certificates', true]);
  });
});

describe('by its text', () => {
  test('the head of its first page tells, whatever its name is', () => {
    const found = innovation('IMG_2034.pdf', pages('江苏示例有限公司', '审 计 报 告', '示例会审字〔2020〕第 1 号'));
    expect([...said(found), found.reasons]).toEqual([
      'audit_reports_3y',
      true,
      [{ is: 'text', words: ['审计报告'], page: 1, ocr: false }],
    ]);
  });

  test('the title is what stands first, not what it speaks of', () => {
    const text = pages('审计报告', '我们审计了后附的财务报表，包括 2020 年 12 月 31 日的资产负债表');
    expect(said(innovation('a.pdf', text))).toEqual(['audit_reports_3y', true]);
  });

  test('words further down tell only together', () => {
    expect(innovation('a.pdf', pages('统一社会信用代码 经营范围', '登记机关')).slot?.id).toBe('business_license');
    expect(innovation('a.pdf', pages('统一社会信用代码', '经营范围')).slot).toBeUndefined();
    expect(innovation('a.pdf', pages(`${'说明'.repeat(80)}所附审计报告、营业执照`)).slot).toBeUndefined();
  });

  test('a name and a text that differ are for a person; what a machine has read never settles', () => {
    const found = innovation('营业执照.pdf', pages('审计报告'));
    expect([found.certain, found.reasons.at(-1)]).toEqual([false, { is: 'kinds', kinds: ['审计报告', '营业执照'] }]);
    expect(said(innovation('IMG_1.jpg', { pages: ['营业执照'], ocr: true }))).toEqual(['business_license', false]);
  });
});

test('a slot of another definition is known by its own label and words', () => {
  const [model] = [{ order: 1, required: true, cite: [] }];
  const slots = [
    { ...model, id: 'permit', label: '排污许可证(正本)' },
    { ...model, id: 'safety', label: '安全生产标准化材料', words: { any: ['安标'], cite: [] } },
  ];
  const at = (path: string) => said(recognise(path, undefined, [], slots));
  expect(at('排污许可证.pdf')).toEqual(['permit', true]);
  expect(at('安标二级.pdf')).toEqual(['safety', true]);
  expect(at('安全生产.pdf')).toEqual([undefined, false]);
  expect(at('正本.pdf')).toEqual([undefined, false]);
});

test.each([
  ['南京别家有限公司审计报告.pdf', '南京别家有限公司'],
  ['江苏示例精密机械有限公司审计报告.pdf', undefined],
  ['示例精密机械有限公司-执照.pdf', undefined],
  ['公司简介.pdf', undefined],
] as const)('%s names another enterprise: %s', (name, whom) => {
  expect(strangerInName(name, { enterprise: '江苏示例精密机械有限公司', uscc: '', former: [] })).toBe(whom);
});
