import { err, ok, type Result, systemClock } from '@bindery/kernel';
import type { Metrics } from '@bindery/service';
import type { Refusal } from '../../refusals/refusal';
import { createAdmissionMetrics } from './admission-metrics';
import { createBudgets, type BudgetRates, type Spending } from './budgets';
import { toAddressKey } from '@bindery/values';
import { Gate, type Leave } from './gate';
import type { Lane } from './operation-lane';

export interface AdmissionOptions extends BudgetRates {
  /** Ordinary operations worked on at once, at most: fewer while they are slow. */
  readonly slots: number;
  /** The same for reserved operations, besides. */
  readonly reservedSlots: number;
  /** For logins, registrations and new passwords; and for codes of who is not signed in. */
  readonly passwordSlots: number;
  readonly codeSlots: number;
}

export interface Admission {
  /** Before anything of a request is read. */
  arrive(address: string): Promise<Refusal | undefined>;
  /** Answers how to leave when the work is done; waits a little for a free slot. */
  enter(who: Spending): Promise<Result<Leave, Refusal>>;
}

/** An operation that takes longer is a sign that the subgraphs have more than they can do: far less than SUBGRAPH_TIMEOUT_MS, which ends it. */
const targetMs = 500;

/** An ordinary request that waited longer is not worth its work any more: people have pressed again. */
const waitMs = 1_000;

/** A reserved one is worth waiting for. */
const reservedWaitMs = 5_000;

/** Somebody who logs in sees that it takes a moment. */
const signInWaitMs = 5_000;

/** Who waits for a password or a code, for each slot: what it can serve in that time, at a tenth of a second each. */
const signInQueueForEachSlot = 48;

/** Waiting ordinary requests for each slot; with the wait above, what a slot can serve at 250 ms each. */
const queueForEachSlot = 4;

/** Those turned away come back spread over this time, so that they do not come back together. */
const comeBackMs = { least: 1_000, spread: 3_000 };

/**
 * Who may come in: a budget for each address and account, then a slot out of a bounded number, for which addresses and accounts take turns. Each way has its own of
 * all. Only ordinary operations say how busy the subgraphs are: a password takes its time however idle they are, and a flood of them must not
 * take the slots of those who are signed in.
 */
export function createAdmission(
  { slots, reservedSlots, passwordSlots, codeSlots, ...rates }: AdmissionOptions,
  metrics: Metrics,
): Admission {
  const budgets = createBudgets(rates);
  const signIns = (atOnce: number) =>
    new Gate({ slots: atOnce, queueMax: atOnce * signInQueueForEachSlot, waitMs: signInWaitMs });
  const gates: Readonly<Record<Lane, Gate>> = {
    passwords: signIns(passwordSlots),
    codes: signIns(codeSlots),
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
      const leave = await gates[who.lane].enter(who.accountId ?? toAddressKey(who.address));
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
  const until = new Date(systemClock.nowMs() + comeBackMs.least + Math.random() * comeBackMs.spread);
  return { code: 'OVERLOADED', status: 503, until, remedies: [{ code: 'TryAgain', at: until }] };
}
