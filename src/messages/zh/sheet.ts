// What a workbook that is read back can have wrong: the sentences in Chinese.
import type { sheetCodes } from '../../findings/codes/sheet.ts';
import type { Messages } from '../message.ts';

const near = (nearest: string | undefined): string => (nearest === undefined ? '' : `；是否指“${nearest}”`);

export const sheet: Messages<typeof sheetCodes> = {
  'sheet-unknown': ({ sheet, nearest }) => ({
    message: `工作表“${sheet}”不属于这个类别，没有读入${near(nearest)}`,
    hint: '内容要读入的，移到对应的工作表里；工作表的名称不要改。',
  }),
  'sheet-missing': ({ sheet }) => ({
    message: `没有工作表“${sheet}”，其中的内容作为没有填写`,
    hint: '误删的，用 zjtx sheet export 重新导出，再把内容填进去。',
  }),
  'sheet-head-unknown': ({ cell, head, nearest }) => ({
    message: `${cell}：没有“${head}”这一项，没有读入${near(nearest)}`,
    hint: '项目名称照原表写；自己加的栏目请删去，或写到“其他”类的栏目里。',
  }),
  'sheet-formula-empty': ({ cell, label }) => ({
    message: `${cell}：“${label}”是公式，但没有保存计算结果`,
    hint: '用 Excel、WPS 或 LibreOffice 打开，重新计算后保存；或直接写上数字。',
  }),
  'sheet-cell-fault': ({ cell, label, fault }) => ({
    message: `${cell}：“${label}”的公式出错（${fault}）`,
    hint: '改正公式，或直接写上内容，再导入一次。',
  }),
  'sheet-identifier-lost': ({ cell, label, written }) => ({
    message: `${cell}：“${label}”被存成了数字 ${written}，后几位已经丢失`,
    hint: "照证照重新输入：先把格子设为文本，或先打一个英文单引号 '。",
  }),
  'sheet-identifier-number': ({ cell, label, written }) => ({
    message: `${cell}：“${label}”被存成了数字，按 ${written} 读入；前面的 0 可能已经丢失`,
    hint: '核对号码；有缺的，把格子设为文本后重新输入。',
  }),
  'sheet-value-read': ({ cell, label, written, read }) => ({
    message: `${cell}：“${label}”写的是“${written}”，按 ${read} 读入`,
    hint: '不对的，在表中改正，再导入一次。',
  }),
  'sheet-value-ambiguous': ({ cell, label, written, readings }) => ({
    message: `${cell}：“${label}”写的是“${written}”，可读作 ${readings.join('，或 ')}，无法确定`,
    hint: `在表中改为 ${readings.join('，或改为 ')}，再导入一次。`,
  }),
  'sheet-figure-unit': ({ cell, label, written, said, unit }) => ({
    message: `${cell}：“${label}”写的是“${written}”，带有单位“${said}”，这里要填的单位是“${unit}”`,
    hint: '换算成要求的单位，只写数字。没有替您换算。',
  }),
  'sheet-figure-unreadable': ({ cell, label, written }) => ({
    message: `${cell}：“${label}”写的是“${written}”，不是一个数`,
    hint: '只写数字，不写单位、说明和千分号。',
  }),
  'sheet-figure-places': ({ cell, label, shown, held }) => ({
    message: `${cell}：“${label}”显示为 ${shown}，实际是 ${held}，按实际的数读入`,
    hint: '要用显示的数，就直接写上这个数，不用公式。',
  }),
  'sheet-date-unreadable': ({ cell, label, written }) => ({
    message: `${cell}：“${label}”写的是“${written}”，不是一个日期`,
    hint: '写成 2016-03-18 的样子。',
  }),
  'sheet-merged': ({ cell }) => ({
    message: `${cell} 被合并的格子盖住，其中的内容没有读入`,
    hint: '取消合并，把内容写在各自的格子里。',
  }),
  'sheet-row-hidden': ({ cell }) => ({
    message: `${cell} 所在的行被隐藏，内容照样读入`,
    hint: '取消隐藏看一看；不要的内容请删去。',
  }),
  'sheet-file-missing': ({ cell, label }) => ({
    message: `${cell}：“${label}”写了说明，但没有写文件，这一行没有读入`,
    hint: '写上文件的路径；没有文件的，把这一行的说明删去。',
  }),
  'sheet-two-answers': ({ cell, label }) => ({
    message: `${cell}：“${label}”已有代码，旁边逐级填的名称没有采用`,
    hint: '两者不一致时，改正代码，或删去代码只留名称。',
  }),
  'sheet-none-with-rows': ({ cell, sheet }) => ({
    message: `${cell}：选了“没有”，但“${sheet}”下面填有内容，没有读入`,
    hint: '确实没有的，删去下面的行；有的，把这一格清空。',
  }),
};
