// Every code of the catalogue can be said in both languages, with each of its arguments, and says what to do.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { type Code, codes } from '../../src/findings/areas/index.ts';
import type { EngineFinding, Finding } from '../../src/findings/finding.ts';
import { report } from '../../src/findings/report.ts';
import { ownLabels } from '../../src/findings/shapes.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { at } from '../support/assessment.ts';
import { cache } from '../support/looked.ts';

const place = at(3, 5, 9);
const known = Object.keys(codes) as Code[];
const faulty = /undefined|\[object|\$\{|NaN|Infinity|\bnull\b|=>|\(\)|（）|“”|""|： *$|\s$|^\s/;

/** `1 files`. */
const several = /(?<![\d.,:])1 (?:more )?[a-z]+(?<!i)s\b/;

/** Ids of what a dossier says by itself; whoever reads Chinese writes their names. */
const ownIds = new Set(Object.values(ownLabels).flatMap((labels) => Object.keys(labels)));

/** Said to who writes definitions, whose keys are English only. */
const ofDefinitions: ReadonlySet<Code> = new Set(['season-ends-first']);

/** Both languages' message and hint. */
function sentences(finding: Finding): string[] {
  return (['zh', 'en'] as const).flatMap((language) => {
    const { message, hint } = wordsOf(finding, language);
    return hint === undefined ? [message] : [message, hint];
  });
}

const findingsOf = (code: Code): readonly EngineFinding[] =>
  codes[code].samples.map((args) => report(code, args as never, place));

describe.each(known)('%s', (code) => {
  it.each(findingsOf(code))('$args', (finding) => {
    for (const sentence of sentences(finding)) {
      expect(sentence).not.toBe('');
      expect(sentence).not.toMatch(faulty);
    }
    const { message: zh } = wordsOf(finding, 'zh');
    const { message: en, hint = '' } = wordsOf(finding, 'en');
    expect(`${en}\n${hint}`).not.toMatch(several);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toBe(zh);
    const given = JSON.stringify(finding.args);
    const words = `${zh}\n${wordsOf(finding, 'zh').hint ?? ''}`.match(/(?<![\w./-])[a-z_]+(?![\w./-])/g) ?? [];
    expect(words.filter((word) => ownIds.has(word) && !given.includes(word) && !ofDefinitions.has(code))).toEqual([]);
  });

  it('ends no message with a stop, and every hint of both languages is there or neither', () => {
    for (const finding of findingsOf(code)) {
      const [zh, en] = [wordsOf(finding, 'zh'), wordsOf(finding, 'en')];
      expect(zh.message).not.toMatch(/[。.]$/);
      expect(en.message).not.toMatch(/\.$/);
      expect(zh.hint === undefined).toBe(en.hint === undefined);
      if (codes[code].severity === 'error') expect(zh.hint).toBeDefined();
    }
  });

  it('every variant reads differently', () => {
    const said = findingsOf(code).map((finding) => sentences(finding).join('\n'));
    expect(new Set(said).size).toBe(said.length);
  });
});

/** Words that another has replaced, one for one thing; and `mend`, which is how the sources call a correction among themselves. */
const replaced =
  /判定日期|申报表|千分号|事实|问题编号|检查代码|佐证页码|仅提示|申报系统| [Mm]end(?:s|ed|ing)?\b|\bMend /;

describe('what the sources say', () => {
  const sources = resolve(import.meta.dirname, '../../src');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

  it.each(files)('%s uses one word for one thing', (file) => {
    const lines = readFileSync(join(sources, file), 'utf8').split('\n');
    const said = lines
      .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
      .flatMap((line) => line.match(/'[^']*'|`[^`]*`|"[^"]*"/g) ?? [])
      .map((text) => text.replace(/\$\{[^}]*\}/g, ''));
    expect(said.filter((text) => replaced.test(text))).toEqual([]);
  });
});

describe('real runs', async () => {
  const root = resolve(import.meta.dirname, '../../examples');
  const folders = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'dossier.yaml')
    .map((entry) => entry.parentPath.slice(root.length + 1))
    .sort();
  const catalog = await openCatalog();

  it.each(folders)('%s', async (folder) => {
    const dossier = await readDossier(
      { folder: join(root, folder), shown: folder, file: 'dossier.yaml' },
      rootFinder(),
    );
    const { findings } = await assess(dossier, { catalog, today: '2026-11-21', cache });
    for (const finding of findings) {
      for (const sentence of sentences(finding)) {
        expect(sentence).not.toBe('');
        expect(sentence, finding.code).not.toMatch(/undefined|\[object|\$\{|NaN/);
      }
    }
  });
});
