// One value of a dossier that is ready, written otherwise: an editor marks the line exactly when `validate` speaks of it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { dossierSchema } from '../../src/dossier/json-schema.ts';
import { schemaWords } from '../../src/words/schema.ts';
import { Editor } from './editor.ts';

const root = resolve(import.meta.dirname, '../../examples');
const shown = 'jiangsu-2021-product/ready';
const folder = join(root, shown);
const ready = readFileSync(join(folder, 'dossier.yaml'), 'utf8');
const catalog = await openCatalog();

const home = mkdtempSync(join(tmpdir(), 'zjtx-verdicts-'));
let editor: Editor;
beforeAll(async () => {
  const schema = join(home, 'dossier.schema.json');
  writeFileSync(schema, JSON.stringify(dossierSchema(await catalog.open('jiangsu/2021/product'), schemaWords)));
  editor = await Editor.open({ [schema]: 'verdict-*.yaml' });
});
afterAll(() => {
  editor.close();
  rmSync(home, { recursive: true });
});

/** The text as it stands, what is written instead, and the code that `validate` then gives on its line; `right` for none. */
const cases: readonly (readonly [string, string, string])[] = [
  ['level: 省级', 'level: 市县', 'right'],
  ['level: 省级', 'level: 市级', 'choice-unknown'],
  ['level: 省级', 'level: [省级]', 'value-shape'],
  ['    region: [江苏省, 南京市, 江宁区]', '    region: [江苏省, 南京市, 高淳区]', 'right'],
  ['    region: [江苏省, 南京市, 江宁区]', '    region: 江苏省南京市江宁区', 'right'],
  ['    region: [江苏省, 南京市, 江宁区]', '    region: [江苏, 南京, 江宁]', 'right'],
  ['industry: "3453"', 'industry: 3453 齿轮制造', 'right'],
  ['uscc: "91320115MADEM0011B"', 'uscc: 91320115madem0011b', 'right'],
  ['mobile: "13900000018"', 'mobile: 139 0000 0018', 'right'],
  ['listed: 否', 'listed: ×', 'right'],
  ['    region: [江苏省, 南京市, 江宁区]', '    region: [江苏省, 苏州市, 江宁区]', 'region-unknown'],
  ['postcode: "211100"', 'postcode: "２１１１００"', 'right'],
  ['postcode: "211100"', 'postcode: 211100', 'identifier-unquoted'],
  ['postcode: "211100"', 'postcode: "21110"', 'postcode-shape'],
  ['mobile: "13900000018"', 'mobile: "+86 139-0000-0018"', 'right'],
  ['mobile: "13900000018"', 'mobile: "1390000001"', 'mobile-shape'],
  ['mobile: "13900000018"', 'handy: "13900000018"', 'field-unknown'],
  ['founded: 2016-03-18', 'founded: "2016-03-18"', 'right'],
  ['founded: 2016-03-18', 'founded: 2016-3-18', 'right'],
  ['founded: 2016-03-18', 'founded: 2016年3月18日', 'right'],
  ['founded: 2016-03-18', 'founded: 2016年3月', 'date-unreadable'],
  ['uscc: "91320115MADEM0011B"', '统一社会信用代码: "91320115MADEM0011B"', 'right'],
  ['uscc: "91320115MADEM0011B"', 'uscc: "91320115MADEM0011"', 'uscc-length'],
  ['uscc: "91320115MADEM0011B"', 'uscc: "91320115MADEM0011O"', 'uscc-character'],
  ['industry: "3453"', 'industry: 3453', 'identifier-unquoted'],
  ['industry: "3453"', 'industry: "9999"', 'industry-unknown'],
  ['chains: [工业机器人, 高档数控机床]', 'chains: 工业机器人', 'right'],
  ['chains: [工业机器人, 高档数控机床]', 'chains: [机器人]', 'choice-unknown'],
  ['listed: 否', 'listed: false', 'right'],
  ['listed: 否', 'listed: 未上市', 'choice-unknown'],
  ['assets_total: 9800.00', '上年末资产总额（万元）: "9800.00"', 'right'],
  ['assets_total: 9800.00', 'assets_total: {2020: 9800.00}', 'right'],
  ['assets_total: 9800.00', 'assets_total: 9,800.00', 'right'],
  ['assets_total: 9800.00', 'assets_total: 98,00.00', 'figure-separated'],
  ['assets_total: 9800.00', 'assets_total: 9800万元', 'right'],
  ['assets_total: 9800.00', 'assets_total: 9800台', 'figure-with-sign'],
  ['assets_total: 9800.00', 'assets_total: {去年: 9800.00}', 'year-unknown'],
  ['employees: 136', 'employees: 136.5', 'figure-whole'],
  ['employees: 136', 'employees: -136', 'figure-negative'],
  ['rd_staff_ratio: 30.15', 'rd_staff_ratio: 30.15%', 'right'],
  ['rd_staff_ratio: 30.15', 'rd_staff_ratio: 30.15人', 'figure-with-sign'],
  ['      - name: 低回程间隙行星减速器', '      - 名字: 低回程间隙行星减速器', 'field-unknown'],
  ['        type: 实用新型专利', '        type: 外观设计专利', 'choice-unknown'],
  ['number: ZL201929900027.1', 'number: 证书第12号', 'patent-unreadable'],
  ['  supply_chain: 是', '  supply_chains: 是', 'fact-unknown'],
  ['  software_copyrights: 0', '  assets_total: 0', 'fact-in-form'],
  ['  tax_certificate: ', '  完税证明: ', 'right'],
  ['  tax_certificate: ', '  纳税证明: ', 'slot-unknown'],
  ['      covers: 2018', '      cover: 2018', 'key-unknown'],
];

describe('an editor and validate agree', () => {
  it.each(cases.map((one, index) => [...one, index] as const))('%s → %s: %s', async (was, written, verdict, index) => {
    expect(ready.split(was).length).toBeGreaterThan(1);
    const before = ready.indexOf(was);
    const text = ready.replace(was, written);
    const line = ready.slice(0, before).split('\n').length;
    const dossier = { folder, shown, file: 'dossier.yaml', bytes: Buffer.from(text), root };
    const { findings } = await assess(dossier, { catalog, today: '2021-08-16' });
    const told = findings.filter(({ at, severity }) => at.line === line && severity !== 'note').map(({ code }) => code);
    const marks = await editor.marks(`verdict-${index}.yaml`, text);
    const lines = marks.map((mark) => mark.line);
    if (verdict === 'right') expect({ told, lines }).toEqual({ told: [], lines: [] });
    else {
      // What is not read is also missing, which an editor leaves to `validate`.
      expect(told).toContain(verdict);
      expect(lines).toEqual([line]);
    }
  });
});
