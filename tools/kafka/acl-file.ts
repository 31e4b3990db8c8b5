import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { KafkaAcl } from '@bindery/messaging';
import { root } from '../start/start-options';

/** A name, or with a star at its end every name that begins so. */
const name = z.string().regex(/^[a-z][a-z0-9.-]*\*?$/);
const fileSchema = z.record(
  z.string(),
  z.strictObject({ writes: z.array(name), reads: z.array(name), groups: z.array(name) }),
);

/** The rights as infra/kafka/acls.generated.json wants them, by login. */
export function readWantedAcls(file = join(root, 'infra/kafka/acls.generated.json')): readonly KafkaAcl[] {
  const logins = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(logins).flatMap(([principal, { writes, reads, groups }]) => [
    ...writes.map((topic) => toAcl(principal, 'topic', topic, 'write')),
    ...reads.map((topic) => toAcl(principal, 'topic', topic, 'read')),
    ...groups.map((group) => toAcl(principal, 'group', group, 'read')),
  ]);
}

const toAcl = (
  principal: string,
  resource: KafkaAcl['resource'],
  text: string,
  operation: KafkaAcl['operation'],
): KafkaAcl => ({
  principal,
  resource,
  name: text.replace(/\*$/, ''),
  pattern: text.endsWith('*') ? 'prefixed' : 'literal',
  operation,
});
