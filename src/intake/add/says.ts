// What a paper says of itself: the text of its first pages, whose it is, for when, until when, and who issued it.
import { extensionOf } from '../../attachments/names.ts';
import type { Reader } from '../../attachments/ocr/look.ts';
import { unspaced } from '../../characters/folds.ts';
import { decode } from '../../document/decode.ts';
import { isFileFault } from '../../files/fault.ts';
import { printed } from '../../files/pdf/fold.js';
import { readPages } from '../../files/pdf/inspect.ts';
import { readPlain } from '../../files/read.ts';
import { openZip, partName, type ZipEntry } from '../../files/zip/zip.ts';
import { checkUscc } from '../../form/types/identifiers.ts';
import { given } from '../../given.ts';
import type { PaperKind, PaperText } from './recognise.ts';

/** What is read of a paper: its kind stands in front, statements some pages on. */
const [mostPages, mostSigns, mostBytes] = [16, 60_000, 60_000_000];
/** Pictures of a paper that are read, and their pixels. */
const [mostPictures, mostPixels] = [4, 40_000_000];
/** Parts of an Office file that hold its text, and how far they are unpacked, in bytes. */
const textParts = /^(?:word\/(?:document|header\d*)|xl\/(?:sharedStrings|workbook))\.xml$/;
const mostUnpacked = 8 * 1024 * 1024;

/** The beginning of a paper; none for a format without text, or one that cannot be read. */
export async function textOf(path: string, name: string, reader?: Reader): Promise<PaperText | undefined> {
  const extension = extensionOf(name);
  try {
    if (extension === 'pdf') {
      const bytes = await readPlain(path, mostBytes);
      const pages = await readPages(new Uint8Array(bytes), { pages: mostPages, characters: mostSigns });
      if (pages?.some((page) => page.trim() !== '')) return { pages, ocr: false };
      if (reader === undefined) return undefined;
      // Only OCR needs pdf-lib.
      const { jpegsOf } = await import('../../files/pdf/document.ts');
      return inPictures(await jpegsOf(bytes, { most: mostPictures, mostPixels }), reader);
    }
    if (extension === 'docx' || extension === 'xlsx') return await inOffice(await readPlain(path, mostBytes));
    if (/^(?:jpe?g|png)$/.test(extension) && reader) return inPictures([await readPlain(path, mostBytes)], reader);
  } catch (error) {
    // Whoever copies it says why it cannot be read.
    if (!isFileFault(error)) throw error;
  }
  return undefined;
}

async function inPictures(pictures: readonly Uint8Array[], reader: Reader): Promise<PaperText | undefined> {
  const pages: string[] = [];
  for (const picture of pictures) {
    const reading = await reader.read(picture);
    pages.push(reading.is === 'text' ? reading.text : '');
  }
  return pages.some((page) => page.trim() !== '') ? { pages, ocr: true } : undefined;
}

const dishonest = ['encrypted', 'method', 'ratio', 'overlap', 'link'];
const isHonest = (one: ZipEntry) => one.bytes <= mostUnpacked && !one.faults.some((fault) => dishonest.includes(fault));

/** All the text of a file that a person names; none where it holds none that can be read. Throws a FileFault. */
export async function wholeText(path: string): Promise<string | undefined> {
  const extension = extensionOf(path);
  if (extension === 'pdf') return (await textOf(path, path))?.pages.join('\n').trim();
  const bytes = await readPlain(path, mostBytes);
  if (extension === 'docx') return (await inOffice(bytes, (name) => name === 'word/document.xml'))?.pages[0]?.trim();
  const { text, wrong } = decode(bytes);
  return wrong?.encoding === 'binary' || wrong?.encoding === 'unknown' ? undefined : text.trim();
}

