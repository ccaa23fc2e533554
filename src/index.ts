// The library: find and assess dossiers, write and verify bundles, open the categories, render reports.
export { type AssessOptions, assess, type DossierFile } from './assess.ts';
export type { Assessment, Outcome, Unreadable } from './assessment.ts';
export { dossiersIn } from './batch/open.ts';
export { type BundleOptions, type Bundler, build, bundler } from './build.ts';
export type { BundleVerified } from './bundle/verify.ts';
export type { BundleWritten } from './bundle/write.ts';
export { type Catalog, openCatalog } from './category/catalog.ts';
export type { Category, CategoryEntry } from './category/category.ts';
export type { Citation, Finding, Place } from './findings/finding.ts';
export { Stop } from './findings/stop.ts';
export type { Language, Words } from './messages/message.ts';
export { wordsOf } from './messages/words.ts';
export { type Reported, reportedOf } from './reported.ts';
export { reporters } from './reporters/index.ts';
export type { Report, Reporter } from './reporters/reporter.ts';
export { type VerifyOptions, verify } from './verify/verify.ts';
export { version } from './version.ts';
