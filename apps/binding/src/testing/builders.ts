import { newId } from '@bindery/kernel';
import type { Binding } from '../lifecycle/binding.rules';
import type { Card } from '../lifecycle/card.rules';
import { loadProviderCatalogue } from '../catalogue/provider-catalogue';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';

const accountId = newId('account');

/** A Visa card of the Seaside Bank. */
export const aCard = (overrides: Partial<Card> = {}): Card => ({
  id: newId('card'),
  accountId,
  provider: 'seaside-bank',
  kind: 'BANK_CARD',
  token: 'tok_1111',
  lastFour: '1111',
  brand: 'Visa',
  expiresOn: '2030-07-31',
  site: null,
  doors: [],
  addedAt: new Date('2026-01-01T00:00:00Z'),
  ...overrides,
});

export const aMembership = (): Card =>
  aCard({
    provider: 'cloudgate',
    kind: 'ACCESS_CARD',
    brand: null,
    lastFour: '1001',
    site: { code: 'riverside', name: { 'zh-CN': '河畔花园', en: 'Riverside Gardens' } },
    doors: [{ id: 'riverside-gate', name: { 'zh-CN': '小区大门', en: 'Main gate' } }],
  });

/** A bound, usable binding of a card. */
export const aBinding = (card: Card = aCard(), overrides: Partial<Binding> = {}): Binding => ({
  id: newId('binding'),
  cardId: card.id,
  accountId: card.accountId,
  provider: card.provider,
  kind: card.kind,
  deviceId: newId('device'),
  state: { phase: 'BOUND', holds: [], sync: { state: 'IN_SYNC' } },
  version: 3,
  credentialReference: 'cred_1',
  credentialDigest: null,
  consentId: newId('consent'),
  previousBindingId: null,
  deadline: null,
  startedAt: new Date('2026-01-01T00:00:00Z'),
  boundAt: new Date('2026-01-01T00:01:00Z'),
  unboundAt: null,
  restorableUntil: null,
  promisedRestore: null,
  planId: null,
  unbindReason: null,
  receiptId: null,
  ...overrides,
});

const catalogue = loadProviderCatalogue();

/** The profile of a provider of the catalogue, with changes. */
export function aProfile(code: string, overrides: Partial<ProviderProfile> = {}): ProviderProfile {
  const profile = catalogue.get(code);
  if (!profile) throw new Error(`there is no provider ${code}`);
  return { ...profile, ...overrides };
}
