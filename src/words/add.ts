// What zjtx add says: the plan with its reasons, what a person must decide, what was written.
import { argument } from '../characters/shown.ts';
import { andMoreEn, ofManyZh } from '../findings/several.ts';
import { systemFault } from '../findings/system-fault.ts';
import { type Said, some, speak } from './speak.ts';

type Texts = readonly string[];

const zh = {
  nothing: (sources: Texts) => `${sources.join('、')} 里没有可取的文件`,
  found: (files: number, certain: number, doubtful: number, there: number) =>
    `找到 ${files} 个文件：${certain} 个可以放好${doubtful === 0 ? '' : `，${doubtful} 个要您定`}${there === 0 ? '' : `，${there} 个不用再放`}`,
  system: (count: number) => `另有 ${count} 个系统文件没有取（~$、.DS_Store、Thumbs.db 之类）`,
  heads: { certain: '可以放好：', doubtful: '要您定：', there: '不用再放：', leftOut: '没有取：' },
  to: (file: string, slot: string) => `${file} → ${slot}`,
  near: (slots: Texts) => `相近的附件：${slots.join('、')}`,
  listed: (texts: Texts) => texts.join('、'),
  perhaps: (slots: Texts) => `可能是：${slots.join('、')}`,
  byHand: (file: string, slot: string, dossier: string) =>
    `手工放：zjtx add ${argument(file)} --slot ${argument(slot)} --to ${argument(dossier)}`,
  unknown: '认不出是什么材料',
  like: (kind: string) => `像是${kind}`,
  anySlot: '附件名称',
  noOwner: '材料里还没有企业名称和信用代码，没有核对这些文件是谁的',
  reading: {
    covers: (said: string) => `所属年度 ${said}`,
    kind: (said: string) => `材料种类 ${said}`,
    issued_to: (said: string) => `企业名称 ${said}`,
    issuer: (said: string) => `出具单位 ${said}`,
    valid_until: (said: string) => `有效期至 ${said}`,
    basis: (said: string) => `口径 ${said}`,
    figures: (said: string) => `数字(万元) ${said}`,
    pages: (said: string) => `在第 ${said} 页`,
  } as Readonly<Record<string, (said: string) => string>>,
  kinds: { audit: '审计报告', statements: '财务报表', summary: '汇总版' } as Readonly<Record<string, string>>,
  read: (readings: Texts) => `读出：${readings.join('，')}（待核对）`,
  because: (reasons: Texts) => reasons.join('；'),
  confirm: '放哪些？（能放好的已选中；按空格选中或取消，回车确定）',
  whereTo: (path: string) => `${path} 放到哪一类附件？`,
  leave: '不放',
  compare: '下面是从文件里读出的内容，核对过、没有错的选中（不选的在材料里注明待核对）',
  copied: (file: string, path: string) => `已复制 ${file} → ${path}`,
  inPlace: (path: string, slot: string) => `已写入 ${path} → ${slot}（文件不动）`,
  done: (copied: number, named: number) =>
    `已放好 ${copied + named} 个文件${named === 0 ? '' : `（其中 ${named} 个原来就在材料的文件夹里）`}`,
  undo: (backup: string, placed: boolean) =>
    `要撤销：${placed ? '删去上面复制的文件，再' : ''}用 ${backup} 换回 dossier.yaml`,
  undoFiles: '要撤销：删去上面复制的文件（dossier.yaml 没有改动）',
  noneWritten: '没有改动任何文件',
  dry: '这是计划，没有改动任何文件；照此办理去掉 --dry-run',
  nothingProposed: '没有待核对的内容',
  confirmed: (files: number) => `已核对 ${files} 个文件，去掉了待核对的记号`,
  proposed: (file: string, readings: Texts) => `${file}：${readings.join('，')}`,
  whichConfirm: '哪些核对过、没有错？（按空格选中，回车确定）',
  noSources: { message: '没有写要放的文件', hint: '写出文件夹、文件、zip 或 rar，例如：zjtx add 收到的材料 --to 材料' },
  noScreen: (confirms: boolean) => ({
    message: '这里不是终端，不能提问',
    hint: confirms
      ? '逐项对照原件核对过、都没有错，才加上 --yes（全部去掉“待核对”）。'
      : '加上 --yes（只放有把握的）或 --dry-run（只看计划）。',
  }),
  /** A source that is not there or cannot be listed. */
  noSource: (path: string, code: string) => ({
    message: `不能读 ${path}（${systemFault(code).zh}）`,
    hint: '核对路径；可以写文件夹、文件、zip、rar，也可以写到压缩包里面，如 资料.zip/审计报告.pdf。',
  }),
  noSlot: (written: string, labels: Texts) => ({
    message: `没有“${written}”这一类附件，或者不止一类带这几个字`,
    hint: `写编号或全名。这一类别的附件：${labels.join('、')}`,
  }),
  why: {
    encrypted: '有密码，不能解开；请解开后再放',
    nested: '压缩包里还有压缩包，没有再解开；请先解开',
    format: '用的压缩格式或方法这里解不开；请先用压缩软件解开再放',
    broken: '已损坏，或不是它的扩展名所说的格式',
    volume: '是分卷压缩包的一卷；请合并解开后再放',
    unread: '不能读',
    link: '不是普通文件（链接之类）',
    many: '文件太多，从这一个起没有再看；请分几次放',
    deep: '文件夹太深，里面的没有看；请把它移到外面再放',
    large: '解开后太大',
    empty: '是空文件',
  },
  reasons: {
    name: (word: string) => `文件名含“${word}”`,
    folder: (word: string) => `所在文件夹的名称含“${word}”`,
    'own-word': (word: string) => `名称含“${word}”，是这类附件用的字`,
    label: (word: string) => `名称就是“${word}”`,
    text: (words: Texts, page: number, ocr: boolean) =>
      `${ocr ? '识别出的文字' : '正文'}第 ${page} 页有${words.map((word) => `“${word}”`).join('和')}`,
    hint: (word: string) => `只凭“${word}”不能断定`,
    kinds: (kinds: Texts) => `又像${kinds.join('，又像')}`,
    slots: (kind: string, slots: Texts) => `${kind}可以放在 ${slots.join('、')}`,
    'no-slot': (kind: string) => `像是${kind}，这一类别的附件里没有专收它的`,
    barred: (kind: string, slots: Texts) => `像是${kind}，${slots.map((slot) => `“${slot}”`).join('、')}不收`,
    year: (years: Texts, by: 'name' | 'text') => `${by === 'name' ? '文件名' : '正文'}的年份是 ${years.join('、')}`,
    'years-wrong': (years: Texts, asked: Texts, slot: string) =>
      `是 ${years.join('、')} 的，“${slot}”要的是 ${asked.join('、')}`,
    'years-unknown': (asked: Texts) => `看不出是哪一年的（要的是 ${asked.join('、')}）；在文件名里写上年份`,
    'years-differ': (name: Texts, text: Texts) => `文件名的年份是 ${name.join('、')}，正文的是 ${text.join('、')}`,
    foreign: (whom: string, by: 'name' | 'text') => `${by === 'name' ? '文件名' : '正文'}上是“${whom}”，不是申报单位`,
    unlike: (whom: string, others: string) => `正文上是“${whom}”，其他文件上是“${others}”`,
    nobody: '正文没有申报单位的名称和信用代码',
    forced: '照 --slot 放',
    held: (file: string, slot: string) => `已在材料里：${file}（${slot}），内容相同`,
    twin: (file: string) => `与 ${file} 内容相同，只放一份`,
    rival: (file: string) => `与 ${file} 是同一种、内容不同，只该有一份`,
  },
  /** Rows of a table that certificates state. */
  rows: {
    stated: (label: string, said: string, page: number) => `第 ${page} 页可作“${label}”的一行：${said}`,
    how: '证书里写的可以填成表格的一行：在终端里运行 zjtx add（不加 --yes），核对后写入',
    only: (label: string) => `可作“${label}”的一行`,
    read: (label: string, rows: number) => `从材料里读出${label} ${rows} 项，请对照原件：`,
    from: (file: string, page: number) => `（${file} 第 ${page} 页）`,
    foreign: (file: string, page: number, owner: string) =>
      `没有列出 ${file} 第 ${page} 页：写的是 ${owner}，不是本企业`,
    twin: (file: string, page: number, row: string) => `没有列出 ${file} 第 ${page} 页：与“${row}”是同一号码`,
    doubts: {
      owner: '没有读出是不是本企业的',
      number: '号码不像专利号',
      check: '专利号的校验码不对',
      kind: '专利号与证书的种类对不上',
      ocr: '由图片识别',
    },
    choose: (label: string) => `读出的${label}，写入哪些？（空格选中或取消，回车确定）`,
    more: '还有别的，接着填',
    all: (rows: number) => `以上 ${rows} 项都是`,
    each: '各项不同的写 +',
    notCopied: (files: readonly string[]) =>
      `写成表格的一行时不复制 ${ofManyZh(files, '件')}：不在材料的文件夹里。表格要求附上的，先解压或复制到那里，再运行一次`,
  },
};

