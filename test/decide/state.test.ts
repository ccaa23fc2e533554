// The states of a dossier and the stamps of bundles: what each finding, decision and waiver makes of them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CriterionResult } from '../../src/decide/criteria/result.ts';
import { isAsBad, isHonest, isSettled, openCodes, stampOf, stamps, stateOf, states } from '../../src/decide/state.ts';
import { type Code, codes } from '../../src/findings/areas/index.ts';
import type { Finding, Severity, Standing } from '../../src/findings/finding.ts';
import { cite, criterion } from '../support/assessment.ts';

type Found = Pick<Finding, 'code' | 'severity' | 'waived' | 'cite'>;

const waived = { reason: '已核', by: '林晓雯', until: '2026-12-31' };
const found = (code: string, severity: Severity, more: Partial<Found> = {}): Found => ({
  code,
  severity,
  cite: [],
  ...more,
});
const state = (findings: readonly Found[], criteria: readonly CriterionResult[] = []) =>
  stateOf({ findings, criteria });
const from = (standing: Standing) => [cite({ standing })];

it('an unwaived error is 有错误, whatever else there is', () => {
  expect(state([found('uscc-check', 'error'), found('slot-empty-doubtful', 'warning')])).toBe('errors');
  expect(state([found('uscc-check', 'error', { waived })])).toBe('ready');
});

it('what is not there is 未齐, also where it only warns', () => {
  expect(state([found('slot-empty-doubtful', 'warning')])).toBe('incomplete');
  expect(state([found('field-missing', 'warning')])).toBe('incomplete');
  expect(state([found('identity-missing', 'warning')])).toBe('incomplete');
  expect(state([found('identity-missing', 'warning', { waived })])).toBe('ready');
});

it('a file that is said to be another than what is asked for is 有错误, or 待核实 where restatements ask for it', () => {
  for (const code of ['slot-kind-wrong', 'slot-years-missing', 'slot-month-missing']) {
    const told = (severity: Severity, standing: Standing, more: Partial<Found> = {}) =>
      state([found(code, severity, { cite: from(standing), ...more })]);
    expect(told('error', 'seed'), code).toBe('errors');
    expect(told('warning', 'secondary'), code).toBe('unsettled');
    expect(told('warning', 'secondary', { waived }), code).toBe('ready');
    // A recommendation, and what only we propose, warn as they do of conditions.
    expect(told('warning', 'seed'), code).toBe('submittable');
    expect(told('warning', 'proposal'), code).toBe('submittable');
    const open = openCodes({ findings: [found(code, 'warning', { cite: from('secondary') })], criteria: [] });
    expect(open).toEqual([code]);
  }
});

it('each code that says of something that it is not there, or that no verdict holds, keeps a bundle from being formal', () => {
  const marked = Object.keys(codes).filter((code) => codes[code as Code].means !== undefined);
  expect(marked).toEqual(expect.arrayContaining(['field-missing', 'slot-empty', 'enterprise-missing']));
  for (const code of marked) expect(isSettled(state([found(code, codes[code as Code].severity)])), code).toBe(false);
});

const undecided = { decision: { is: 'undecided', needs: ['revenue'] } } as const;
const notMet = { decision: { is: 'not met' } } as const;

it.each<[string, Partial<CriterionResult>, ReturnType<typeof state>]>([
  ['met', {}, 'ready'],
  ['undecided', undecided, 'unsettled'],
  ['undecided, and only warns', { ...undecided, severity: 'warning', binding: false }, 'unsettled'],
  [
    'undecided, our own proposal',
    { ...undecided, severity: 'warning', binding: false, cite: from('proposal') },
    'submittable',
  ],
  ['undecided, a note', { ...undecided, severity: 'note', binding: false }, 'submittable'],
  ['undecided, accepted', { ...undecided, waived }, 'ready'],
  ['not met, known from restatements', { ...notMet, severity: 'warning', cite: from('secondary') }, 'unsettled'],
  ['not met, known from restatements, accepted', { ...notMet, severity: 'warning', waived }, 'ready'],
  ['not met, a recommendation', { ...notMet, severity: 'warning', binding: false }, 'submittable'],
  ['unknown', { decision: { is: 'unknown' } }, 'ready'],
  ['advice', { decision: { is: 'advice' } }, 'ready'],
])('a criterion that is %s', (_, more, expected) => {
  const one = criterion('one', more);
  const told = one.decision.is === 'not met' ? [found('one', 'warning', one.waived ? { waived } : {})] : [];
  expect(state(told, [one])).toBe(expected);
});

it('a clause whose readings differ, or one of which is undecided, is open', () => {
  const reading = (label: string, is: 'met' | 'not met' | 'undecided') =>
    ({ label, decision: is === 'undecided' ? { is, needs: ['x'] } : { is } }) as const;
  const under = (...is: ('met' | 'not met' | 'undecided')[]) =>
    state([], [criterion('one', { severity: 'warning', readings: is.map((one, index) => reading(`${index}`, one)) })]);
  expect(under('met', 'met')).toBe('ready');
  expect(under('met', 'not met')).toBe('unsettled');
  expect(under('met', 'undecided')).toBe('unsettled');
});

it('says what keeps a bundle from being formal, each code once', () => {
  const judged = {
    findings: [found('field-missing', 'error'), found('field-missing', 'error'), found('slot-several', 'note')],
    criteria: [criterion('rank', undecided), criterion('other')],
  };
  expect(openCodes(judged)).toEqual(['field-missing', 'rank']);
});

it('a stamp never promises more than the state holds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.boolean(), fc.boolean(), (of, draft, unsettled) => {
      const stamp = stampOf(of, { draft, unsettled });
      if (stamp !== undefined) expect(isHonest(stamp, of)).toBe(true);
      if (stamp === 'final') expect(isSettled(of)).toBe(true);
      expect(stamp === undefined).toBe(!draft && !(isSettled(of) || (unsettled && of === 'unsettled')));
    }),
  );
  expect(stamps.filter((stamp) => isHonest(stamp, 'incomplete'))).toEqual(['draft']);
  expect(stampOf('ready', { draft: true, unsettled: false })).toBe('draft');
  expect(stampOf('ready', { draft: true, unsettled: true })).toBe('final');
});

it('states are compared from worst to best', () => {
  expect(isAsBad('errors', 'incomplete')).toBe(true);
  expect(isAsBad('unsettled', 'incomplete')).toBe(false);
  expect(isAsBad('submittable', 'submittable')).toBe(true);
});
