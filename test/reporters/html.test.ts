// The HTML report as text: valid, the same each time, readable colours, no text that becomes markup, and not too large.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HtmlValidate, type Report as Judged } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { report as findingOf } from '../../src/findings/report.ts';
import { html } from '../../src/reporters/html.ts';
import { reporters } from '../../src/reporters/index.ts';
import { json } from '../../src/reporters/json.ts';
import { type Reported, reportedOf } from '../../src/reporters/reported.ts';
import {
  assessment,
  at,
  attached,
  category,
  cite,
  criterion,
  notMet,
  slot,
  unreadable,
} from '../support/assessment.ts';
import { ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';
import { batch, hostile, many, one, reportOf } from './html-batch.ts';

const root = resolve(import.meta.dirname, '../..');
const languages = ['zh', 'en'] as const;
const pageOf = async (outcomes: readonly Reported[], language: 'zh' | 'en' = 'zh'): Promise<string> =>
  html.render(reportOf(outcomes, language));

const none = reportedOf(assessment());
const runs: Readonly<Record<string, readonly Reported[]>> = {
  'no finding': [none],
  one: [one],
  'two without a finding': [none, reportedOf(assessment({ folder: '另一份' }))],
  batch,
  'a code found often': [many],
  unreadable: [reportedOf(unreadable('坏', 'a: [', [findingOf('file-empty', { file: 'x' }, at(1, 4, 5))]))],
  'hostile text': hostile,
};

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
});

