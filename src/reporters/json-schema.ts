// The published JSON Schemas of a report and of `assessment.json`, for programs that read them.
import * as z from 'zod';
import { assessment, report } from './json-definition.ts';

const schemaOf = (definition: z.ZodType): object => z.toJSONSchema(definition, { target: 'draft-7', io: 'output' });

export const reportSchema = (): object => schemaOf(report);
export const assessmentSchema = (): object => schemaOf(assessment);
