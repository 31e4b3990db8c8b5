import { z } from 'zod';
import { inBothLanguages } from '@bindery/localisation';
import { simulatedOf, type Behaviour, type Site } from './kinds';

const textInBoth = inBothLanguages(z.string());

/** What the catalogue says of every provider, as far as a provider itself has to know. */
const offer = z.object({
  kind: z.string(),
  name: textInBoth,
  restore: z.object({ windowDays: z.int().positive().nullable() }),
  suspend: z.object({ mode: z.string() }),
  simulated: z.unknown().optional(),
});

/** An entry of the catalogue, as the simulator reads it. */
export const providerEntry = offer.transform(({ kind, name, restore, suspend, simulated }, context) => {
  // Misspelt, a fact of the simulated world would be passed over in silence: each kind reads its own strictly.
  const behaviour = simulatedOf(kind).safeParse(simulated);
  for (const { path, message } of behaviour.error?.issues ?? [])
    context.addIssue({ code: 'custom', path: ['simulated', ...path], message });
  if (!behaviour.success) return z.NEVER;
  return {
    kind,
    name,
    /** Days after removal in which a credential can come back; null where it never does. */
    restoreWindowDays: restore.windowDays,
    canSuspend: suspend.mode === 'NATIVE',
    ...(behaviour.data satisfies Behaviour),
  };
});

export type Provider = z.infer<typeof providerEntry> & { readonly code: string };

/** The companies outside, by code. */
export type Providers = ReadonlyMap<string, Provider>;

export interface PlacedDoor {
  readonly site: Site;
  readonly door: Site['doors'][number];
}

/** Every door of every site. */
export const placedDoors = (providers: Providers): readonly PlacedDoor[] =>
  [...providers.values()].flatMap(({ sites }) => sites.flatMap((site) => site.doors.map((door) => ({ site, door }))));
