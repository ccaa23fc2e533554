// The scope that the language is tried in: the shipped facts, the year 2021, no metrics.
import { openCatalog } from '../../src/category/catalog.ts';
import { openScope } from '../../src/expression/scope.ts';

const catalog = await openCatalog();
export const { vocabulary } = await catalog.open('jiangsu/2021/product');
export const scope = openScope(vocabulary, 2021, new Map(), (id) => vocabulary.get(id)?.meaning ?? id);
