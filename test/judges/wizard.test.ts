// A person at a terminal: python's pexpect walks the whole wizard, is interrupted in the middle, goes on, and the dossier validates.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parsed } from '../support/dossier.ts';
import { emptyFolder } from '../support/terminal.ts';
import { ask } from './judges.ts';

const root = resolve(import.meta.dirname, '../..');
const examples = join(root, 'examples');
const product = join(examples, 'jiangsu-2021-product/ready/附件');
const manufacturing = join(examples, 'jiangsu-2021-giant-manufacturing/ready/附件');

/** What an accountant has in one folder, as the papers came in. */
const papers: readonly [from: string, as: string][] = [
  [join(product, '营业执照/企业营业执照原件扫描件.jpg'), '营业执照.jpg'],
  [join(product, '企业简介/企业简介(盖章).pdf'), '企业简介(盖章).pdf'],
  [join(product, '审计报告/2018年度审计报告.pdf'), '2018年度审计报告.pdf'],
  [join(product, '审计报告/2019年度审计报告.pdf'), '2019年度审计报告.pdf'],
  [join(product, '审计报告/2020年度审计报告.pdf'), '审计/2020.pdf'],
  [join(product, '完税证明/2020年度完税证明.pdf'), '2020年度完税证明.pdf'],
  [join(product, '产品附证/专利证书-1-一种行星减速器齿轮磨削方法.pdf'), '知识产权/专利证书.pdf'],
  [join(product, '研发机构、高新技术企业证明/南京市工程技术研究中心认定证书.jpg'), '研发机构认定证书.jpg'],
  [join(manufacturing, '核心团队情况证明材料/核心团队情况证明材料.pdf'), '核心团队.pdf'],
  [
    join(product, '企业管理及信息化建设情况说明/企业管理及信息化建设情况说明.docx'),
    '企业管理及信息化建设情况说明.docx',
  ],
  [join(product, '省级表彰/2020年江苏省示例机械工业科技进步奖二等奖.jpg'), '省以上表彰.jpg'],
  [join(manufacturing, '其他企业认为需提供的材料/无其他材料说明.pdf'), '其他企业认为需提供的材料.pdf'],
];

it('walks the whole wizard for 小巨人企业(创新类), through Ctrl-C', () => {
  const folder = emptyFolder();
  const source = join(emptyFolder(), '收到的材料');
  for (const [from, as] of papers) {
    mkdirSync(join(source, as, '..'), { recursive: true });
    cpSync(from, join(source, as));
  }
  const example = readFileSync(join(examples, 'jiangsu-2021-giant-innovation/ready/dossier.yaml'), 'utf8');
  const ready = parse(example) as { form: { profile: string } };
  writeFileSync(join(folder, '简介.txt'), ready.form.profile);
  const program = join(root, 'bin/zjtx.js');
  const walked = ask('/usr/bin/python3', [join(import.meta.dirname, 'wizard.py'), program, folder, source]);
  expect([walked.code, walked.err]).toEqual([0, '']);
  const text = readFileSync(join(folder, 'dossier.yaml'), 'utf8');
  const { form, facts, titles } = parsed(text);
  expect(form.基本情况).toMatchObject({
    注册地区: ['江苏省', '南京市', '江宁区'],
    联系人: { 姓名: '林晓雯', 电话: '025-50000026', 手机: '13900000026' },
    所属国民经济行业: '3453',
  });
  expect(form.经营指标['营业收入(万元)']).toEqual({ 2017: 5200, 2018: 6100, 2019: 7350, 2020: 8600, 2023: 11500 });
  expect(form.企业简介.企业简介).toBe(ready.form.profile.trim());
  for (const pasted of [
    '一、产品优势\n回程间隙不大于1弧分\n\n二、市场\n国内前十',
    '一、产品\nJX系列高精度行星减速器\n二、客户',
  ])
    expect(JSON.stringify(form)).toContain(JSON.stringify(pasted));
  expect(facts.研发机构).toHaveLength(1);
  expect(titles).toEqual([]);
  expect(text).toContain('# 必填；单位：万元，只写数字\n    注册资本(万元): 3000.00\n');
  const report = execFileSync(process.execPath, [program, 'validate', folder, '--as-of', '2021-08-16', '-f', 'json'], {
    encoding: 'utf8',
  });
  expect(
    JSON.parse(report).dossiers[0].findings.filter((one: { severity: string }) => one.severity === 'error'),
  ).toEqual([]);
});
