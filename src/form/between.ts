// Checks between fields: choices that depend on another choice, a postcode that does not fit its city.

import { report } from '../findings/report.ts';
import type { FilledField, FilledSection } from './filled.ts';
import type { Gather } from './gather.ts';
import { postcodeFits } from './identifiers/postcode.ts';
import { folded } from './keys.ts';
import type { OpenedField, OpenedForm } from './opened.ts';

const fieldsOf = (sections: readonly FilledSection[]): FilledField[] =>
  sections.flatMap((section) => section.items).filter((item) => item.kind === 'field');

const chosenText = (field: FilledField | undefined): string | undefined =>
  field?.value?.kind === 'text'
    ? field.value.text
    : field?.value?.kind === 'chosen'
      ? field.value.chosen[0]
      : undefined;

/** JS-CHAIN-02: the options shown depend on the cluster; proven for some, inferred (a warning) for the others. */
export function checkGroups(opened: OpenedForm, sections: readonly FilledSection[], gather: Gather): void {
  const filled = fieldsOf(sections);
  const dependent = opened.sections
    .flatMap((section) => section.items)
    .filter((item): item is OpenedField => item.kind === 'field' && item.optionsBy !== undefined);
  for (const field of dependent) {
    const by = field.optionsBy;
    const own = filled.find((one) => one.id === field.id);
    const group = chosenText(filled.find((one) => one.id === by?.field));
    if (by === undefined || own?.value?.kind !== 'chosen' || group === undefined) continue;
    const option = by.list.options.find((one) => folded(one.name) === folded(group));
    if (option?.options === undefined) continue;
    const options = option.options.map((one) => one.name);
    const severity = (option.standing ?? by.list.standing) === 'proposal' ? { severity: 'warning' as const } : {};
    for (const written of own.value.chosen.filter((chosen) => !options.includes(chosen))) {
      const args = { field: own.label, written, group: option.name, options };
      gather.findings.push(report('choice-outside-group', args, own.at, { cite: by.cite, ...severity }));
    }
  }
}

/** D.2: a postcode outside its city's range is worth a look, never an error (the table is from memory). */
export function checkPostcode(sections: readonly FilledSection[], gather: Gather): void {
  const fields = fieldsOf(sections);
  const region = fields.find((field) => field.type === 'region')?.value;
  const postcode = fields.find((field) => field.type === 'postcode');
  const city = region?.kind === 'levels' ? region.levels[1]?.name : undefined;
  const written = chosenText(postcode);
  if (postcode === undefined || city === undefined || written === undefined) return;
  const areas = (gather.lists.get('area-codes')?.options ?? []).map((area) => ({
    name: area.name,
    code: area.code ?? '',
    postcodes: area.postcodes ?? [],
  }));
  const expected = areas.find((area) => area.name === city)?.postcodes ?? [];
  if (postcodeFits(city, written, areas) === false) {
    gather.findings.push(report('postcode-place', { field: postcode.label, written, city, expected }, postcode.at));
  }
}
