// Every member of a bundle's record is compared with what the dossier gives, or is listed as stated by the sender.
import { expect, it } from 'vitest';
import { placeFiles } from '../../src/bundle/layout.ts';
import { recordFindings } from '../../src/verify/compare.ts';
import { bySender, documentOf } from '../../src/verify/record.ts';
import { assessed } from '../bundle/cheat.ts';

it('no member can be changed unnoticed, under this version or another', async () => {
  const assessment = await assessed();
  const document = documentOf(assessment, placeFiles(assessment, 'x'), { merged: [], paper: undefined });
  const names = Object.keys(document).filter((name) => !(bySender as readonly string[]).includes(name));
  expect(names.length).toBeGreaterThan(15);
  for (const words of [true, false])
    for (const name of names) {
      const value = document[name as keyof typeof document];
      const other = Array.isArray(value)
        ? [...value, { id: 'x', label: 'x', title: 'x', outcome: { is: 'undecided' }, decision: { is: 'met' } }]
        : typeof value === 'object'
          ? { ...value, id: 1 }
          : `${value}1`;
      const found = recordFindings({ ...document, [name]: other } as typeof document, document, {
        words,
        apart: bySender,
      });
      expect(found.length, name).toBeGreaterThan(0);
    }
  expect(recordFindings(document, document, { words: true })).toEqual([]);
});
