// A field of the form as what is typed into the portal: one value, or one for each part of a person or a chain.
import type { Assessment, FilledField } from '../../assessment.ts';

/** What stands in one input; `note` says why it is not typed at all. */
type PortalValue = { readonly label: string; readonly value: string; readonly note?: string };

/** The inputs of a field that is no row of years, in the portal's order; an empty value is an input left empty. */
export function valuesOf({ metrics }: Assessment, field: FilledField): readonly PortalValue[] {
  const { label, value } = field;
  if (field.shows !== undefined) return [{ label, value: '', note: '系统显示' }];
  if (field.computed !== undefined) {
    const outcome = metrics.find(({ id }) => id === field.computed)?.outcome;
    return [{ label, value: outcome?.is === 'value' ? outcome.shown : '', note: '系统计算，供核对' }];
  }
  switch (value?.kind) {
    case undefined:
      return field.type === 'person' ? partsOf(field, {}) : [{ label, value: '' }];
    case 'text':
      return [{ label, value: value.text }];
    case 'number':
      return [{ label, value: value.source }];
    case 'chosen':
      return [{ label, value: value.chosen.join('、') }];
    case 'levels':
      return value.levels.map(({ name, code }, index) => ({
        label: value.levels.length === 1 ? label : `${label} 第 ${index + 1} 级`,
        // A level that no list names has its code alone.
        value: [field.type === 'region' ? undefined : code, name].filter(Boolean).join(' '),
      }));
    case 'person':
      return partsOf(field, value);
    case 'years':
      return value.cells.map(({ year, source }) => ({ label: `${label} ${year}年`, value: source ?? '' }));
  }
}

type Person = { readonly name?: string; readonly phone?: string; readonly mobile?: string };

function partsOf({ label, parts }: FilledField, { name, phone, mobile }: Person): PortalValue[] {
  return [
    { label, value: name ?? '' },
    { label: `${label} ${parts.phone ?? '电话'}`, value: phone ?? '' },
    { label: `${label} ${parts.mobile ?? '手机'}`, value: mobile ?? '' },
  ];
}
