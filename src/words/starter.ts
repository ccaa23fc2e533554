// What a starter dossier says in its comments. In Chinese only, as the labels it explains are.

export const starterWords = {
  head: (title: string, scheme: string, year: number): readonly string[] => [
    `${title}（${scheme}，${year} 年度）申报材料`,
    '“#” 后面是说明，不算内容。没有填的项目保留空白即可；用 zjtx init 逐项填写，用 zjtx validate 检查。',
    '金额、人数、百分比只写数字，不带单位；号码（信用代码、电话、邮编等）要加引号。',
  ],
  enterprise: '企业名称　必填；与营业执照一致',
  enterpriseTitle: '企业名称',
  sameAsLicence: '与营业执照一致',
  asOf: '按这一天判断证书是否在有效期内；不写则取当天',
  form: '申请表',
  computed: (label: string): string => `${label}　系统计算，不必填；要核对平台的数字时去掉 # 填上`,
  options: (options: readonly string[]): string =>
    options.length <= 20
      ? `可选：${options.join('、')}`
      : `可选：${options.slice(0, 20).join('、')} 等 ${options.length} 项`,
  open: '来源没有公布这一栏的内容：照平台上的栏目写“名称: 内容”，一项一行；也可以只写一段文字',
  /** Before a row that shows how rows are written. */
  rows: '一项一行，写法如下；没有则写 []',
  tableRows: '一项一行，写法如下；没有则空着',
  facts: '申请表上没有、但申报条件要用的情况',
  years: (years: readonly number[]): string => `要用的年度：${years.join('、')}`,
  texts: '写成 [甲, 乙]；没有则写 []',
  rowsOrNone: '一项一项添加；没有就选“没有”',
  titlesTitle: '已有称号',
  /** How a figure without a unit is written. */
  figure: '只写数字',
  several: '几项之间用顿号“、”隔开；没有就写 无',
  free: '来源没有公布这一栏的内容：可以写一段文字，也可以先跳过，在 dossier.yaml 里分项填写',
  year: (year: number, forecast: boolean): string => `${year}年${forecast ? '（预计）' : ''}`,
  /** A hint on YAML without what only YAML needs: nobody types quotes into a question. */
  unquoted: (hint: string): string =>
    hint.replace(/加引号，|（加引号）|，加引号|和引号/gu, '').replace(/"([^"]*)"/gu, '$1'),
  titles: '已有的专精特新称号　没有则写 []；空着时有关条件待定',
  attachments: '附件　把文件放进各项所写的文件夹；也可以去掉 # 写出路径，或带说明的清单',
  slot: (folder: string): string => `文件夹：${folder}`,
  file: '文件路径',
  claims: '数字出处',
  waivers: '豁免',
  attestations: '人工确认',
  /** The text file in the folder of a slot. */
  note: (label: string, lines: readonly string[]): string =>
    `${[label, ...lines, '', '文件放在这个文件夹里就可以，文件名写明年度和材料名称，例如：2020年度审计报告.pdf。这个说明文件不会进入材料包。'].join('\n')}\n`,
} as const;
