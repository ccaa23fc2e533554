// Header and footer of every page, drawn last, when the count of pages is known (design.md A14).
import type { Assessment } from '../../assessment.ts';
import type { Stamp } from '../../findings/states.ts';
import { stampWords } from '../../findings/states.ts';
import { type Fonts, widthOf } from '../fonts.ts';
import type { Page } from '../page.ts';
import { cut } from '../text.ts';
import { COLOR, MM, PAGE, TYPE } from '../tokens.ts';
import { titleOf } from './title.ts';

const HEADER = { baseline: 17.2, rule: 20, most: 80 } as const;
const FOOTER = { rule: 280, baseline: 284.1, gap: 3 } as const;
/** Between the stamp and the number of the page. */
const GAP = 3;

export function frame(pages: readonly Page[], assessment: Assessment, stamp: Stamp, version: string): void {
  const { category, dossier, enterprise, uscc } = assessment;
  const digests = `数据 ${dossier.sha256.slice(0, 12)} · 定义 ${category.sha256.slice(0, 12)} · zjtx ${version}`;
  pages.forEach((page, index) => {
    if (index > 0) {
      const left = cut(page.fonts, `${titleOf(category.title)} · ${category.year} 年度`, TYPE.header, HEADER.most);
      page.write(page.header, left, PAGE.left, HEADER.baseline, TYPE.header);
      const right = cut(page.fonts, enterprise, TYPE.header, HEADER.most);
      page.write(page.header, right, PAGE.right, HEADER.baseline, TYPE.header, 'right');
      page.rule(PAGE.left, HEADER.rule, PAGE.right, HEADER.rule);
    }
    page.rule(PAGE.left, FOOTER.rule, PAGE.right, FOOTER.rule);
    const number = `第 ${index + 1} 页　共 ${pages.length} 页`;
    const most = PAGE.body / 2 - numberWidth(page.fonts, number, stamp) / 2 - FOOTER.gap;
    const source = cut(page.fonts, [uscc, category.id].filter((part) => part !== '').join(' · '), TYPE.footer, most);
    page.write(page.footer, source, PAGE.left, FOOTER.baseline, TYPE.footer);
    pageNumber(page, number, stamp);
    page.write(page.footer, digests, PAGE.right, FOOTER.baseline, TYPE.footer, 'right');
  });
}

function pageNumber(page: Page, number: string, stamp: Stamp): void {
  const style = TYPE.pageNumber;
  let x = PAGE.left + PAGE.body / 2 - numberWidth(page.fonts, number, stamp) / 2;
  if (stamp !== 'final') {
    const used = page.write(page.footer, stampWords.zh[stamp], x, FOOTER.baseline, style);
    const under = FOOTER.baseline + (0.16 * style.size) / MM;
    page.rule(x, under, x + used, under, 0.5, COLOR.ink);
    x += used + GAP;
  }
  page.write(page.footer, number, x, FOOTER.baseline, style);
}

function numberWidth(fonts: Fonts, number: string, stamp: Stamp): number {
  const before = stamp === 'final' ? 0 : widthOf(fonts, stampWords.zh[stamp], TYPE.pageNumber) + GAP;
  return before + widthOf(fonts, number, TYPE.pageNumber);
}
