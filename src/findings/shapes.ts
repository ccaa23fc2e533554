// How a value of a certain shape is written, for the hints of whatever has another shape.

/** What should stand at a place. */
export type Expected =
  | 'text'
  | 'whole number'
  | 'number'
  | 'list'
  | 'map'
  | 'yes or no'
  | 'date'
  | 'id'
  | 'year'
  | 'path'
  | 'bounds'
  | 'option'
  | 'rule'
  | 'value';

/** How a value should stand in YAML. */
export type Shape = 'text' | 'list' | 'map' | 'years' | 'figure' | 'person' | 'rows' | 'yes or no';

/** Where the id of a fact is found. */
export const lookUpZh = '用名称查编号，例如  zjtx explain 营业收入';

export const shapeHintsZh: Record<Exclude<Expected, 'option'> | Shape, string> = {
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

export const lookUpEn = 'Look its id up by name, such as  zjtx explain 营业收入';

export const shapeHintsEn: Record<Exclude<Expected, 'option'> | Shape, string> = {
  text: 'Write a text; put bare digits in quotes.',
  'whole number': 'Write whole digits only, without quotes or unit.',
  number: 'Write digits only, without quotes or unit.',
  figure: 'Write the bare number, without unit or separators, such as  9800.00',
  list: 'Write [one, two], or one item a line, each after a hyphen.',
  map: 'Write one “name: value” a line, indented two spaces more than the line above.',
  years: 'Write {2019: 7105.00, 2020: 8330.00}.',
  person: 'Write {姓名: 周明远, 电话: "025-50000018", 手机: "13900000018"}.',
  rows: 'Begin each row with a hyphen and write its columns as “name: value”.',
  'yes or no': 'Write 是 or 否.',
  date: 'Write year, month and day, such as  2021-08-31',
  id: 'Use small letters, digits and underscores, beginning with a letter.',
  year: 'Write four digits, such as  2020',
  bounds: 'Write 0..100, 1.. or ..as_of.',
  path: 'Write the path from the folder of this file, such as  附件/营业执照.pdf',
  rule: 'Keep one rule, such as  {assert: debt_ratio <= 70}',
  value: 'Compare with the sample that zjtx init makes.',
};
