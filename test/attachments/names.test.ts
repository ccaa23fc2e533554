// What names of files say of years, and how a name becomes one that every system takes.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { coveredBy, datedIn, isSystemFile, nameFault, periodsIn, safeStem } from '../../src/attachments/names.ts';

const years = (name: string) => datedIn(name).years;

describe('years', () => {
  it.each([
    ['2019年度审计报告.pdf', [2019]],
    ['审计报告２０１９.pdf', [2019]],
    ['审计报告 2019 (1).pdf', [2019]],
    ['18审计报告.pdf', []],
    ['18年审计.pdf', [2018]],
    ['18、19、20年度审计报告.pdf', [2018, 2019, 2020]],
    ['2018-2020年审计报告.pdf', [2018, 2019, 2020]],
    ['2018年至2020年审计.pdf', [2018, 2019, 2020]],
    ['2018—20年审计.pdf', [2018, 2019, 2020]],
    ['2018、2020年审计报告.pdf', [2018, 2020]],
    ['二〇一九年度审计报告.pdf', [2019]],
    ['二零二零年完税证明.jpg', [2020]],
    ['FY2019 audit.pdf', [2019]],
    ['审计报告20190312.pdf', []],
    ['审计报告2019.3.12.pdf', []],
    ['2019年3月12日 合同.pdf', []],
    ['IMG_2034.JPG', []],
    ['IMG_20210312_2019.jpg', []],
    ['微信图片_2021.jpg', []],
    ['扫描2021.pdf', []],
    ['ISO9001-2015证书.pdf', []],
    ['GB／T 19001—2016 质量管理体系.pdf', []],
    ['ZL201810123456.7.pdf', []],
    ['近10年荣誉.pdf', []],
    ['成立20年纪念.pdf', []],
    ['年度审计报告.pdf', []],
    ['1234.pdf', []],
  ] as const)('%s: %j', (name, found) => {
    expect(years(name)).toEqual(found);
  });

  it.each([
    ['2020年12月社保.pdf', ['2020-12'], undefined],
    ['社保202012.pdf', ['2020-12'], undefined],
    ['社保2020.12.pdf', ['2020-12'], undefined],
    ['2020-12社保清单.xls', ['2020-12'], undefined],
    ['2020年9月社保.pdf', ['2020-09'], undefined],
    ['12月社保.pdf', [], 12],
    ['社保.pdf', [], undefined],
  ] as const)('%s: months', (name, months, month) => {
    expect([datedIn(name).months, datedIn(name).month]).toEqual([months, month]);
  });

  it.each([
    ['2020年度审计报告.pdf', ['2020']],
    ['2020年12月社保.pdf', ['2020-12']],
    ['2020年12月、2021年1月社保.pdf', ['2020-12', '2021-01']],
    ['2019年度审计报告、2020年12月社保.pdf', ['2020-12', '2019']],
    ['2020年3-5月完税证明.pdf', ['2020-03', '2020-04', '2020-05']],
    ['2020年11月1日至2021年1月31日完税.pdf', ['2020-11', '2020-12', '2021-01']],
    ['完税证明202011-202101.pdf', ['2020-11', '2020-12', '2021-01']],
    ['完税2020.11.01-2021.1.31.pdf', ['2020-11', '2020-12', '2021-01']],
    ['20201101～20201231完税.pdf', ['2020-11', '2020-12']],
    ['2020.1-2020.2纳税证明.pdf', ['2020-01', '2020-02']],
    // The day of a paper, and years from one to another.
    ['2020-01-12完税.pdf', []],
    ['2018-2020审计报告.pdf', ['2018', '2019', '2020']],
  ] as const)('%s: is of %j, and of no year of which it names the month', (name, covers) => {
    expect(coveredBy(name)).toEqual(covers);
  });

  test.each([
    ['2020年1-12月完税证明.pdf', ['2020']],
    ['2019年7月至2020年12月完税.pdf', ['2020', '2019-07', '2019-08', '2019-09', '2019-10', '2019-11', '2019-12']],
    ['2020年6月完税.pdf', ['2020-06']],
  ] as const)('%s: a year of which all months are there is a year', (name, periods) => {
    expect(periodsIn(name)).toEqual(periods);
  });

  test('whatever a name is, years are years, each once, in order', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9年月日度至、.\-_一〇]{0,24}$/u)), (name) => {
        const found = years(name);
        expect([...new Set(found)].sort((a, b) => a - b)).toEqual(found);
        for (const year of found) expect(year).toBeGreaterThanOrEqual(1990);
      }),
      { numRuns: 200 },
    );
  });

  test('a year that is written plainly is found, whatever words stand around it', () => {
    const word = fc.constantFrom('审计报告', '（盖章）', ' ', '扫描件', '-', '_', '公司');
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2040 }), word, word, (year, before, after) => {
        expect(years(`审计${before === '扫描件' ? '' : before}${year}年度${after}.pdf`)).toEqual([year]);
      }),
      { numRuns: 100 },
    );
  });
});

test('a safe name is taken everywhere, and stays what it is', () => {
  expect(safeStem('甲:乙/丙?')).toBe('甲：乙／丙？');
  expect(safeStem('CON')).toBe('_CON');
  expect(safeStem('con.2019')).toBe('_con.2019');
  expect(safeStem(' 名 . ')).toBe('名');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const safe = safeStem(name);
      expect(safe).not.toBe('');
      expect(nameFault(`${safe}.pdf`)).toBeUndefined();
      expect(safeStem(safe)).toBe(safe);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['Thumbs.db', true],
  ['.DS_Store', true],
  ['~$简介.docx', true],
  ['._营业执照.pdf', true],
  ['~WRL0001.tmp', true],
  ['~WRL0001.TMP', true],
  ['简介.tmp', false],
  ['~简介.docx', false],
  ['我的~1.tmp.pdf', false],
] as const)('%s was left by a program: %s', (name, is) => {
  expect(isSystemFile(name)).toBe(is);
});
