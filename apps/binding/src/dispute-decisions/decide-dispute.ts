import { err, faultOfWords, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import {
  findDispute,
  insertDecision,
  listDecisions,
  lockDispute,
  refuseConfirmation,
  refuseDecision,
  saveDispute,
  type Decision,
  type DecisionStep,
  type LockedDispute,
} from '../disputes';
import { lockBinding, type LockedBinding } from '../lifecycle';
import type { ConcludeDispute } from './conclude-dispute';
import type { DecideDisputeError } from './dispute-decisions.errors';
import { listActors } from './list-actors';

interface Agents {
  /** One of our people: whoever calls has looked. */
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly disputeId: Id<'dispute'>;
}
export interface DecideDisputeCommand extends Agents {
  readonly decision: Decision;
  /** Why, for the holder. */
  readonly words: string;
}
export interface ConfirmDecisionCommand extends Agents {
  /** The proposal that was read. */
  readonly decisionId: Id<'decision'>;
  readonly agree: boolean;
}

type Outcome = Result<{ readonly disputeId: Id<'dispute'> }, DecideDisputeError>;
export type DecideDispute = (command: DecideDisputeCommand) => Promise<Outcome>;
export type ConfirmDecision = (command: ConfirmDecisionCommand) => Promise<Outcome>;

export interface DecideDisputeDeps {
  readonly once: Once;
  readonly concludeDispute: ConcludeDispute;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

export const reasonMax = 2000;

/** The binding first, then its dispute: everybody locks in this order. */
async function lockBoth(
  tx: EntityManager,
  disputeId: Id<'dispute'>,
): Promise<{ readonly locked: LockedBinding; readonly dispute: LockedDispute } | null> {
  const known = await findDispute(tx, disputeId);
  const locked = known && (await lockBinding(tx, known.bindingId));
  const dispute = locked && (await lockDispute(tx, disputeId));
  return locked && dispute ? { locked, dispute } : null;
}

function createSay({ clock }: Pick<DecideDisputeDeps, 'clock'>) {
  return (
    tx: EntityManager,
    { viewer, disputeId }: Agents,
    said: { readonly step: DecisionStep; readonly decision: Decision; readonly words: string | null },
  ) => {
    const at = clock.now();
    const id = newId('decision', at.getTime());
    return insertDecision(tx, { id, disputeId, ...said, decidedBy: viewer.accountId, at });
  };
}

/** Rejects a dispute, or proposes to uphold it, which takes another person. */
export function createDecideDispute({ once, concludeDispute, security, clock }: DecideDisputeDeps): DecideDispute {
  const say = createSay({ clock });
  return async (command) => {
    const { viewer, idempotencyKey, disputeId, decision, words } = command;
    const fault = faultOfWords('reason', words, reasonMax);
    if (fault) return err(fault);
    const result = await once(
      {
        owner: viewer.accountId,
        operation: 'decideDispute',
        idempotencyKey,
        request: { disputeId, decision, words },
      },
      async (tx): Promise<Outcome> => {
        const both = await lockBoth(tx, disputeId);
        if (!both) return err({ kind: 'NOT_FOUND' });
        const { locked, dispute } = both;
        const who = { agentId: viewer.accountId, actors: await listActors(tx, dispute) };
        const refusal = refuseDecision(dispute, who);
        if (refusal) return err(refusal);
        if (decision === 'UPHOLD') {
          await say(tx, command, { step: 'PROPOSED', decision, words });
          await saveDispute(tx, dispute, { state: 'PROPOSED' });
        } else {
          await say(tx, command, { step: 'DECIDED', decision, words });
          await concludeDispute(tx, locked, dispute, decision);
        }
        return ok({ disputeId });
      },
    );
    if (result.ok) security.record('dispute-decided', { userId: viewer.accountId, labels: { subject: decision } });
    return result;
  };
}

/** Another person agrees with what was proposed, which carries it out, or differs, which opens it again. */
export function createConfirmDecision({ once, concludeDispute, security, clock }: DecideDisputeDeps): ConfirmDecision {
  const say = createSay({ clock });
  return async (command) => {
    const { viewer, idempotencyKey, disputeId, decisionId, agree } = command;
    const request = { disputeId, decisionId, agree };
    const result = await once(
      { owner: viewer.accountId, operation: 'confirmDisputeDecision', idempotencyKey, request },
      async (tx): Promise<Outcome> => {
        const both = await lockBoth(tx, disputeId);
        if (!both) return err({ kind: 'NOT_FOUND', field: 'disputeId' });
        const { locked, dispute } = both;
        const said = await listDecisions(tx, [disputeId]);
        const proposal = said.findLast(({ step }) => step === 'PROPOSED') ?? null;
        const actors = await listActors(tx, dispute);
        const refusal = refuseConfirmation(dispute, proposal, { agentId: viewer.accountId, actors, decisionId });
        if (refusal) return err(refusal);
        await say(tx, command, { step: agree ? 'CONFIRMED' : 'DISAGREED', decision: 'UPHOLD', words: null });
        if (agree) await concludeDispute(tx, locked, dispute, 'UPHOLD');
        else await saveDispute(tx, dispute, { state: 'OPEN' });
        return ok({ disputeId });
      },
    );
    const subject = agree ? 'CONFIRMED' : 'DISAGREED';
    if (result.ok) security.record('dispute-decided', { userId: viewer.accountId, labels: { subject } });
    return result;
  };
}
