// What was filed before and is not so now, and what an office has sent back.
import { andMoreEn, ofManyZh, some, subjectsZh } from '../several.ts';
import { error, note, warning } from './spec.ts';

/** `filed` is the category of what was filed, and its year. */
type Filed = { readonly title: string; readonly year: number };
type Before = { readonly filed: Filed };
type Changed = Before & { readonly now: string; readonly before: string };

/** What a point of the office was: its number from 1 and its text. */
type Point = { readonly number: number; readonly text: string };

const filed = { title: '专精特新中小企业', year: 2026 };
const point = { number: 2, text: '完税证明不清晰，请重新上传' };

const filedZh = ({ title, year }: Filed): string => `${year} 年度${title}`;
const filedEn = ({ title, year }: Filed): string => `${title} (${year})`;

const pointZh = ({ number, text }: Point): string => `退回意见第 ${number} 条“${text}”`;
const pointEn = ({ number, text }: Point): string => `the office’s point ${number}, “${text}”`;

export const earlierCodes = {
  /** How much was compared, so that silence is not taken for agreement. */
  'earlier-compared': note<
    Before & { path: string; figures: number; differing: number; titles: number; rights: number; texts: number }
  >({
    zh: ({ path, filed, figures, differing, titles, rights, texts }) => ({
      message: `已与 ${filedZh(filed)}的申报（${path}）对照：同年数字 ${figures} 个，其中不同 ${differing} 个；称号 ${titles} 项，知识产权 ${rights} 项，长文字 ${texts} 段`,
      ...(figures === 0 ? { hint: '没有一个年度是两次都填的，数字没有可对照的。' } : {}),
    }),
    en: ({ path, filed, figures, differing, titles, rights, texts }) => ({
      message: `compared with what was filed for ${filedEn(filed)} (${path}): ${some(figures, 'figure')} of the same years, ${differing} of them different; ${some(titles, 'title')}, ${some(rights, 'right')}, ${some(texts, 'long text')}`,
      ...(figures === 0 ? { hint: 'No year is filled in both times, so no figure could be compared.' } : {}),
    }),
    samples: [
      { path: '../2026/申报包.zip', filed, figures: 18, differing: 1, titles: 2, rights: 4, texts: 1 },
      { path: '../2021', filed, figures: 0, differing: 0, titles: 0, rights: 0, texts: 0 },
    ],
  }),

  /** A figure of a year that was over when it was filed; a warning where rounding may explain it (E-05). */
  'earlier-figure': error<Changed & { field: string; year: number }>({
    zh: ({ field, year, now, before, filed }) => ({
      message: `${field} ${year} 年填 ${now}，${filedZh(filed)}申报时是 ${before}`,
      hint: '按审计报告核对，改正填错的一处；数字确实调整过的，用 zjtx record waive 写明原因。',
    }),
    en: ({ field, year, now, before, filed }) => ({
      message: `${field} of ${year} is ${now}, but was ${before} when filed for ${filedEn(filed)}`,
      hint: 'Compare with the audit report and correct the wrong one; if the figure was really adjusted, give the reason with zjtx record waive.',
    }),
    samples: [{ field: '营业收入(万元)', year: 2024, now: '8600', before: '8060', filed }],
  }),

  /** A day that no year moves, such as that of the foundation. */
  'earlier-value': warning<Changed & { field: string }>({
    zh: ({ field, now, before, filed }) => ({
      message: `${field}填 ${now}，${filedZh(filed)}申报时是 ${before}`,
      hint: '按营业执照等原件核对。',
    }),
    en: ({ field, now, before, filed }) => ({
      message: `${field} is ${now}, but was ${before} when filed for ${filedEn(filed)}`,
      hint: 'Compare with the originals, such as the business licence.',
    }),
    samples: [{ field: '注册时间', now: '2009-03-18', before: '2008-03-18', filed }],
  }),

  /** No former name explains it. */
  'earlier-name': warning<Changed>({
    zh: ({ now, before, filed }) => ({
      message: `企业名称是“${now}”，${filedZh(filed)}申报时是“${before}”`,
      hint: '更过名的，把原名写入“其他情况”的曾用名，并附变更通知书；没有更名的，改正写错的一处。',
    }),
    en: ({ now, before, filed }) => ({
      message: `the enterprise is “${now}”, but was “${before}” when filed for ${filedEn(filed)}`,
      hint: 'After a change of name, add the old one to former_names in facts and attach the change notice; else correct the wrong one.',
    }),
    samples: [{ now: '南京示例智能装备有限公司', before: '南京示例精密机械有限公司', filed }],
  }),

  /** A title that still holds, or of which nobody says until when it does. */
  'earlier-title': warning<Before & { title: string }>({
    zh: ({ title, filed }) => ({
      message: `${filedZh(filed)}申报时写有称号“${title}”，这次没有`,
      hint: '仍然有效的，补写到“已有称号”；已到期或被取消的，不必理会，也可用 zjtx record waive 写明。',
    }),
    en: ({ title, filed }) => ({
      message: `the title “${title}” was stated when filed for ${filedEn(filed)}, but is not now`,
      hint: 'If it still holds, add it to titles; if it has ended or was withdrawn, ignore this, or say so with zjtx record waive.',
    }),
    samples: [{ title: '省级 专精特新中小企业 2023', filed }],
  }),

  /** Rows of a table of rights, by their numbers. */
  'earlier-right': warning<Before & { table: string; numbers: readonly string[] }>({
    zh: ({ table, numbers, filed }) => ({
      message: `${filedZh(filed)}申报时“${table}”中的 ${subjectsZh(numbers, '项')}这次没有了`,
      hint: '仍然有效的，补填；已失效或转出的，不必理会，也可用 zjtx record waive 写明。',
    }),
    en: ({ table, numbers, filed }) => ({
      message: `“${table}” had ${andMoreEn(numbers)} when filed for ${filedEn(filed)}, but not now`,
      hint: 'Add those that still hold; for those that have lapsed or were transferred, ignore this, or say so with zjtx record waive.',
    }),
    samples: [{ table: 'Ⅰ类知识产权', numbers: ['ZL201810000001.1', 'ZL201910000002.4'], filed }],
  }),

  /** Long texts that are the same in a filing of another year. */
  'earlier-text': note<Before & { fields: readonly string[] }>({
    zh: ({ fields, filed }) => ({
      message: `${ofManyZh(
        fields.map((field) => `“${field}”`),
        '项',
      )}与 ${filedZh(filed)}申报时一字不差`,
      hint: '看一看其中的年份、数字和进展是否还是当时的。',
    }),
    en: ({ fields, filed }) => ({
      message: `${andMoreEn(fields.map((field) => `“${field}”`))}: word for word as filed for ${filedEn(filed)}`,
      hint: 'See whether years, figures and progress in it are still those of that year.',
    }),
    samples: [{ fields: ['企业总体情况简要介绍'], filed }],
  }),

  /** None of what was given is of this enterprise. */
  'earlier-none': warning<{ filings: number }>({
    zh: ({ filings }) => ({
      message: `所给的 ${filings} 份以往申报中没有这家企业的，没有对照`,
      hint: '企业按统一社会信用代码认，代码没有填的按名称认；核对两边的代码和 --against 的路径。',
    }),
    en: ({ filings }) => ({
      message: `${filings === 1 ? 'the earlier filing given is not' : `none of the ${filings} earlier filings given is`} of this enterprise: nothing was compared`,
      hint: 'An enterprise is known by its credit code, or by its name where there is none; check both codes and the path of --against.',
    }),
    samples: [{ filings: 12 }],
  }),

  /** What of form and attachments differs from what was sent. */
  'returned-compared': note<{ path: string; what: readonly string[] }>({
    zh: ({ path, what }) => ({
      message:
        what.length === 0
          ? `申请表和附件与送出的（${path}）完全一样`
          : `申请表和附件与送出的（${path}）相比，改动 ${what.length} 项：${ofManyZh(what, '项')}`,
    }),
    en: ({ path, what }) => ({
      message:
        what.length === 0
          ? `form and attachments are as they were sent (${path})`
          : `form and attachments differ from what was sent (${path}) in ${some(what.length, 'place')}: ${andMoreEn(what)}`,
    }),
    samples: [
      { path: '申报包.zip', what: ['完税证明', '营业收入(万元)'] },
      { path: '申报包.zip', what: [] },
    ],
  }),

  /** Nothing of what the point is about has changed since it was sent. */
  'returned-unchanged': error<Point & { what: readonly string[] }>({
    zh: ({ what, ...point }) => ({
      message: `${pointZh(point)}：所指的${ofManyZh(what, '项')}与送出的一样，没有改`,
      hint: '按意见改正或换文件；认为不必改的，用 zjtx record waive 写明理由。',
    }),
    en: ({ what, ...point }) => ({
      message: `${pointEn(point)}: ${andMoreEn(what)} ${what.length === 1 ? 'is' : 'are'} as sent, unchanged`,
      hint: 'Correct it or replace the file; if you think it right as it is, give the reason with zjtx record waive.',
    }),
    samples: [{ ...point, what: ['完税证明'] }],
  }),

  /** Changed, and something is wrong there still. */
  'returned-open': error<Point & { what: readonly string[]; findings: number }>({
    zh: ({ what, findings, ...point }) => ({
      message: `${pointZh(point)}：所指的${ofManyZh(what, '项')}还有 ${findings} 个问题`,
      hint: '先改正本报告在那里指出的问题。',
    }),
    en: ({ what, findings, ...point }) => ({
      message: `${pointEn(point)}: ${andMoreEn(what)} still ${what.length === 1 ? 'has' : 'have'} ${some(findings, 'problem')}`,
      hint: 'First correct what this report finds there.',
    }),
    samples: [
      { ...point, what: ['完税证明'], findings: 1 },
      { ...point, what: ['完税证明', '营业收入(万元)'], findings: 3 },
    ],
  }),

  /** Which part of the dossier the point is about cannot be told. */
  'returned-unplaced': warning<Point>({
    zh: (point) => ({
      message: `${pointZh(point)}：看不出指材料的哪一项，没有核对`,
      hint: '请自行核对；也可以把意见写成 YAML，用“所指”写明是哪一项，例如  - {意见: 不清晰, 所指: 完税证明} ，再检查一次。',
    }),
    en: (point) => ({
      message: `${pointEn(point)}: it cannot be told which part it is about; it was not checked`,
      hint: 'Check it yourself; or write the points as YAML with at: for what each is about, such as  - {text: not clear, at: 完税证明} , and run again.',
    }),
    samples: [point],
  }),

  /** Changed, and nothing is wrong there that a program can see. */
  'returned-changed': note<Point & { what: readonly string[] }>({
    zh: ({ what, ...point }) => ({
      message: `${pointZh(point)}：所指的${ofManyZh(what, '项')}已改动，没有再查出问题；是否合乎意见，请人工确认`,
    }),
    en: ({ what, ...point }) => ({
      message: `${pointEn(point)}: ${andMoreEn(what)} ${what.length === 1 ? 'was' : 'were'} changed, and nothing is found wrong there; a person must see whether it answers the point`,
    }),
    samples: [{ ...point, what: ['完税证明'] }],
  }),
};
