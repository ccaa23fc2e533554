// Why the form of a dossier cannot be drawn.
import { systemFault } from '../findings/system-fault.ts';
import { type Said, speak } from './speak.ts';

const zh = {
  glyph: (character: string, field: string) => `申请表字体没有字符 ${character}（${field}）`,
  glyphFix: '换用规范字；确为人名、地名用字时，在 zjtx.config.yaml 的 fonts 中写上有这个字的字体文件（.ttf）。',
  /** A font of the configuration that cannot be used, with why. */
  /** `why` is the code of the system when the file cannot be read. */
  font: (path: string, why: 'kind' | 'licence' | { readonly code: string }) =>
    `不能使用字体 ${path}：${typeof why === 'object' ? `文件读不出（${systemFault(why.code).zh}）` : { kind: '不是单个 TrueType 字体（.ttf）', licence: '其许可不允许嵌入 PDF' }[why]}`,
  fontFix: '改正 zjtx.config.yaml 的 fonts（verify 是 --fonts），或换一个字体文件。',
  proof: (field: string, text: string) => `申请表回读与所绘不一致（${field}）：${text}`,
  proofFix: '材料包没有生成。请把这份材料报告给维护者。',
};

const en: Said<typeof zh> = {
  glyph: (character, field) => `the font of the form lacks the character ${character} (${field})`,
  glyphFix:
    'Use the standard character; for a rare character of a name, give a font file (.ttf) that has it under fonts in zjtx.config.yaml.',
  font: (path, why) =>
    `the font ${path} cannot be used: ${typeof why === 'object' ? `the file cannot be read (${systemFault(why.code).en})` : { kind: 'it is no single TrueType font (.ttf)', licence: 'its licence forbids embedding in a PDF' }[why]}`,
  fontFix: 'Mend fonts in zjtx.config.yaml (of verify: --fonts), or name another font file.',
  proof: (field, text) => `the form read back differs from what was drawn (${field}): ${text}`,
  proofFix: 'No bundle was written. Please report this dossier to the maintainers.',
};

export const summaryWords = speak({ zh, en });
