// The library: assess a dossier, write and verify a bundle, open the categories.
export { type AssessOptions, assess, type DossierFile } from './assess.ts';
export type { Assessment, Outcome, Unreadable } from './assessment.ts';
export { type BundleVerified, verifyBundle } from './bundle/verify.ts';
export { type Catalog, openCatalog } from './category/catalog.ts';
export type { Category, CategoryEntry } from './category/category.ts';
export type { Citation, Finding, Place } from './findings/finding.ts';
export { Stop } from './findings/stop.ts';
export type { Language, Words } from './messages/message.ts';
export { wordsOf } from './messages/words.ts';
export { version } from './version.ts';
