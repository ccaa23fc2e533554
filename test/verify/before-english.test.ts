// A bundle of before the sentences of definitions had English holds their Chinese in its English sentences: it still verifies.
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { report } from '../../src/findings/report.ts';
import { ofDefinition } from '../../src/findings/sentence.ts';
import { assessmentDocument, findingData } from '../../src/reporters/json.ts';
import { reportedAssessment } from '../../src/reporters/reported.ts';
import { findingFindings } from '../../src/verify/again.ts';
import { type AssessmentRecord, recordFindings, withoutEnglish } from '../../src/verify/compare.ts';
import type { BundleRecord } from '../../src/verify/record.ts';
import { at } from '../support/assessment.ts';

const folder = resolve(import.meta.dirname, '../../examples/jiangsu-2021-product/faulty-conditions');

type Stated = BundleRecord['findings'][number];

async function assessed() {
  const dossier = await readDossier({ folder: join(folder), shown: folder, file: 'dossier.yaml' }, rootFinder());
  return assess(dossier, { catalog: await openCatalog(), today: '2021-08-16' });
}

/** As `assessment.json` has them. */
const findings = async (): Promise<readonly Stated[]> =>
  JSON.parse(JSON.stringify((await assessed()).findings.map(findingData)));

describe('a bundle of before', () => {
  const how = { words: true, dossier: 'dossier.yaml' };
  const inChinese = (one: Stated): Stated =>
    one.hint === undefined || one.hint.en !== ofDefinition(one.hint.zh, 'en')
      ? one
      : { ...one, hint: { ...one.hint, en: one.hint.zh } };

  it('agrees where only the Chinese of a definition stands for its English', async () => {
    const derived = await findings();
    const stated = derived.map(inChinese);
    expect(stated).not.toEqual(derived);
    expect(findingFindings(stated, derived, how)).toEqual([]);
  });

  it('differs where anything else stands there', async () => {
    const derived = await findings();
    const stated = derived.map((one) => {
      const before = inChinese(one);
      return before === one || before.hint === undefined
        ? one
        : { ...before, hint: { ...before.hint, en: 'Nothing to do.' } };
    });
    const found = findingFindings(stated, derived, how).map(({ code }) => code);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(['bundle-finding-invented']));
  });

  // As it was while hints had English, and conditions had not.
  const before = (one: Stated): Stated => {
    const { criterion, message } = withoutEnglish(one);
    if (criterion === undefined) return one;
    const en = message.zh
      .replace(/^不符合：/, 'not met: ')
      .replace('（', ' (')
      .replace(/）$/, ')');
    return { ...withoutEnglish(one), message: { ...message, en } };
  };

  it('agrees where conditions are said in Chinese beside hints in English', async () => {
    const derived = await findings();
    const stated = derived.map(before);
    expect(stated.filter(({ message }, at) => message.en !== derived[at]?.message.en).length).toBeGreaterThan(1);
    expect(findingFindings(stated, derived, how)).toEqual([]);
    const forged = stated.map((one) =>
      one.criterion === undefined
        ? one
        : { ...one, message: { ...one.message, en: one.message.en.replace('not ', '') } },
    );
    expect(findingFindings(forged, derived, how).length).toBeGreaterThan(1);
  });

  it('agrees where a hint was put otherwise then, and nowhere else', () => {
    const now = findingData(report('attestation-unknown', { item: 'x' }, at(3, 5, 9))) as Stated;
    const hinting = (zh: string, en: string): Stated => ({ ...now, hint: { zh, en } });
    const then = ['清单各项的编号见 zjtx categories show。', 'zjtx categories show lists the points.'] as const;
    const place = { ...how, dossier: now.at.file };
    expect(now.hint?.zh).not.toBe(then[0]);
    expect(findingFindings([hinting(...then)], [now], place)).toEqual([]);
    const moved = { field: '邮编', fact: 'postcode', section: '企业基本情况' };
    const movedNow = findingData(report('fact-in-form', moved, at(3, 5, 9))) as Stated;
    const movedThen = {
      zh: '把 postcode 移到“申请表”的 企业基本情况 下。',
      en: 'Move postcode to 企业基本情况 under form.',
    };
    expect(movedNow.hint).not.toEqual(movedThen);
    expect(findingFindings([{ ...movedNow, hint: movedThen }], [movedNow], place)).toEqual([]);
    for (const other of ['', '清单各项见附件。'])
      expect(findingFindings([hinting(other, then[1])], [now], place).map(({ code }) => code)).toEqual([
        'bundle-finding-invented',
      ]);
  });

  it('agrees where a line was to be added', () => {
    const args = { field: '电话', section: '联系人', example: '电话: "025-50000000"', home: 'form.basics.contact' };
    const now = findingData(report('field-missing', args, at(3, 5, 9))) as Stated;
    const example = '，例如  电话: "025-50000000"';
    const hint = { zh: `在 联系人 下加一行${example}`, en: 'Add a line under 联系人, such as  电话: "025-50000000"' };
    const place = { ...how, dossier: now.at.file };
    expect(now.hint).not.toEqual(hint);
    expect(findingFindings([{ ...now, hint }], [now], place)).toEqual([]);
    const other = { ...hint, zh: `在 联系人 下加二行${example}` };
    expect(findingFindings([{ ...now, hint: other }], [now], place)).toHaveLength(1);
  });

  it('has conditions without English, all of them or none', async () => {
    const outcome = await assessed();
    if (outcome.kind !== 'assessed') throw new Error('the example cannot be read');
    const derived = assessmentDocument(reportedAssessment(outcome)) as AssessmentRecord;
    const differs = (stated: AssessmentRecord) =>
      recordFindings(stated, derived, { words: true, apart: ['findings'] }).map(({ code }) => code);
    expect(differs(derived)).toEqual([]);
    expect(JSON.stringify(derived.criteria)).toContain('"shownEn"');
    const bare = withoutEnglish(derived);
    expect(differs(bare)).toEqual([]);
    const change = (from: string, to: string, record: AssessmentRecord): AssessmentRecord => ({
      ...record,
      criteria: JSON.parse(JSON.stringify(record.criteria).replace(from, to)),
    });
    expect(differs(change('"shownEn":"', '"shownEn":"not ', derived))).toHaveLength(1);
    expect(differs(change('"shown":"', '"shown":"不', bare))).toHaveLength(1);
  });
});

it('a bundle of before may name a font with letters that were lost, and nothing else by another name', () => {
  const missing = (font: string): Stated =>
    JSON.parse(
      JSON.stringify(
        findingData(
          report(
            'pdf-font-missing',
            { file: '附件/完税证明.pdf', pages: { count: 1, ranges: [[1, 1]] }, font },
            at(9, 1, 4),
          ),
        ),
      ),
    );
  const how = { words: true, dossier: 'dossier.yaml' };
  const codes = (stated: string, derived: string) =>
    findingFindings([missing(stated)], [missing(derived)], how).map(({ code }) => code);
  expect(codes('\ufffd\ufffd\ufffd\ufffd', '宋体')).toEqual([]);
  expect(codes('黑体', '宋体')).toEqual(['bundle-finding-invented']);
  expect(codes('\ufffd', '')).toEqual(['bundle-finding-invented']);
});
