// What the papers of an applicant can have wrong with whom and when they are for.
import { namedEn, quotedEn, quotedZh, some, subjectZh, verbEn } from '../several.ts';
import { ownLabel } from '../shapes.ts';
import { error, file, files, hint, type InFiles, type InSlots, note, slot, slots, warning } from './spec.ts';

/** `file` is the path relative to the dossier's folder. */
export type File = { readonly file: string };

/** `issued` is the name that the file bears. */
type Named = InFiles & { readonly issued: string; readonly enterprise: string };

export const named = { file, issued: '南京示例减速器有限公司', enterprise: '江苏示例精密机械有限公司' };

export const issuedCodes = {
  'evidence-other-name': error<Named>({
    zh: ({ issued, enterprise, ...about }) => ({
      message: `${subjectZh(about)}的单位名称是“${issued}”，不是申报单位“${enterprise}”`,
      hint: '换成申报单位自己的材料；名称写错则改正“企业名称”；更过名的，把原名写入“其他情况”的曾用名，并附变更通知书。',
    }),
    en: ({ issued, enterprise, ...about }) => ({
      message: `${namedEn(about)} ${verbEn(about, 'was', 'were')} issued to “${issued}”, not to the applicant “${enterprise}”`,
      hint: 'Attach the applicant’s own paper, or correct issued_to; after a change of name, add the old one to former_names in facts and attach the change notice.',
    }),
    samples: [named, { ...named, files }],
  }),

  'evidence-former-name': warning<Named>({
    zh: ({ issued, enterprise, ...about }) => ({
      message: `${subjectZh(about)}上是曾用名“${issued}”，现名“${enterprise}”`,
      hint: '附上登记机关的名称变更通知书；证书能换的，换成现名的。',
    }),
    en: ({ issued, enterprise, ...about }) => ({
      message: `${namedEn(about)} ${verbEn(about, 'bears', 'bear')} the former name “${issued}” of “${enterprise}”`,
      hint: 'Attach the notice of the change of name, or a paper under the new name.',
    }),
    samples: [named, { ...named, files }],
  }),

  /** Periods as `covers` has them: years, or months as `2020-12`. */
  'evidence-covers-ahead': warning<File & { readonly covers: readonly string[]; readonly asOf: string }>({
    zh: ({ file, covers, asOf }) => ({
      message: `${file} 写明属于 ${covers.join('、')}，到 ${asOf} 还没有结束`,
      hint: '与材料本身核对，改正“所属年度”。',
    }),
    en: ({ file, covers, asOf }) => ({
      message: `${file} is said to cover ${covers.join(', ')}, not over by ${asOf}`,
      hint: 'Compare with the paper itself and correct covers.',
    }),
    samples: [{ file, covers: ['2021'], asOf: '2021-08-16' }],
  }),

  /** Dates as `2021-08-15`. */
  'evidence-expired': error<File & { readonly until: string; readonly asOf: string }>({
    zh: ({ file, until, asOf }) => ({
      message: `${file} 的有效期到 ${until}，在 ${asOf} 已过期`,
      hint: '换成有效的证书；已延期的，附延期证明并改写“有效期至”。',
    }),
    en: ({ file, until, asOf }) => ({
      message: `${file} was valid until ${until} and has expired by ${asOf}`,
      hint: 'Attach one that is valid; if it was extended, attach the proof and correct valid_until.',
    }),
    samples: [{ file, until: '2021-08-15', asOf: '2021-08-16' }],
  }),

  /** `days` from the as-of day to the last day; 0 when that is the last. */
  'evidence-expires-soon': warning<File & { readonly until: string; readonly days: number }>({
    zh: ({ file, until, days }) => ({
      message:
        days === 0 ? `${file} 的有效期到 ${until}，判断日期当天到期` : `${file} 的有效期到 ${until}，只剩 ${days} 天`,
      hint: '在到期前提交，或先办理延期、换证。',
    }),
    en: ({ file, until, days }) => ({
      message:
        days === 0
          ? `${file} is valid until ${until}, the as-of date itself`
          : `${file} is valid until ${until}, for ${some(days, 'more day')}`,
      hint: 'Submit while it is valid, or have it renewed first.',
    }),
    samples: [
      { file, until: '2021-08-16', days: 0 },
      { file, until: '2021-08-17', days: 1 },
      { file, until: '2021-09-01', days: 16 },
    ],
  }),

  /** `days` from the as-of day to the last day; 0 when that is the last. */
  'row-expires-soon': warning<{ table: string; row: number; name: string; until: string; days: number }>({
    zh: ({ table, row, name, until, days }) => ({
      message: `${table} 第 ${row} 行${name === '' ? '' : `“${name}”`}的有效期到 ${until}，${days === 0 ? '判断日期当天到期' : `只剩 ${days} 天`}`,
      hint: '在到期前提交，或先办理延期、换证。',
    }),
    en: ({ table, row, name, until, days }) => ({
      message: `row ${row}${name === '' ? '' : ` “${name}”`} of ${table} is valid until ${until}, ${days === 0 ? 'the as-of date itself' : `for ${some(days, 'more day')}`}`,
      hint: 'Submit while it is valid, or have it renewed first.',
    }),
    samples: [
      { table: '管理体系认证', row: 1, name: '质量管理体系认证', until: '2021-08-16', days: 0 },
      { table: '管理体系认证', row: 1, name: '质量管理体系认证', until: '2021-08-17', days: 1 },
      { table: '管理体系认证', row: 1, name: '', until: '2021-09-01', days: 16 },
    ],
  }),

  'evidence-date-unknown': error<File & { readonly until: string }>({
    zh: ({ file, until }) => ({
      message: `${file} 的有效期 ${until} 不是日历上的日期`,
      hint: '按证书改正“有效期至”，例如 2023-12-01。',
    }),
    en: ({ file, until }) => ({
      message: `${file} is said to be valid until ${until}, which is not a day of the calendar`,
      hint: 'Correct valid_until by the certificate, for example 2023-12-01.',
    }),
    samples: [{ file, until: '2021-02-30' }],
  }),

  'evidence-unstamped': warning<InFiles>({
    zh: (about) => ({
      message: `${subjectZh(about)}写明没有盖章`,
      hint: '盖章后重新扫描替换，再把“是否盖章”改为 是；这份材料不需要盖章的，删去“是否盖章”。',
    }),
    en: (about) => ({
      message: `${namedEn(about)} ${verbEn(about, 'is', 'are')} said to bear no seal`,
      hint: 'Have it sealed and scanned again, then write stamped: 是; where no seal is needed, remove stamped.',
    }),
    samples: [{ file }, { file, files }],
  }),

  /** `keys`: the evidence keys that a program has read. */
  'evidence-proposed': warning<InFiles & { readonly keys: readonly string[] }>({
    zh: ({ keys, ...about }) => ({
      message: `${subjectZh(about)}的${keys.map((key) => ownLabel('evidence', key)).join('、')}是程序从文件里读出的，还没有人核对`,
      hint: '对照原件核对，不对的改正；然后运行 zjtx add --confirm，或删去“待核对”这一项。',
    }),
    en: ({ keys, ...about }) => ({
      message: `${keys.join(', ')} of ${namedEn(about)} ${keys.length === 1 ? 'was' : 'were'} read by the program and nobody has checked ${keys.length === 1 ? 'it' : 'them'}`,
      hint: 'Compare with the paper and correct what is wrong; then run zjtx add --confirm, or remove the key proposed.',
    }),
    samples: [
      { file, keys: ['issued_to'] },
      { file, files, keys: ['covers', 'kind', 'issued_to', 'issuer', 'valid_until', 'basis', 'figures', 'pages'] },
    ],
  }),

  'evidence-issuer-unknown': warning<InFiles & InSlots & { readonly hint?: string }>({
    zh: ({ file, files, slot, slots = [slot], hint }) => ({
      message:
        files === undefined
          ? `${slot}的 ${file} 没有写明出具单位`
          : `${files.length} 个文件没有写明出具单位：${slots.join('、')}`,
      hint: hint ?? '在该文件注明“出具单位”，与落款一致。',
    }),
    en: ({ file, files, slot, slots = [slot], hint }) => ({
      message:
        files === undefined
          ? `nothing says who issued ${file} in ${slot}`
          : `nothing says who issued ${files.length} files: ${slots.join(', ')}`,
      hint: hint ?? 'Write issuer for that file, the same as on its signature.',
    }),
    samples: [
      { file, slot },
      { file, slot, hint },
      { file, files, slot, slots },
    ],
  }),

  /** `word` stands in the file's name and belongs to the slot `other`; `slots` where it is placed in several. */
  'slot-misplaced-name': warning<File & InSlots & { readonly word: string; readonly other: string }>({
    zh: ({ file, slot, slots, word, other }) => ({
      message: `${file} 放在${quotedZh(slot, slots)}，文件名有“${word}”，像是“${other}”`,
      hint: `打开文件核对；放错的，移到“${other}”；没有放错的，把文件名改成与栏目相符。`,
    }),
    en: ({ file, slot, slots, word, other }) => ({
      message: `${file} is in ${quotedEn(slot, slots)}; “${word}” in its name points to “${other}”`,
      hint: `Look into the file; move it to “${other}” if it belongs there, else rename it after its slot.`,
    }),
    samples: [
      { file, slot, word: '审计', other: '前三年财务审计报告' },
      { file, slot, slots, word: '审计', other: '前三年财务审计报告' },
    ],
  }),

  'evidence-pages-beyond': error<File & { readonly page: number; readonly pages: number }>({
    zh: ({ file, page, pages }) => ({
      message: `${file} 没有第 ${page} 页，一共 ${pages} 页`,
      hint: '打开 PDF 核对，按 PDF 的页次改写该文件的“页码”，从 1 数起。',
    }),
    en: ({ file, page, pages }) => ({
      message: `${file} has no page ${page}; it has ${some(pages, 'page')}`,
      hint: 'Open the PDF and correct pages of that file; they count from 1, as the PDF does.',
    }),
    samples: [{ file, page: 9, pages: 4 }],
  }),

  /** Of a claim or of a file: `4-3`. */
  'pages-backward': error<File & { readonly first: number; readonly last: number }>({
    zh: ({ file, first, last }) => ({
      message: `${file} 的页码 ${first}-${last} 前大后小`,
      hint: '打开文件核对，小的页次写在前；漏了一位数字的补上，如 4-13。',
    }),
    en: ({ file, first, last }) => ({
      message: `pages ${first}-${last} of ${file} run backward`,
      hint: 'Look into the file and write the smaller page first; add the digit if one is missing, such as 4-13.',
    }),
    samples: [{ file, first: 4, last: 3 }],
  }),

  /** `page` is the first that does not exist. */
  'claim-pages-beyond': error<File & { readonly page: number; readonly pages: number }>({
    zh: ({ file, page, pages }) => ({
      message: `${file} 没有第 ${page} 页，一共 ${pages} 页`,
      hint: '打开 PDF 核对，按 PDF 的页次改写“数字出处”的页码，从 1 数起。',
    }),
    en: ({ file, page, pages }) => ({
      message: `${file} has no page ${page}; it has ${some(pages, 'page')}`,
      hint: 'Open the PDF and correct pages in claims; they count from 1, as the PDF does.',
    }),
    samples: [{ file, page: 9, pages: 4 }],
  }),

  /** The text of every page was read. */
  'pdf-other-name': warning<InFiles & { readonly enterprise: string; readonly uscc?: string }>({
    zh: ({ enterprise, uscc, ...about }) => ({
      message: `${subjectZh(about)}的文字里没有企业名称“${enterprise}”${uscc === undefined ? '' : `、统一社会信用代码 ${uscc}`}，也没有曾用名`,
      hint: '打开看一看是不是本企业的材料；写的是曾用名的，把曾用名写入“其他情况”的曾用名。',
    }),
    en: ({ enterprise, uscc, ...about }) => ({
      message: `the text${verbEn(about, '', 's')} of ${namedEn(about)} ${verbEn(about, 'has', 'have')} neither the name ${enterprise}${uscc === undefined ? '' : ` nor the credit code ${uscc}`} nor a former name`,
      hint: 'See whether it is the applicant’s own paper; if it bears a former name, add that to former_names in facts.',
    }),
    samples: [
      { file, enterprise: '江苏示例精密机械有限公司' },
      { file, enterprise: '江苏示例精密机械有限公司', uscc: '91320115MADEM0011B' },
      { file, files, enterprise: '江苏示例精密机械有限公司' },
    ],
  }),

  /** Its text cannot be searched for a name. */
  'pdf-no-text': note<InFiles>({
    zh: (about) => ({
      message: `${subjectZh(about, '个 PDF 文件')}是扫描件，没有可查的文字，未核对其中的企业名称`,
      hint: '扫描件可以提交；逐件看一看抬头是不是本企业。',
    }),
    en: ({ file, files }) => ({
      message:
        files === undefined
          ? `${file} is a scan without text; the enterprise’s name in it is not checked`
          : `${files.length} PDFs (${namedEn({ file, files })}) are scans without text; the enterprise’s name in them is not checked`,
      hint: 'Scans may be submitted; see whether each is issued to the applicant.',
    }),
    samples: [{ file }, { file, files }],
  }),
};
