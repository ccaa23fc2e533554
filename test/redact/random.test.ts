// Whatever an enterprise, its product and its people are called, no report tells it, in whatever spelling; the law's words stay.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { assess } from '../../src/assess.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { fold, foldedAt } from '../../src/redact/fold.ts';
import { reportedOf } from '../../src/reporters/reported.ts';
import { cache } from '../support/looked.ts';
import { documentsOf, leaks, renderedAll } from './said.ts';

const catalog = await openCatalog();
const folder = import.meta.dirname;

type Names = {
  readonly place: string;
  readonly short: string;
  readonly trade: string;
  readonly product: string;
  readonly person: string;
  readonly phone: string;
};

/** A dossier in which every name stands in several spellings and places. */
function dossierOf({ place, short, trade, product, person, phone }: Names): string {
  const name = `${place}${short}${trade}有限公司`;
  const wide = (text: string): string =>
    text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
  return stringify({
    category: 'jiangsu/2021/product',
    enterprise: name,
    as_of: '2021-08-16',
    form: {
      basics: {
        address: `${place}路1号${short}大厦`,
        contact: { name: `${person} ${phone}`, phone },
        profile: `${wide(name)}\n生产${product.toUpperCase()}。`,
        uscc: phone,
        [`${short}网址`]: product,
      },
    },
    facts: { product_name: product, former_names: [name.normalize('NFD'), `${short} ${trade}`] },
    titles: [
      { kind: '专精特新产品', level: '省级', year: 2018, product: wide(product), number: `${short}字1号` },
      { kind: '专精特新产品', level: '省级', year: 2017, product: product.normalize('NFD'), valid_until: '2020-01-01' },
    ],
    attachments: {
      business_license: `附件/${short}执照.pdf`,
      other: [
        `${short}/${product.replaceAll('/', '')}.pdf`,
        { file: `${name}.pdf`, issued_to: `${name}分公司`, issuer: person },
      ],
    },
    waivers: [
      { code: 'slot-empty', at: 'attachments', reason: `${person}说${short}可以`, by: person, until: '2021-09-01' },
    ],
    claims: [
      { title: '专精特新产品', year: 2018, file: `${short}.pdf` },
      { fact: product, file: 'x.pdf' },
    ],
  });
}

const assessed = (text: string) =>
  assess(
    { folder, shown: '.', file: 'dossier.yaml', bytes: Buffer.from(text), root: folder },
    { catalog, today: '2021-08-16', cache },
  );

/** Characters of names that no definition has. */
const rare = fc.constantFrom(...'鑫昊皓瀚煜炜祺睿琦珩玥霖骁翊 淼焱垚犇骉鑿'.replace(' ', ''));
const word = (min: number, max: number) =>
  fc.array(rare, { minLength: min, maxLength: max }).map((signs) => signs.join(''));
const names = fc.record({
  place: fc.constantFrom('江苏', '江苏省南京市', '苏州', '', '广东'),
  short: word(2, 3),
  trade: fc.constantFrom('科技', '精密机械', '智能装备(集团)', '新材料股份'),
  product: fc.oneof(
    fc
      .tuple(word(2, 4), fc.constantFrom('牌飞轮', ' & <b>', '"X1"', "'é’-200", ' naïve 轴'))
      .map((parts) => parts.join('')),
    fc.constantFrom('Zephyrine-9 Küvette', 'ＱＷＺ—7型', 'qWzX'),
  ),
  person: word(2, 3),
  phone: fc.constantFrom('13912345678', '025-87654321', '0512 66778899'),
});

it('whatever they are called', async () => {
  await fc.assert(
    fc.asyncProperty(names, async (given) => {
      const outcome = await assessed(dossierOf(given));
      const documents = await documentsOf(outcome);
      const { short, product, person, phone, place, trade } = given;
      expect(leaks(documents, [short, product, person, phone, `${place}${short}`, `${short}${trade}`])).toEqual([]);
      // In no other spelling either.
      const folded = new Map([...documents].map(([name, document]) => [name, fold(document)]));
      for (const secret of [short, product, person, phone])
        for (const [name, document] of folded)
          expect(document.includes(fold(secret)), `${name}: ${secret}`).toBe(false);
    }),
    { numRuns: 12 },
  );
});

it('the test sees what it looks for', async () => {
  const given = {
    place: '江苏',
    short: '瀚煜',
    trade: '科技',
    product: 'Küvette & 轴',
    person: '玥霖',
    phone: '13912345678',
  };
  const open = await renderedAll(reportedOf(await assessed(dossierOf(given))));
  for (const secret of ['瀚煜', 'Küvette & 轴', '玥霖', '13912345678']) expect(leaks(open, [secret])).not.toEqual([]);
});

describe('a name that is a word of the law', () => {
  it.each(['企业', '产品', '省级', '专利', '号', '中小企业', 'product', '1', '有限公司', '江苏'])(
    '%s',
    async (product) => {
      const dossier = (text: string) =>
        dossierOf({ place: '江苏', short: '瀚煜', trade: '科技', product: text, person: '玥霖', phone: '13912345678' });
      const outcome = await assessed(dossier(product));
      const masked = await documentsOf(outcome);
      const open = await renderedAll(reportedOf(outcome));
      // Clauses, titles and hints of criteria are whole.
      expect(outcome.kind).toBe('assessed');
      const criteria = outcome.kind === 'assessed' ? outcome.criteria : [];
      expect(criteria.length).toBeGreaterThan(5);
      const json = masked.get('json zh -v') ?? '';
      for (const { title, hint = '', cite } of criteria)
        for (const said of [title, hint, ...cite.map(({ quote = '' }) => quote)])
          expect(json).toContain(JSON.stringify(said).slice(1, -1));
      for (const [name, document] of open)
        expect(Math.abs((masked.get(name) ?? '').split('\n').length - document.split('\n').length)).toBeLessThan(60);
    },
  );
});

it('a mark above a letter, which no letter has of itself, belongs to it', () => {
  expect(foldedAt('Aq\u0323 Ｂ')).toEqual({ folded: 'aqb', starts: [0, 1, 4], ends: [1, 3, 5] });
});
