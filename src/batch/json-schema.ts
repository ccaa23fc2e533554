// The published JSON Schema of zjtx.config.yaml, for editors.
import * as z from 'zod';
import { config } from './definition.ts';

export const configSchema = (): object => ({
  ...z.toJSONSchema(config, { target: 'draft-7', io: 'input' }),
  title: 'zjtx.config.yaml',
});
