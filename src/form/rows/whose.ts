// Holds what a dossier says of the owners of a right, and of those who certify or recognise, against what they are.
import { listed } from '../../characters/folds.ts';
import { Decimal } from '../../expression/decimal.ts';
import { type Fact, readBounds, type Vocabulary } from '../../expression/types.ts';
import { report } from '../../findings/report.ts';
import { type Gather, headOf, type reporter, teller } from '../gather.ts';
import { isPlaceholder, noEntry } from './entries.ts';

/** How a register of rights names its columns: all owners in their order, that the applicant is one, and the how manieth. */
const [owners, owned, rank] = ['owners', 'owned', 'rank'] as const;

/** How people write the applicant in a form of its own. */
const selves = ['本企业', '本公司', '我公司', '我司', '本单位', '我单位', '申报企业', '申报单位'];

/** A rank that is told of by itself. */
function isOdd(fact: Fact | undefined, said: Decimal): boolean {
  const { most } = readBounds(fact?.plausible?.usual ?? '') ?? {};
  return said.lt(1) || (most !== undefined && said.gt(most));
}

/** From 0, the how manieth of the owners is called so; -1 for none, nothing where the text does not part them surely. */
function placeAmong(text: string, names: readonly string[]): number | undefined {
  const parts = text.split(/[、，,;；/／\n]/u);
  const at = parts.findIndex((one) => names.some((name) => listed(one).includes(name)));
  // `1. 甲公司` is one owner; 甲公司 乙大学 and 甲公司和乙大学 are two in one part.
  const bare = listed(parts[at] ?? '').replace(/^[^\p{L}]+/u, '');
  const isSure =
    names.some((name) => bare.startsWith(name)) && !parts.slice(0, at).some((one) => /\S[\s和与及]\S/u.test(one));
  return at === -1 || isSure ? at : undefined;
}

/** The names under which the applicant may stand in a paper; none where it is not known. */
function namesOf(gather: Gather, enterprise: string): readonly string[] {
  const former = gather.facts.get('former_names');
  const names = [enterprise, ...(Array.isArray(former) ? former.map(String) : []), ...selves].map(listed);
  return enterprise === '' ? [] : names.filter((name) => name !== '');
}

/**
 * The owners that a row lists against what it says of the applicant (E-09). Their order stands on the certificate: a rank
 * that is not written follows from it, and one that is written is no better than it.
 */
export function checkOwners(gather: Gather, enterprise: string): void {
  const own = namesOf(gather, enterprise);
  for (const { asked, rows } of own.length === 0 ? [] : gather.tables)
    for (const row of rows) {
      const cell = row.cells.get(owners);
      // 同上 names the owners of the row above.
      const isListed = cell !== undefined && noEntry(cell.text) !== 'none' && !isPlaceholder(cell.text);
      if (!isListed || row.fields.get(owned) !== true) continue;
      const about = { table: asked.title, row: row.number };
      const more = { cite: gather.reason('E-09') };
      const tell = (column: string): ReturnType<typeof reporter> => teller(asked, row, gather, column);
      const at = placeAmong(cell.text, own);
      const [said, node] = [row.fields.get(rank), row.cells.get(rank)?.node];
      if (at === -1) {
        tell(owners)('owners-without-applicant', { ...about, enterprise }, cell.node.range, more);
        // What the certificate contradicts is no answer.
        row.fields.delete(owned);
      }
      if (at === undefined || at === -1 || !asked.columns.some(({ fact }) => fact.id === rank)) continue;
      const place = new Decimal(at + 1);
      const differs =
        said instanceof Decimal &&
        !said.eq(place) &&
        !isOdd(asked.columns.find(({ fact }) => fact.id === rank)?.fact, said);
      if (differs && node !== undefined)
        tell(rank)('owner-rank-differs', { ...about, rank: said.toFixed(), expected: at + 1 }, node.range, more);
      if (said === undefined || (differs && said.lt(place))) row.fields.set(rank, place);
    }
}

/** How high an authority or an association stands. */
const [county, city, province, state] = [0, 1, 2, 3] as const;

/** The levels by which the vocabulary names them. */
const heights: ReadonlyMap<string, number> = new Map([
  ...(['县级', '市级以下'] as const).map((name) => [name, county] as const),
  ['市级', city],
  ['省级', province],
  ['国家级', state],
  ['国际', state + 1],
]);

type Stands = { readonly least: number; readonly most: number };

