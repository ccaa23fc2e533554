// The rules `follow_up` and `agrees`: answers that ask for another, forbid it, or say what titles do not.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { givenFacts } from '../../../src/category/test.ts';
import { agrees } from '../../../src/decide/criteria/rules/agrees.ts';
import { followUp } from '../../../src/decide/criteria/rules/follow-up.ts';

const category = await (await openCatalog()).open('national/2023/little-giant');

function decided(rule: typeof followUp, written: object, given: Record<string, unknown>) {
  const opened = rule.open(written, category.scope);
  if (opened === undefined || 'problem' in opened) throw new Error('the rule of the test does not open');
  const { facts, wrong } = givenFacts(given, category.vocabulary);
  expect(wrong).toEqual([]);
  return opened.decide({ facts, metrics: new Map(), asOf: '2023-03-28' });
}

const listed = { fact: 'listing_status', answers: ['已上市'], asks: ['stock_code'] };

describe('follow_up', () => {
  const of = (given: Record<string, unknown>, more: object = {}) =>
    decided(followUp, { follow_up: { ...listed, ...more } }, given);

  it.each([
    [{ listing_status: '已上市', stock_code: '688001' }, 'met', '上市情况：已上市', undefined],
    [
      { listing_status: '已上市' },
      'not met',
      '上市情况：已上市；未填股票代码',
      '上市情况: 已上市; not filled in: 股票代码',
    ],
    [
      { listing_status: '已上市', stock_code: '' },
      'not met',
      '上市情况：已上市；未填股票代码',
      '上市情况: 已上市; not filled in: 股票代码',
    ],
    [{ listing_status: '无计划' }, 'met', '上市情况：无计划', undefined],
    [
      { listing_status: '无计划', stock_code: '688001' },
      'not met',
      '上市情况：无计划；却填了股票代码',
      '上市情况: 无计划; filled in all the same: 股票代码',
    ],
  ])('%j', (given, is, shown, shownEn) => {
    expect(of(given)).toEqual({ is, shown, shownEn });
  });

  it('is undecided while the first answer is open', () => {
    expect(of({ stock_code: '688001' })).toEqual({ is: 'undecided', needs: ['listing_status'] });
  });

  it('may leave the other answer open, or let it stand', () => {
    expect(of({ listing_status: '已上市' }, { optional: true })).toMatchObject({ is: 'met' });
    expect(of({ listing_status: '无计划', stock_code: '1' }, { also_without: true })).toMatchObject({ is: 'met' });
  });

  it.each([
    [{ ...listed, fact: 'revenue' }, ['fact'], 'revenue'],
    [{ ...listed, answers: ['上市'] }, ['answers', 0], '上市'],
    [{ ...listed, asks: ['stock_codes'] }, ['asks', 0], 'stock_codes'],
  ])('refuses %j', (written, inside, found) => {
    const opened = followUp.open({ follow_up: written }, category.scope);
    expect(opened).toMatchObject({ key: 'follow_up', inside, problem: { kind: 'unknown-name', found } });
  });
});

describe('agrees', () => {
  const held = { kinds: ['专精特新中小企业'], levels: ['省级'], in_force: true };
  const of = (given: Record<string, unknown>) =>
    decided(agrees, { agrees: { fact: 'provincial_title_held', has_title: held } }, given);
  const title = { kind: '专精特新中小企业', level: '省级', valid_until: '2025-01-01' };

  it.each([
    [
      '是',
      [title],
      'met',
      '申报单位声明：是；专精特新中小企业，省级，有效期至 2025-01-01',
      'the applicant declares: 是; 专精特新中小企业, 省级, valid until 2025-01-01',
    ],
    [
      '否',
      [title],
      'not met',
      '申报单位声明：否；专精特新中小企业，省级，有效期至 2025-01-01',
      'the applicant declares: 否; 专精特新中小企业, 省级, valid until 2025-01-01',
    ],
    ['是', [], 'not met', '申报单位声明：是；无称号', 'the applicant declares: 是; no title'],
    ['否', [], 'met', '申报单位声明：否；无称号', 'the applicant declares: 否; no title'],
    [
      '是',
      [{ ...title, valid_until: '2023-03-27' }],
      'not met',
      '申报单位声明：是；所持：专精特新中小企业，省级，有效期至 2023-03-27',
      'the applicant declares: 是; held: 专精特新中小企业, 省级, valid until 2023-03-27',
    ],
  ])('%s beside %j', (answer, titles, is, shown, shownEn) => {
    expect(of({ provincial_title_held: answer, titles })).toEqual({ is, shown, shownEn });
  });

  it('is undecided while either is open', () => {
    expect(of({ titles: [] })).toEqual({ is: 'undecided', needs: ['provincial_title_held'] });
    expect(of({ provincial_title_held: '是' })).toEqual({ is: 'undecided', needs: ['titles'] });
  });

  it.each([
    [{ fact: 'overview', has_title: held }, ['fact'], 'overview'],
    [{ fact: 'provincial_title_held', has_title: { kinds: ['专精特新'] } }, ['has_title', 'kinds', 0], '专精特新'],
  ])('refuses %j', (written, inside, found) => {
    const opened = agrees.open({ agrees: written }, category.scope);
    expect(opened).toMatchObject({ key: 'agrees', inside, problem: { kind: 'unknown-name', found } });
  });
});
