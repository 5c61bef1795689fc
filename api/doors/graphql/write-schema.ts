/** `npm run schema`: writes schema.graphql, whose changes show in review. */
import { writeFileSync } from 'node:fs';
import { schemaText } from './schema.ts';

writeFileSync(new URL('schema.graphql', import.meta.url), schemaText);
