// The schema of a region: a choice where the list knows all that stands below, anything where it knows only some.
import { expect, test } from 'vitest';
import { region } from '../../src/category/schema/cascade.ts';
import { schemaWords } from '../../src/words/schema.ts';
import { fits } from '../support/ajv.ts';

const list = {
  name: 'regions',
  levels: ['省', '市', '县(市、区)'],
  zones: [],
  standing: 'standard',
  options: [
    { name: '江苏省', options: [{ name: '南京市', options: [{ name: '江宁区' }] }] },
    { name: '广东省', partial: true, options: [{ name: '深圳市', options: [{ name: '南山区' }] }] },
  ],
};
const takes = fits(region(list, schemaWords));

test.each([
  [['江苏省', '南京市', '江宁区'], true],
  [['江苏省', '南京县'], false],
  [['江苏省', '南京市', '江宁县'], false],
  [['广东省', '东莞市', '南城街道'], true],
  [['广东省', '深圳市', '南山区'], true],
  [['广东省', '深圳市', '南城街道'], false],
  [['云岭省', '无名市'], true],
])('%j: %s', (written, taken) => {
  expect(takes(written)).toBe(taken);
});
