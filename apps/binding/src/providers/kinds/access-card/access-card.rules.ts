import { err, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { toPlainTyping } from '@bindery/values';
import type { EnteredCard } from '../../connector.rules';
import type { CardIdentity, NewCard } from '../card-kind.rules';

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

const codePattern = /^[\w-]{1,64}$/;

/** Reads a membership as typed: spaces around it, what cannot be seen, full-width letters and lower case do not count. */
export function readMembership(
  typed: TypedMembership,
  provider: string,
): Result<NewCard<EnteredMembership>, InvalidInput> {
  const site = toPlainTyping(typed.site);
  const memberNumber = toPlainTyping(typed.memberNumber).toUpperCase();
  if (!codePattern.test(site)) return err(invalidField('card.access.site'));
  if (!codePattern.test(memberNumber)) return err(invalidField('card.access.memberNumber'));
  return ok({
    entered: { kind: 'ACCESS_CARD', site, memberNumber },
    identity: identifyMembership({ provider, site, memberNumber }),
  });
}

/** As JSON, so that no part of it can pass for another's, nor the whole for a number. */
export const identifyMembership = ({ provider, site, memberNumber }: SiteMembership): CardIdentity => ({
  reveal: () => JSON.stringify([provider, site, memberNumber]),
});
