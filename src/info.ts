// What an assessment says of its category.
import type { CategoryInfo } from './assessment.ts';
import type { Category } from './category/category.ts';

export function infoOf(category: Category): CategoryInfo {
  const { id, definition, files, filesNotice, once, sha256, flattened } = category;
  const { title, scheme, procedure, authority, year } = definition;
  const sources = Object.entries(definition.sources).map(([key, source]) => ({
    key,
    short: source.short,
    title: source.title,
    standing: source.standing,
    ...(source.issuer === undefined ? {} : { issuer: source.issuer }),
    ...(source.date === undefined ? {} : { date: source.date }),
  }));
  const { types, maxMib } = files;
  return {
    id,
    title,
    scheme,
    procedure,
    authority,
    year,
    sources,
    // A group is known among the categories of one notice only.
    ...(once === undefined ? {} : { once: { ...once, group: `${id.slice(0, id.lastIndexOf('/'))}/${once.group}` } }),
    files: { types, ...(maxMib === undefined ? {} : { maxMib }), notice: filesNotice },
    ...(definition.season?.until === undefined ? {} : { until: definition.season.until }),
    ...(definition.superseded === undefined ? {} : { superseded: definition.superseded.text }),
    sha256,
    flattened,
  };
}
