// Signs that the faces lack are drawn of their characters, and are copied as the dossier has them.
import { expect, test } from 'vitest';
import { pageTexts } from '../../src/files/pdf/library.ts';
import { writeSummary } from '../../src/summary/write.ts';
import { final } from './faces.ts';
import { basics, operations, profile, sample, text } from './sample.ts';

const signs = 'CO₂、H₂O、10⁻⁶、xⁿ⁺¹、m³、⅓ ⅔ ⅛、☑是 ☐否 ☒、✗✔、㉑项、⌀12、1 200 mm、Ⅻ，➢要点';

const address = (value: string) => {
  const section = basics();
  const items = section.items.map((item) =>
    item.kind === 'field' && item.id === 'address' ? { ...item, value: text(value) } : item,
  );
  return {
    form: {
      sections: [
        { ...section, items },
        operations(),
        profile(`一、概况 ${value}，${'排放 CO₂ 浓度 10⁻⁶ 级，占⅓；'.repeat(20)}`),
      ],
      required: 1,
      filled: 1,
    },
  };
};

test('in values, in long text and in names', async () => {
  const { bytes } = await writeSummary(sample({ ...address(signs), enterprise: '江苏H₂O⅓机械有限公司' }), final);
  const pages = await pageTexts(bytes);
  const read = pages.join('').replace(/\s/g, '');
  expect(read).toContain(signs.replace(/\s/g, ''));
  expect(read).toContain('江苏H₂O⅓机械有限公司');
});
