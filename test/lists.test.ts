// Holds the vocabularies of schemas/lists to the counts, codes and order of their standards.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { report } from '../src/findings/report.ts';
import { wordsOf } from '../src/words/of-finding.ts';

type Option = {
  name: string;
  code?: string;
  standing?: string;
  levels?: string[];
  postcodes?: string[];
  options?: Option[];
};
type List = { title: string; source: { title: string; standing: string }; levels?: string[]; options: Option[] };
type Zone = { name: string; city: string; code?: string };
type Class = { name: string; employees?: number[]; revenue?: number[]; assets_total?: number[] };
type SizeClasses = { sizes: string[]; classes: Class[]; mapping: { class: string | null; codes: string[] }[] };

const folder = new URL('../schemas/lists/', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const list = (name: string): List => parse(text(`${name}.yaml`));
const below = (option: Option): Option[] => option.options ?? [];
const names = (options: readonly Option[]) => options.map(({ name }) => name);
const every = (options: readonly Option[]): Option[] => options.flatMap((option) => [option, ...every(below(option))]);
const named = (options: readonly Option[], name: string): Option => {
  const found = options.find((option) => option.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const standings = ['seed', 'official', 'standard', 'copy', 'secondary', 'proposal'];
const regions = list('regions').options;
const sections = list('industries').options;
const divisions = sections.flatMap(below);

test.each(readdirSync(folder))('%s opens with a sentence and says where it comes from', (file) => {
  const source = text(file);
  expect(source.split('\n')[0]).toMatch(/^# .+\.$/);
  const { title, source: from, options } = parse(source) as List;
  expect(title).not.toBe('');
  expect(from.title).not.toBe('');
  const found = [from.standing, ...every(options ?? []).flatMap(({ standing }) => standing ?? [])];
  expect(found.filter((standing) => !standings.includes(standing))).toEqual([]);
});

test.each(['regions', 'industries', 'chains', 'clusters', 'titles', 'area-codes'])(
  '%s names nothing twice at one place',
  (name) => {
    const repeated = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
    const { options } = list(name);
    for (const siblings of [options, ...every(options).map(below)]) expect(repeated(names(siblings))).toEqual([]);
    expect(repeated(every(options).flatMap(({ code }) => code ?? []))).toEqual([]);
  },
);

test('Jiangsu has 13 cities and 95 counties', () => {
  const cities = below(named(regions, '江苏省'));
  const counties = cities.flatMap(below);
  expect(cities).toHaveLength(13);
  expect(cities.map((city) => below(city).length)).toEqual([11, 7, 10, 6, 9, 7, 6, 7, 9, 6, 6, 6, 5]);
  expect(['区', '市', '县'].map((end) => counties.filter(({ name }) => name.endsWith(end)).length)).toEqual([
    55, 21, 19,
  ]);
  expect(counties).toHaveLength(95);
});

test('a region code begins with that of the region above', () => {
  for (const province of regions) {
    expect(province.code).toMatch(/^\d{2}0000$/);
    for (const city of below(province)) {
      expect(city.code).toMatch(new RegExp(`^${province.code?.slice(0, 2)}\\d{2}00$`));
      for (const county of below(city)) expect(county.code).toMatch(new RegExp(`^${city.code?.slice(0, 4)}\\d{2}$`));
    }
  }
});

test('two cities have a 鼓楼区, and 深圳市 its nine districts', () => {
  const holders = regions.flatMap(below).filter((city) => names(below(city)).includes('鼓楼区'));
  expect(names(holders)).toEqual(['南京市', '徐州市']);
  const shenzhen = named(below(named(regions, '广东省')), '深圳市');
  expect(below(shenzhen).map(({ code }) => code)).toEqual(
    ['03', '04', '05', '06', '07', '08', '09', '10', '11'].map((end) => `4403${end}`),
  );
});

test('a functional zone lies in a listed city and is no county', () => {
  const { zones } = parse(text('regions.yaml')) as { zones: Zone[] };
  const cities = regions.flatMap(below);
  expect(names(zones)).toContain('苏州工业园区');
  for (const zone of zones) {
    const city = named(cities, zone.city);
    expect(names(below(city))).not.toContain(zone.name);
    if (zone.code !== undefined) expect(zone.code.slice(0, 4)).toBe(city.code?.slice(0, 4));
  }
});

test('GB/T 4754 has 20 sections and the divisions 01 to 97', () => {
  expect(sections.map(({ code }) => code).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
  expect(divisions.map(({ code }) => code)).toEqual(
    Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0')),
  );
  expect(sections.map((section) => below(section).length)).toEqual([
    5, 7, 31, 3, 4, 2, 8, 2, 3, 4, 1, 2, 3, 4, 3, 1, 2, 5, 6, 1,
  ]);
  expect(below(named(sections, '制造业')).some(({ standing }) => standing !== undefined)).toBe(false);
  expect(named(divisions, '酒、饮料和精制茶制造业').code).toBe('15');
  expect(named(divisions, '土地管理业').code).toBe('79');
});

test('the 50 chains are those of the clusters, in order, and five that no cluster names', () => {
  const chains = names(list('chains').options);
  const clusters = list('clusters').options;
  expect(chains).toHaveLength(50);
  expect(clusters).toHaveLength(13);
  const grouped = clusters.flatMap((cluster) => names(below(cluster)));
  const unnamed = ['大数据', '人工智能', '5G', '酿造 (酒)', '食品机械'];
  expect([...grouped, ...unnamed]).toEqual(chains);
  expect(chains.slice(0, 2)).toEqual(['特高压设备', '晶硅光伏']);
  expect(
    clusters.filter(({ standing }) => standing === 'seed').map((cluster) => [cluster.name, names(below(cluster))]),
  ).toEqual([['核心软件', ['信息技术应用创新', '工业软件']]]);
});

test('a title that is none is told with all of them, since no form prints them', () => {
  const options = names(list('titles').options);
  const of = { field: '所持称号 称号', written: '制造类小巨人', options };
  const finding = report('choice-unknown', of, {
    file: 'dossier.yaml',
    path: '',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  });
  expect(wordsOf(finding, 'zh').hint).toBe(`可选：${options.join('、')}`);
});

test('the titles hold those of the manual, and no level but the known ones', () => {
  const titles = list('titles').options;
  expect(names(titles)).toEqual(
    expect.arrayContaining(['专精特新产品', '小巨人企业(制造类)', '小巨人企业(创新类)', '科技小巨人企业', '单项冠军']),
  );
  expect(named(titles, '专精特新“小巨人”企业').levels).toEqual(['国家级']);
  for (const { levels } of titles)
    for (const level of levels ?? []) expect(['国家级', '省级', '市级', '市县']).toContain(level);
});

test('every area is a listed city with an area code and postcodes of three digits', () => {
  const areas = list('area-codes').options;
  expect(names(areas)).toEqual(names(regions.flatMap(below)));
  for (const { code, postcodes } of areas) {
    expect(code).toMatch(/^0\d{2,3}$/);
    expect(postcodes?.join()).toMatch(/^\d{3}(,\d{3})*$/);
  }
  expect(named(areas, '苏州市').code).toBe('0512');
});

test('the size classes have falling bounds, and every division a place in the mapping', () => {
  const { sizes, classes, mapping } = parse(text('size-classes.yaml')) as SizeClasses;
  expect(sizes).toEqual(['大型', '中型', '小型', '微型']);
  expect(classes).toHaveLength(16);
  for (const { employees, revenue, assets_total } of classes) {
    const bounds = [employees, revenue, assets_total].flatMap((triple) => (triple === undefined ? [] : [triple]));
    expect(bounds.length).toBeGreaterThan(0);
    for (const triple of bounds) {
      expect(triple).toHaveLength(3);
      expect([...triple].sort((a, b) => b - a)).toEqual(triple);
    }
  }
  const mapped = new Set(mapping.flatMap((row) => row.class ?? []));
  expect([...mapped].sort()).toEqual(classes.map(({ name }) => name).sort());
  const codes = mapping.flatMap((row) => row.codes);
  expect(new Set(codes).size).toBe(codes.length);
  expect(divisions.flatMap(({ code }) => (code !== undefined && !codes.includes(code) ? code : []))).toEqual(['70']);
  expect(codes.filter((code) => code.length === 3).sort()).toEqual(['591', '701', '702', '703', '704', '709']);
});
