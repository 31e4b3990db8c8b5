import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { FactorDeps, FactorSending, Prover, ReadyFactor } from './factor-module';
import type { Recipient } from './factor.rules';
import { offeredFactors, offerOf, type Factor } from './registry';

/** The factors that are offered, ready for work. */
export interface ReadyFactors {
  /** Throws for a factor that is not offered: no challenge has it. */
  of(factor: Factor): ReadyFactor;
  /** Throws for a factor that sends nothing: no challenge of it is sent. */
  sendingOf(factor: Factor): FactorSending;
  /** Undefined for a factor that is not offered, or by which they cannot prove anything now. Changes nothing. */
  begin(tx: EntityManager, factor: Factor, prover: Prover): Promise<Beginning | undefined>;
  /** Those by which they can prove something now, in the order to try. */
  listUsable(tx: EntityManager, prover: Prover): Promise<Factor[]>;
  /** Others that the account can use now; none for somebody who is not signed in: what they prove is the phone itself. */
  listAlternatives(tx: EntityManager, accountId: Id<'account'> | null, except: Factor): Promise<Factor[]>;
}

/** What a challenge by a factor begins with. */
export interface Beginning {
  readonly factorState: string;
  /** Null where nothing is sent. */
  readonly contact: Recipient | null;
}

export function createReadyFactors(deps: FactorDeps): ReadyFactors {
  const ready = new Map(offeredFactors.map((factor) => [factor, offerOf(factor).create(deps)]));
  const of = (factor: Factor): ReadyFactor => {
    const found = ready.get(factor);
    if (!found) throw new Error(`the factor ${factor} is not offered`);
    return found;
  };

  async function begin(tx: EntityManager, name: Factor, prover: Prover): Promise<Beginning | undefined> {
    const factor = ready.get(name);
    if (!factor) return undefined;
    const contact = await reach(factor, tx, prover);
    // What a stranger proves is the phone itself, which only what reaches it can.
    if (contact === undefined || (contact === null && 'phone' in prover)) return undefined;
    const factorState = await factor.newState(tx, prover);
    return factorState === undefined ? undefined : { factorState, contact };
  }

  async function listUsable(tx: EntityManager, prover: Prover): Promise<Factor[]> {
    const usable: Factor[] = [];
    for (const factor of offeredFactors) if (await begin(tx, factor, prover)) usable.push(factor);
    return usable;
  }

  return {
    of,
    begin,
    sendingOf(factor) {
      const { sending } = of(factor);
      if (!sending) throw new Error(`the factor ${factor} sends nothing`);
      return sending;
    },
    listUsable,
    listAlternatives: async (tx, accountId, except) =>
      accountId ? (await listUsable(tx, { accountId })).filter((factor) => factor !== except) : [],
  };
}

/** Null for a factor that sends nothing, undefined when it does and does not reach them. */
async function reach(
  { sending }: ReadyFactor,
  tx: EntityManager,
  prover: Prover,
): Promise<Recipient | null | undefined> {
  if (!sending) return null;
  return sending.findRecipient(tx, prover);
}
