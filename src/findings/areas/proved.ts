// How far a bundle could be proved, and what its stamp and its category promise.
import { some } from '../several.ts';
import { type Stamp, type State, stampWords, stateWords } from '../states.ts';
import type { File } from './bundle.ts';
import { forgedEn, forgedZh } from './derived.ts';
import { each, hard, note, unsettling, warning } from './spec.ts';

/** How the summary is not the one of this assessment. */
export type SummaryFault = 'unreadable' | 'pages' | 'text' | 'drawing' | 'figure' | 'foreign';

export const provedCodes = {
  /** `page` from 1; `text` is the first that should be there and is not; of something foreign, its name in the file. */
  'bundle-summary-differs': hard<{ readonly why: SummaryFault; readonly page?: number; readonly text?: string }>({
    zh: ({ why, page = 0, text = '' }) => ({
      message: {
        unreadable: '申请表不能作为 PDF 读出',
        pages: '申请表的页数与按材料重新排版的不同',
        text: `申请表第 ${page} 页的文字与材料不符，应有：${text}`,
        drawing: '申请表的文字相同，画面却不是 zjtx 画的，可能有遮盖或添加',
        figure: `申请表里找不到材料中的 ${text}`,
        foreign: `申请表里有 zjtx 不会写入的内容：${text}`,
      }[why],
      hint: '这不是由这份材料生成的申请表，不要采信。请提供方重新生成材料包。',
    }),
    en: ({ why, page = 0, text = '' }) => ({
      message: {
        unreadable: 'the summary cannot be read as a PDF',
        pages: 'the summary has another number of pages than the dossier gives',
        text: `page ${page} of the summary does not say what the dossier says; missing: ${text}`,
        drawing: 'the summary has the right text, yet zjtx did not draw it so: something may be covered or added',
        figure: `the summary lacks ${text} of the dossier`,
        foreign: `the summary holds what zjtx never writes: ${text}`,
      }[why],
      hint: 'It was not made from this dossier: do not trust it. Ask the sender to build the bundle again.',
    }),
    samples: each(['unreadable', 'pages', 'text', 'drawing', 'figure'], (why) => ({
      why,
      page: 2,
      text: '8330.00',
    })),
  }),

  'bundle-guide-differs': hard({
    zh: () => ({
      message: '填报指引不是由这份材料生成的',
      hint: '不要在浏览器里打开它。请提供方重新生成材料包。',
    }),
    en: () => ({
      message: 'the portal guide was not made from this dossier',
      hint: 'Do not open it in a browser. Ask the sender to build the bundle again.',
    }),
    samples: [{}],
  }),

  'bundle-paper-differs': hard({
    zh: () => ({
      message: '报送件不是由这份材料生成的',
      hint: '不要打印它。请提供方重新生成材料包。',
    }),
    en: () => ({
      message: 'the paper set was not made from this dossier',
      hint: 'Do not print it. Ask the sender to build the bundle again.',
    }),
    samples: [{}],
  }),

  'bundle-version-other': note<{ readonly version: string; readonly own: string }>({
    zh: ({ version, own }) => ({
      message: `由 zjtx ${version} 生成，本机是 ${own}：按本机的版本重新得出并比较，只有措辞不同的列为提示`,
      hint: `要核对到每一个字，用 zjtx ${version} 运行 zjtx verify。`,
    }),
    en: ({ version, own }) => ({
      message: `built by zjtx ${version}; this is ${own}: all was derived again and compared by this version; what differs only in words is a note`,
      hint: `To compare every word, run zjtx verify with zjtx ${version}.`,
    }),
    samples: [{ version: '0.9.0', own: '1.0.0' }],
  }),

  /** Another version wrote it. Of `count` texts the first, and what it is here; one that is not there is empty. */
  'bundle-words-differ': note<{ readonly stated: string; readonly found: string; readonly count: number }>({
    zh: ({ stated, found, count }) => ({
      message: `记录里有 ${count} 处文字与本机得出的不同，如${stated === '' ? `缺少“${found}”` : `“${stated}”，本机${found === '' ? '没有' : `为“${found}”`}`}`,
      hint: '只是措辞不同的，可以采信；数字、名称不同的，以本机的为准，请提供方说明。',
    }),
    en: ({ stated, found, count }) => ({
      message: `${some(count, 'text')} of the record ${count === 1 ? 'is' : 'are'} put otherwise here, such as ${stated === '' ? `“${found}”, which it lacks` : `“${stated}”, ${found === '' ? 'which is not said here' : `here “${found}”`}`}`,
      hint: 'Other words are no harm; where a figure or a name is another one, take what stands here and ask the sender.',
    }),
    samples: [
      { stated: '负债 3,731.50 ÷ 资产 9,800', found: '负债 3,731.50 ÷ 资产总额 9,800', count: 1 },
      { stated: '38.08', found: '', count: 4 },
      { stated: '', found: '38.08', count: 2 },
    ],
  }),

  /** `files` attachments were not looked into, because all of them have more than `limit` bytes. */
  'bundle-not-derived': hard<{ readonly files: number; readonly limit: number }>({
    zh: ({ files, limit }) => ({
      message: `没有比较：附件合计超过 ${limit} 字节，其中 ${files} 个文件只核对了摘要，没有打开检查`,
      hint: '请提供方压缩附件后重新生成；或解压后在文件夹里运行 zjtx validate。',
    }),
    en: ({ files, limit }) => ({
      message: `not compared: the attachments have more than ${limit} bytes together; of ${some(files, 'file')} only the digest was checked`,
      hint: 'Ask the sender to make the attachments smaller and build again; or unpack the bundle and run zjtx validate in its folder.',
    }),
    samples: [{ files: 3, limit: 4_294_967_296 }],
  }),

  /**
   * A file that could not be compared to the end: it differs from what is made here, and another version, or a font that
   * has `text`, may be why.
   */
  'bundle-unproved': hard<File & { readonly why: 'version' | 'font'; readonly text?: string }>({
    zh: ({ file, why, text = '' }) => ({
      message:
        why === 'version'
          ? `没有比较完：${file} 由另一个程序版本生成，与本机生成的不同，看不出是版面不同还是被改动`
          : `没有比较完：${file} 里有本机字体没有的字符（${text}），它们的字形无法核对`,
      hint:
        why === 'version'
          ? '用生成它的 zjtx 版本再核对一次。核对之前不要打开它。'
          : '用 --fonts 指出含有这些字的字体文件再核对（字体取自可靠的来源，不用对方给的）；没有时请提供方改用常用字。',
    }),
    en: ({ file, why, text = '' }) => ({
      message:
        why === 'version'
          ? `not compared to the end: ${file} was made by another version and differs from what is made here; whether by layout or by a change cannot be told`
          : `not compared to the end: ${file} has characters that the fonts here lack (${text}); their shapes cannot be checked`,
      hint:
        why === 'version'
          ? 'Verify with the version of zjtx that built it. Do not open the file before.'
          : 'Verify again with a font that has them, from a source you trust and not from the sender: --fonts FILE; or ask the sender for common characters.',
    }),
    samples: [
      { file: 'data/申请表.pdf', why: 'version' },
      { file: 'data/申请表.pdf', why: 'font', text: '𠮷' },
    ],
  }),

  /** `file` could not be looked into by the sender or here. */
  'bundle-not-inspected': hard<{ readonly file: string }>({
    zh: ({ file }) => ({
      message: `没有比较：${file} 读不完，或者缺少读它的组件，只核对了摘要`,
      hint: '重新安装本程序（不略过可选组件），或换一台电脑再核对；仍然如此的，请提供方换下这个文件，重新生成。',
    }),
    en: ({ file }) => ({
      message: `not compared: ${file} could not be read to its end, or its reader is missing; only its digest was checked`,
      hint: 'Install this program again with its optional packages, or verify on another computer; if it says the same, ask the sender to replace the file and build again.',
    }),
    samples: [{ file: '附件/a.pdf' }],
  }),

  'bundle-not-final': hard<{ readonly status: 'unsettled' | 'draft' }>({
    zh: ({ status }) => ({
      message: status === 'draft' ? '这是草稿，不是正式材料包' : '这份材料包待核实，不是正式材料包',
      hint: '请提供方改正、补齐或核实后，用 zjtx build 生成正式的。',
    }),
    en: ({ status }) => ({
      message: status === 'draft' ? 'this is a draft, not a final bundle' : 'this bundle is unsettled, not final',
      hint: 'Ask its sender to correct, complete or check the dossier and build the final one with zjtx build.',
    }),
    samples: each(['unsettled', 'draft'], (status) => ({ status })),
  }),

  /** Its stamp promises more than the state of its dossier. */
  'bundle-stamp-flatters': hard<{ readonly status: Stamp; readonly state: State }>({
    zh: ({ status, state }) => ({
      message: `标为${stampWords.zh[status]}，材料的状态却是${stateWords.zh[state]}；zjtx 不会生成这样的材料包`,
      hint: forgedZh,
    }),
    en: ({ status, state }) => ({
      message: `it is called ${stampWords.en[status]}, and the state of its dossier is: ${stateWords.en[state]}; zjtx builds no such bundle`,
      hint: forgedEn,
    }),
    samples: [
      ...each(
        ['errors', 'incomplete', 'unsettled', 'submittable', 'ready'],
        (state) => ({ status: 'final', state }) as const,
      ),
      ...each(['errors', 'incomplete'], (state) => ({ status: 'unsettled', state }) as const),
      { status: 'draft', state: 'errors' },
    ],
  }),

  'category-broken': hard<{ readonly category: string; readonly detail: string }>({
    zh: ({ category, detail }) => ({
      message: `包里的类别定义 ${category} 打不开${detail === '' ? '' : `（${detail}）`}`,
      hint: forgedZh,
    }),
    en: ({ category, detail }) => ({
      message: `the definition of ${category} inside cannot be opened${detail === '' ? '' : ` (${detail})`}`,
      hint: forgedEn,
    }),
    samples: [
      { category: 'jiangsu/2021/product', detail: 'key-missing format' },
      { category: 'jiangsu/2021/product', detail: '' },
    ],
  }),

  /**
   * An error where a bundle brought it, one of before (`earlier`) by whose successor the state is another (`was`, `is`); a
   * warning where folders of definitions redefine what comes with the program (`where`). `known` and `found` are digests.
   */
  'category-altered': unsettling(
    hard<{
      readonly category: string;
      readonly known: string;
      readonly found: string;
      readonly where: 'bundle' | 'earlier' | 'schemas';
      readonly was?: State;
      readonly is?: State;
    }>({
      zh: ({ category, known, found, where, was = 'ready', is = 'unsettled' }) =>
        ({
          bundle: {
            message: `包里的类别定义 ${category} 与本机的不是同一份：摘要是 ${found}，本机的是 ${known}`,
            hint: '条件可能被放宽，不要采信。如果只是定义更新过，用生成它的 zjtx 版本或 --schemas 核对。',
          },
          earlier: {
            message: `包里的类别定义 ${category} 是 zjtx 以前的一版，后来更正过；按现在的一版重新检查，状态由“${stateWords.zh[was]}”变为“${stateWords.zh[is]}”（摘要 ${found}，现在是 ${known}）`,
            hint: '以现在的一版为准：请提供方用现在的 zjtx 检查，重新生成。',
          },
          schemas: {
            message: `类别 ${category} 不是随 zjtx 发布的那一份，已被另外指定的定义改动：摘要是 ${found}，发布的是 ${known}`,
            hint: '条件可能被放宽，结论不作数。去掉 --schemas 或 zjtx.config.yaml 的 schemas；自己的类别另取编号。',
          },
        })[where],
      en: ({ category, known, found, where, was = 'ready', is = 'unsettled' }) =>
        ({
          bundle: {
            message: `the definition of ${category} inside is not the one known here: its digest is ${found}, here it is ${known}`,
            hint: 'Criteria may be weakened: do not trust it. If it was only updated since, use the zjtx that built the bundle, or --schemas.',
          },
          earlier: {
            message: `the definition of ${category} inside is one that zjtx came with before and that was corrected since; by that of today the state is “${stateWords.en[is]}”, no longer “${stateWords.en[was]}” (digest ${found}, today ${known})`,
            hint: 'That of today counts: ask its sender to check with the zjtx of today and build it again.',
          },
          schemas: {
            message: `the category ${category} is not the one that zjtx ships; other definitions altered it: its digest is ${found}, that of the shipped one ${known}`,
            hint: 'Criteria may be weakened, so nothing is settled. Leave out --schemas, or schemas in zjtx.config.yaml; give a category of your own another id.',
          },
        })[where],
      samples: each(['bundle', 'earlier', 'schemas'], (where) => ({
        category: 'jiangsu/2021/product',
        known: 'a'.repeat(64),
        found: 'b'.repeat(64),
        where,
        ...(where === 'earlier' ? { was: 'ready', is: 'unsettled' } : {}),
      })),
    }),
  ),

  /** Of a bundle that an earlier version built, and that comes to the same state by the definition of today. */
  'category-renewed': warning<{ readonly category: string; readonly known: string; readonly found: string }>({
    zh: ({ category, known, found }) => ({
      message: `包里的类别定义 ${category} 是 zjtx 以前的一版，后来更正过；按现在的一版重新检查，状态相同（摘要 ${found}，现在是 ${known}）`,
    }),
    en: ({ category, known, found }) => ({
      message: `the definition of ${category} inside is one that zjtx came with before and that was corrected since; by that of today the state is the same (digest ${found}, today ${known})`,
    }),
    samples: [
      {
        category: 'jiangsu/2021/product',
        known: '0b1a53be0b1a53be0b1a53be0b1a53be0b1a53be0b1a53be0b1a53be0b1a53be',
        found: '5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed',
      },
    ],
  }),

  'category-unproved': warning<{ readonly category: string }>({
    zh: ({ category }) => ({
      message: `本机没有类别 ${category}，无法判断包里的定义是否可靠`,
      hint: '用 --schemas 指出这个类别的定义文件夹，再核对一次。',
    }),
    en: ({ category }) => ({
      message: `the category ${category} is not known here, so nobody can say whether the definition inside is the right one`,
      hint: 'Name the folder of its definitions with --schemas and verify again.',
    }),
    samples: [{ category: 'yunling/2021/seedling' }],
  }),
};

/** What keeps a bundle from being accepted only because not all of it could be compared here. */
export const uncompared: ReadonlySet<string> = new Set<keyof typeof provedCodes>([
  'bundle-not-derived',
  'bundle-not-inspected',
  'bundle-unproved',
]);
