// What a path or a name of an attachment can have wrong.
import { namedEn, namedZh, subjectZh, verbEn } from '../several.ts';
import { systemFault } from '../system-fault.ts';
import { type File, listEn } from './slots.ts';
import { each, file, files, hard, type InFiles, type InSlots, instead, note, slot, slots, warning } from './spec.ts';

const outsideZh = {
  absolute: ['写成了绝对路径', '把文件复制到材料的文件夹内，写相对路径，例如：附件/营业执照.pdf'],
  above: ['在允许读取的文件夹之外', '把文件复制到材料的文件夹内，再改写路径。'],
  link: ['是指向允许读取的文件夹之外的链接', '用文件本身替换这个链接。'],
} as const;

const refusedNamesZh = {
  characters: (bad: string) => [`含有字符 ${bad}`, '改名，去掉 \\ / : * ? " < > | 和控制字符。'],
  ending: (bad: string) => [`以${bad === '.' ? '句点' : '空格'}结尾`, '改名，去掉末尾的句点和空格。'],
  reserved: (bad: string) => [`用了 Windows 保留的名称 ${bad}`, '换一个文件名。'],
  length: (bad: string) => [`长 ${bad} 个字`, '缩短到 100 个字以内。'],
} as const;

const outsideEn = {
  absolute: [
    'an absolute path',
    'absolute paths',
    'Copy the file into the dossier’s folder and write a relative path: 附件/营业执照.pdf',
  ],
  above: [
    'outside the folder that may be read',
    'outside the folder that may be read',
    'Copy the file into the dossier’s folder and correct the path.',
  ],
  link: [
    'a link to outside the folder that may be read',
    'links to outside the folder that may be read',
    'Put the file itself in place of the link.',
  ],
} as const;

const refusedNamesEn = {
  characters: (bad: string, several: boolean) => [
    `${several ? 'hold' : 'holds'} the character ${bad}`,
    'Rename it without \\ / : * ? " < > | and control characters.',
  ],
  ending: (bad: string, several: boolean) => [
    `${several ? 'end' : 'ends'} in a ${bad === '.' ? 'full stop' : 'space'}`,
    'Rename it without full stops and spaces at the end.',
  ],
  reserved: (bad: string, several: boolean) => [
    `${several ? 'are' : 'is'} reserved by Windows (${bad})`,
    'Choose another name.',
  ],
  length: (bad: string, several: boolean) => [
    `${several ? 'are' : 'is'} ${bad} characters long`,
    'Shorten it to at most 100 characters.',
  ],
} as const;

