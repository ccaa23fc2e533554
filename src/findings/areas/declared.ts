// What claims, attestations and waivers of a dossier can have wrong.
import { andMoreEn, nearEn, nearZh, some, subjectsZh } from '../several.ts';
import { lookUpEn, lookUpZh } from '../shapes.ts';
import { error, file, files, hard, hint, type InFiles, instead, note, warning } from './spec.ts';

export const declaredCodes = {
  /** Neither years nor months are to be read from it. No waiver lifts it: while it stands, nothing is said of years that lack. */
  'covers-unreadable': hard<{ written?: string }>({
    zh: ({ written }) => ({
      message:
        written === undefined ? '“所属年度”看不出是哪些年度或月份' : `“所属年度”写的“${written}”看不出是哪些年度或月份`,
      hint: '年度写成 2020、2018-2020 或 [2018, 2019, 2020]，月份写成 2020-12。',
    }),
    en: ({ written }) => ({
      message:
        written === undefined
          ? 'covers names neither years nor months'
          : `covers: “${written}” names neither years nor months`,
      hint: 'Write years as 2020, 2018-2020 or [2018, 2019, 2020], a month as 2020-12.',
    }),
    samples: [{ written: '去年' }, {}],
  }),

  /** `count` of the keys `fact`, `table` and `title` are there, where one should be. */
  'claim-about-unclear': error<{ count: number }>({
    zh: ({ count }) => ({
      message: count === 0 ? '这一条“数字出处”没有写明证明什么' : '一条“数字出处”只证明一件事',
      hint: '数字写“情况”，表格的一行写“表格”和“第几行”，称号写“称号”；三者写一个。',
    }),
    en: ({ count }) => ({
      message: count === 0 ? 'this claim does not say what it proves' : 'a claim proves one thing only',
      hint: 'Write fact for a figure, table and row for a row, title for a title; one of the three.',
    }),
    samples: [{ count: 0 }, { count: 2 }],
  }),

  /** `rows` is how many the table has. */
  'claim-row-missing': error<{ table: string; row: string; rows: number }>({
    zh: ({ table, row, rows }) => ({
      message: `“数字出处”所指的 ${table} 没有“${row}”这一行，一共 ${rows} 行`,
      hint: '“第几行”写数字（从 1 数起），或写这一行里的名称。',
    }),
    en: ({ table, row, rows }) => ({
      message: `a claim names row “${row}” of ${table}, which has ${some(rows, 'row')}`,
      hint: 'Write the number of the row, from 1, or a name that stands in it.',
    }),
    samples: [{ table: '授权专利', row: '4', rows: 3 }],
  }),

  /** The dossier gives no figure for what the claim proves. */
  'claim-value-missing': warning<{ what: string; year?: number }>({
    zh: ({ what, year }) => ({
      message: `“数字出处”写了 ${what}${year === undefined ? '' : `（${year} 年）`}的出处，材料里没有这个数`,
      hint: '补填这个数，或改正、删去这一条。',
    }),
    en: ({ what, year }) => ({
      message: `a claim says where ${what}${year === undefined ? '' : ` of ${year}`} is proved, but the dossier gives no such value`,
      hint: 'Fill in the value, or correct or remove the claim.',
    }),
    samples: [{ what: '主营业务收入(万元)', year: 2012 }, { what: '邮编' }],
  }),

  /** A report shows the year before beside its own, never one that was still to come. */
  'claim-year-later': warning<{ what: string; year: number; file: string; covers: readonly string[] }>({
    zh: ({ what, year, file, covers }) => ({
      message: `“数字出处”写 ${what}（${year} 年）出自 ${file}，而该文件只到 ${covers.join('、')}`,
      hint: '改写载有这一年数字的文件和页码，或改正文件所属的年度。',
    }),
    en: ({ what, year, file, covers }) => ({
      message: `a claim says that ${file} proves ${what} of ${year}, but it covers ${covers.join(', ')} at the latest`,
      hint: 'Name the file and pages that show the year, or correct what the file covers.',
    }),
    samples: [{ what: '主营业务收入(万元)', year: 2020, file: '附件/2019年度审计报告.pdf', covers: ['2019'] }],
  }),

  'claim-title-missing': error<{ title: string; year?: number }>({
    zh: ({ title, year }) => ({
      message: `“数字出处”所指的称号“${title}”${year === undefined ? '' : `（${year} 年）`}不在“已有称号”中`,
      hint: '先在“已有称号”写明这个称号，名称一致。',
    }),
    en: ({ title, year }) => ({
      message: `a claim names the title “${title}”${year === undefined ? '' : ` (${year})`}, which is not in titles`,
      hint: 'First add it to titles, under the same name.',
    }),
    samples: [{ title: '专精特新产品', year: 2018 }, { title: '专精特新产品' }],
  }),

  /** Figures that nothing proves, by their printed label; without years where the fact has none. */
  'claims-missing': warning<{ missing: readonly { label: string; years: readonly number[] }[]; hint?: string }>({
    zh: ({ missing, hint }) => ({
      message: `没有写明出处的数字：${missing.map(({ label, years }) => (years.length === 0 ? label : `${label}（${years.join('、')}）`)).join('；')}`,
      hint: hint ?? '在该年度审计报告的“数字”写明所载的数字，或在“数字出处”写明文件和页码。',
    }),
    en: ({ missing, hint }) => ({
      message: `nothing says where these figures are proved: ${missing.map(({ label, years }) => (years.length === 0 ? label : `${label} (${years.join(', ')})`)).join('; ')}`,
      hint:
        hint ??
        'Write what the audit report of the year states under figures of that file, or add claims with file and pages.',
    }),
    samples: [
      {
        missing: [
          { label: '营业收入', years: [2019, 2020] },
          { label: '股东人数', years: [] },
        ],
      },
      { missing: [{ label: '营业收入', years: [2020] }], hint },
    ],
  }),

  /** `word` stands in the text `field`, and the dossier gives no evidence for it. */
  'superlative-unproved': warning<{ field: string; words: readonly string[]; hint?: string }>({
    zh: ({ field, words, hint }) => ({
      message: `${field}写有${words.map((word) => `“${word}”`).join('')}，没有佐证`,
      hint: hint ?? '附上写明这一说法的证明，或在“数字出处”写明文件和页码；没有的，改用具体的数据。',
    }),
    en: ({ field, words, hint }) => ({
      message: `${field} says ${words.map((word) => `“${word}”`).join(', ')} without evidence`,
      hint:
        hint ??
        'Attach a paper that says so, or name its file and pages in claims; without any, give plain figures instead.',
    }),
    samples: [
      { field: '企业简介', words: ['国际领先'] },
      { field: '企业简介', words: ['国际领先', '填补空白'], hint },
    ],
  }),

  /** `days` from the as-of day to the last day; 0 when that is the last. */
  'title-expires-soon': warning<{ kind: string; until: string; days: number }>({
    zh: ({ kind, until, days }) => ({
      message: `称号 ${kind} 的有效期到 ${until}，${days === 0 ? '判断日期当天到期' : `只剩 ${days} 天`}`,
      hint: '申报要求它在有效期内：在到期前提交，或先办理复核。',
    }),
    en: ({ kind, until, days }) => ({
      message: `title ${kind} is valid until ${until}, ${days === 0 ? 'the as-of date itself' : `for ${some(days, 'more day')}`}`,
      hint: 'It must be in force: submit while it is, or have it renewed first.',
    }),
    samples: [
      { kind: '专精特新中小企业', until: '2025-12-25', days: 0 },
      { kind: '专精特新中小企业', until: '2025-12-25', days: 29 },
    ],
  }),

  'title-beyond-term': warning<{ kind: string; until: string; last: string; clause: string }>({
    zh: ({ kind, until, last, clause }) => ({
      message: `称号 ${kind} 写的有效期至 ${until}，按${clause}到 ${last}`,
      hint: '与证书核对。经复核延续的，认定日期写复核通过的日期。',
    }),
    en: ({ kind, until, last, clause }) => ({
      message: `title ${kind} is said to hold until ${until}; by ${clause} it ends on ${last}`,
      hint: 'Compare it with the certificate. For a title renewed by a review, write the day on which the review was passed as the day of grant.',
    }),
    samples: [{ kind: '专精特新中小企业', until: '2038-12-19', last: '2028-12-19', clause: '63号的转述(有效期三年)' }],
  }),

  'claim-fact-unknown': error<{ fact: string; nearest?: string }>({
    zh: ({ fact, nearest }) => ({
      message: `“数字出处”中的“${fact}”不是已知的名称`,
      hint: nearZh(nearest) || lookUpZh,
    }),
    en: ({ fact, nearest }) => ({
      message: `“${fact}” in claims is not a known fact`,
      hint: nearEn(nearest) || lookUpEn,
    }),
    mend: ({ fact, nearest }, around) => instead(fact, nearest, around),
    samples: [{ fact: 'revenu', nearest: 'revenue' }, { fact: 'x' }],
  }),

  'claim-file-missing': error<InFiles>({
    zh: ({ file, files = [file] }) => ({
      message: `“数字出处”所指的文件 ${subjectsZh(files, '个')}不在附件之中`,
      hint: '写附件里已有文件的路径。',
    }),
    en: ({ file, files }) => ({
      message:
        files === undefined
          ? `a claim names the file ${file}, which is not an attachment`
          : `claims name the files ${andMoreEn(files)}, which are not attachments`,
      hint: 'Write the path of a file that stands in attachments.',
    }),
    samples: [{ file }, { file, files }],
  }),

  'attestation-unknown': error<{ item: string; nearest?: string }>({
    zh: ({ item, nearest }) => ({
      message: `人工核对清单中没有“${item}”`,
      hint: nearZh(nearest) || '清单各项的编号用 zjtx record attest 查看。',
    }),
    en: ({ item, nearest }) => ({
      message: `the checklist has no point “${item}”`,
      hint: nearEn(nearest) || 'zjtx record attest lists the points with their ids.',
    }),
    mend: ({ item, nearest }, around) => instead(item, nearest, around),
    samples: [{ item: 'profile-seald', nearest: 'profile-sealed' }, { item: 'x' }],
  }),

  /** `items` where several points are open. */
  'attestation-open': warning<{ item: string; items?: readonly string[] }>({
    zh: ({ item, items }) => ({
      message: items === undefined ? `尚无人确认：${item}` : `${items.length} 项尚无人确认：${items.join('；')}`,
      hint: '由经办人查看后，用 zjtx record attest 写明。',
    }),
    en: ({ item, items = [item] }) => ({
      message: `nobody has confirmed yet: ${items.join('; ')}`,
      hint: 'Let the person in charge look, then say so with zjtx record attest.',
    }),
    samples: [
      { item: '企业简介已加盖企业公章' },
      { item: '企业简介已加盖企业公章', items: ['企业简介已加盖企业公章', '法定代表人已签字或盖章'] },
    ],
  }),

  'attestation-void': warning<{ item: string; file: string }>({
    zh: ({ item, file }) => ({
      message: `确认已失效：${item}；文件 ${file} 在确认之后改动过`,
      hint: '重新查看文件，再用 zjtx record attest 确认。',
    }),
    en: ({ item, file }) => ({
      message: `the confirmation is void: ${item}; the file ${file} has changed since`,
      hint: 'Look at the file again and confirm it with zjtx record attest.',
    }),
    samples: [{ item: '企业简介已加盖企业公章', file }],
  }),

  'attestation-unbound': note<{ item: string }>({
    zh: ({ item }) => ({
      message: `确认“${item}”没有写明所看的文件`,
      hint: '用 zjtx record attest 再确认一次，文件及其 SHA-256 由程序写入。',
    }),
    en: ({ item }) => ({
      message: `the confirmation of “${item}” names no file`,
      hint: 'Confirm it again with zjtx record attest, which writes the files and their SHA-256.',
    }),
    samples: [{ item: '企业简介已加盖企业公章' }],
  }),

  'waiver-hard': error<{ code: string }>({
    zh: ({ code }) => ({
      message: `${code} 不能豁免`,
      hint: '申报平台自身的限制，或者没有检查完的文件，豁免无用，须改正材料。',
    }),
    en: ({ code }) => ({
      message: `${code} cannot be waived`,
      hint: 'It is a limit of the portal itself, or the file was not inspected to its end: no waiver helps, correct the dossier.',
    }),
    samples: [{ code: 'file-too-large' }],
  }),

  'waiver-expired': error<{ code: string; until: string }>({
    zh: ({ code, until }) => ({
      message: `对 ${code} 的豁免已于 ${until} 到期`,
      hint: '改正该问题，或重新说明理由并改期。',
    }),
    en: ({ code, until }) => ({
      message: `the waiver of ${code} ended on ${until}`,
      hint: 'Correct it, or give a reason again with a new date.',
    }),
    samples: [{ code: 'image-small', until: '2021-08-15' }],
  }),

  /** `days` from the as-of day to the last one; 0 when that is the last. */
  'waiver-ends-soon': note<{ code: string; until: string; days: number }>({
    zh: ({ code, until, days }) => ({
      message: days === 0 ? `对 ${code} 的豁免今天（${until}）到期` : `对 ${code} 的豁免到 ${until}，只剩 ${days} 天`,
      hint: '到期前改正该问题；不能改正的，用 zjtx record waive 重新说明理由并改期。',
    }),
    en: ({ code, until, days }) => ({
      message:
        days === 0
          ? `the waiver of ${code} ends today (${until})`
          : `the waiver of ${code} ends on ${until}, in ${some(days, 'day')}`,
      hint: 'Correct it before then; if it cannot be corrected, give a reason again with a new date by zjtx record waive.',
    }),
    samples: [
      { code: 'image-small', until: '2021-08-16', days: 0 },
      { code: 'image-small', until: '2021-08-17', days: 1 },
      { code: 'image-small', until: '2021-08-29', days: 13 },
    ],
  }),

  'waiver-unused': warning<{ code: string }>({
    zh: ({ code }) => ({ message: `对 ${code} 的豁免没有对应的问题`, hint: '删去这一条。' }),
    en: ({ code }) => ({ message: `the waiver of ${code} matches no finding`, hint: 'Delete this entry.' }),
    samples: [{ code: 'image-small' }],
  }),

  'waiver-overbroad': warning<{ code: string }>({
    zh: ({ code }) => ({
      message: `对 ${code} 的豁免范围过宽`,
      hint: '“问题所在”写明一处，例如 attachments.tax_certificate，不用 *。',
    }),
    en: ({ code }) => ({
      message: `the waiver of ${code} is too broad`,
      hint: 'Name one place in at, such as attachments.tax_certificate, without *.',
    }),
    samples: [{ code: 'image-small' }],
  }),
};
