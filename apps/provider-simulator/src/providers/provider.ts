import { z } from 'zod';

const inBothLanguages = z.object({ 'zh-CN': z.string(), en: z.string() });
export type InBothLanguages = z.infer<typeof inBothLanguages>;

/** What the catalogue says of every provider, as far as a provider itself has to know. */
const offer = {
  name: inBothLanguages,
  restore: z.object({ windowDays: z.int().positive().nullable() }),
  suspend: z.object({ mode: z.string() }),
};

/** Misspelt, a fact of the simulated world would be passed over in silence: strict from here on. */
const bankCard = z.object({
  kind: z.literal('BANK_CARD'),
  ...offer,
  simulated: z
    .strictObject({
      /** Card numbers with these last digits are not taken. */
      refusedEndings: z.array(z.string()).default(['0002']),
      /** Card numbers with these last digits must be activated at the bank before they work. */
      activationEndings: z.array(z.string()).default(['0003']),
    })
    .prefault({}),
});

const site = z.strictObject({
  code: z.string(),
  name: inBothLanguages,
  members: z.strictObject({ prefix: z.string(), from: z.int(), to: z.int() }),
  doors: z.array(z.strictObject({ id: z.string(), name: inBothLanguages })),
});
export type Site = z.infer<typeof site>;

const accessCard = z.object({
  kind: z.literal('ACCESS_CARD'),
  ...offer,
  simulated: z.strictObject({ sites: z.array(site) }),
});

/** An entry of the catalogue, as the simulator reads it. */
export const providerEntry = z
  .discriminatedUnion('kind', [bankCard, accessCard])
  .transform(({ name, restore, suspend, ...entry }) => ({
    name,
    /** Days after removal in which a credential can come back; null where it never does. */
    restoreWindowDays: restore.windowDays,
    canSuspend: suspend.mode === 'NATIVE',
    ...(entry.kind === 'BANK_CARD'
      ? { kind: entry.kind, ...entry.simulated }
      : { kind: entry.kind, ...entry.simulated }),
  }));

export type Provider = z.infer<typeof providerEntry> & { readonly code: string };
export type Bank = Extract<Provider, { kind: 'BANK_CARD' }>;
export type AccessControl = Extract<Provider, { kind: 'ACCESS_CARD' }>;

/** The companies outside, by code. */
export type Providers = ReadonlyMap<string, Provider>;

export interface PlacedDoor {
  readonly provider: AccessControl;
  readonly site: Site;
  readonly door: Site['doors'][number];
}

/** Every door of every site, with the provider whose reader hangs there. */
export const placedDoors = (providers: Providers): readonly PlacedDoor[] =>
  [...providers.values()].flatMap((provider) =>
    provider.kind === 'ACCESS_CARD'
      ? provider.sites.flatMap((place) => place.doors.map((door) => ({ provider, site: place, door })))
      : [],
  );
