// Forgeries of the definition that came with a bundle.
import { closed, editJson, sealed, zipped } from '../forge.ts';
import { category, differs, digestOfCategory, type Forgery, forged, record, weaker } from './kinds.ts';

export const ofCategory: readonly Forgery[] = [
  [
    'a weaker definition, its digest in bag-info as before',
    ({ whole }) => {
      editJson(whole, category, weaker);
      return zipped(closed(whole));
    },
    'bundle-bag-broken bag-info.txt',
    'bundle-size-differs bag-info.txt',
  ],
  forged(
    'a weaker definition, its digest in the record as before',
    ({ whole }) => editJson(whole, category, weaker),
    differs,
    `category-altered ${category}`,
  ),
  forged(
    'a weaker definition with its digest everywhere',
    ({ whole }) => {
      editJson(whole, category, weaker);
      sealed(whole);
      const sha256 = digestOfCategory(whole);
      editJson(whole, record, (value) => {
        value.category.sha256 = sha256;
      });
    },
    differs,
    `category-altered ${category}`,
  ),
  forged(
    'a definition with a key of its own',
    ({ whole }) =>
      editJson(whole, category, (value) => {
        value.free = 1;
      }),
    `category-altered ${category}`,
    `category-broken ${category}`,
  ),
  forged(
    'a definition with an id of its own',
    ({ whole }) =>
      editJson(whole, category, (value) => {
        value.id = 'jiangsu/2021/else';
      }),
    `category-altered ${category}`,
    `category-broken ${category}`,
  ),
  forged(
    'a definition nested a hundred thousand deep',
    ({ whole }) => {
      whole.files.set(category, Buffer.from('['.repeat(1e5) + ']'.repeat(1e5)));
    },
    `category-altered ${category}`,
    `category-broken ${category}`,
  ),
  forged(
    'a definition whose rule never ends',
    ({ whole }) =>
      editJson(whole, category, (value) => {
        const [first] = Object.keys(value.definition.criteria);
        value.definition.criteria[first ?? ''].rule = {
          assert: '[1].all(a, [1].all(b, [1].all(c, [1].all(d, true))))',
        };
      }),
    `category-altered ${category}`,
    `category-broken ${category}`,
  ),
  forged(
    'a category that nobody knows',
    ({ whole }) => {
      editJson(whole, category, (value) => {
        value.id = 'yunling/2021/seedling';
      });
      editJson(whole, record, (value) => {
        value.category.id = 'yunling/2021/seedling';
      });
    },
    'bundle-dossier-broken data/dossier.yaml',
    `category-unproved ${category}`,
  ),
];
