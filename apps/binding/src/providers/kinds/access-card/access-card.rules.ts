import { err, faultOfText, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { toPlainTyping } from '@bindery/values';
import type { EnteredCard } from '../../connector.rules';
import type { CardRefused } from '../card-kind.errors';
import type { CardIdentity, CardProvider, NewCard } from '../card-kind.rules';

export interface EnteredMembership extends EnteredCard {
  readonly kind: 'ACCESS_CARD';
  readonly site: string;
  readonly memberNumber: string;
}

/** A membership at a site of an access provider: what an access card is known by. */
interface SiteMembership {
  readonly provider: string;
  readonly site: string;
  readonly memberNumber: string;
}

export type TypedMembership = Omit<SiteMembership, 'provider'>;

const codeLengthMax = 64;

function faultOfCode(field: string, code: string): InvalidInput | undefined {
  const fault = faultOfText(field, code, codeLengthMax);
  return fault ?? (/^[\w-]+$/.test(code) ? undefined : invalidField(field, 'CHARACTERS'));
}

/**
 * Reads a membership as typed: spaces around it, what cannot be seen, full-width letters and lower case do not count. A site that is not
 * listed is refused before anybody is asked.
 */
export function readMembership(
  typed: TypedMembership,
  { code: provider, sites }: CardProvider,
): Result<NewCard<EnteredMembership>, InvalidInput | CardRefused> {
  const site = toPlainTyping(typed.site);
  const memberNumber = toPlainTyping(typed.memberNumber).toUpperCase();
  const fault = faultOfCode('card.access.site', site) ?? faultOfCode('card.access.memberNumber', memberNumber);
  if (fault) return err(fault);
  if (sites?.every(({ code }) => code !== site)) return err({ kind: 'BINDING_REFUSED', reason: 'SITE_UNKNOWN' });
  return ok({
    entered: { kind: 'ACCESS_CARD', site, memberNumber },
    identity: identifyMembership({ provider, site, memberNumber }),
  });
}

/** As JSON, so that no part of it can pass for another's, nor the whole for a number. */
export const identifyMembership = ({ provider, site, memberNumber }: SiteMembership): CardIdentity => ({
  reveal: () => JSON.stringify([provider, site, memberNumber]),
});
