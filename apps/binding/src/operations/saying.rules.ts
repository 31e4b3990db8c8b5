import type { ProviderSaying } from '../providers/connector.rules';

/** What an answer says, as it is kept; null where it is none. */
export function sayingOf(
  status: ProviderSaying | 'OPERATION_UNKNOWN' | 'UNAVAILABLE' | 'UNKNOWN',
): ProviderSaying | null {
  if (status === 'UNAVAILABLE' || status === 'UNKNOWN') return null;
  return status === 'OPERATION_UNKNOWN' ? 'NOT_KNOWN' : status;
}
