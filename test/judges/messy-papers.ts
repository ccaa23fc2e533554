// The papers of a messy client: 25 files as they come in by mail and phone, made with LibreOffice and ImageMagick beside those of examples.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { emptyFolder } from '../support/terminal.ts';
import { ask } from './judges.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const giant = join(examples, 'national-2026-little-giant/ready/附件');
const before = join(examples, 'national-2025-little-giant/ready/附件');
const product = join(examples, 'jiangsu-2021-product/ready/附件');

/** By the names that the client gave them; two stand there twice. */
const given: readonly [as: string, from: string][] = [
  ['申请书盖章签字.pdf', join(giant, '申请书/申请书(盖章).pdf')],
  ['声明/承诺书 (1).pdf', join(giant, '声明/真实性声明和合规经营承诺.pdf')],
  ['审计/２０２３年审计报告.pdf', join(before, '审计报告/2023年度审计报告.pdf')],
  ['审计/24年审计报告（盖章）.pdf', join(before, '审计报告/2024年度审计报告.pdf')],
  ['审计/扫描0003.pdf', join(giant, '审计报告/2025年度审计报告.pdf')],
  ['审计/扫描0003 - 副本.pdf', join(giant, '审计报告/2025年度审计报告.pdf')],
  ['社保202512.pdf', join(giant, '社保证明/2025年12月社保人数证明.pdf')],
  ['发展评价得分.pdf', join(giant, '发展评价/专精特新发展评价得分截图.pdf')],
  ['信用报告.pdf', join(giant, '信用报告/信用报告.pdf')],
  ['信用报告(2).pdf', join(giant, '信用报告/信用报告.pdf')],
  ['市占率自述.pdf', join(giant, '市场占有率说明/2024-2025年度市场占有率自述说明.pdf')],
  ['知识产权应用说明.pdf', join(giant, '知识产权/知识产权应用说明.pdf')],
  ['专利/发明专利证书ZL201819900016.3.pdf', join(product, '产品附证/专利证书-1-一种行星减速器齿轮磨削方法.pdf')],
  ['专利/实用新型2.pdf', join(product, '产品附证/专利证书-2-低回程间隙行星减速器.pdf')],
  ['高企证书.pdf', join(product, '产品附证/高新技术企业证书.pdf')],
  ['供货合同.docx', join(product, '供应链证明/2020年度供货合同.docx')],
  ['检测报告.pdf', join(product, '产品附证/产品回程间隙与寿命检测报告.pdf')],
];

/** Made with LibreOffice: two of another enterprise, and one of this one. */
const printed: readonly [as: string, lines: readonly string[]][] = [
  [
    '南京别家审计报告2024.pdf',
    ['审计报告', '南京别家机电有限公司全体股东：', '包括2024年12月31日的资产负债表', '营业收入,5000.00'],
  ],
  ['ISO14001.pdf', ['环境管理体系认证证书', '组织名称：南京别家机电有限公司', '有效期至：2027年12月1日']],
  ['ISO9001-2015证书.pdf', ['质量管理体系认证证书', '组织名称：江苏示例精密机械有限公司', '有效期至：2027年12月1日']],
];

/** Made with ImageMagick, as a phone takes them. */
const photographed: readonly [as: string, from: string][] = [
  ['IMG_2034.JPG', join(product, '营业执照/企业营业执照原件扫描件.jpg')],
  ['备份/IMG_2034.JPG', ''],
  ['IMG_2035.JPG', join(product, '省级表彰/2020年江苏省示例机械工业科技进步奖二等奖.jpg')],
  ['集成电路布图设计登记证书.png', join(product, '省级表彰/2019年江苏省示例质量信用企业证书.png')],
  ['微信图片_20260301.jpg', join(product, '研发机构、高新技术企业证明/南京市工程技术研究中心认定证书.jpg')],
];

/** Writes all of them into a folder. */
export function messyPapers(folder: string): void {
  const at = (as: string): string => {
    mkdirSync(dirname(join(folder, as)), { recursive: true });
    return join(folder, as);
  };
  for (const [as, from] of given) cpSync(from, at(as));
  const work = emptyFolder();
  for (const [as, lines] of printed) {
    writeFileSync(join(work, 'paper.csv'), `${lines.join('\n')}\n`);
    const filter = '--infilter=Text - txt - csv (StarCalc):44,34,76,1';
    ask('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', work, filter, join(work, 'paper.csv')]);
    cpSync(join(work, 'paper.pdf'), at(as));
  }
  for (const [as, from] of photographed) {
    if (from === '') cpSync(join(folder, 'IMG_2034.JPG'), at(as));
    else ask('/usr/bin/convert', [from, '-auto-orient', '-quality', '88', '-strip', at(as)]);
  }
}