const offices = [
  '厅',
  '局',
  '委',
  '委员会',
  '科委',
  '发改委',
  '办公室',
  '政府',
  '协会',
  '学会',
  '商会',
  '联合会',
  '促进会',
];
const ministries = ['科技部', '科学技术部', '工业和信息化部', '工信部', '教育部', '农业农村部', '商务部'];
/** Zones report to one level or another, and a name with two offices says of neither which it is. */
const unsure = ['园区', '新区', '开发区', '经开区', '高新区', '示范区', '保税区', '、', ',', ';', '/', '和', '与'];
const ofState = ['国家', '中国', '中华', '全国', '国务院'];
const municipalities = ['北京', '上海', '天津', '重庆'];
/** Cities that stand in the plan beside the provinces. */
const planned = ['深圳', '大连', '青岛', '宁波', '厦门'];

/** What stands before and after a sign that may end the name of a place of so many characters; `but`: no such sign. */
function parted(text: string, sign: string, [least, most]: readonly [number, number], but: readonly string[] = []) {
  const at = text.indexOf(sign);
  const rest = text.slice(at + sign.length);
  const isPlace = at >= least && at <= most && !but.some((one) => rest.startsWith(one));
  return isPlace ? { name: text.slice(0, at), rest } : undefined;
}

/** Between which levels somebody of this name stands, by the place that it begins with; nothing where that is not sure. */
function standingOf(written: string, { lists }: Gather): Stands | undefined {
  const text = written
    .normalize('NFKC')
    .replaceAll(' ', '')
    .replaceAll('和信息化', '')
    .replaceAll('发展和改革', '发展改革');
  const at = (least: number, most = least): Stands => ({ least, most });
  // What a ministry or a national association recognises is 国家级 or 省部级.
  if (ministries.includes(written)) return at(province, state);
  if (unsure.some((sign) => text.includes(sign)) || !offices.some((end) => text.endsWith(end))) return undefined;
  if (ofState.some((begin) => text.startsWith(begin)))
    return ['省', '市', '区', '县', '州'].some((sign) => text.includes(sign)) ? undefined : at(province, state);
  const inProvince = parted(text, '自治区', [2, 5]) ?? parted(text, '省', [0, 3]);
  const inCity = parted(inProvince?.rest ?? text, '市', [0, 5], ['场', '政']);
  const rest = inCity?.rest ?? inProvince?.rest ?? text;
  const inCounty = parted(rest, '县', [1, 4]) ?? parted(rest, '区', [2, 5], ['块', '域']);
  if (inCity !== undefined && municipalities.includes(inCity.name))
    return inCounty === undefined ? at(province) : at(county, city);
  if (inCounty !== undefined) return at(county);
  if (inCity !== undefined && planned.includes(inCity.name)) return at(city, province);
  // Of a name that ends in 市, only the list says whether it is a city of its own or a county.
  const cities = (lists.get('regions')?.options ?? []).flatMap(({ options = [] }) => options);
  const isCity = cities.some(({ name }) => name === `${inCity?.name}市`);
  if (inCity !== undefined) return at(isCity ? city : county, city);
  return inProvince === undefined ? undefined : at(province);
}

const levelOf = (text: string): number | undefined => heights.get(text);

/** What is recognised under the name of a place, where nobody else is said to have recognised it: 南京市工程技术研究中心. */
function namedAfter(written: string, { lists }: Gather): Stands | undefined {
  const name = listed(written);
  const isBody = /(?:中心|实验室|工作站)$/u.test(name) && !/公司|集团|厂|大学|学院|研究院|研究所|国家/u.test(name);
  if (!isBody || planned.some((one) => name.startsWith(one))) return undefined;
  const provinces = lists.get('regions')?.options ?? [];
  const begins = (one: { readonly name: string }): boolean => name.startsWith(one.name);
  if (provinces.some(begins)) return { least: county, most: province };
  const cities = provinces.flatMap(({ options = [] }) => options);
  return cities.some((one) => begins(one) || one.options?.some(begins)) ? { least: county, most: city } : undefined;
}

/** Whoever recognises a body stands as high as what he recognises it for; one that stands lower makes it no higher. */
export function checkRecognised(gather: Gather): void {
  for (const { asked, rows } of gather.tables)
    for (const row of rows) {
      const [said, node] = [row.fields.get('level'), row.cells.get('level')?.node];
      const isBy = row.fields.has('recognised_by');
      const id = isBy ? 'recognised_by' : 'name';
      const stated = row.fields.get(id);
      if (typeof stated !== 'string' || typeof said !== 'string' || node === undefined) continue;
      const [level, stands] = [levelOf(said), isBy ? standingOf(stated, gather) : namedAfter(stated, gather)];
      if (level === undefined || stands === undefined) continue;
      if (level <= stands.most && (!isBy || level >= stands.least)) continue;
      const args = { field: headOf(asked, 'level'), written: said, other: headOf(asked, id), stated };
      teller(asked, row, gather, 'level')('answers-differ', args, node.range, { cite: gather.reason('E-01') });
      if (level <= stands.most) continue;
      const options = asked.columns.find(({ fact }) => fact.id === 'level')?.options ?? [];
      const lower = options.find((option) => levelOf(option) === stands.most);
      if (lower === undefined) row.fields.delete('level');
      else row.fields.set('level', lower);
    }
}

