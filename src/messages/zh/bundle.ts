// What a bundle can have wrong: the sentences in Chinese.

import type { bundleCodes, Decided, ListFault, RecordPart, UnsafeEntry } from '../../findings/codes/bundle.ts';
import type { Messages } from '../message.ts';
import { stampWords, stateWords } from './states.ts';

const again = '不要使用这份材料包，请提供方重新发送；自己的材料包用 zjtx build 重新生成。';
const hostile = '不要解压。这不是 zjtx 生成的材料包，请提供方用 zjtx build 重新生成。';

const unsafe: Record<UnsafeEntry, string> = {
  traversal: '路径含有 .. 或空的一级，解压会写到文件夹之外',
  absolute: '是绝对路径，解压会写到文件夹之外',
  backslash: '路径含有反斜杠，Windows 会当作文件夹',
  name: '文件名在某些系统上不可用（特殊字符、控制字符、结尾的点或空格、非 NFC 形式）',
  link: '是链接或设备，不是普通文件',
  encrypted: '已加密',
  encoding: '文件名没有 UTF-8 标记或编码错误，在别的电脑上会变成乱码',
  header: '两处文件头互相矛盾，不同软件会解出不同的内容',
  method: '用了 zjtx 不用的压缩方法',
  ratio: '声称的大小超过压缩算法的极限，可能是压缩炸弹',
  alias: '另外带着一个不同的文件名',
  mode: '带有程序才有的权限（setuid 等）或隐藏、系统属性',
  comment: '带有注释，材料包里的文件没有注释',
  overlap: '与另一个文件共用同一段数据，可能是压缩炸弹',
};

const broken = { data: '数据无法解压', size: '解压后的大小与记录不符', crc: 'CRC 校验不符' };

const forged = '材料包内部互相矛盾，不要采信。请提供方用原来的材料重新生成。';

const listed: Record<ListFault, string> = {
  missing: '在 data/assessment.json 的文件清单里，包里却没有',
  digest: '与 data/assessment.json 文件清单里的大小或摘要不符',
  twice: '在 data/assessment.json 的文件清单里出现两次',
  source: '原来的路径不安全，或与另一个文件冲突',
  place: '放的位置或名字与材料的附件清单不符',
};

const part: Record<RecordPart, string> = {
  head: '基本信息',
  counts: '问题和条件的数目',
  category: '类别信息',
  scorecard: '评分',
  criteria: '申报条件',
  metrics: '指标',
  checklist: '人工核对清单',
  claims: '佐证页码',
  attachments: '附件信息',
};

const decided: Record<Decided, string> = {
  met: '符合',
  'not met': '不符合',
  undecided: '待定',
  advice: '提示',
  unknown: '未核对',
  none: '没有列出',
};

