// What a workbook that is read back can have wrong in its cells.
import { andMoreEn, ofManyZh } from '../several.ts';
import { error, note, warning } from './spec.ts';

/** `label` is the printed item, `cell` as spreadsheets name it: `企业基本情况!D7`; `cells`: all where the same stands. */
type At = { readonly cell: string };
type About = At & { readonly label: string };
type Cells = At & { readonly cells?: readonly string[] };
const nearZh = (nearest: string | undefined): string => (nearest === undefined ? '' : `；是否指“${nearest}”`);
const nearEn = (nearest: string | undefined): string => (nearest === undefined ? '' : `; did you mean “${nearest}”?`);

const cell = '企业基本情况!D7';
const at = { cell, label: '统一社会信用代码' };
const amount = { cell: '经营指标!E4', label: '1、营业收入(万元)' };

export const sheetCodes = {
  /** A sheet that the category does not have. */
  'sheet-unknown': warning<At & { readonly sheet: string; readonly nearest?: string }>({
    zh: ({ cell, sheet, nearest }) => ({
      message: `${cell}：工作表“${sheet}”不属于这个类别，没有读入${nearZh(nearest)}`,
      hint: '内容要读入的，移到对应的工作表里；工作表的名称不要改。',
    }),
    en: ({ cell, sheet, nearest }) => ({
      message: `${cell}: the sheet “${sheet}” is none of this category and was not read${nearEn(nearest)}`,
      hint: 'Move what should be read to the sheet it belongs to; leave the names of sheets as they are.',
    }),
    samples: [
      { cell: '备注!A1:C9', sheet: '备注' },
      { cell: '企业基本情况表!A1', sheet: '企业基本情况表', nearest: '企业基本情况' },
    ],
  }),

  'sheet-missing': note<{ readonly sheet: string }>({
    zh: ({ sheet }) => ({
      message: `没有工作表“${sheet}”，其中的内容按没有填写处理`,
      hint: '误删的，用 zjtx sheet export 重新导出，再把内容填进去。',
    }),
    en: ({ sheet }) => ({
      message: `the sheet “${sheet}” is not there; nothing of it counts as filled in`,
      hint: 'If it was deleted by mistake, export the workbook again with zjtx sheet export and fill it in.',
    }),
    samples: [{ sheet: '附件清单' }],
  }),

  /** What stands at an item, or below a head, that the category does not have. */
  'sheet-head-unknown': warning<Cells & { readonly head: string; readonly nearest?: string }>({
    zh: ({ cell, cells = [cell], head, nearest }) => ({
      message: `${ofManyZh(cells, '处')}：没有“${head}”这一项，没有读入${nearZh(nearest)}`,
      hint: '项目名称照原表写；自己加的栏目请删去，或写到“其他”类的栏目里。',
    }),
    en: ({ cell, cells = [cell], head, nearest }) => ({
      message: `${andMoreEn(cells)}: there is no item “${head}”; it was not read${nearEn(nearest)}`,
      hint: 'Write the names of items as they were printed; delete those of your own, or write them under an item for “other” things.',
    }),
    samples: [
      { cell: '附件清单!N6:N20', head: '备注' },
      { cell, head: '邮政编码', nearest: '邮编' },
    ],
  }),

  'sheet-left': warning<Cells & { readonly text: string }>({
    zh: ({ cell, cells = [cell], text }) => ({
      message: `${ofManyZh(cells, '处')}：“${text}”没有读入，看不出填的是哪一项`,
      hint: '内容要读入的，移到对应的格子里，再导入一次。',
    }),
    en: ({ cell, cells = [cell], text }) => ({
      message: `${andMoreEn(cells)}: “${text}” was not read: it cannot be told which item it answers`,
      hint: 'If it should be read, move it to the cell it belongs to and import again.',
    }),
    samples: [{ cell, cells: [cell, '经营指标!B2', '附件清单!B2', '数字出处!B2', '豁免!B2'], text: '草稿' }],
  }),

  /** The title of a table, the number of a row, a sum, a signature, or a remark. */
  'sheet-aside': note<At & { readonly text: string }>({
    zh: ({ cell, text }) => ({
      message: `${cell}：“${text}”是标题、序号、合计、签名、备注一类的内容，不是申报内容，没有读入`,
      hint: '确是申报内容的，改写这一行开头的或这一列上面的文字，再导入一次。',
    }),
    en: ({ cell, text }) => ({
      message: `${cell}: “${text}” is a title, a number, a sum, a signature or a remark, and was not read`,
      hint: 'If it is part of the application, change how the row begins, or the head of the column, and import again.',
    }),
    samples: [{ cell: '企业情况表!B33:D33', text: '合计' }],
  }),

  'sheet-head-renamed': warning<About & { readonly written: string }>({
    zh: ({ cell, label, written }) => ({
      message: `${cell}：名称改成了“${written}”，仍按“${label}”读入`,
      hint: '填的不是这一项的，改回原来的名称，把内容移开，再导入一次。',
    }),
    en: ({ cell, label, written }) => ({
      message: `${cell}: the name was changed to “${written}”; it was read as “${label}”`,
      hint: 'If something else is meant, write the name as it was, move the value, and import again.',
    }),
    samples: [{ cell, label: '邮编', written: '邮政编码' }],
  }),

  /** Two cells of a workbook answer one thing differently. */
  'sheet-value-twice': error<About & { readonly other: string; readonly used: string }>({
    zh: ({ cell, label, other, used }) => ({
      message: `${cell}：“${label}”在 ${other} 已经填了“${used}”，这里写的不同，没有采用`,
      hint: '留下正确的一处，再导入一次。',
    }),
    en: ({ cell, label, other, used }) => ({
      message: `${cell}: “${label}” says “${used}” at ${other}; what differs here was not used`,
      hint: 'Keep the right one and import again.',
    }),
    samples: [{ cell, label: '邮编', other: '企业基本情况 (2)!D7', used: '211100' }],
  }),

  /** The program that saved the workbook kept no result of a formula. */
  'sheet-formula-empty': error<About>({
    zh: ({ cell, label }) => ({
      message: `${cell}：“${label}”是公式，但没有保存计算结果`,
      hint: '用 Excel、WPS 或 LibreOffice 打开，重新计算后保存；或直接写上数字。',
    }),
    en: ({ cell, label }) => ({
      message: `${cell}: “${label}” is a formula without a stored result`,
      hint: 'Open it in Excel, WPS or LibreOffice, recalculate and save; or type the figure.',
    }),
    samples: [amount],
  }),

  /** `#REF!` and the like. */
  'sheet-cell-fault': error<About & { readonly fault: string }>({
    zh: ({ cell, label, fault }) => ({
      message: `${cell}：“${label}”的公式出错（${fault}）`,
      hint: '改正公式，或直接写上内容，再导入一次。',
    }),
    en: ({ cell, label, fault }) => ({
      message: `${cell}: the formula of “${label}” fails (${fault})`,
      hint: 'Correct the formula, or type the value, and import again.',
    }),
    samples: [{ ...amount, fault: '#REF!' }],
  }),

  /** A number of more digits than a spreadsheet keeps, where an identifier is asked for. */
  'sheet-identifier-lost': error<About & { readonly written: string }>({
    zh: ({ cell, label, written }) => ({
      message: `${cell}：“${label}”被存成了数字 ${written}，后几位已经丢失`,
      hint: "照证照重新输入：先把格子设为文本，或先打一个英文单引号 '。",
    }),
    en: ({ cell, label, written }) => ({
      message: `${cell}: “${label}” was stored as the number ${written}; its last digits are gone`,
      hint: "Type it again from the paper: make the cell text first, or begin with an apostrophe '.",
    }),
    samples: [{ ...at, written: '913201151234567900' }],
  }),

  /** A number where an identifier is asked for: leading zeros may be gone. */
  'sheet-identifier-number': warning<About & { readonly written: string }>({
    zh: ({ cell, label, written }) => ({
      message: `${cell}：“${label}”被存成了数字，按 ${written} 读入；前面的 0 可能已经丢失`,
      hint: '核对号码；有缺的，把格子设为文本后重新输入。',
    }),
    en: ({ cell, label, written }) => ({
      message: `${cell}: “${label}” was stored as a number and read as ${written}; leading zeros may be gone`,
      hint: 'Check it; if something is missing, make the cell text and type it again.',
    }),
    samples: [{ cell, label: '邮编', written: '10001' }],
  }),

  /** Written otherwise, but with one reading only. */
  'sheet-value-read': note<About & { readonly written: string; readonly read: string }>({
    zh: ({ cell, label, written, read }) => ({
      message: `${cell}：“${label}”写的是“${written}”，按 ${read} 读入`,
      hint: '不对的，在表中改正，再导入一次。',
    }),
    en: ({ cell, label, written, read }) => ({
      message: `${cell}: “${label}” says “${written}” and was read as ${read}`,
      hint: 'If that is wrong, correct the cell and import again.',
    }),
    samples: [{ ...amount, written: '8,330.00', read: '8330.00' }],
  }),

  'sheet-value-ambiguous': error<About & { readonly written: string; readonly readings: readonly string[] }>({
    zh: ({ cell, label, written, readings }) => ({
      message: `${cell}：“${label}”写的是“${written}”，可读作 ${readings.join('，或 ')}，无法确定`,
      hint: `在表中改为 ${readings.join('，或改为 ')}，再导入一次。`,
    }),
    en: ({ cell, label, written, readings }) => ({
      message: `${cell}: “${label}” says “${written}”, which can be read as ${readings.join(' or ')}`,
      hint: `Write ${readings.join(', or ')}, and import again.`,
    }),
    samples: [{ ...amount, written: '3,5', readings: ['3.5', '35'] }],
  }),

  /** A unit that cannot be converted: 台 where 人 is asked for. */
  'sheet-figure-unit': error<About & { readonly written: string; readonly said: string; readonly unit: string }>({
    zh: ({ cell, label, written, said, unit }) => ({
      message: `${cell}：“${label}”写的是“${written}”，带有单位“${said}”，这里要填的单位是“${unit}”`,
      hint: '换算成要求的单位，只写数字。没有替您换算。',
    }),
    en: ({ cell, label, written, said, unit }) => ({
      message: `${cell}: “${label}” says “${written}” in ${said}; ${unit} is asked for`,
      hint: 'Convert it and write the plain number. Nothing was converted for you.',
    }),
    samples: [{ ...amount, written: '12台', said: '台', unit: '万元' }],
  }),

  'sheet-figure-unreadable': error<About & { readonly written: string }>({
    zh: ({ cell, label, written }) => ({
      message: `${cell}：“${label}”写的是“${written}”，不是一个数`,
      hint: '只写数字，不写单位、说明和千分位逗号。',
    }),
    en: ({ cell, label, written }) => ({
      message: `${cell}: “${label}” says “${written}”, which is not a number`,
      hint: 'Write the plain number, without unit, remark or thousands separators.',
    }),
    samples: [{ ...amount, written: '约八千' }],
  }),

  /** A figure that has more places than its cell shows. */
  'sheet-figure-places': note<About & { readonly shown: string; readonly held: string }>({
    zh: ({ cell, label, shown, held }) => ({
      message: `${cell}：“${label}”显示为 ${shown}，实际是 ${held}，按实际的数读入`,
      hint: '要用显示的数，就直接写上这个数，不用公式。',
    }),
    en: ({ cell, label, shown, held }) => ({
      message: `${cell}: “${label}” shows ${shown} and holds ${held}, which was read`,
      hint: 'To use what is shown, type that figure instead of a formula.',
    }),
    samples: [{ ...amount, shown: '8330.12', held: '8330.1234' }],
  }),

  'sheet-date-unreadable': error<About & { readonly written: string; readonly or?: string }>({
    zh: ({ cell, label, written, or }) => ({
      message: `${cell}：“${label}”写的是“${written}”，不是一个日期`,
      hint: `写成 2016-03-18 的样子${or === undefined ? '' : `；没有期限的写 ${or}`}。`,
    }),
    en: ({ cell, label, written, or }) => ({
      message: `${cell}: “${label}” says “${written}”, which is not a date`,
      hint: `Write it like 2016-03-18${or === undefined ? '' : `, or ${or} where it never ends`}.`,
    }),
    samples: [{ cell, label: '有效期', written: '三年', or: '长期' }],
  }),

  'sheet-merged': warning<At>({
    zh: ({ cell }) => ({
      message: `${cell} 被合并的格子盖住，其中的内容没有读入`,
      hint: '取消合并，把内容写在各自的格子里。',
    }),
    en: ({ cell }) => ({
      message: `${cell} lies below merged cells; what it holds was not read`,
      hint: 'Undo the merge and write each value in its own cell.',
    }),
    samples: [{ cell }],
  }),

  'sheet-row-hidden': warning<At>({
    zh: ({ cell }) => ({
      message: `${cell} 所在的行被隐藏，内容照样读入`,
      hint: '取消隐藏看一看；不要的内容请删去。',
    }),
    en: ({ cell }) => ({
      message: `${cell} is in a hidden row, which was read all the same`,
      hint: 'Unhide it and look; delete what is not wanted.',
    }),
    samples: [{ cell }],
  }),

  'sheet-file-missing': warning<About>({
    zh: ({ cell, label }) => ({
      message: `${cell}：“${label}”写了说明，但没有写文件，这一行没有读入`,
      hint: '写上文件的路径；没有文件的，把这一行的说明删去。',
    }),
    en: ({ cell, label }) => ({
      message: `${cell}: “${label}” is described but names no file; the row was not read`,
      hint: 'Write the path of the file, or delete the description.',
    }),
    samples: [{ cell: '附件清单!B9', label: '完税证明' }],
  }),

  /** A code and a chain of names beside it. */
  'sheet-two-answers': note<About>({
    zh: ({ cell, label }) => ({
      message: `${cell}：“${label}”已有代码，旁边逐级填的名称没有采用`,
      hint: '两者不一致时，改正代码，或删去代码只留名称。',
    }),
    en: ({ cell, label }) => ({
      message: `${cell}: “${label}” has a code; the names beside it were not used`,
      hint: 'If they disagree, correct the code, or delete it and keep the names.',
    }),
    samples: [{ cell, label: '所属国民经济行业' }],
  }),

  /** Rows under a heading that says there are none. */
  'sheet-none-with-rows': error<At & { readonly sheet: string }>({
    zh: ({ cell, sheet }) => ({
      message: `${cell}：选了“没有”，但“${sheet}”下面填有内容，没有读入`,
      hint: '确实没有的，删去下面的行；有的，把这一格清空。',
    }),
    en: ({ cell, sheet }) => ({
      message: `${cell} says that there are none, but “${sheet}” has rows below; they were not read`,
      hint: 'Delete the rows if there are none; else clear this cell.',
    }),
    samples: [{ cell: '所持称号!C3', sheet: '所持称号' }],
  }),
};
