// The published JSON Schemas of a report, of `assessment.json`, of a comparison and of a match, for programs that read them.
import * as z from 'zod';
import { difference } from './diff-definition.ts';
import { assessment, report } from './json-definition.ts';
import { matched } from './match-definition.ts';

const schemaOf = (definition: z.ZodType): object => z.toJSONSchema(definition, { target: 'draft-7', io: 'output' });

export const reportSchema = (): object => schemaOf(report);
export const assessmentSchema = (): object => schemaOf(assessment);
export const matchSchema = (): object => schemaOf(matched);
export const diffSchema = (): object => schemaOf(difference);
