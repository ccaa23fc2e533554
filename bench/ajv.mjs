// What a reader of schemas takes for the dossiers of a folder: YAML, then ajv by the schema that zjtx gives editors.
// Run: node bench/ajv.mjs <schema> <folder>
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

const [, , schema, folder] = argv;
const check = new Ajv({ strict: false, allErrors: true, logger: false }).compile(
  JSON.parse(readFileSync(schema, 'utf8')),
);
let wrong = 0;
for (const name of readdirSync(folder))
  if (!check(parse(readFileSync(join(folder, name, 'dossier.yaml'), 'utf8')))) wrong += 1;
stdout.write(`${wrong}\n`);
