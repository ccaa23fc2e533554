// The fields of two forms by id: yearly facts year by year, persons part by part.
import type { FilledField, FilledForm, FilledValue } from '../../assessment.ts';
import { type FieldChange, pairs, sides } from './difference.ts';

/** A part of a value: `same` decides whether two are equal, `text` is shown. */
type Part = { readonly part: string; readonly same: string; readonly text: string };

const plain = (part: string, text: string): Part => ({ part, same: text, text });

function partsOf(value: FilledValue | undefined, labels: FilledField['parts']): Part[] {
  switch (value?.kind) {
    case undefined:
      return [];
    case 'text':
      return [plain('', value.text)];
    case 'number':
      return [{ part: '', same: value.value.toFixed(), text: value.source }];
    case 'chosen':
      return value.chosen.length === 0 ? [] : [plain('', value.chosen.join('、'))];
    case 'levels':
      return [plain('', value.levels.map(({ name }) => name).join(' › '))];
    case 'years':
      return value.cells.flatMap(({ year, value: figure, source }) =>
        figure === undefined ? [] : [{ part: `${year}`, same: figure.toFixed(), text: source ?? figure.toFixed() }],
      );
    case 'person':
      return (['name', 'phone', 'mobile'] as const).flatMap((part) => {
        const text = value[part];
        return text === undefined ? [] : [plain(labels[part] ?? part, text)];
      });
  }
}

type Keyed = { readonly key: string; readonly field: FilledField };

/** Fields by id; one whose id an earlier section has, by its section too. */
function keyed(form: FilledForm): Keyed[] {
  const seen = new Set<string>();
  return form.sections.flatMap((section) =>
    section.items.flatMap((item): Keyed[] => {
      if (item.kind !== 'field') return [];
      const key = seen.has(item.id) ? `${section.id}.${item.id}` : item.id;
      seen.add(key);
      return [{ key, field: item }];
    }),
  );
}

/** Figures are equal by value, so that 10.00 is 10. */
export function fieldChanges(a: FilledForm, b: FilledForm): FieldChange[] {
  return pairs(keyed(a), keyed(b), ({ key }) => key).flatMap((both) => {
    const { key: id, field } = both.a ?? both.b ?? { key: '', field: undefined };
    const [was, is] = [both.a, both.b].map((side) => partsOf(side?.field.value, side?.field.parts ?? {}));
    return pairs(was ?? [], is ?? [], ({ part }) => part).flatMap(({ a: before, b: after }): FieldChange[] => {
      if (before?.same === after?.same) return [];
      const part = before?.part ?? after?.part ?? '';
      const label = field?.label ?? id;
      return [{ id, label, ...(part === '' ? {} : { part }), ...sides(before?.text, after?.text) }];
    });
  });
}
