// The names of missing facts, for a page that nobody types ids from: `2018年营业收入`.
import { cleanLine } from '../clean.ts';
import type { ReportedAssessment } from '../reported.ts';
import type { Pen } from './markup.ts';

const unit = /(?<!\s)\s*[(（](?:万元|%|人|年|项|件|台)[)）]$/u;

/** Each fact once, as its label without number and unit; the held titles last, with what to write when there are none. */
export function needsNames(
  { html: { needs: words }, words: { comma } }: Pen,
  { labels }: Pick<ReportedAssessment, 'labels'>,
  needs: readonly string[],
): string {
  const names = needs
    .filter((id) => id !== 'titles')
    .map((id) => {
      const [root = '', part = ''] = id.split(/[.[]/);
      const label = labels[id] ?? labels[`${root}.${part}`] ?? labels[root];
      const name =
        label === undefined ? words.noName : cleanLine(label.replace(/^(?:\d+、|其中：)/u, '').replace(unit, ''));
      return /^\d{4}$/.test(part) && !name.startsWith('上年') ? words.ofYear(name, part) : name;
    });
  return [...new Set(names), ...(needs.includes('titles') ? [words.titles] : [])].join(comma);
}
