// What the rows of a table can have wrong: the sentences in Chinese.
import type { rowCodes } from '../../findings/codes/rows.ts';
import type { Messages } from '../message.ts';

const noEntries = {
  total: '是合计，不是其中一项',
  remark: '是备注，不是其中一项',
  signature: '是填表人一类的落款，不是其中一项',
  heading: '是表头，不是其中一项',
  nameless: '没有名称',
} as const;

export const rows: Messages<typeof rowCodes> = {
  'patent-unreadable': ({ field, written }) => ({
    message: `${field}“${written}”不是专利号`,
    hint: '按证书写专利号，例如 ZL201810000016.0；或授权公告号，例如 CN109876543B。',
  }),
  'patent-check': ({ field, written, expected }) => ({
    message: `${field} ${written} 的校验位不符，应为 ${expected}`,
    hint: '与专利证书核对各位数字。',
  }),
  'patent-check-missing': ({ field, written, expected }) => ({
    message: `${field} ${written} 缺少校验位`,
    hint: `与专利证书核对；按前面各位计算应为 .${expected}`,
  }),
  'patent-type': ({ field, written, type, stated, taken }) => ({
    message: `${field} ${written} 是${type}，与所填的${stated}不符`,
    hint: taken ? `改为 ${type}，或核对号码。` : `本表不收${type}，删去这一行；或与证书核对号码。`,
  }),
  'patent-not-granted': ({ field, written }) => ({
    message: `${field} ${written} 是申请公布号，尚未授权`,
    hint: '只列已授权的专利；改用证书上的专利号。',
  }),
  'patent-expired': ({ field, written, last }) => ({
    message: `${field} ${written} 的保护期至迟于 ${last} 届满`,
    hint: '期满的专利不再列入。',
  }),
  'patent-dates': ({ field, written, granted, reason }) => ({
    message:
      reason === 'before filing'
        ? `${field} ${written} 的授权日期 ${granted} 早于申请年份`
        : `${field} ${written} 的授权日期 ${granted} 晚于申报日`,
    hint: '与专利证书核对授权日期。',
  }),
  'row-expired': ({ table, row, name, until, asOf }) => ({
    message: `${table} 第 ${row} 行${name === '' ? '' : `“${name}”`}的有效期到 ${until}，在 ${asOf} 已过期`,
    hint: '换成有效的证书；已延期的，附延期证明并改写有效期。',
  }),
  'patent-foreign': ({ field, written }) => ({
    message: `${field}“${written}”是国外专利的号码，程序无法核对`,
    hint: '附国外专利局的授权证书，由人核对已授权、在有效期内。',
  }),
  'patent-type-reserved': ({ field, written }) => ({
    message: `${field} ${written} 的种类位不是发明、实用新型或外观设计`,
    hint: '与专利证书核对：种类位是年份后的一位，1 为发明，2 为实用新型，3 为外观设计，8、9 为国际申请。',
  }),
  'patent-term': ({ field, written, until, last }) => ({
    message: `${field} ${until} 晚于 ${written} 的保护期，保护期至迟于 ${last} 届满`,
    hint: '与专利证书核对有效期；有期限补偿的，附证明。',
  }),
  'layout-number-shape': ({ field, written }) => ({
    message: `${field}“${written}”不像集成电路布图设计登记号`,
    hint: '与登记证书核对；登记号如 BS.235000001',
  }),
  'row-twice': ({ table, row, first, by }) => ({
    message:
      by === undefined
        ? `${table} 第 ${row} 行与第 ${first} 行内容相同，只计一次`
        : `${table} 第 ${row} 行与第 ${first} 行的${by.column}相同（${by.written}），只计一次`,
    hint: `删去第 ${row} 行；是另一项的，改正其内容。`,
  }),
  'row-twice-likely': ({ table, row, first }) => ({
    message: `${table} 第 ${row} 行与第 ${first} 行可能是同一项`,
    hint: '与证书核对；同一项只列一行，不同的两项把各栏填全。',
  }),
  'row-none': ({ table, row, written }) => ({
    message:
      written === ''
        ? `${table} 第 ${row} 行是空行，不计入`
        : `${table} 第 ${row} 行写的是“${written}”，按没有处理，不计入`,
    hint: '没有的整行删去；整张表都没有，写 []',
  }),
  'row-no-entry': ({ table, row, written, is }) => ({
    message: `${table} 第 ${row} 行“${written}”${noEntries[is]}，不计入`,
    hint: is === 'nameless' ? '填写名称；这一行不用时整行删去。' : '表中只列各项本身，删去这一行。',
  }),
  'paper-in-two-tables': ({ table, row, written, otherTable, otherRow }) => ({
    message: `“${written}”列了两处：${otherTable} 第 ${otherRow} 行和 ${table} 第 ${row} 行`,
    hint: '同一项在两张表中都可以列；合并计数时只算一项。',
  }),
};
