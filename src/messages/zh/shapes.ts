// How a value of a certain shape is written, for the hints of whatever has another shape: in Chinese.
import type { Expected } from '../../findings/codes/dossier.ts';
import type { Shape } from '../../findings/codes/form.ts';

/** Where the id of a fact is found. */
export const lookUp = '用名称查编号，例如  zjtx explain 营业收入';

export const shapeHints: Record<Exclude<Expected, 'option'> | Shape, string> = {
  text: '写成一段文字；纯数字的加引号。',
  'whole number': '只写整数，不加引号和单位。',
  number: '只写数字，不加引号和单位。',
  figure: '只写数字，不写单位和千分号，例如  9800.00',
  list: '写成 [甲, 乙]，或每项一行，以 - 开头。',
  map: '每项一行，写成“名称: 值”，比上一级多缩进两个空格。',
  years: '写成 {2019: 7105.00, 2020: 8330.00}。',
  person: '写成 {姓名: 周明远, 电话: "025-50000018", 手机: "13900000018"}。',
  rows: '每行以 - 开头，各列写成“名称: 值”。',
  'yes or no': '写 是 或 否。',
  date: '写成四位年、两位月、两位日，例如  2021-08-31',
  id: '只用小写字母、数字和下划线，以字母开头。',
  year: '写四位数字，例如  2020',
  bounds: '写成 0..100、1.. 或 ..as_of 的形式。',
  path: '写相对于本文件所在文件夹的路径，例如  附件/营业执照.pdf',
  rule: '只留一条规则，例如  {assert: debt_ratio <= 70}',
  value: '与 zjtx init 生成的样例对照。',
};
