// What the rows of a table can have wrong: numbers, days, rows that are no rows, and rows that stand twice.
import { each, error, instead, note, warning } from './spec.ts';

/** `field` is the printed title and head, `row` counts from 1. */
type Of = { field: string; written: string };

type In = { table: string; row: number };

const noEntriesZh = {
  total: '是合计，不是其中一项',
  remark: '是备注，不是其中一项',
  signature: '是填表人一类的落款，不是其中一项',
  heading: '是表头，不是其中一项',
  nameless: '没有名称',
} as const;

const noEntriesEn = {
  total: 'is a total, not an entry,',
  remark: 'is a remark, not an entry,',
  signature: 'is the signature of whoever filled in the table, not an entry,',
  heading: 'repeats the heads of the table, is not an entry,',
  nameless: 'has no name',
} as const;

const datesZh = {
  'before filing': (day: string) => `授权日期 ${day} 早于申请年份`,
  'after as-of': (day: string) => `授权日期 ${day} 晚于申报日`,
  'applied later': (day: string) => `申请日 ${day} 晚于号码中的申请年份`,
} as const;

const datesEn: typeof datesZh = {
  'before filing': (day) => `granted on ${day}, before the year of its filing`,
  'after as-of': (day) => `granted on ${day}, after the day of application`,
  'applied later': (day) => `applied for on ${day}, after the year that its number gives`,
};

const row = { table: '产品附证资料', row: 3 };

