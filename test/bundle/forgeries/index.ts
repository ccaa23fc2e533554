// The list of forgeries, by what is forged.
import { ofAttachments } from './attachments.ts';
import { ofCategory } from './category.ts';
import { ofContent } from './content.ts';
import { ofHead } from './head.ts';
import type { Forgery } from './kinds.ts';
import { inRecord } from './record.ts';
import { inSpelling } from './spelling.ts';

export const forgeries: readonly Forgery[] = [
  ...ofContent,
  ...inRecord,
  ...ofCategory,
  ...ofAttachments,
  ...ofHead,
  ...inSpelling,
];