export const pathCodes = {
  /** `folder` is one on the way that does not exist; `sole`: no other file has the name of `near`, which is the one written. */
  'file-missing': hard<
    InFiles & { readonly glob: boolean; readonly near?: string; readonly sole?: true; readonly folder?: string }
  >({
    zh: ({ file, files, glob, near, folder }) => ({
      message:
        files !== undefined && folder !== undefined
          ? `没有 ${folder} 这个文件夹，找不到其中的 ${namedZh({ file, files })}`
          : glob
            ? `没有与 ${file} 相符的文件`
            : `找不到文件 ${file}`,
      hint:
        near !== undefined && files === undefined
          ? `是否应为 ${near} ？改正路径，或把文件放到所写的位置。`
          : folder === undefined
            ? '路径相对于材料文件所在的文件夹；核对文件夹名、文件名和扩展名。'
            : `路径相对于材料文件所在的文件夹，那里没有 ${folder}；核对文件夹名，或把文件夹复制过来。`,
    }),
    en: ({ file, files, glob, near, folder }) => ({
      message:
        files !== undefined && folder !== undefined
          ? `there is no folder ${folder}, so ${namedEn({ file, files })} were not found`
          : glob
            ? `no file matches ${file}`
            : `file ${file} not found`,
      hint:
        near !== undefined && files === undefined
          ? `Is ${near} meant? Correct the path, or put the file where the path says.`
          : folder === undefined
            ? 'Paths start at the dossier’s folder; check the names of folder and file, and the extension.'
            : `Paths start at the dossier’s folder, which has no ${folder}; correct the name, or copy the folder there.`,
    }),
    mend: ({ file, near, sole }, around) => {
      const mend = instead(file, near, around);
      return mend && sole ? { ...mend, is: 'safe' } : mend;
    },
    samples: [
      { file, glob: false, near: '附件/执照.pdf' },
      { file, glob: false, near: '证照/营业执照.pdf', sole: true },
      { file, glob: false },
      { file: '附件/*.pdf', glob: true },
      { file, glob: false, folder: '附件' },
      { file, files, glob: false, folder: '附件' },
    ],
  }),

  /** `disk` is how it is spelled there. */
  'file-case-differs': note<InFiles & { readonly disk: string }>({
    zh: ({ disk, ...about }) => ({
      message:
        about.files === undefined
          ? `${about.file} 在磁盘上是 ${disk}，大小写不同，按磁盘上的取用`
          : `${subjectZh(about)}与磁盘上的大小写不同，按磁盘上的取用`,
      hint: '把材料中的写法改成与磁盘上的一样；有的系统区分大小写。',
    }),
    en: ({ disk, ...about }) => ({
      message:
        about.files === undefined
          ? `${about.file} is ${disk} on the disk: upper and lower case differ, and the name on the disk is used`
          : `${namedEn(about)} ${verbEn(about, 'differs', 'differ')} from the disk in upper and lower case; the names on the disk are used`,
      hint: 'Write the path as it is on the disk: some systems tell upper and lower case apart.',
    }),
    mend: ({ file, disk }, around) => {
      const mend = instead(file, disk, around);
      return mend && { ...mend, is: 'safe' };
    },
    samples: [
      { file: '附件/营业执照.PDF', disk: file },
      { file: '附件/营业执照.PDF', files: ['附件/营业执照.PDF', '附件/B.pdf'], disk: file },
    ],
  }),

  'patterns-too-many': hard<{ readonly pattern: string; readonly limit: number }>({
    zh: ({ pattern, limit }) => ({
      message: `通配符太多或文件夹里的文件太多（合计要比对 ${limit} 次以上），没有查找 ${pattern}`,
      hint: '直接写出文件的路径，或让通配符只指向附件所在的文件夹。',
    }),
    en: ({ pattern, limit }) => ({
      message: `too many patterns for too many files (more than ${limit} comparisons together): ${pattern} was not looked for`,
      hint: 'Write the paths of the files, or let the patterns begin in the folder of the attachments.',
    }),
    samples: [{ pattern: '附件/**/*.pdf', limit: 2_000_000 }],
  }),
  /** In characters. */
  'path-too-long': hard<{ readonly length: number; readonly limit: number }>({
    zh: ({ length, limit }) => ({
      message: `路径有 ${length} 个字符，超过 ${limit} 个`,
      hint: '路径只写文件夹和文件名；多个文件各写一行。',
    }),
    en: ({ length, limit }) => ({
      message: `the path has ${length} characters, more than ${limit}`,
      hint: 'A path names folders and a file; write each of several files on a line of its own.',
    }),
    samples: [{ length: 5000, limit: 1024 }],
  }),

  'file-outside': hard<InFiles & { readonly why: 'absolute' | 'above' | 'link' }>({
    zh: ({ why, ...about }) => ({
      message: `${subjectZh(about)}${outsideZh[why][0]}，不予读取`,
      hint: outsideZh[why][1],
    }),
    en: ({ why, ...about }) => ({
      message: `${namedEn(about)} ${verbEn(about, `is ${outsideEn[why][0]}; it is`, `are ${outsideEn[why][1]}; they are`)} not read`,
      hint: outsideEn[why][2],
    }),
    samples: [...each(['absolute', 'above', 'link'], (why) => ({ file, why })), { file, files, why: 'above' }],
  }),

  'file-is-folder': hard<File>({
    zh: ({ file }) => ({
      message: `${file} 是文件夹，不是文件`,
      hint: `写明其中的文件，或写  ${file}/*  表示其中所有文件。`,
    }),
    en: ({ file }) => ({
      message: `${file} is a folder, not a file`,
      hint: `Name the files in it, or write  ${file}/*  for all of them.`,
    }),
    samples: [{ file }],
  }),

  'file-unreadable': hard<InFiles & { readonly reason: string }>({
    zh: ({ reason, ...about }) => ({
      message: `无法读取 ${namedZh(about)}（${systemFault(reason).zh}）`,
      hint: '检查文件的权限，关闭正在使用它的程序，或复制一份普通文件替换。',
    }),
    en: ({ reason, ...about }) => ({
      message: `cannot read ${namedEn(about)} (${systemFault(reason).en})`,
      hint: 'Look at the permissions of the file, close programs that use it, or put a plain copy in its place.',
    }),
    samples: [
      { file, reason: 'EACCES' },
      { file, files, reason: 'EACCES' },
    ],
  }),

  'file-system': warning<InFiles>({
    zh: (about) => ({
      message: `${subjectZh(about)}是系统或办公软件自动留下的文件，不作为附件`,
      hint: '关闭正在编辑的文档，删除这个文件；路径若指向它，改为真正的附件。',
    }),
    en: (about) => ({
      message: `${namedEn(about)} ${verbEn(about, 'was', 'were')} left by the system or an office program, and ${verbEn(about, 'is not an attachment', 'are not attachments')}`,
      hint: 'Close the document that is being edited and delete this file; correct a path that points to it.',
    }),
    samples: [{ file: '附件/.DS_Store' }, { file, files }],
  }),

  'file-twice': warning<InFiles & InSlots & { readonly other: string; readonly otherSlot: string }>({
    zh: ({ file, files = [file], slot, slots = [slot], other, otherSlot }) => ({
      message: files.some((one) => one !== other)
        ? `${namedZh({ file, files })}（${slots.join('、')}）与 ${other}（${otherSlot}）内容完全相同`
        : slots.length === 1
          ? slot === otherSlot
            ? `${slot} 里 ${file} 列了不止一次，所属年份不同`
            : `同一文件 ${file} 用在 ${otherSlot} 和 ${slot} 两处`
          : `同一文件 ${file} 用在 ${slots.length + 1} 处：${[otherSlot, ...slots].join('、')}`,
      hint: '看是否放错了文件；确需都用，可加豁免并写明理由。',
    }),
    en: ({ file, files = [file], slot, slots = [slot], other, otherSlot }) => ({
      message: files.some((one) => one !== other)
        ? `${namedEn({ file, files })} (${listEn(slots)}) and ${other} (${otherSlot}) have the same content`
        : slots.length === 1
          ? slot === otherSlot
            ? `${slot} lists ${file} more than once, for different years`
            : `${file} stands in two slots: ${otherSlot} and ${slot}`
          : `${file} stands in ${slots.length + 1} slots: ${listEn([otherSlot, ...slots])}`,
      hint: 'See whether the wrong file was put here; if it is needed in each, waive this with a reason.',
    }),
    samples: [
      { file, slot, other: '附件/b.pdf', otherSlot: '其他' },
      { file, slot, other: file, otherSlot: '其他' },
      { file, slot, other: file, otherSlot: slot },
      { file, slot, slots, other: file, otherSlot: '其他' },
      { file, files, slot, slots, other: '附件/x.pdf', otherSlot: '其他' },
    ],
  }),

  'name-same': hard<File>({
    zh: ({ file }) => ({
      message: `有两个文件都叫 ${file}：看起来一样，只是字符的编码不同`,
      hint: '改其中一个的文件名，或删去多余的一个；材料和材料包里分不开它们。',
    }),
    en: ({ file }) => ({
      message: `two files are called ${file}: the names look the same and differ only in how characters are encoded`,
      hint: 'Rename one of them, or remove the one too many: neither a dossier nor a bundle can tell them apart.',
    }),
    samples: [{ file }],
  }),

  'name-twice': warning<File & { readonly slot: string; readonly other: string }>({
    zh: ({ file, slot, other }) => ({
      message: `附件 ${slot} 里 ${file} 与 ${other} 同名（不分大小写）`,
      hint: '改其中一个的文件名，以免互相覆盖。',
    }),
    en: ({ file, slot, other }) => ({
      message: `slot ${slot}: ${file} and ${other} have the same name but for upper and lower case`,
      hint: 'Rename one of them, or one may overwrite the other.',
    }),
    samples: [{ file, slot, other: '附件/营业执照.PDF' }],
  }),

  'name-refused': warning<
    InFiles & { readonly why: 'characters' | 'ending' | 'reserved' | 'length'; readonly bad: string }
  >({
    zh: ({ why, bad, ...about }) => {
      const [what, hint] = refusedNamesZh[why](bad);
      return { message: `${subjectZh(about)}的文件名${what}，Windows 或平台可能不收`, hint: hint ?? '' };
    },
    en: ({ why, bad, ...about }) => {
      const several = verbEn(about, '', 's');
      const [what, hint] = refusedNamesEn[why](bad, several !== '');
      return {
        message: `the name${several} of ${namedEn(about)} ${what}; Windows or the portal may refuse ${several === '' ? 'it' : 'them'}`,
        hint: hint ?? '',
      };
    },
    samples: [
      ...each(['characters', 'ending', 'reserved', 'length'], (why) => ({ file, why, bad: '120' })),
      { file, files, why: 'characters', bad: ':' },
    ],
  }),
};
