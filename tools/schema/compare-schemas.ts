import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { withoutExpired } from './without-expired';

export interface SchemaChange {
  /** BREAKING: a client that works today may fail. DANGEROUS: one that does not expect the unknown may, e.g. of a new enum value. */
  readonly severity: 'BREAKING' | 'DANGEROUS' | 'HARMLESS';
  readonly message: string;
}

const severities = {
  [CriticalityLevel.Breaking]: 'BREAKING',
  [CriticalityLevel.Dangerous]: 'DANGEROUS',
  [CriticalityLevel.NonBreaking]: 'HARMLESS',
} as const;

const order: readonly SchemaChange['severity'][] = ['BREAKING', 'DANGEROUS', 'HARMLESS'];

/** An Int became a SafeInt, and else nothing of its type: the wire has the same number. ADR 40 says why that is let through. */
const widening = /changed type from '(\[*)Int([\]!]*)' to '\1SafeInt\2'/;

/**
 * What changed from the released schema to the present one, the worst first. The removal of what was released as deprecated
 * and whose day is over (`today`: YYYY-MM-DD) breaks nobody.
 */
export async function compareSchemas(
  releasedSdl: string,
  presentSdl: string,
  today: string,
): Promise<readonly SchemaChange[]> {
  const present = buildSchema(presentSdl);
  const [changes, unexcused] = await Promise.all([
    diff(buildSchema(releasedSdl), present),
    diff(withoutExpired(releasedSdl, today), present),
  ]);
  const broken = new Set(unexcused.map(({ message }) => message));
  const severityOf = (message: string, level: CriticalityLevel): SchemaChange['severity'] => {
    if (level !== CriticalityLevel.Breaking) return severities[level];
    if (!broken.has(message)) return 'HARMLESS';
    return widening.test(message) ? 'DANGEROUS' : 'BREAKING';
  };
  return changes
    .map(({ message, criticality: { level } }) => ({ severity: severityOf(message, level), message }))
    .sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}