const complaints = ({ results }: Judged): string[] =>
  results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`));

describe.each(languages)('in %s', (language) => {
  it.each(Object.keys(runs))('is valid HTML: %s', async (name) => {
    const source = await pageOf(runs[name] ?? [], language);
    expect(complaints(await validator.validateString(source))).toEqual([]);
  });
});

it('the judge of HTML sees what is wrong', async () => {
  expect(complaints(await validator.validateString('<!DOCTYPE html><p id=a><div></div>'))).not.toEqual([]);
});

it('is on the list, and the same each time', async () => {
  const [listed] = reporters.filter(({ name }) => name === 'html');
  expect(await listed?.render(reportOf(batch))).toBe(await html.render(reportOf(batch)));
  expect(await pageOf(batch)).toBe(await pageOf(batch));
});

it('names its language and states the digest of the JSON report of the run', async () => {
  expect(await pageOf([one])).toContain('<html lang="zh-CN">');
  expect(await pageOf([one], 'en')).toContain('<html lang="en">');
  const digest = createHash('sha256')
    .update(json.render(reportOf(batch)))
    .digest('hex');
  expect(await pageOf(batch)).toContain(`报告摘要 ${digest.slice(0, 12)}`);
});

it('takes nothing from elsewhere, and allows only its own style and script', async () => {
  const source = await pageOf(batch);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(source)?.[1]?.replaceAll('&#39;', "'");
  const hashOf = (element: string): string => {
    const bodies = [...source.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))];
    expect(bodies).toHaveLength(1);
    return createHash('sha256')
      .update(bodies[0]?.[1] ?? '')
      .digest('base64');
  };
  expect(policy).toBe(
    `default-src 'none'; style-src 'sha256-${hashOf('style')}'; script-src 'sha256-${hashOf('script')}'; base-uri 'none'; form-action 'none'`,
  );
  expect(source).not.toMatch(/https?:|\ssrc=|@import|\sstyle=|\son[a-z]+=|url\((?!#)/);
});

describe('hostile text', () => {
  it('becomes neither an element nor an attribute, a command or a turned order', async () => {
    const [source, plain] = [await pageOf(hostile), await pageOf(hostile.map(harmless))];
    expect(source).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Bidi_Control}|\p{Cs}/u);
    expect(source.match(/<[^>]*>/g)).toHaveLength(plain.match(/<[^>]*>/g)?.length ?? 0);
    expect(source).toContain('&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

/** The same dossier with all its hostile text made plain. */
const harmless = (outcome: Reported): Reported =>
  JSON.parse(JSON.stringify(outcome).replaceAll(/[<>&']|\\"|\\u[0-9a-f]{4}/g, 'x')) as Reported;

describe('what it shows', () => {
  it('shows every message, place, clause with standing and hint of a dossier', async () => {
    const source = await pageOf([one]);
    for (const { at: place, code } of one.findings) {
      expect(source).toContain(
        `示例精密/创新类/dossier.yaml:${place.line}:${place.column}</span> <code>${code}</code>`,
      );
    }
    expect(source).toContain('手册 2.3.2（来源原文）：“如实详细填写”');
    expect(source).toContain('<mark>91320115MADEM00118</mark>');
    expect(source).toContain('<code>手机: &quot;13900000000&quot;</code>');
    expect(source).toContain('原件已盖章（张某，至 2021-08-31）');
    expect(source).toContain('已确认：张某 2021-08-15');
    expect(source).toContain('((8600 ÷ 5200)^(1/3) − 1) × 100 = 18.2583… → 18.26');
    expect(source).toContain('≥ 8%');
    expect(source).toContain('18.25，不一致');
    expect(source).toContain('还缺：全国排名');
    expect(source).toContain('原文未得，不作符合');
    expect(source).toContain('>24.7 MB<');
  });

  it('shows a code found often three times, then its places', async () => {
    const source = await pageOf([many]);
    expect(source.match(/data-l="error"/g)).toHaveLength(4);
    expect(source).toContain('其余 27 处：');
    expect(source).toContain('>5:3 6:3 7:3');
  });

  it('joins an enterprise by its code, and counts a category in the total', async () => {
    const source = await pageOf(batch);
    expect(source).toContain('13 家企业，23 份申报');
    expect(source.match(/<tr data-q=/g)).toHaveLength(13);
    // 常州 before 南京, as a Chinese list is ordered.
    expect([...source.matchAll(/<span class="name">(..)/g)].map(([, city]) => city).join(' ')).toBe(
      '常州 淮安 江苏 南京 南通 苏州 泰州 无锡 徐州 盐城 盐城 扬州 镇江',
    );
    expect(source).toContain('href="#e3-giant-innovation"');
    expect(source).toContain('id="e3-product"');
    expect(source).toMatch(/七日内截止且有错误：常州试样智能装备有限公司、盐城样稿风电部件有限公司。/);
    expect(source).toMatch(/08-20<strong class="small">▲ 剩 4 天/);
  });

  it('names the slots of a dossier that has no file at all', async () => {
    const source = await pageOf([reportedOf(assessment({ slots: [slot('profile', '企业简介(盖章)', [])] }))]);
    expect(source).toContain('企业简介(盖章)</th><td>是</td>');
  });

  it('gives two dossiers of one category anchors of their own, and their paths', async () => {
    const twice = ['甲', '乙'].map((folder) => reportedOf(assessment({ folder })));
    const source = await pageOf(twice);
    expect(source).toContain('id="e1-giant-innovation"');
    expect(source).toContain('id="e1-giant-innovation--2"');
    expect(source).toContain('<span class="path">乙/dossier.yaml</span>');
  });

  it('marks a limit missed, met otherwise, and exactly kept', async () => {
    const metric = (value: string, limit: string) => ({ ...one, metrics: limited(value, limit) }) as Reported;
    expect(await pageOf([metric('2.9999999999999999999999', '3')])).toContain(
      '<p class="verdict"><span class="marked"><svg class="mark error"',
    );
    expect(await pageOf([metric('3', '3.00')])).toContain(
      '<p class="verdict"><span class="marked"><svg class="mark ready"',
    );
    expect(await pageOf([metric('-0.5', '-0.4')])).toContain(
      '<p class="verdict"><span class="marked"><svg class="mark error"',
    );
  });
});

const limited = (value: string, limit: string) => [
  {
    id: 'ratio',
    label: '占比',
    unit: '%',
    decimals: 2,
    outcome: { is: 'value', value, shown: value },
    formula: 'a ÷ b',
    limits: [{ criterion: 'ratio', operator: '>=', limit }],
    cite: [],
  },
];

it('is written to a file and to standard output', async () => {
  const cwd = ready();
  const shown = await zjtx(['validate', '-f', 'html', '--quiet'], { cwd });
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toMatch(/^<!DOCTYPE html>[\s\S]+<\/html>\n$/);
  const filed = await zjtx(['validate', '-f', 'html=report.html', '--quiet'], { cwd });
  expect(filed).toMatchObject({ code: 0, stdout: '' });
  expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toBe(shown.stdout);
});

/** A thousand dossiers, no two of which have a name, a figure or a digest in common. */
const thousand = Array.from({ length: 1000 }, (_, index) =>
  reportedOf(
    assessment({
      folder: `客户/${index}`,
      enterprise: `南京第${index}号有限公司`,
      uscc: `9132${index}`,
      slots: [
        slot('profile', '企业简介(盖章)', []),
        slot('audits', '前三年财务审计报告', [
          attached(`附件/${index}.pdf`, {
            bytes: index * 7919,
            sha256: createHash('sha256').update(`${index}`).digest('hex'),
          }),
        ]),
      ],
      findings: [notMet('contact-mobile', '联系人 缺少 手机', at(2, 3, 5), { cite: [cite()], hint: '补上。' })],
      criteria: [criterion('rd-ratio', { decision: { is: 'met', shown: `${index} ÷ 10,000 ≥ 3` } })],
    }),
  ),
);

describe('of many dossiers', () => {
  it('the panels are data, the same that stand in the page of few', async () => {
    const source = await pageOf(thousand);
    expect(source.length / thousand.length).toBeLessThan(2_500);
    expect(source).not.toContain('<section class="panel"');
    const [, data = ''] = /<script type="application\/json" id="panels">(.*?)<\/script>/s.exec(source) ?? [];
    const panels = panelsOf(data);
    expect(Object.keys(panels)).toHaveLength(1000);
    const few = await pageOf(thousand.slice(0, 40));
    const standing = [...few.matchAll(/<section class="panel.*?<\/section>\n(?=<section class="panel|<\/main>)/gs)];
    expect(standing).toHaveLength(40);
    const bodies = new Set(Object.values(panels).map(withoutIds));
    for (const [panel] of standing) expect(bodies).toContain(withoutIds(panel));
  });

  it('hostile text stays inside of the data', async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => hostile[index % 2] as Reported);
    const source = await pageOf(crowd);
    expect(source.match(/<\/?script/g)).toHaveLength(4);
    expect(source).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Bidi_Control}|\p{Cs}/u);
    const [, data = ''] = /id="panels">(.*?)<\/script>/s.exec(source) ?? [];
    expect(data).not.toContain('<');
    const [panel = ''] = Object.values(panelsOf(data));
    expect(panel).not.toMatch(/<script|<b /);
    expect(panel).toContain('&lt;/script&gt;');
    expect(complaints(await validator.validateString(source))).toEqual([]);
  });
});

/** As the script of the page builds them. */
function panelsOf(data: string): Record<string, string> {
  type Entry = string | readonly string[] | readonly [number, ...(number | string)[]];
  const entries = JSON.parse(data) as Entry[];
  const written = (part: number | string): string => (typeof part === 'string' ? part : build(entries[part] ?? ''));
  const build = (entry: Entry): string => {
    if (typeof entry === 'string') return entry;
    const [between, ...parts] = entry;
    if (between === -1) return parts.map(written).join('');
    const texts = entries[between as number] as readonly string[];
    return texts.map((text, index) => text + (index < parts.length ? written(parts[index] ?? '') : '')).join('');
  };
  const numbers = entries.at(-1) as unknown as Record<string, number>;
  return Object.fromEntries(Object.entries(numbers).map(([id, number]) => [id, written(number)]));
}

const withoutIds = (panel: string): string => panel.replace(/\be\d+-giant-innovation/g, 'id');

describe('of more than five categories', () => {
  const listed = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, index) =>
    reportedOf(
      assessment({
        folder: name,
        enterprise: index === 5 ? '另一家' : '同一家',
        category: category({ id: `jiangsu/2021/${name}`, title: `类别 ${name}` }),
      }),
    ),
  );

  it('is a list, a row a dossier, without an id of a category in its words', async () => {
    const source = await pageOf(listed);
    expect(source).toContain('<table class="matrix list">');
    expect(source.match(/<tr data-q=/g)).toHaveLength(6);
    expect(source).toContain('类别 a 2021 年度');
    expect(source.replace(/<[^>]+>/g, ' ')).not.toContain('jiangsu/');
    expect(complaints(await validator.validateString(source))).toEqual([]);
  });

  it('says a state once where a phone shows the counts beside it', async () => {
    const warned = findingOf('slot-empty-doubtful', { slot: '完税证明', folder: '附件/' }, at(2, 3, 7));
    const source = await pageOf([
      ...listed,
      reportedOf(assessment({ folder: 'g', category: category({ id: 'jiangsu/2021/g' }), findings: [warned] })),
    ]);
    const words = [...source.matchAll(/<td class="state"><a [^>]*>(.*?)<\/a>/g)].map(([, cell = '']) =>
      cell
        .replace(/<[^>]+>/g, ' ')
        .trim()
        .split(/\s+/),
    );
    expect(words.some((cell) => cell.length > 1)).toBe(true);
    for (const cell of words) expect(new Set(cell).size).toBe(cell.length);
  });

  it('keeps two names of one credit code apart', async () => {
    const source = await pageOf(listed);
    expect(source).toContain('2 家企业，6 份申报');
  });
});

it('names the problems that are most frequent by what they say', async () => {
  const slots = ['完税证明', '审计报告', '营业执照'].map((label, index) =>
    findingOf('slot-empty', { slot: label, folder: '附件/' }, at(index + 2, 3, 7)),
  );
  const source = await pageOf([none, reportedOf(assessment({ folder: '另', findings: slots }))]);
  expect(source).toContain('<th scope="row">附件 … 没有文件</th>');
  const fields = ['邮编', '手机'].map((field, index) =>
    findingOf('field-missing', { section: '企业基本情况', field, example: field, home: 'form' }, at(index + 2, 3, 7)),
  );
  const begun = await pageOf([none, reportedOf(assessment({ folder: '另', findings: fields }))]);
  expect(begun).toContain('<th scope="row">企业基本情况 缺少 …</th>');
  expect(source).not.toContain('<code>slot-empty</code></td>');
});

describe('colours', () => {
  const css = readFileSync(resolve(root, 'templates/report.css'), 'utf8');
  /** By day, then in the dark. */
  const schemes = css
    .match(/:root \{.*?\n *\}/gs)
    ?.map(
      (block) =>
        new Map([...block.matchAll(/--([a-z]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', hex = '']) => [name, hex])),
    ) as readonly ReadonlyMap<string, string>[];
  /** WCAG 2.2: relative luminance. */
  const light = (tokens: ReadonlyMap<string, string>, name: string): number => {
    const hex = tokens.get(name);
    if (hex === undefined) throw new Error(`no colour ${name}`);
    const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
    const [r = 0, g = 0, b = 0] = (full.match(/../g) ?? []).map((pair) => {
      const part = Number.parseInt(pair, 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (tokens: ReadonlyMap<string, string>, a: string, b: string): number => {
    const [dark = 0, bright = 0] = [light(tokens, a), light(tokens, b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };
  const used = (property: string): string[] => [
    ...new Set(
      [...css.matchAll(new RegExp(`[{;\\s]${property}: [^;}]*?var\\(--([a-z]+)\\)`, 'g'))].map(([, name = '']) => name),
    ),
  ];

  it('stand in one place', () => {
    expect(css.replace(/:root \{.*?\n *\}/gs, '')).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl/i);
    expect(schemes.map(({ size }) => size)).toEqual([15, 15]);
  });

  it.each([0, 1])('of text reach 4.5 on every ground that text stands on: scheme %i', (scheme) => {
    const tokens = schemes[scheme] ?? new Map();
    const texts = used('color').filter((name) => name !== 'paper');
    const grounds = used('background');
    expect(texts.sort()).toEqual(['accent', 'faint', 'ink', 'ochre', 'quiet', 'red']);
    expect(grounds.sort()).toEqual(['code', 'label', 'open', 'paper']);
    for (const text of texts)
      for (const ground of grounds)
        expect(contrast(tokens, text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    for (const [text, ground] of [
      ['paper', 'red'],
      ['ink', 'warned'],
      ['ink', 'bar'],
    ] as const)
      expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([0, 1])('of drawings reach 3 by their lines: scheme %i', (scheme) => {
    const tokens = schemes[scheme] ?? new Map();
    for (const line of ['accent', 'edge', 'fill', 'red', 'ochre', 'quiet', 'faint'])
      expect(contrast(tokens, line, 'paper'), line).toBeGreaterThanOrEqual(3);
  });
});

it('shows the points by group and item, and under which readings a criterion is met', async () => {
  const rows = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const page = rows(await pageOf([one]));
  expect(page).toContain('评价指标：12–22 分（满分 30，达标 18） 待定');
  expect(page).toContain('经营 10/20（至少 6） 符合');
  expect(page).toContain('主营业务收入增长率 0 10 不能计算');
  expect(page).toContain('质量管理水平 待定 2–10 10 自主品牌；还缺：');
  expect(page).toContain('研发投入 3000 万元以上 各种口径均符合');
  expect(rows(await pageOf([one], 'en'))).toContain('met under every reading');
  expect(rows(await pageOf([none]))).not.toContain('满分');
});
