import type { Remedy } from '@bindery/kernel';
import { isLapse, sayProviderCause, type Locale } from '@bindery/localisation';
import { toRemedyType } from '@bindery/subgraph';
import type { Refusal } from './refusal.rules';
import type { BindingRefusalType } from './refusal.type';
import { say } from './refusal.words';

export const toRefusalType = (
  { operation, cause, at }: Refusal,
  remedies: readonly Remedy[],
  locale: Locale,
): BindingRefusalType => ({
  operation,
  cause,
  at,
  text: say(locale, operation === 'RESTORE' && isLapse(cause) ? 'RESTORE_LAPSED' : operation, {
    cause: sayProviderCause(cause, locale),
  }),
  remedies: remedies.map((remedy) => toRemedyType(remedy, locale)),
});
