import { randomInt } from 'node:crypto';
import { newCardNumber as anyCardNumber, type CardInput } from '@bindery/wallet-client';
import { urls, type Holder } from '../system/the-system';

export interface Credential {
  readonly provider: string;
  readonly credentialReference: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'ABSENT';
  readonly lastFour: string;
}

/** What the providers have done so far: every credential they ever gave out. */
export async function credentials(): Promise<readonly Credential[]> {
  const response = await fetch(`${urls['provider-simulator']}/credentials`);
  return ((await response.json()) as { credentials: Credential[] }).credentials;
}

export const credentialsOf = async (lastFour: string) =>
  (await credentials()).filter((credential) => credential.lastFour === lastFour);

const given = new Set<string>();

/** A card number whose last four digits nobody else of the run has. */
export async function newCardNumber(): Promise<string> {
  const taken = new Set([...given, ...(await credentials()).map(({ lastFour }) => lastFour)]);
  for (;;) {
    const number = anyCardNumber();
    const lastFour = number.slice(-4);
    if (taken.has(lastFour)) continue;
    given.add(lastFour);
    return number;
  }
}

/** A member number of the housing estate. Members may have any number of credentials. */
export const newMembership = (): CardInput => ({
  access: { site: 'riverside', memberNumber: `RG-1${String(randomInt(1, 1000)).padStart(3, '0')}` },
});

export interface BoundCard {
  readonly cardId: string;
  readonly bindingId: string;
  readonly number: string;
  readonly lastFour: string;
  readonly credential: string;
}

/** A bank card, bound and ACTIVE. */
export async function bindBankCard(holder: Holder, provider = 'seaside-bank'): Promise<BoundCard> {
  const number = await newCardNumber();
  const bound = await holder.bind(provider, holder.deviceId, { bank: { number } });
  const { credentialReference } = await holder.waitForStatus(bound.cardId, 'ACTIVE');
  return { ...bound, number, lastFour: number.slice(-4), credential: credentialReference ?? '' };
}

/** The access card of the housing estate, bound and ACTIVE. */
export async function bindAccessCard(
  holder: Holder,
): Promise<{ cardId: string; bindingId: string; credential: string }> {
  const bound = await holder.bind('cloudgate', holder.deviceId, newMembership());
  const { credentialReference } = await holder.waitForStatus(bound.cardId, 'ACTIVE');
  return { ...bound, credential: credentialReference ?? '' };
}

/** The plan of an unbind and a proof for it. */
export async function prepareUnbind(holder: Holder, bindingId: string) {
  const plan = await holder.preflight(bindingId);
  return { plan, proof: await holder.prove({ action: 'UNBIND', subjectId: bindingId, planDigest: plan.digest }) };
}

/** Takes a card off and waits until it is. */
export async function unbind(holder: Holder, { cardId, bindingId }: { cardId: string; bindingId: string }) {
  const { plan, proof } = await prepareUnbind(holder, bindingId);
  await holder.requestUnbind(bindingId, plan, proof, 'NO_LONGER_USED');
  return holder.waitForStatus(cardId, 'UNBOUND');
}
