// What the keys of a dossier beside its form are called, and how a value of a certain shape is written.

/** Maps of a dossier with keys of our own; `evidence` is what is said of one file, `files` what somebody has looked at. */
export type OwnMap = 'dossier' | 'evidence' | 'claims' | 'waivers' | 'attestations' | 'files';

/** What people call each of these keys. A file in labels is written with the first; all are read. */
const own = {
  dossier: {
    format: ['格式'],
    category: ['申报类别'],
    enterprise: ['企业名称'],
    as_of: ['判断日期', '申报日', '申报日期'],
    form: ['申请表'],
    facts: ['其他情况'],
    titles: ['已有称号'],
    attachments: ['附件'],
    claims: ['数字出处'],
    waivers: ['豁免'],
    attestations: ['人工确认'],
  },
  evidence: {
    file: ['文件'],
    covers: ['所属年度'],
    kind: ['材料种类'],
    issued_to: ['企业名称', '材料上的企业名称'],
    issuer: ['出具单位'],
    valid_until: ['有效期至', '有效期'],
    stamped: ['是否盖章'],
    basis: ['口径'],
    figures: ['数字', '材料上的数字'],
    pages: ['页码'],
    proposed: ['待核对'],
  },
  claims: {
    fact: ['情况', '情况编号'],
    table: ['表格', '表格编号'],
    row: ['第几行', '第几行或名称'],
    title: ['称号'],
    year: ['年度'],
    file: ['文件'],
    pages: ['页码'],
  },
  waivers: {
    code: ['问题代码'],
    at: ['问题所在'],
    reason: ['理由'],
    by: ['经手人'],
    until: ['截止日', '豁免到哪一天'],
  },
  attestations: {
    item: ['核对事项', '核对事项编号'],
    by: ['经手人'],
    on: ['核对日期', '确认日期'],
    files: ['核对的文件', '核对时所看的文件'],
  },
  files: { file: ['文件'], sha256: ['SHA-256'] },
} as const satisfies Readonly<Record<OwnMap, Readonly<Record<string, readonly string[]>>>>;

export const ownLabels: Readonly<Record<OwnMap, Readonly<Record<string, readonly string[]>>>> = own;

/** Kinds of papers that rules name, as people say them; a file in labels is written with these, and both are read. */
export const kindLabels: ReadonlyMap<string, string> = new Map([
  ['audit', '审计报告'],
  ['statements', '财务报表'],
  ['summary', '汇总版'],
]);

export const kindLabelsEn: ReadonlyMap<string, string> = new Map([
  ['audit', 'an audit report'],
  ['statements', 'financial statements'],
  ['summary', 'a summary'],
]);

/** The keys at the top of a dossier. */
export type DossierPart = keyof typeof own.dossier;

/** What a key is called; itself where it has no name. */
export const ownLabel = (map: OwnMap, key: string): string => ownLabels[map][key]?.[0] ?? key;

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
  figure: '只写数字，不写单位和千分位逗号，例如  9800.00',
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
  text: 'Write a text; put plain digits in quotes.',
  'whole number': 'Write a whole number only, without quotes or unit.',
  number: 'Write a number only, without quotes or unit.',
  figure: 'Write the plain number, without unit or thousands separators, such as  9800.00',
  list: 'Write [one, two], or one item per line, each after a hyphen.',
  map: 'Write one “name: value” per line, indented two spaces more than the line above.',
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
