// The papers of a messy client: 25 files as they come in by mail and phone, made with LibreOffice and ImageMagick beside those of examples.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { emptyFolder } from '../support/terminal.ts';
import { ask } from './judges.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const giant = join(examples, 'national-2026-little-giant/ready/附件');
const before = join(examples, 'national-2025-little-giant/ready/附件');
const product = join(examples, 'jiangsu-2021-product/ready/附件');

/** By the names that the client gave them; one stands there twice. */
const given: readonly [as: string, from: string][] = [
  ['申请书盖章签字.pdf', join(giant, '申请书/申请书(盖章).pdf')],
  ['声明/承诺书 (1).pdf', join(giant, '声明/真实性声明和合规经营承诺.pdf')],
  ['审计/２０２３年审计报告.pdf', join(before, '审计报告/2023年度审计报告.pdf')],
  ['审计/24年审计报告（盖章）.pdf', join(before, '审计报告/2024年度审计报告.pdf')],
  ['审计/扫描0003.pdf', join(giant, '审计报告/2025年度审计报告.pdf')],
  ['审计/扫描0003 - 副本.pdf', join(giant, '审计报告/2025年度审计报告.pdf')],
  ['社保202512.pdf', join(giant, '社保证明/2025年12月社保人数证明.pdf')],
  ['发展评价得分.pdf', join(giant, '发展评价/专精特新发展评价得分截图.pdf')],
  ['市占率自述.pdf', join(giant, '市场占有率说明/2024-2025年度市场占有率自述说明.pdf')],
  ['知识产权应用说明.pdf', join(giant, '知识产权/知识产权应用说明.pdf')],
  ['专利/实用新型2.pdf', join(product, '产品附证/专利证书-2-低回程间隙行星减速器.pdf')],
  ['高企证书.pdf', join(product, '产品附证/高新技术企业证书.pdf')],
];

const enterprise = '江苏示例精密机械有限公司';

/** An invention as the patent office certifies it; a long name goes on in the next line. */
const invention = (number: string, name: readonly string[], applied: string, granted: string): readonly string[] => [
  '证书号第9900016号',
  '发明专利证书',
  `发 明 名 称：${name[0]}`,
  ...name.slice(1),
  '发   明   人：示例一；示例二',
  `专   利   号：${number}`,
  `专利申请日：${applied}`,
  `专 利 权 人：${enterprise}`,
  '地      址：211100 江苏省南京市江宁区示例路18号3幢',
  `授权公告日：${granted}    授权公告号：CN 199900016 B`,
  '国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，颁发发明专利证书并在专利登记簿上予以登记。',
  '专利权自授权公告之日起生效。专利权期限为二十年，自申请日起算。',
  '第 1 页（共 2 页）',
];

const layout = (number: string, name: string, applied: string): readonly string[] => [
  '集成电路布图设计登记证书',
  `布图设计名称：${name}`,
  '布图设计类别：结构：MOS 技术：CMOS 功能：线性',
  `布图设计权利人：${enterprise}`,
  '布图设计创作人：示例一',
  '布图设计创作完成日：2022年11月1日',
  '布图设计首次商业利用日：未投入商业利用',
  `布图设计申请日：${applied}`,
  `布图设计登记号：${number}`,
  '本布图设计依照集成电路布图设计保护条例经初步审查，决定给予登记，颁发证书并在布图设计登记簿上予以登记。',
  '布图设计专有权的保护期为10年，自登记申请之日或者首次投入商业利用之日起计算，以较前日期为准。',
];

/** Made with LibreOffice: two of another enterprise, and those of this one. */
const printed: readonly [as: string, lines: readonly string[]][] = [
  [
    '专利/发明专利证书ZL201819900016.3.pdf',
    invention('ZL 2018 1 9900016.3', ['一种行星减速器齿轮磨削方法'], '2018年03月12日', '2020年05月05日'),
  ],
  [
    '专利/专利2.pdf',
    invention('ZL 2020 1 9900041.9', ['一种低噪声减速器', '齿形修形方法'], '2020年04月16日', '2022年08月02日'),
  ],
  [
    '信用报告.pdf',
    [
      '企业信用信息公示报告',
      `企业名称：${enterprise}`,
      '统一社会信用代码：91320115MADEM0011B',
      '类型：有限责任公司',
      '成立日期：2016年03月18日',
      '登记机关：南京市江宁区市场监督管理局',
      '列入经营异常名录信息：无',
    ],
  ],
  ['集成电路布图设计登记证书.pdf', layout('BS.235000001', '精密传动芯片布图', '2023年02月09日')],
  ['扫描0007.pdf', layout('BS.245000002', '减速器状态监测芯片布图', '2024年06月21日')],
  [
    '省专精特新证书.pdf',
    [
      '专精特新中小企业',
      '证 书',
      `企业名称：${enterprise}`,
      '有效期：2025年12月20日至2028年12月19日',
      '发证单位：江苏省工业和信息化厅',
      '发证日期：2025年12月20日',
    ],
  ],
  [
    '南京别家审计报告2024.pdf',
    ['审计报告', '南京别家机电有限公司全体股东：', '包括2024年12月31日的资产负债表', '营业收入,5000.00'],
  ],
  ['ISO14001.pdf', ['环境管理体系认证证书', '组织名称：南京别家机电有限公司', '有效期至：2027年12月1日']],
];

/** Made with ImageMagick, as a phone takes them. */
const photographed: readonly [as: string, from: string][] = [
  ['IMG_2034.JPG', join(product, '营业执照/企业营业执照原件扫描件.jpg')],
  ['备份/IMG_2034.JPG', ''],
  ['IMG_2035.JPG', join(product, '省级表彰/2020年江苏省示例机械工业科技进步奖二等奖.jpg')],
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
  cpSync(join(folder, '信用报告.pdf'), at('信用报告(2).pdf'));
  for (const [as, from] of photographed) {
    if (from === '') cpSync(join(folder, 'IMG_2034.JPG'), at(as));
    else ask('/usr/bin/convert', [from, '-auto-orient', '-quality', '88', '-strip', at(as)]);
  }
}