/** How the vocabulary names who has given a paper, what he is to the applicant, and what the paper says. */
const [issuer, issuerKind, issuerLevel, position] = ['issuer', 'issuer_kind', 'issuer_level', 'position'] as const;
const [byItself, provincialKind] = ['企业自证', '省级以上行业协会'] as const;

/**
 * What a record says of who has given its paper. One that the applicant has given to itself is none of a third party, and
 * one of a county none of a province (E-01): what is contradicted is no answer.
 */
export function checkIssuers(gather: Gather, vocabulary: Vocabulary, enterprise: string): void {
  const own = namesOf(gather, enterprise);
  const cite = { cite: gather.reason('E-01') };
  for (const [id, value] of gather.facts) {
    if (typeof value !== 'object' || !('kind' in value) || value.kind !== 'record') continue;
    const head = (column: string): string => vocabulary.get(id)?.fields.get(column)?.meaning ?? column;
    const text = (column: string): string => {
      const said = value.fields.get(column) ?? '';
      return said instanceof Decimal ? said.toFixed() : typeof said === 'string' ? said : '';
    };
    const placed = (column: string) => gather.places.get(`${gather.places.get(id)?.path}.${column}`);
    const differ = (column: string, other: string): void => {
      const at = placed(column);
      const args = { field: head(column), written: text(column), other: head(other), stated: text(other) };
      if (at !== undefined) gather.findings.push(report('answers-differ', args, at, cite));
    };
    const without = (...columns: readonly string[]): void => {
      gather.facts.set(id, {
        ...value,
        fields: new Map([...value.fields].filter(([name]) => !columns.includes(name))),
      });
    };
    const place = value.fields.get(rank);
    const isTold = !(place instanceof Decimal) || isOdd(vocabulary.get(id)?.fields.get(rank), place);
    if (!isTold && isOtherRank(text(position), place.toNumber())) differ(position, rank);
    const [name, kind, at] = [text(issuer), text(issuerKind), placed(issuer)];
    const [level, stands] = [levelOf(text(issuerLevel)), standingOf(name, gather)];
    const isProvincial = kind === provincialKind;
    if (own.includes(listed(name)) && kind !== '' && kind !== byItself && at !== undefined) {
      const args = { field: head(issuer), written: name, other: head(issuerKind), stated: kind, right: byItself };
      gather.findings.push(report('issuer-is-applicant', args, at, cite));
      without(issuerKind, issuer);
    } else if (isProvincial && level !== undefined && level < province) {
      differ(issuerLevel, issuerKind);
      without(issuerKind, issuerLevel);
    } else if (level !== undefined && stands !== undefined && (level < stands.least || level > stands.most)) {
      differ(issuerLevel, issuer);
      without(issuerLevel, ...(isProvincial && stands.most < province ? [issuerKind] : []));
    } else if (isProvincial && stands !== undefined && stands.most < province) {
      differ(issuerKind, issuer);
      without(issuerKind);
    }
  }
}

/** What may stand before a rank without naming a market of its own: 国内市场占有率排名第三 is of the home market. */
const aroundRank = [
  '国内',
  '全国',
  '我国',
  '中国',
  '国产',
  '同行业',
  '行业',
  '细分',
  '市场',
  '领域',
  '占有率',
  '排名',
  '排',
  '位列',
  '位居',
  '居',
  '列',
  '为',
];
const digits = '零一二三四五六七八九';

/** A number up to 99, in figures or in words. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['零', text];
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}

/** Whether a text names a place at home, 第一名 or 前三, and each that it names is another than the rank. */
function isOtherRank(text: string, said: number): boolean {
  const named = text
    .normalize('NFKC')
    .split(/[,，、;；。\s]/u)
    .flatMap((part) => {
      let rest = part;
      for (let word = aroundRank.find((one) => rest.startsWith(one)); word !== undefined; ) {
        rest = rest.slice(word.length);
        word = aroundRank.find((one) => rest.startsWith(one));
      }
      const [, way, number] = /^([第前])([\d一二三四五六七八九十]{1,3})[名位强]?$/u.exec(rest) ?? [];
      return way === undefined || number === undefined ? [] : [{ isUpTo: way === '前', place: numberOf(number) }];
    });
  return named.length > 0 && !named.some(({ isUpTo, place }) => (isUpTo ? said <= place : said === place));
}
