// What a region, an industry, a code, a way to reach somebody or the owners of a right can have wrong.
import { nearEn, nearZh, some } from '../several.ts';
import { type Of, of } from './form.ts';
import { error, instead, note, warning } from './spec.ts';

const othersEn = {
  个体工商户: 'an individual household business',
  农民专业合作社: 'a farmers’ cooperative',
  机构编制部门登记的单位: 'a public body',
  民政部门登记的单位: 'a social organisation',
} as const;

export const identifierCodes = {
  'region-unknown': error<Of & { written: string; within: string; nearest?: string }>({
    zh: ({ field, written, within, nearest }) => ({
      message: `${field}：${within} 之下没有“${written}”`,
      hint: nearZh(nearest) || '按省、市、县(市、区)的顺序写全称，例如 [江苏省, 南京市, 江宁区]',
    }),
    en: ({ field, written, within, nearest }) => ({
      message: `${field}: there is no “${written}” in ${within}`,
      hint: nearEn(nearest) || 'Write province, city and county in full, such as [江苏省, 南京市, 江宁区]',
    }),
    mend: ({ written, nearest }, around) => instead(written, nearest, around),
    samples: [
      { field: '注册地区', written: '江宁县', within: '南京市', nearest: '江宁区' },
      { field: '注册地区', written: 'x', within: '江苏省' },
    ],
  }),

  /** `nearest` is the whole chain of a county that stands alone. */
  'region-incomplete': error<Of & { written: string; within: string; nearest?: string }>({
    zh: ({ field, written, within, nearest }) => ({
      message:
        within === ''
          ? `${field} 只写了“${written}”，没有写是哪个省`
          : `${field} 只写到 ${written}，${within} 之下还要再选`,
      hint: `按省、市、县(市、区)的顺序写全，例如  ${nearest ?? '[江苏省, 南京市, 江宁区]'}`,
    }),
    en: ({ field, written, within, nearest }) => ({
      message:
        within === ''
          ? `${field} is only “${written}”, without its province`
          : `${field} stops at ${written}; ${within} has more to choose`,
      hint: `Write province, city and county, such as  ${nearest ?? '[江苏省, 南京市, 江宁区]'}`,
    }),
    samples: [
      { field: '注册地区', written: '江苏省 南京市', within: '南京市' },
      { field: '注册地区', written: '江宁区', within: '', nearest: '[江苏省, 南京市, 江宁区]' },
    ],
  }),

  'region-zone': note<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field}：“${written}”是功能区，不在行政区划代码之列`,
      hint: '按注册地所在的县(市、区)填写，或向当地工信部门确认。',
    }),
    en: ({ field, written }) => ({
      message: `${field}: “${written}” is a functional zone without a division code`,
      hint: 'Write the county of registration, or ask the local authority.',
    }),
    samples: [{ field: '注册地区', written: '江北新区' }],
  }),

  'region-as-written': note<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field}：“${written}”不在区划表内，按所写采用`,
      hint: '请核对全称。',
    }),
    en: ({ field, written }) => ({
      message: `${field}: “${written}” is in no list and taken as written`,
      hint: 'Check the full name.',
    }),
    samples: [{ field: '注册地区', written: '云岭省' }],
  }),

  'industry-unknown': error<Of & { written: string; nearest?: string }>({
    zh: ({ field, written, nearest }) => ({
      message: `${field} 没有“${written}”这一行业`,
      hint: `${nearZh(nearest)}可写四位代码，例如 "3453"；或从门类起逐级写名称。`,
    }),
    en: ({ field, written, nearest }) => ({
      message: `${field}: there is no industry “${written}”`,
      hint: `${nearEn(nearest)} Write the four-digit code, such as "3453", or the names from 门类 down.`.trim(),
    }),
    mend: ({ written, nearest }, around) => instead(written, nearest, around),
    samples: [
      { field: '所属国民经济行业', written: '152', nearest: '1522' },
      { field: '所属国民经济行业', written: 'x' },
    ],
  }),

  'industry-as-written': note<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field}：中类“${written}”按所写采用，未与分类标准核对`,
      hint: '写四位代码可以核对门类与大类。',
    }),
    en: ({ field, written }) => ({
      message: `${field}: the group “${written}” is taken as written, not compared with the standard`,
      hint: 'With the four-digit code, section and division can be checked.',
    }),
    samples: [{ field: '所属国民经济行业', written: '瓶(罐)装饮用水制造' }],
  }),

  'uscc-length': error<Of & { written: string; length: number }>({
    zh: ({ field, length }) => ({
      message: `${field} 应为 18 位，现为 ${length} 位`,
      hint: '与营业执照核对。',
    }),
    en: ({ field, length }) => ({
      message: `${field} has ${some(length, 'character')} instead of 18`,
      hint: 'Compare with the business licence.',
    }),
    samples: [{ ...of, written: '91', length: 2 }],
  }),

  /** `corrected`: with figures for the letters that look like them the check character is right. */
  'uscc-character': error<Of & { written: string; character: string; position: number; corrected?: string }>({
    zh: ({ field, character, position, corrected }) => ({
      message: `${field} 第 ${position} 位不能是“${character}”`,
      hint: `代码不用字母 I、O、S、V、Z，第 3 至 8 位为数字；与营业执照核对${corrected === undefined ? '。' : `，多半应为 ${corrected}`}`,
    }),
    en: ({ field, character, position, corrected }) => ({
      message: `${field}: “${character}” cannot stand at position ${position}`,
      hint: `The code never has I, O, S, V or Z, and has digits at positions 3 to 8. Compare with the business licence${corrected === undefined ? '.' : `; most likely it is ${corrected}`}`,
    }),
    mend: ({ written, corrected }, around) => {
      const mend = instead(written, corrected, around);
      return mend && { ...mend, is: 'safe' };
    },
    samples: [
      { ...of, written: '9132011I', character: 'I', position: 8 },
      { ...of, written: '9132O115MADEM0011B', character: 'O', position: 5, corrected: '91320115MADEM0011B' },
    ],
  }),

  'uscc-check': error<Of & { written: string; found: string; expected: string; corrected: string }>({
    zh: ({ field, found: last, expected, corrected }) => ({
      message: `${field} 的校验位不符：末位为 ${last}，应为 ${expected}`,
      hint: `与营业执照核对；若只是末位写错，改为 ${corrected}`,
    }),
    en: ({ field, found: last, expected, corrected }) => ({
      message: `${field}: wrong check character: ends in ${last}, expected ${expected}`,
      hint: `Compare with the business licence; if only the last character is wrong, write ${corrected}`,
    }),
    mend: ({ written, corrected }, around) => instead(written, corrected, around),
    samples: [{ ...of, written: '91320115MADEM00118', found: '8', expected: 'B', corrected: '91320115MADEM0011B' }],
  }),

  'uscc-kind': error<Of & { kind: keyof typeof othersEn }>({
    zh: ({ field, kind }) => ({
      message: `${field} 属于${kind}，不是企业`,
      hint: '申报单位应为企业法人，代码以 91 开头；与营业执照核对。',
    }),
    en: ({ field, kind }) => ({
      message: `${field} belongs to ${othersEn[kind]}, not to an enterprise`,
      hint: 'The applicant is an enterprise with legal personality; its code begins with 91. Compare with the licence.',
    }),
    samples: [{ ...of, kind: '民政部门登记的单位' }],
  }),

  'postcode-shape': error<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field} 应为 6 位数字，现为“${written}”`,
      hint: '例如 "211100"',
    }),
    en: ({ field, written }) => ({
      message: `${field} takes 6 digits; this is “${written}”`,
      hint: 'Such as "211100"',
    }),
    samples: [{ field: '邮编', written: '21000' }],
  }),

  'postcode-place': warning<Of & { written: string; city: string; expected: readonly string[] }>({
    zh: ({ field, written, city, expected }) => ({
      message: `${field} ${written} 与 ${city} 不符`,
      hint: `${city} 的邮编多以 ${expected.join('、')} 开头；请核对。`,
    }),
    en: ({ field, written, city, expected }) => ({
      message: `${field} ${written} does not fit ${city}`,
      hint: `Postcodes of ${city} usually begin with ${expected.join(' or ')}; please check.`,
    }),
    samples: [{ field: '邮编', written: '100000', city: '南京市', expected: ['210', '211'] }],
  }),

  'uscc-place': warning<Of & { written: string; registrar: string; province: string; expected: string }>({
    zh: ({ field, written, registrar, province, expected }) => ({
      message: `${field} ${written} 的第 3–8 位 ${registrar} 不是${province}的区划码`,
      hint: `与营业执照核对，看是否写了别家的代码；${province}的区划码以 ${expected} 开头。外省迁入的，代码不变。`,
    }),
    en: ({ field, written, registrar, province, expected }) => ({
      message: `${field} ${written}: characters 3 to 8, ${registrar}, are not of ${province}`,
      hint: `Compare with the business licence; this may be the code of another enterprise. Codes of places in ${province} begin with ${expected}; one that moved there keeps its code.`,
    }),
    samples: [
      {
        field: '统一社会信用代码',
        written: '91440305MADEM0038W',
        registrar: '440305',
        province: '江苏省',
        expected: '32',
      },
    ],
  }),

  'phone-shape': warning<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field}“${written}”不像电话号码`,
      hint: '写成 "025-50000000" 或手机号码。',
    }),
    en: ({ field, written }) => ({
      message: `${field}: “${written}” does not look like a telephone number`,
      hint: 'Write "025-50000000" or a mobile number.',
    }),
    samples: [{ field: '电话', written: '8888' }],
  }),

  'phone-area-code': note<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field}“${written}”没有区号`,
      hint: '加上区号，例如 "025-50000000"',
    }),
    en: ({ field, written }) => ({
      message: `${field}: “${written}” has no area code`,
      hint: 'Add it, such as "025-50000000"',
    }),
    samples: [{ field: '电话', written: '50000026' }],
  }),

  'mobile-shape': error<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field}“${written}”不是手机号码`,
      hint: '11 位数字，例如 "13900000000"',
    }),
    en: ({ field, written }) => ({
      message: `${field}: “${written}” is not a mobile number`,
      hint: '11 digits, such as "13900000000"',
    }),
    samples: [{ field: '手机', written: '1390000000' }],
  }),

  'email-shape': error<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field}“${written}”不是电子邮箱`,
      hint: '例如 name@example.com',
    }),
    en: ({ field, written }) => ({
      message: `${field}: “${written}” is not an e-mail address`,
      hint: 'Such as name@example.com',
    }),
    samples: [{ field: 'E-mail', written: 'a@' }],
  }),

  'owners-without-applicant': warning<{ table: string; row: number; enterprise: string }>({
    zh: ({ table, row, enterprise }) => ({
      message: `${table}第 ${row} 项所列的全部权利人中没有 ${enterprise}，与所填“本企业为权利人”不符`,
      hint: '与证书核对；更过名的，把原名写入“其他情况”的曾用名。',
    }),
    en: ({ table, row, enterprise }) => ({
      message: `${table}, row ${row}: ${enterprise} is not among the owners that it lists, though it is said to be one`,
      hint: 'Compare with the certificate; after a change of name, add the old one to former_names in facts.',
    }),
    samples: [{ table: 'Ⅰ类知识产权', row: 2, enterprise: '江苏示例精密机械有限公司' }],
  }),

  'owner-rank-differs': warning<{ table: string; row: number; rank: string; expected: number }>({
    zh: ({ table, row, rank, expected }) => ({
      message: `${table}第 ${row} 项：按所列权利人的顺序，本企业排第 ${expected}，所填排名为 ${rank}`,
      hint: '与证书上权利人的顺序核对。',
    }),
    en: ({ table, row, rank, expected }) => ({
      message: `${table}, row ${row}: by the order of the owners listed, the enterprise is number ${expected}; its stated rank is ${rank}`,
      hint: 'Compare with the order of the owners on the certificate.',
    }),
    samples: [{ table: 'Ⅰ类知识产权', row: 2, rank: '1', expected: 2 }],
  }),

  /** Whoever proves it of himself is no third party. */
  'issuer-is-applicant': warning<{ field: string; written: string; other: string; stated: string; right: string }>({
    zh: ({ field, written, other, stated, right }) => ({
      message: `${field}“${written}”是申报单位自己，${other}却写“${stated}”`,
      hint: `由本企业出具的，${other}写“${right}”；由第三方出具的，写第三方的名称。`,
    }),
    en: ({ field, written, other, stated, right }) => ({
      message: `${field} “${written}” is the applicant itself, but ${other} says “${stated}”`,
      hint: `If the enterprise issued it, ${other} is “${right}”; if a third party did, write its name.`,
    }),
    samples: [
      {
        field: '出具单位',
        written: '江苏示例精密机械有限公司',
        other: '出具单位类别',
        stated: '省级以上行业协会',
        right: '企业自证',
      },
    ],
  }),
};
