// A part against its whole of the same year (E-18); where that is not given, against what the whole is a part of.
import { type Check, figureOf, figures, type Ground, type Suspicion, suspect } from './check.ts';
import { type FigureItem, isFigure } from './item.ts';

export const part: Check = (ground) =>
  figures(ground).flatMap((item): Suspicion[] => {
    const whole = wholeOf(item, ground);
    if (whole === undefined || item.value.lte(whole.value)) return [];
    const times = whole.value.gt(0) ? item.value.div(whole.value) : undefined;
    const args = {
      ...figureOf(item),
      whole: whole.label,
      wholeFigure: whole.value.toFixed(),
      ...(times === undefined ? {} : { percent: times.times(100).toFixed(0) }),
    };
    const more = { about: item, instead: [whole], reason: 'E-18', ...(times === undefined ? {} : { times }) };
    return [suspect('part-above-whole', args, more)];
  });

/** The nearest whole that is given; a vocabulary in which parts go in a circle is refused when it is loaded. */
function wholeOf(item: FigureItem, ground: Ground): FigureItem | undefined {
  const seen = new Set<string>();
  let name = item.fact.plausible?.part_of;
  while (name !== undefined && !seen.has(name)) {
    seen.add(name);
    const whole = ground.beside(item, name);
    if (whole !== undefined) return isFigure(whole) ? whole : undefined;
    name = ground.fact(name)?.plausible?.part_of;
  }
  return undefined;
}
