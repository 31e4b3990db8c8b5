import { z } from 'zod';
import { inBothLanguages } from '@bindery/localisation';
import { simulatedOf, type Behaviour, type Site } from './kinds';

const textInBoth = inBothLanguages(z.string());

/** What the catalogue says of every provider, as far as a provider itself has to know. */
const offer = z.object({
  position: z.int(),
  style: z.string(),
  kind: z.string(),
  name: textInBoth,
  restore: z.object({ windowDays: z.int().positive().nullable() }),
  suspend: z.object({ mode: z.string() }),
  deviceMove: z.object({ carries: z.array(z.string()) }).default({ carries: [] }),
  offlineRevocationWorstCase: z.iso.duration().default('PT0S'),
  simulated: z.unknown().optional(),
});

/** An entry of the catalogue, as the simulator reads it. */
export const providerEntry = offer.transform(
  ({ position, style, kind, name, restore, suspend, deviceMove, offlineRevocationWorstCase, simulated }, context) => {
    // Misspelt, a fact of the simulated world would be passed over in silence: each kind reads its own strictly.
    const behaviour = simulatedOf(kind).safeParse(simulated);
    for (const { path, message } of behaviour.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['simulated', ...path], message });
    if (!behaviour.success) return z.NEVER;
    return {
      position,
      style,
      kind,
      name,
      /** Days after removal in which a credential can come back; null where it never does. */
      restoreWindowDays: restore.windowDays,
      /** What goes over to a credential that follows another of the same account. */
      carries: deviceMove.carries,
      canSuspend: suspend.mode === 'NATIVE',
      /** After a removal, until a reader without a line has forgotten the credential by itself. */
      offlineWorstCaseMs: millisecondsOf(offlineRevocationWorstCase),
      /** The same as it is told: ISO 8601. */
      offlineWorstCase: offlineRevocationWorstCase,
      ...(behaviour.data satisfies Behaviour),
    };
  },
);

/** Of an ISO 8601 duration of days, hours, minutes and seconds. */
function millisecondsOf(duration: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = (match ?? []).slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

export type Provider = z.infer<typeof providerEntry> & { readonly code: string };

/** The companies outside, by code. */
export type Providers = ReadonlyMap<string, Provider>;

export interface PlacedDoor {
  readonly provider: string;
  readonly site: Site;
  readonly door: Site['doors'][number];
}

/** Every door of every site. */
export const placedDoors = (providers: Providers): readonly PlacedDoor[] =>
  [...providers.values()].flatMap(({ code, sites }) =>
    sites.flatMap((site) => site.doors.map((door) => ({ provider: code, site, door }))),
  );