const en: Said<typeof zh> = {
  nothing: (sources) => `no files to take in ${sources.join(', ')}`,
  found: (files, certain, doubtful, there) =>
    `${some(files, 'file')} found: ${certain} can be placed${doubtful === 0 ? '' : `, ${doubtful} for you to decide`}${there === 0 ? '' : `, ${there} need not be placed`}`,
  system: (count) => `${some(count, 'system file')} left out (~$, .DS_Store, Thumbs.db and the like)`,
  heads: {
    certain: 'Can be placed:',
    doubtful: 'For you to decide:',
    there: 'Need not be placed:',
    leftOut: 'Left out:',
  },
  to: (file, slot) => `${file} → ${slot}`,
  near: (slots) => `similar slots: ${slots.join(', ')}`,
  listed: (texts) => texts.join(', '),
  perhaps: (slots) => `perhaps: ${slots.join(', ')}`,
  byHand: (file, slot, dossier) =>
    `by hand: zjtx add ${argument(file)} --slot ${argument(slot)} --to ${argument(dossier)}`,
  unknown: 'it cannot be told what it is',
  like: (kind) => `it looks like ${kind}`,
  anySlot: 'SLOT',
  noOwner: 'the dossier has no name and no credit code of the enterprise yet; whose files these are was not checked',
  reading: {
    covers: (said) => `covers ${said}`,
    kind: (said) => `kind ${said}`,
    issued_to: (said) => `issued to ${said}`,
    issuer: (said) => `issuer ${said}`,
    valid_until: (said) => `valid until ${said}`,
    basis: (said) => `basis ${said}`,
    figures: (said) => `figures (万元) ${said}`,
    pages: (said) => `on page ${said}`,
  },
  kinds: { audit: 'audit report', statements: 'financial statements', summary: 'summary' },
  read: (readings) => `read: ${readings.join(', ')} (still to be checked)`,
  because: (reasons) => reasons.join('; '),
  confirm: 'Which of these should be placed? (certain ones are selected; space selects or deselects, Enter confirms)',
  whereTo: (path) => `Into which slot does ${path} go?`,
  leave: 'leave it out',
  compare:
    'This was read from the files: select what you have checked and found right (the rest is marked as still to be checked)',
  copied: (file, path) => `copied ${file} → ${path}`,
  inPlace: (path, slot) => `written ${path} → ${slot} (the file stays where it is)`,
  done: (copied, named) =>
    `${some(copied + named, 'file')} placed${named === 0 ? '' : ` (${named} already in the folder of the dossier)`}`,
  undo: (backup, placed) =>
    `To undo: ${placed ? 'delete the files copied above, and ' : ''}put ${backup} back as dossier.yaml`,
  undoFiles: 'To undo: delete the files copied above (dossier.yaml was not changed)',
  noneWritten: 'no file was changed',
  dry: 'This is the plan; no file was changed. Run it without --dry-run to carry it out',
  nothingProposed: 'nothing is waiting to be checked',
  confirmed: (files) => `${some(files, 'file')} checked; the mark was removed`,
  proposed: (file, readings) => `${file}: ${readings.join(', ')}`,
  whichConfirm: 'Which have you checked and found right? (space selects, Enter confirms)',
  noSources: {
    message: 'no files are named',
    hint: 'Name folders, files, a zip or a rar, for example: zjtx add received --to dossier',
  },
  noScreen: (confirms) => ({
    message: 'this is not a terminal, so nothing can be asked',
    hint: confirms
      ? 'Add --yes only when each reading was compared with its paper and is right: it takes the mark from all.'
      : 'Add --yes (only places what is certain) or --dry-run (only shows the plan).',
  }),
  noSource: (path, code) => ({
    message: `cannot read ${path} (${systemFault(code).en})`,
    hint: 'Check the path; name a folder, a file, a zip, a rar, or a path into one such as papers.zip/audit.pdf.',
  }),
  noSlot: (written, labels) => ({
    message: `no slot is called “${written}”, or more than one has these words`,
    hint: `Write its id or its full label. The slots of this category: ${labels.join(', ')}`,
  }),
  why: {
    encrypted: 'has a password; unpack it first',
    nested: 'is an archive inside an archive, which is not unpacked; unpack it first',
    format: 'is packed in a way that cannot be unpacked here; unpack it with its own program first',
    broken: 'is damaged, or not what its extension says',
    volume: 'is one part of a split archive; join and unpack it first',
    unread: 'cannot be read',
    link: 'is not a plain file (a link or the like)',
    many: 'is the first that was not looked at: there are too many files; add them in several goes',
    deep: 'is too deep among folders to be looked into; move it further up first',
    large: 'is too large when unpacked',
    empty: 'is empty',
  },
  reasons: {
    name: (word) => `its name contains “${word}”`,
    folder: (word) => `its folder's name contains “${word}”`,
    'own-word': (word) => `its name contains “${word}”, a word of this slot`,
    label: (word) => `its name is “${word}”`,
    text: (words, page, ocr) =>
      `${words.map((word) => `“${word}”`).join(' and ')} on page ${page} of its ${ocr ? 'text as recognised' : 'text'}`,
    hint: (word) => `“${word}” alone does not settle it`,
    kinds: (kinds) => `it looks like ${kinds.join(', or like ')}`,
    slots: (kind, slots) => `${kind} may belong to ${slots.join(', ')}`,
    'no-slot': (kind) => `it looks like ${kind}; no slot of this category asks for that`,
    barred: (kind, slots) =>
      `it looks like ${kind}, which is not accepted in ${slots.map((slot) => `“${slot}”`).join(', ')}`,
    year: (years, by) => `its ${by} says ${years.join(', ')}`,
    'years-wrong': (years, asked, slot) => `it is of ${years.join(', ')}; “${slot}” asks for ${asked.join(', ')}`,
    'years-unknown': (asked) => `its year is not known (${asked.join(', ')} asked for); write the year into its name`,
    'years-differ': (name, text) => `its name says ${name.join(', ')}, its text ${text.join(', ')}`,
    foreign: (whom, by) => `its ${by} names “${whom}”, who is not the applicant`,
    unlike: (whom, others) => `its text names “${whom}”, other files name “${others}”`,
    nobody: 'its text names neither the applicant nor the credit code',
    forced: 'placed by --slot',
    held: (file, slot) => `in the dossier already: ${file} (${slot}), the same content`,
    twin: (file) => `the same content as ${file}; placed once`,
    rival: (file) => `of the same kind as ${file} but with other content; there should be only one`,
  },
  rows: {
    stated: (label, said, page) => `page ${page} would make a row of “${label}”: ${said}`,
    how: 'What certificates say can be written as rows: run zjtx add in a terminal (without --yes) and check it',
    only: (label) => `would make a row of “${label}”`,
    read: (label, rows) => `${label}: ${rows} read from the papers; compare them:`,
    from: (file, page) => ` (${file}, page ${page})`,
    foreign: (file, page, owner) => `not listed: ${file}, page ${page}, names ${owner}, who is not the applicant`,
    twin: (file, page, row) => `not listed: ${file}, page ${page}, has the number of “${row}”`,
    doubts: {
      owner: 'it does not say whose it is',
      number: 'this is not a patent number',
      check: 'the check character of the number is wrong',
      kind: 'the number is that of another kind of patent',
      ocr: 'recognised from a picture',
    },
    choose: (label) => `${label} read from the papers: which are written? (space selects, Enter confirms)`,
    more: 'there are others, go on',
    all: (rows) => `All ${rows} of them`,
    each: '+ where they differ',
    notCopied: (files) =>
      `not copied with a row: ${andMoreEn(files)}, which lies outside the dossier's folder; where the table asks for the paper, unpack or copy it there first and run this again`,
  },
};

export type AddWords = typeof en;

export const addWords = speak({ zh, en });