export const bundle: Messages<typeof bundleCodes> = {
  'bundle-not-zip': () => ({
    message: '不是完整的 zip 文件',
    hint: '文件可能没有下载完，或结尾多了内容。请重新下载，或请提供方重新发送。',
  }),
  'bundle-too-large': ({ what, limit }) => ({
    message: what === 'entries' ? `包内文件超过 ${limit} 个，没有展开检查` : `解压后超过 ${limit} 字节，没有展开检查`,
    hint: hostile,
  }),
  'bundle-stray-bytes': () => ({ message: 'zip 里有不属于任何文件的数据（藏在文件之间、开头或结尾）', hint: hostile }),
  'bundle-entry-unsafe': ({ file, why }) => ({ message: `${file}：${unsafe[why]}`, hint: hostile }),
  'bundle-entry-twice': ({ file, other }) => ({
    message: file === other ? `${file} 出现两次` : `${file} 与 ${other} 在 Windows 或 macOS 上是同一个文件`,
    hint: hostile,
  }),
  'bundle-folder-broken': ({ folders }) => ({
    message: `最外层应当只有一个文件夹，现在有：${folders.length === 0 ? '（没有）' : folders.join('、')}`,
    hint: again,
  }),
  'bundle-entry-broken': ({ file, why }) => ({ message: `${file} 已损坏：${broken[why]}`, hint: again }),
  'bundle-bag-broken': ({ file, label }) => ({ message: `${file} 里的 ${label} 缺失或不对`, hint: again }),
  'bundle-manifest-broken': ({ file, line }) => ({
    message: `${file} 第 ${line} 行不是“摘要  路径”，或路径重复、不安全`,
    hint: again,
  }),
  'bundle-file-missing': ({ file, manifest }) => ({
    message: manifest === undefined ? `缺少每份材料包都有的 ${file}` : `缺少 ${file}（${manifest} 里有）`,
    hint: again,
  }),
  'bundle-file-extra': ({ file, manifest }) => ({
    message: `${file} 不在 ${manifest} 里，是后来加进去的`,
    hint: again,
  }),
  'bundle-digest-differs': ({ file, expected, found }) => ({
    message: `${file} 被改动：SHA-256 应为 ${expected}，实为 ${found}`,
    hint: again,
  }),
  'bundle-size-differs': ({ expected, found }) => ({
    message: `data/ 下的字节数和文件数应为 ${expected}，实为 ${found}`,
    hint: again,
  }),

  'bundle-name-differs': ({ expected, found }) => ({
    message: `最外层文件夹应当叫 ${expected}，现在叫 ${found}`,
    hint: forged,
  }),
  'bundle-record-broken': ({ file, detail }) => ({
    message: `${file} 不是 zjtx 写的格式${detail === '' ? '' : `（${detail}）`}`,
    hint: '如果材料包由更新的 zjtx 生成，先升级再核对；否则请提供方重新生成。',
  }),
  'bundle-list-broken': ({ file, why }) => ({ message: `${file} ${listed[why]}`, hint: forged }),
  'bundle-dossier-broken': ({ detail }) => ({ message: `包里的材料不能重新检查：${detail}`, hint: forged }),
  'bundle-metric-differs': ({ metric, stated, found }) => ({
    message: `指标 ${metric}：包里写 ${stated}，按材料重算是 ${found}`,
    hint: forged,
  }),
  'bundle-points-differ': ({ item, stated, found }) => ({
    message: `得分 ${item}：包里写 ${stated}，按材料重算是 ${found}`,
    hint: forged,
  }),
  'bundle-decision-differs': ({ criterion, stated, found }) => ({
    message: `条件 ${criterion}：包里写“${decided[stated]}”，按材料重新判断是“${decided[found]}”`,
    hint: forged,
  }),
  'bundle-finding-left-out': ({ said }) => ({ message: `包里漏了这个问题：${said.zh}`, hint: forged }),
  'bundle-finding-invented': ({ said }) => ({ message: `包里的这个问题与材料对不上：${said.zh}`, hint: forged }),
  'bundle-finding-changed': ({ said, why }) => ({
    message: `${why === 'version' ? '换了程序版本，这个问题的有无或说法不同' : '这个问题只有在提供方的电脑上才能核对'}：${said.zh}`,
  }),
  'bundle-waiver-outside': ({ said, by, reason }) => ({
    message: `${by} 以“${reason}”豁免了一个问题，但材料里没有这条豁免：${said.zh}`,
    hint: '豁免可能写在提供方的 zjtx.config.yaml 里。向提供方核实。',
  }),
  'bundle-record-differs': ({ part: which, what }) => ({
    message: `data/assessment.json 里的${part[which]}${what === '' ? '' : `（${what}）`}与按材料重新得出的不同`,
    hint: forged,
  }),
  'bundle-summary-differs': ({ why, page = 0, text = '' }) => ({
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
  'bundle-guide-differs': () => ({
    message: '填报指引不是由这份材料生成的',
    hint: '不要在浏览器里打开它。请提供方重新生成材料包。',
  }),
  'bundle-version-other': ({ version, own }) => ({
    message: `由 zjtx ${version} 生成，本机是 ${own}：按本机的版本重新得出并比较，只有措辞不同的列为提示`,
    hint: `要核对到每一个字，用 zjtx ${version} 运行 zjtx verify。`,
  }),
  'bundle-not-derived': ({ files, limit }) => ({
    message: `没有比较：附件合计超过 ${limit} 字节，其中 ${files} 个只核对了摘要，没有打开检查`,
    hint: '请提供方压缩附件后重新生成；或解压后在文件夹里运行 zjtx validate。',
  }),
  'bundle-unproved': ({ file, why, text = '' }) => ({
    message:
      why === 'version'
        ? `没有比较完：${file} 由另一个程序版本生成，与本机生成的不同，看不出是版面不同还是被改动`
        : `没有比较完：${file} 里有本机字体没有的字符（${text}），它们的字形无法核对`,
    hint:
      why === 'version'
        ? '用生成它的 zjtx 版本再核对一次。核对之前不要打开它。'
        : '用 --fonts 指出含有这些字的字体文件再核对（字体取自可靠的来源，不用对方给的）；没有时请提供方改用常用字。',
  }),
  'bundle-not-inspected': ({ file }) => ({
    message: `没有比较：${file} 读不完，或者缺少读它的组件，只核对了摘要`,
    hint: '重新安装本程序（不略过可选组件），或换一台电脑再核对；仍然如此的，请提供方换下这个文件，重新生成。',
  }),
  'bundle-not-final': ({ status }) => ({
    message: status === 'draft' ? '这是草稿，不是正式材料包' : '这份材料包待核实，不是正式材料包',
    hint: '请提供方改正、补齐或核实后，用 zjtx build 生成正式的。',
  }),
  'bundle-stamp-flatters': ({ status, state }) => ({
    message: `标为${stampWords[status]}，材料的状态却是${stateWords[state]}；zjtx 不会生成这样的材料包`,
    hint: forged,
  }),

  'category-broken': ({ category, detail }) => ({
    message: `包里的类别定义 ${category} 打不开${detail === '' ? '' : `（${detail}）`}`,
    hint: forged,
  }),
  'category-altered': ({ category, known, found, where }) =>
    where === 'bundle'
      ? {
          message: `包里的类别定义 ${category} 被改过：摘要是 ${found}，本机的是 ${known}`,
          hint: '条件可能被放宽，不要采信。定义若确已更新，用生成它的 zjtx 版本或 --schemas 核对。',
        }
      : {
          message: `类别 ${category} 不是随 zjtx 发布的那一份，已被另外指定的定义改动：摘要是 ${found}，发布的是 ${known}`,
          hint: '条件可能被放宽，结论不作数。去掉 --schemas 或 zjtx.config.yaml 的 schemas；自己的类别另取编号。',
        },
  'category-unproved': ({ category }) => ({
    message: `本机没有类别 ${category}，无法判断包里的定义是否可靠`,
    hint: '用 --schemas 指出这个类别的定义文件夹，再核对一次。',
  }),
};