export const rowCodes = {
  'patent-unreadable': error<Of>({
    zh: ({ field, written }) => ({
      message: `${field}“${written}”不是专利号`,
      hint: '按证书写专利号，例如 ZL201810000016.0；或授权公告号，例如 CN109876543B。',
    }),
    en: ({ field, written }) => ({
      message: `${field}: “${written}” is not a patent number`,
      hint: 'Write it as the certificate does, such as ZL201810000016.0, or the number of its publication on grant, such as CN109876543B.',
    }),
    samples: [{ field: '专利授权号', written: '某号' }],
  }),

  'patent-check': error<Of & { expected: string }>({
    zh: ({ field, written, expected }) => ({
      message: `${field} ${written} 的校验位不符，应为 ${expected}`,
      hint: '与专利证书核对各位数字。',
    }),
    en: ({ field, written, expected }) => ({
      message: `${field}: wrong check character in ${written}, expected ${expected}`,
      hint: 'Compare every digit with the certificate.',
    }),
    mend: ({ written, expected }, around) => instead(written, `${written.slice(0, -1)}${expected}`, around),
    samples: [{ field: '专利授权号', written: 'ZL201810000016.1', expected: '0' }],
  }),

  'patent-check-missing': warning<Of & { expected: string }>({
    zh: ({ field, written, expected }) => ({
      message: `${field} ${written} 缺少校验位`,
      hint: `与专利证书核对；按前面各位计算应为 .${expected}`,
    }),
    en: ({ field, written, expected }) => ({
      message: `${field}: ${written} lacks its check character`,
      hint: `Compare with the certificate; the other digits give .${expected}`,
    }),
    mend: ({ written, expected }, around) => instead(written, `${written}.${expected}`, around),
    samples: [{ field: '专利授权号', written: 'ZL201810000016', expected: '0' }],
  }),

  'patent-type': error<Of & { type: string; stated: string; taken: boolean }>({
    zh: ({ field, written, type, stated, taken }) => ({
      message: `${field} ${written} 是${type}，与所填的${stated}不符`,
      hint: taken ? `改为 ${type}，或核对号码。` : `本表不收${type}，删去这一行；或与证书核对号码。`,
    }),
    en: ({ field, written, type, stated, taken }) => ({
      message: `${field}: ${written} is ${type}, not ${stated}`,
      hint: taken
        ? `Change it to ${type}, or check the number.`
        : `This table does not take ${type}: delete the row, or compare the number with the certificate.`,
    }),
    samples: [
      { field: '专利授权号', written: 'ZL201810000016.0', type: '发明专利', stated: '实用新型专利', taken: true },
      { field: '专利授权号', written: 'ZL201830000003.2', type: '外观设计专利', stated: '发明专利', taken: false },
    ],
  }),

  'patent-not-granted': error<Of>({
    zh: ({ field, written }) => ({
      message: `${field} ${written} 是申请公布号，尚未授权`,
      hint: '只列已授权的专利；改用证书上的专利号。',
    }),
    en: ({ field, written }) => ({
      message: `${field}: ${written} is a published application, not yet granted`,
      hint: 'List granted patents only, with the number of the certificate.',
    }),
    samples: [{ field: '专利授权号', written: 'CN108000001A' }],
  }),

  'patent-grant-unsaid': warning<Of & { patent: string }>({
    zh: ({ field, written, patent }) => ({
      message: `${field} ${written} 没有 ZL，也没有授权日，看不出是否已授权`,
      hint: `已授权的，按证书写 ${patent}；只有申请号、尚未授权的，删去。`,
    }),
    en: ({ field, written, patent }) => ({
      message: `${field}: ${written} has no ZL and no day of grant: whether it was granted cannot be told`,
      hint: `If it was granted, write ${patent} as on the certificate; leave out what was only applied for.`,
    }),
    samples: [{ field: '授权号或登记号', written: '201810000016.0', patent: 'ZL201810000016.0' }],
  }),

  'patent-expired': error<Of & { last: string }>({
    zh: ({ field, written, last }) => ({
      message: `${field} ${written} 的保护期至迟于 ${last} 届满`,
      hint: '期满的专利不再列入。',
    }),
    en: ({ field, written, last }) => ({
      message: `${field}: the term of ${written} ends on ${last} at the latest`,
      hint: 'Leave expired patents out.',
    }),
    samples: [{ field: '专利授权号', written: 'ZL00200001.6', last: '2010-01-01' }],
  }),

  'patent-dates': error<Of & { day: string; reason: keyof typeof datesZh }>({
    zh: ({ field, written, day, reason }) => ({
      message: `${field} ${written} 的${datesZh[reason](day)}`,
      hint: '与专利证书核对号码和日期。',
    }),
    en: ({ field, written, day, reason }) => ({
      message: `${field}: ${written} was ${datesEn[reason](day)}`,
      hint: 'Compare number and dates with the certificate.',
    }),
    samples: each(['before filing', 'after as-of', 'applied later'], (reason) => ({
      field: '专利授权号',
      written: 'ZL201810000016.0',
      day: reason === 'before filing' ? '2017-01-01' : '2021-08-17',
      reason,
    })),
  }),

  'patent-foreign': warning<Of>({
    zh: ({ field, written }) => ({
      message: `${field}“${written}”是国外专利的号码，程序无法核对`,
      hint: '附国外专利局的授权证书，由人核对已授权、在有效期内。',
    }),
    en: ({ field, written }) => ({
      message: `${field}: “${written}” is the number of a patent abroad, which cannot be checked here`,
      hint: 'Attach the grant of that patent office, and let a person see that it is granted and in force.',
    }),
    samples: [{ field: '授权号或登记号', written: 'US10123456B2' }],
  }),

  'patent-type-reserved': warning<Of>({
    zh: ({ field, written }) => ({
      message: `${field} ${written} 的种类位不是发明、实用新型或外观设计`,
      hint: '与专利证书核对：种类位是年份后的一位，1 为发明，2 为实用新型，3 为外观设计，8、9 为国际申请。',
    }),
    en: ({ field, written }) => ({
      message: `${field}: the type digit of ${written} is not that of an invention, a utility model or a design`,
      hint: 'Compare with the certificate: the digit after the year is 1 for an invention, 2 for a utility model, 3 for a design, 8 or 9 for an international application.',
    }),
    samples: [{ field: '专利授权号', written: 'ZL201840000016.7' }],
  }),

  'layout-number-shape': warning<Of>({
    zh: ({ field, written }) => ({
      message: `${field}“${written}”不像集成电路布图设计登记号`,
      hint: '与登记证书核对；登记号如 BS.235000001',
    }),
    en: ({ field, written }) => ({
      message: `${field}: “${written}” does not look like the number of a layout design`,
      hint: 'Compare with the certificate; such a number looks like BS.235000001',
    }),
    samples: [{ field: '授权号或登记号', written: 'BS12' }],
  }),

  'software-number-shape': warning<Of>({
    zh: ({ field, written }) => ({
      message: `${field}“${written}”不像软件著作权登记号`,
      hint: '与登记证书核对；登记号如 2021SR0000001，证书号如 软著登字第0000001号',
    }),
    en: ({ field, written }) => ({
      message: `${field}: “${written}” does not look like the number of a software copyright`,
      hint: 'Compare with the certificate; such a number looks like 2021SR0000001, that of the certificate like 软著登字第0000001号',
    }),
    samples: [{ field: '授权号或登记号', written: '21SR1' }],
  }),

  'row-expired': warning<In & { name: string; until: string; asOf: string }>({
    zh: ({ table, row, name, until, asOf }) => ({
      message: `${table} 第 ${row} 行${name === '' ? '' : `“${name}”`}的有效期到 ${until}，在 ${asOf} 已过期`,
      hint: '换成有效的证书；已延期的，附延期证明并改写有效期。',
    }),
    en: ({ table, row, name, until, asOf }) => ({
      message: `row ${row}${name === '' ? '' : ` “${name}”`} of ${table} was valid until ${until} and has expired by ${asOf}`,
      hint: 'Attach one that is valid; if it was extended, attach the proof and correct the date.',
    }),
    samples: [
      { table: '其它附证资料', row: 1, name: '高新技术企业证书', until: '2021-08-15', asOf: '2021-08-16' },
      { table: '其它附证资料', row: 1, name: '', until: '2021-08-15', asOf: '2021-08-16' },
    ],
  }),

  /** `by` is the number that both rows hold; without it they say the same in every cell. */
  'row-twice': error<In & { first: number; by?: { column: string; written: string } }>({
    zh: ({ table, row, first, by }) => ({
      message:
        by === undefined
          ? `${table} 第 ${row} 行与第 ${first} 行内容相同，只计一次`
          : `${table} 第 ${row} 行与第 ${first} 行的${by.column}相同（${by.written}），只计一次`,
      hint: `删去第 ${row} 行；是另一项的，改正其内容。`,
    }),
    en: ({ table, row, first, by }) => ({
      message:
        by === undefined
          ? `rows ${first} and ${row} of ${table} say the same and count once`
          : `rows ${first} and ${row} of ${table} have the same ${by.column} (${by.written}) and count once`,
      hint: `Delete row ${row}; if it is a different one, correct what it says.`,
    }),
    samples: [
      { ...row, first: 1 },
      { ...row, first: 1, by: { column: '专利授权号', written: 'ZL201810000016.0' } },
    ],
  }),

  'row-twice-likely': warning<In & { first: number }>({
    zh: ({ table, row, first }) => ({
      message: `${table} 第 ${row} 行与第 ${first} 行可能是同一项`,
      hint: '与证书核对；同一项只列一行，不同的两项把各栏填全。',
    }),
    en: ({ table, row, first }) => ({
      message: `rows ${first} and ${row} of ${table} may be the same`,
      hint: 'Compare with the certificates: one thing takes one row; two different ones need all their cells.',
    }),
    samples: [{ ...row, first: 1 }],
  }),

  /** A row that says that there is none, or nothing at all: `written` is then empty. */
  'row-none': note<In & { written: string }>({
    zh: ({ table, row, written }) => ({
      message:
        written === ''
          ? `${table} 第 ${row} 行是空行，不计入`
          : `${table} 第 ${row} 行写的是“${written}”，按没有处理，不计入`,
      hint: '没有的整行删去；整张表都没有，写 []',
    }),
    en: ({ table, row, written }) => ({
      message:
        written === ''
          ? `row ${row} of ${table} is empty and does not count`
          : `row ${row} of ${table} says “${written}”, which is taken as none and does not count`,
      hint: 'Delete the row; for a table without any, write []',
    }),
    samples: [
      { ...row, written: '无' },
      { ...row, written: '' },
    ],
  }),

  'row-no-entry': error<In & { written: string; is: 'total' | 'remark' | 'signature' | 'heading' | 'nameless' }>({
    zh: ({ table, row, written, is }) => ({
      message: `${table} 第 ${row} 行“${written}”${noEntriesZh[is]}，不计入`,
      hint: is === 'nameless' ? '填写名称；这一行不用时整行删去。' : '表中只列各项本身，删去这一行。',
    }),
    en: ({ table, row, written, is }) => ({
      message: `row ${row} of ${table}, “${written}”, ${noEntriesEn[is]} and does not count`,
      hint:
        is === 'nameless' ? 'Give the name, or delete the row.' : 'List only the entries themselves: delete the row.',
    }),
    samples: each(['total', 'remark', 'signature', 'heading', 'nameless'], (is) => ({
      ...row,
      written: '合计',
      is,
    })),
  }),

  'paper-in-two-tables': note<In & { written: string; otherTable: string; otherRow: number }>({
    zh: ({ table, row, written, otherTable, otherRow }) => ({
      message: `“${written}”列了两处：${otherTable} 第 ${otherRow} 行和 ${table} 第 ${row} 行`,
      hint: '同一项在两张表中都可以列；合并计数时只算一项。',
    }),
    en: ({ table, row, written, otherTable, otherRow }) => ({
      message: `“${written}” stands twice: in row ${otherRow} of ${otherTable} and in row ${row} of ${table}`,
      hint: 'One paper may stand in both tables; where they are counted together it counts once.',
    }),
    samples: [{ ...row, written: 'ZL201810000016.0', otherTable: '授权专利', otherRow: 1 }],
  }),
};
