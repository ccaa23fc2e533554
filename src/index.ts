// The library: find and assess dossiers, write and verify bundles, open the categories, render reports.

export { type Match, type MatchOptions, match } from './advise/match/match.ts';
export { type AssessOptions, assess, type DossierFile } from './assess.ts';
export type { Assessment, Outcome, Unreadable } from './assessment.ts';
export { dossiersIn } from './batch/find.ts';
export { type BundleOptions, type Bundler, build, bundler } from './bundle/build.ts';
export { openPublicKey } from './bundle/minisign/check.ts';
export { openSecretKey, type SigningKey } from './bundle/minisign/secret-key.ts';
export type { BundleVerified } from './bundle/verify.ts';
export type { BundleWritten } from './bundle/write.ts';
export { type Catalog, openCatalog } from './category/catalog.ts';
export type { Category, CategoryEntry } from './category/category.ts';
export { version } from './files/version.ts';
export type { Citation, Finding, Place } from './findings/finding.ts';
export type { Language, Words } from './findings/sentence.ts';
export { Stop } from './findings/stop.ts';
export { reporters } from './reporters/index.ts';
export { type Reported, reportedOf } from './reporters/reported.ts';
export type { Report, Reporter } from './reporters/reporter.ts';
export { type VerifyOptions, verify } from './verify/verify.ts';
export { wordsOf } from './words/of-finding.ts';
