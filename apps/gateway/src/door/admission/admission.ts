import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { Metrics } from '@bindery/service';
import type { Refusal } from '../../refusals/refusal';
import { createAdmissionMetrics } from './admission-metrics';
import { createBudgets, type BudgetRates } from './budgets';
import { Gate, type Leave } from './gate';

export interface AdmissionOptions extends BudgetRates {
  /** Ordinary operations worked on at once, at most: fewer while they are slow. */
  readonly slots: number;
  /** The same for reserved operations, besides. */
  readonly reservedSlots: number;
}

export interface Admitted {
  readonly address: string;
  readonly accountId: Id<'account'> | undefined;
  readonly reserved: boolean;
}

export interface Admission {
  /** Before anything of a request is read. */
  arrive(address: string): Promise<Refusal | undefined>;
  /** Answers how to leave when the work is done; waits a little for a free slot. */
  enter(who: Admitted): Promise<Result<Leave, Refusal>>;
}

/** An operation that takes longer is a sign that the subgraphs have more than they can do: far less than SUBGRAPH_TIMEOUT_MS, which ends it. */
const targetMs = 500;

/** An ordinary request that waited longer is not worth its work any more: people have pressed again. */
const waitMs = 1_000;

/** A reserved one is worth waiting for. */
const reservedWaitMs = 5_000;

/** Waiting ordinary requests for each slot; with the wait above, what a slot can serve at 250 ms each. */
const queueForEachSlot = 4;

/** Those turned away come back spread over this time, so that they do not come back together. */
const comeBackMs = { least: 1_000, spread: 3_000 };

/** Who may come in: a budget for each address and account, then a slot out of a bounded number. Reserved operations have their own of both. */
export function createAdmission({ slots, reservedSlots, ...rates }: AdmissionOptions, metrics: Metrics): Admission {
  const budgets = createBudgets(rates);
  const gates = {
    ordinary: new Gate({ slots, targetMs, queueMax: slots * queueForEachSlot, waitMs }),
    reserved: new Gate({
      slots: reservedSlots,
      queueMax: reservedSlots * queueForEachSlot * (reservedWaitMs / waitMs),
      waitMs: reservedWaitMs,
    }),
  };
  createAdmissionMetrics(metrics, gates);
  return {
    async arrive(address) {
      const until = await budgets.arrive(address);
      return until && tooMany(until);
    },
    async enter(who) {
      const until = await budgets.spend(who);
      if (until) return err(tooMany(until));
      const leave = await (who.reserved ? gates.reserved : gates.ordinary).enter();
      return leave ? ok(leave) : err(overloaded());
    },
  };
}

const tooMany = (until: Date): Refusal => ({
  code: 'TOO_MANY_REQUESTS',
  status: 429,
  until,
  remedies: [{ code: 'TryAgain', at: until }],
});

function overloaded(): Refusal {
  const until = new Date(Date.now() + comeBackMs.least + Math.random() * comeBackMs.spread);
  return { code: 'OVERLOADED', status: 503, until, remedies: [{ code: 'TryAgain', at: until }] };
}
