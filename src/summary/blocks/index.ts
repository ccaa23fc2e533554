// The list of blocks that a summary is made of, in their order.
import type { Block } from '../setting.ts';
import { attachments } from './attachments.ts';
import { checklist } from './checklist.ts';
import { claims } from './claims.ts';
import { criteria } from './criteria.ts';
import { earlier } from './earlier.ts';
import { form } from './form.ts';
import { market } from './market.ts';
import { metrics } from './metrics.ts';
import { register } from './register.ts';
import { scorecard } from './scorecard.ts';
import { strip } from './strip.ts';
import { title } from './title.ts';
import { waivers } from './waivers.ts';

export const blocks: readonly Block[] = [
  title,
  strip,
  form,
  metrics,
  scorecard,
  criteria,
  register,
  market,
  attachments,
  claims,
  checklist,
  waivers,
  earlier,
];
