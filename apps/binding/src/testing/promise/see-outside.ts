import type { OwedOutside, SimulatedWorld } from '@bindery/simulated-world';
import type { WayIn } from './ways';

/** What the world outside says of a card, whatever the service says of it. */
export interface SeenOutside {
  /** What is open on it; null where nobody outside knows the card. */
  readonly owed: OwedOutside | null;
  /** For each of its mandates, whether its merchant can collect now. */
  readonly collects: readonly boolean[];
  /** Whether the agreement that stands behind it runs; null where there is none. */
  readonly agreementRuns: boolean | null;
  /** Whether its keys sign; null where nobody has keys. */
  readonly keysSign: boolean | null;
}

/** Looks at it; a mandate is tried by collecting, an agreement by taking from it. */
export async function seeOutside(
  world: SimulatedWorld,
  provider: string,
  reference: string,
  { agreementRuns, keysSign }: WayIn,
): Promise<SeenOutside> {
  const isKnown = (await world.memory()).credentials.some((one) => one.credentialReference === reference);
  const owed = isKnown ? await world.obligationsOf(reference) : null;
  const collects: boolean[] = [];
  for (const { id } of owed?.mandates ?? [])
    collects.push((await world.charge(provider, reference, { mandateId: id })).charged);
  return {
    owed,
    collects,
    agreementRuns: (await agreementRuns?.(reference)) ?? null,
    keysSign: (await keysSign?.()) ?? null,
  };
}