async function inOffice(
  bytes: Uint8Array,
  isText = (name: string): boolean => textParts.test(name),
): Promise<PaperText | undefined> {
  const zip = await openZip(bytes);
  if (zip.kind === 'no zip') return undefined;
  try {
    let text = '';
    for (const entry of zip.entries.filter((one) => isText(partName(one)) && isHonest(one))) {
      const chunks: Buffer[] = [];
      const { is } = await zip.unpack(entry, (chunk) => chunks.push(Buffer.from(chunk)));
      if (is === 'whole') text += plainText(Buffer.concat(chunks).toString('utf8'));
    }
    return text.trim() === '' ? undefined : { pages: [text.slice(0, mostSigns)], ocr: false };
  } finally {
    await zip.close();
  }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The text of an XML part: paragraphs and cells a line each. */
const plainText = (xml: string): string =>
  xml
    .replace(/<\/(?:w:p|w:tc|si)>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? '');

/** Who applies; empty where the dossier does not say. */
export type Owner = { readonly enterprise: string; readonly uscc: string; readonly former: readonly string[] };

/** What a paper says, as evidence keys have it. */
export type Said = {
  readonly covers?: readonly string[];
  readonly kind?: string;
  readonly issued_to?: string;
  readonly issuer?: string;
  readonly valid_until?: string;
  readonly basis?: string;
  /** By name, in the unit of the dossier. */
  readonly figures?: Readonly<Record<string, string>>;
  /** Where the figures stand: `3`, or `2, 3`. */
  readonly pages?: string;
};

export type Read = {
  /** Whether it is the applicant's: it names him, names another (`whom`), names nobody, or nothing is known. */
  readonly whose: 'own' | 'foreign' | 'nobody' | 'unknown';
  readonly whom?: string;
  readonly said: Said;
};

const company =
  '(?:(?!公司)[\\u4e00-\\u9fffA-Za-z0-9()·&]){2,40}?(?:有限责任公司|股份有限公司|有限公司|集团公司|合作社|工厂|总厂)(?:[\\u4e00-\\u9fff]{1,8}分公司)?';
const holder =
  '(?:纳税人名称|单位名称|企业名称|公司名称|专利权人|权利人|著作权人|商标注册人|注册人|获证组织|组织名称|认证委托人|参保单位|缴费单位|被审计单位|申请单位|申报单位|申报企业|持有人|名称)';
const issuedPatterns = [
  new RegExp(`${holder}(?:\\([^()\\n]{1,12}\\))?[::]?\\n?(${company})`, 'u'),
  new RegExp(`兹证明(${company})`, 'u'),
  new RegExp(`(${company})(?:全体股东|董事会):`, 'u'),
];

const inFileName = /[\u4e00-\u9fff()]{2,30}(?:有限责任公司|股份有限公司|有限公司)/u;

/** Whom the name of a file names as the owner, when that is another than the applicant. */
export function strangerInName(name: string, { enterprise, former }: Owner): string | undefined {
  const named = inFileName.exec(unspaced(name))?.[0];
  if (named === undefined || enterprise === '') return undefined;
  const plain = printed(named);
  const isOwn = [enterprise, ...former].map(printed).some((own) => plain.includes(own) || own.includes(plain));
  return isOwn ? undefined : named;
}

const codeShape = /(?<![0-9A-Z])[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}(?![0-9A-Z])/gu;

/** Whose a paper is, by its text. */
function whoseOf(
  lines: string,
  { enterprise, uscc, former }: Owner,
): Pick<Read, 'whose' | 'whom'> & { issued?: string } {
  const issued = issuedPatterns.map((pattern) => pattern.exec(lines)?.[1]).find((one) => one !== undefined);
  const own = [enterprise, uscc, ...former].filter((one) => one !== '').map(printed);
  if (own.length === 0) return { whose: 'unknown', ...given({ issued }) };
  const all = printed(lines);
  // Whom else it names beside the applicant, no pattern can tell.
  if (own.some((one) => all.includes(one)))
    return { whose: 'own', ...(issued !== undefined && own.includes(printed(issued)) ? { issued } : {}) };
  if (issued !== undefined) return { whose: 'foreign', whom: issued };
  const code = (lines.toUpperCase().match(codeShape) ?? []).find((one) => checkUscc(one).ok);
  return code === undefined ? { whose: 'nobody' } : { whose: 'foreign', whom: code };
}

const day = '((?:19|20)\\d{2})[-年./](\\d{1,2})[-月./](\\d{1,2})日?';
const until = [
  new RegExp(`有效(?:期|日期)(?:限)?(?:至|到|截止日期|截止至|截至|止)[:：]?${day}`, 'u'),
  new RegExp(
    `有效(?:期|日期)(?:限)?[:：]?(?:自|从)?(?:\\d{4}[-年./]\\d{1,2}[-月./]\\d{1,2}日?)(?:起)?(?:至|到|-|—|–|~)${day}`,
    'u',
  ),
  new RegExp(`有效期(?:限)?(?:为)?[一二三四五六\\d]+年[,，]?(?:至|到)${day}`, 'u'),
  new RegExp(`(?:validuntil|expirydate|expirationdate)[:：]?${day}`, 'iu'),
];

export function validUntil(text: string): string | undefined {
  if (/(?:营业期限|有效期(?:限)?)[:：]?(?:[\d年月日./-]{6,12}(?:至|到|-|—))?长期/u.test(text)) return '长期';
  const found = until.map((pattern) => pattern.exec(text)).find((one) => one !== null);
  const [, year, month = '', date = ''] = found ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

const firm = /[\u4e00-\u9fff]{2,20}?会计师事务所(?:有限(?:责任)?公司)?(?:\([\u4e00-\u9fff]{2,10}\))?/u;
const signer =
  /(?:发证机关|认证机构|颁发单位|出具单位|发证单位|检验单位|发证机构|批准机关)[:：]([\u4e00-\u9fff()]{4,30}?(?:有限公司|公司|中心|协会|厅|局|委员会|研究院|检验所|税务局))/u;

export const issuerOf = (text: string, audited: boolean): string | undefined =>
  audited ? firm.exec(text)?.[0] : signer.exec(text)?.[1];

const year = '((?:19|20)\\d{2})';
/** Where statements say of which year they are, the plainest first; a year that is only compared with stands there too. */
const ofStatements = [
  new RegExp(`${year}年12月31日的?(?:合并及母公司|合并及公司|合并|母公司|公司)?资产负债表`, 'gu'),
  new RegExp(`${year}年度(?:财务报表|会计报表|财务审计|审计报告|财务报告)`, 'gu'),
  new RegExp(`截至?${year}年12月31日`, 'gu'),
];
const ofPeriod = new RegExp(
  `(?:所属(?:时)?期|缴费(?:年月|期间|所属期)|统计(?:期间|年月)|所属年月)(?:起止|限)?[:：]?${year}[-年./]?(\\d{2}|\\d)?`,
  'gu',
);

/** The years or months that a text speaks of, as far as only one reading is there. */
function coversOf(text: string, kind: PaperKind | undefined, wantsMonth: boolean): readonly string[] {
  if (kind?.kind === 'audit' || kind?.kind === 'statements') {
    for (const pattern of ofStatements) {
      const years = [...new Set([...text.matchAll(pattern)].map(([, one = '']) => one))].sort();
      // Two stand there when last year's figures are shown beside this year's.
      if (years.length > 0)
        return years.length === 1 || Number(years.at(-1)) - Number(years[0]) === 1 ? years.slice(-1) : [];
    }
    return [];
  }
  const found = [...text.matchAll(ofPeriod)].map(([, one = '', month = '']) => ({ one, month }));
  if (wantsMonth) {
    const months = new Set(
      found.flatMap(({ one, month }) => (month === '' ? [] : [`${one}-${month.padStart(2, '0')}`])),
    );
    return months.size === 1 ? [...months] : [];
  }
  return [...new Set(found.map(({ one }) => one))].sort();
}

/** What the text of a paper says; nothing of one without text. */
export function readPaper(
  text: PaperText | undefined,
  kind: PaperKind | undefined,
  owner: Owner,
  wantsMonth: boolean,
): Read {
  if (text === undefined) return { whose: 'unknown', said: given({ kind: kind?.kind }) };
  const lines = text.pages
    .flatMap((page) => page.split(/[\r\n]+/))
    .map(unspaced)
    .join('\n');
  const all = lines.replaceAll('\n', '');
  const { issued, ...whose } = whoseOf(lines, owner);
  const covers = coversOf(all, kind, wantsMonth);
  const audited = kind?.kind === 'audit';
  return {
    ...whose,
    said: given({
      covers: covers.length === 0 ? undefined : covers,
      kind: kind?.kind,
      issued_to: kind?.others === true ? undefined : issued,
      issuer: issuerOf(all, audited || kind?.id === 'special-audit'),
      valid_until: kind?.expires === true ? validUntil(all) : undefined,
      basis: audited && /合并及(?:母公司|公司)资产负债表/u.test(all) ? '合并' : undefined,
    }),
  };
}

/** What stands behind the label of a fact, by its id. */
export type Noticed = { readonly fact: string; readonly text: string; readonly page: number };

/** Whose words these are on a page of several parties, nobody can tell. */
const parties = /甲方|乙方|需方|供方|买方|卖方|委托方|受托方|委托人|受托人|承包人|发包人/u;

/** What pages that name the applicant, and nobody else as their owner, say behind a label: `统一社会信用代码：91…`, or in the next column. */
export function noticedIn(
  pages: readonly string[],
  labels: ReadonlyMap<string, string>,
  owner: Owner,
): readonly Noticed[] {
  return pages.flatMap((page, at) => {
    const lines = page.normalize('NFKC').split(/[\r\n]+/);
    const plain = lines.map(unspaced).join('\n');
    const { whose } = whoseOf(plain, owner);
    const named = issuedPatterns.map((pattern) => pattern.exec(plain)?.[1]).find((one) => one !== undefined);
    const own = [owner.enterprise, ...owner.former].map(printed);
    const isOther = named !== undefined && !own.includes(printed(named));
    if (whose !== 'own' || isOther || parties.test(plain)) return [];
    return [...labels].flatMap(([label, fact]) =>
      lines.flatMap((line) => {
        const from = ` ${line}`.indexOf(` ${label.normalize('NFKC')}`);
        const behind = from < 0 ? '' : line.slice(from + label.length);
        if (!/^[:\s]/.test(behind)) return [];
        const text = behind.replace(/^[:\s]+/, '');
        // Programs part Chinese from digits: `2010 年 6 月 8 日`. What reads in two ways is taken in neither.
        const joined = text.replace(/(?<=[\u4e00-\u9fff]) (?=\d)|(?<=\d) (?=[\u4e00-\u9fff])/gu, '');
        const found = new Set([text, joined].map((one) => one.split(/\s/)[0] ?? '').filter((one) => one !== ''));
        return [...found].map((one) => ({ fact, text: one, page: at + 1 }));
      }),
    );
  });
}
