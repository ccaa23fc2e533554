// How a bundle whose digests all agree is forged: what is changed, how it is sealed again, and the codes that must come.
import { closed, editInfo, editJson, type Loose, type Parts, sealed, zipped } from '../forge.ts';

export type Given = { readonly whole: Parts; readonly other: Parts; readonly draft: Parts };
/** What is forged, how, and what verify must say: `code place`. */
export type Forgery = readonly [what: string, make: (given: Given) => Buffer | Promise<Buffer>, ...codes: string[]];

export const record = 'data/assessment.json';
export const category = 'data/category.json';
export const differs = `bundle-record-differs ${record}`;
export const list = 'bundle-list-broken';

/** Something in the record of the true bundle is changed, and all is sealed again. */
export const told = (what: string, change: (value: Loose) => void, ...codes: string[]): Forgery => [
  what,
  ({ whole }) => {
    editJson(whole, record, change);
    return zipped(sealed(whole));
  },
  ...codes,
];
export const inDraft = (what: string, change: (value: Loose) => void, ...codes: string[]): Forgery => [
  what,
  ({ draft }) => {
    editJson(draft, record, change);
    return zipped(sealed(draft));
  },
  ...codes,
];
export const forged = (what: string, change: (given: Given) => void, ...codes: string[]): Forgery => [
  what,
  (given) => {
    change(given);
    return zipped(sealed(given.whole));
  },
  ...codes,
];
export const info = (what: string, label: string, value: string, code = 'bundle-bag-broken'): Forgery => [
  what,
  ({ whole }) => {
    editInfo(whole, label, value);
    return zipped(closed(whole));
  },
  `${code} bag-info.txt`,
];

export const weaker = (value: Loose): void => {
  const [first] = Object.keys(value.definition.criteria);
  value.definition.criteria[first ?? ''].severity = 'note';
};
export const licence = 'data/附件/01-企业营业执照原件扫描件';
export const licenceFile = `${licence}/企业营业执照原件扫描件.jpg`;
export const profile = 'data/附件/02-企业简介(盖章)/企业简介(盖章).pdf';
export const research = 'data/附件/07-研发机构、高新技术企业证明材料/高新技术企业认定情况证明.pdf';
export const leftOut = `bundle-finding-left-out ${record}`;
export const invented = `bundle-finding-invented ${record}`;
export const mobile = (value: Loose): number =>
  value.findings.findIndex(({ severity }: { severity: string }) => severity === 'error');
/** The digest of the definition, as the manifest has it. */
export const digestOfCategory = ({ files }: Parts): string =>
  /^([0-9a-f]{64}) {2}data\/category\.json$/m.exec(String(files.get('manifest-sha256.txt')))?.[1] ?? '';
