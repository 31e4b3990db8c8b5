import { z } from 'zod';
import providersJson from './providers.json';

const inBothLanguages = z.object({ 'zh-CN': z.string(), en: z.string() });
export type InBothLanguages = z.infer<typeof inBothLanguages>;

const offer = {
  name: inBothLanguages,
  /** Days after removal in which a credential can come back; null where it never does. */
  restoreWindowDays: z.int().positive().nullable(),
  canSuspend: z.boolean(),
};

const bank = z.object({
  kind: z.literal('BANK_CARD'),
  ...offer,
  /** Card numbers with these last digits are not taken. */
  refusedEndings: z.array(z.string()),
  /** Card numbers with these last digits must be activated at the bank before they work. */
  activationEndings: z.array(z.string()),
});

const site = z.object({
  code: z.string(),
  name: inBothLanguages,
  members: z.object({ prefix: z.string(), from: z.int(), to: z.int() }),
  doors: z.array(z.object({ id: z.string(), name: inBothLanguages })),
});
export type Site = z.infer<typeof site>;

const accessControl = z.object({ kind: z.literal('ACCESS_CARD'), ...offer, sites: z.array(site) });

const providerTerms = z.discriminatedUnion('kind', [bank, accessControl]);

export type Provider = z.infer<typeof providerTerms> & { readonly code: string };
export type Bank = Extract<Provider, { kind: 'BANK_CARD' }>;
export type AccessControl = Extract<Provider, { kind: 'ACCESS_CARD' }>;

/** The companies outside, by code. */
export const providers: ReadonlyMap<string, Provider> = new Map(
  Object.entries(z.record(z.string(), providerTerms).parse(providersJson)).map(([code, terms]) => [
    code,
    { code, ...terms },
  ]),
);

export interface PlacedDoor {
  readonly provider: AccessControl;
  readonly site: Site;
  readonly door: Site['doors'][number];
}

/** Every door of every site, with the provider whose reader hangs there. */
export const placedDoors: readonly PlacedDoor[] = [...providers.values()].flatMap((provider) =>
  provider.kind === 'ACCESS_CARD'
    ? provider.sites.flatMap((place) => place.doors.map((door) => ({ provider, site: place, door })))
    : [],
);
