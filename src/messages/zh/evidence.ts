// What the dossier says of its files can have wrong: the sentences in Chinese.
import type { evidenceCodes } from '../../findings/codes/evidence.ts';
import type { Messages } from '../message.ts';
import { named } from './several.ts';
import { lookUp } from './shapes.ts';

type Compared = { readonly fact: string; readonly year?: number };
type Figures = { readonly stated: string; readonly given: string; readonly unit?: string };

const factOf = ({ fact, year }: Compared): string => (year === undefined ? fact : `${year} 年${fact}`);
const both = ({ stated, given, unit = '' }: Figures): string => {
  const spaced = unit === '' || unit === '%' ? unit : ` ${unit}`;
  return `${stated}${spaced}，申报材料填的是 ${given}${spaced}`;
};

const misplaced = {
  'no-year': (fact: string, figure: string) => [
    `${fact}是分年度的，没有写明年度`,
    `写明年度，例如  figures: {${figure}: {2020: …}} ，或在该文件注明 covers。`,
  ],
  year: (fact: string) => [`${fact}是分年度的，所写的不是年度`, '年度写四位数字，例如 2020。'],
  plain: (fact: string) => [`${fact}不分年度`, '去掉年度，直接写数字。'],
  kind: (fact: string) => [`${fact}不是数字`, '从 figures 中删去；这里只核对数字。'],
} as const;

export const evidence: Messages<typeof evidenceCodes> = {
  'evidence-other-name': ({ issued, enterprise, ...about }) => ({
    message: `${named(about)} 的单位名称是“${issued}”，不是申报单位“${enterprise}”`,
    hint: '换成申报单位自己的材料；名称写错则改正 issued_to；更过名的，把原名写入 facts 的 former_names，并附变更通知书。',
  }),
  'evidence-former-name': ({ issued, enterprise, ...about }) => ({
    message: `${named(about)} 上是曾用名“${issued}”，现名“${enterprise}”`,
    hint: '附上登记机关的名称变更通知书；证书能换的，换成现名的。',
  }),
  'evidence-expired': ({ file, until, asOf }) => ({
    message: `${file} 的有效期到 ${until}，在 ${asOf} 已过期`,
    hint: '换成有效的证书；已延期的，附延期证明并改写 valid_until。',
  }),
  'evidence-expires-soon': ({ file, until, days }) => ({
    message: days === 0 ? `${file} 的有效期到 ${until}，当天到期` : `${file} 的有效期到 ${until}，只剩 ${days} 天`,
    hint: '在到期前提交，或先办理延期、换证。',
  }),
  'evidence-date-unknown': ({ file, until }) => ({
    message: `${file} 的有效期 ${until} 不是日历上的日期`,
    hint: '按证书改正 valid_until，例如 2023-12-01。',
  }),
  'evidence-figure-differs': ({ file, ...about }) => ({
    message: `${factOf(about)}不一致：${file} 载明 ${both(about)}`,
    hint: '打开文件核对，改正填错的一处；口径不同（如合并、单体）的，用同一口径。',
  }),
  'evidence-figure-near': ({ file, ...about }) => ({
    message: `${factOf(about)}略有出入：${file} 载明 ${both(about)}，按四舍五入的误差不算不一致`,
    hint: '申请表宜照抄审计报告上的数，一位不差。',
  }),
  'evidence-unit': ({ file, larger, ...about }) => ({
    message: `${factOf(about)}相差约一万倍：${file} 载明 ${both(about)}，是否混用了元和万元`,
    hint:
      larger === 'file'
        ? '文件上的金额若以元为单位，除以 10000 后写入 figures；并核对申请表。'
        : '申请表的金额若以元填写，除以 10000 改为万元；并核对 figures 的单位。',
  }),
  'evidence-fact-unknown': ({ fact, nearest, ...about }) => ({
    message: `${named(about)} 的 figures 中的“${fact}”不是已知的事实`,
    hint: nearest === undefined ? lookUp : `是否指“${nearest}”？`,
  }),
  'evidence-figure-unreadable': ({ file, figure, written }) => ({
    message: `${file} 的 figures 中 ${figure} 写作“${written}”，不是数字`,
    hint: '只写数字，不写单位、百分号和千分位，例如 8330.00；金额以万元为单位。',
  }),
  'evidence-figure-misplaced': ({ file, figure, fact, why }) => {
    const [what, hint] = misplaced[why](fact, figure);
    return { message: `${file} 的 figures 中 ${figure}：${what}`, hint: hint ?? '' };
  },
  'evidence-unstamped': (about) => ({
    message: `${named(about)} 写明没有盖章`,
    hint: '盖章后重新扫描替换，再把 stamped 改为 是；这份材料不需要盖章的，删去 stamped。',
  }),
  'evidence-basis-missing': ({ file, slot, years, hint }) => ({
    message: `${slot}${years.length === 0 ? '' : ` ${years.join('、')} 年`}只有合并报表（${file}），没有单体报表`,
    hint: hint ?? '补上单体报表的审计报告，并写明 basis: 单体。',
  }),
  'evidence-issuer-unknown': ({ file, files, slot, slots = [slot], hint }) => ({
    message:
      files === undefined
        ? `${slot}的 ${file} 没有写明出具单位`
        : `${files.length} 个文件没有写明出具单位：${slots.join('、')}`,
    hint: hint ?? '在该文件注明 issuer，与落款一致。',
  }),
  'slot-misplaced-name': ({ file, slot, word, other }) => ({
    message: `${file} 放在“${slot}”，文件名有“${word}”，像是“${other}”`,
    hint: `打开文件核对；放错的，移到“${other}”；没有放错的，把文件名改成与栏目相符。`,
  }),
  'evidence-pages-beyond': ({ file, page, pages }) => ({
    message: `${file} 没有第 ${page} 页，一共 ${pages} 页`,
    hint: '打开 PDF 核对，按 PDF 的页次改写该文件的 pages，从 1 数起。',
  }),
  'claim-pages-beyond': ({ file, page, pages }) => ({
    message: `${file} 没有第 ${page} 页，一共 ${pages} 页`,
    hint: '打开 PDF 核对，按 PDF 的页次改写 claims 的 pages，从 1 数起。',
  }),
};
