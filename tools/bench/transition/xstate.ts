import type {
  Effect,
  Hold,
  HoldKey,
  OperationRef,
  Sync,
  Trigger,
  TriggerOf,
  TriggerType,
} from '@bindery/card-lifecycle';
import { assign, setup } from 'xstate';

/**
 * The part of the card machine that the journey of the benchmark walks, written by hand as one would for XState 5:
 * phases as states, holds and sync as context, the same conditions as guards, the same consequences as actions.
 * One function per guard and one per consequence list, the quickest way XState offers.
 */
export interface CardContext {
  readonly holds: readonly Hold[];
  readonly sync: Sync;
}

type Args<Type extends TriggerType> = { readonly context: CardContext; readonly event: TriggerOf<Type> };

const inSync: Sync = { state: 'IN_SYNC' };
const ourHolds = ({ holds }: CardContext) => holds.filter(({ owner }) => owner !== 'PROVIDER');
const isSame = (one: HoldKey, other: HoldKey) => one.owner === other.owner && one.reason === other.reason;
const usable = ({ holds, sync }: CardContext) =>
  holds.length === 0 && sync.state !== 'UNKNOWN' && sync.state !== 'DIVERGED';
const openOperation = ({ sync }: CardContext) => (sync.state === 'IN_SYNC' ? undefined : sync.operation);
const pending = ({ id, kind, deadline }: OperationRef, lifts?: HoldKey): Sync => ({
  state: 'PENDING',
  operation: lifts === undefined ? { id, kind, deadline } : { id, kind, deadline, lifts },
});

function answersOpen({
  context,
  event,
}: {
  context: CardContext;
  event: TriggerOf<'ProviderConfirmed' | 'ProviderRefused'>;
}): boolean {
  const open = openOperation(context);
  return open !== undefined && open.id === event.operationId && open.kind === event.operationKind;
}

const byProvider = (args: Args<'ProviderConfirmed'>) => args.event.actor === 'PROVIDER' && answersOpen(args);

const speaks: Record<string, readonly string[]> = { HOLDER: ['HOLDER'], RISK: ['RISK'], PROVIDER: ['PROVIDER'] };

function mayUnbind({ event: e }: Args<'RequestUnbind'>): boolean {
  return (
    ['HOLDER', 'ACCESS_ADMIN', 'AGENT', 'RISK', 'COMPLIANCE'].includes(e.actor) &&
    (e.actor !== 'ACCESS_ADMIN' || e.opensDoors) &&
    e.planFresh &&
    e.planMatches &&
    e.blockersCleared &&
    e.feeAccepted &&
    e.proofFresh &&
    e.proofUnused &&
    e.proofForThisPlan &&
    (e.actor !== 'AGENT' || e.holderProof)
  );
}

const mayRestore = ({ event: e }: Args<'RequestRestore'>) =>
  e.actor === 'HOLDER' &&
  e.withinWindow &&
  e.policyAllows &&
  e.slotFree &&
  e.proofFresh &&
  e.proofUnused &&
  e.proofForThisRestore;

const mayStart = ({ event: e }: Args<'RequirementsMet'>) =>
  e.actor === 'SYSTEM' &&
  e.proofsFresh &&
  e.proofsUnused &&
  e.proofsForThisBinding &&
  e.consentRecorded &&
  e.reviewDeadline === null;

const tellsResume = ({ context, event }: Args<'LiftHold'>) =>
  event.operation !== undefined && ourHolds(context).every((hold) => isSame(hold, event));

/** Builds the machine; `emit` takes each consequence as it happens. */
export function createCardMachine(emit: (effect: Effect) => void) {
  const useUpProofs = () => emit({ type: 'UseUpProofs' });
  const { createMachine } = setup({ types: {} as { context: CardContext; events: Trigger } });
  const emitSend = ({ context }: { context: CardContext }) => {
    if (context.sync.state === 'PENDING') emit({ type: 'SendOperation', operation: context.sync.operation });
  };
  const onBound = ({ context }: { context: CardContext }) => {
    if (usable(context)) emit({ type: 'MakeDefaultIfFirst' });
    if (ourHolds(context).length > 0) emit({ type: 'ReapplyHolds' });
  };

  return createMachine({
    initial: 'VERIFYING',
    context: { holds: [], sync: inSync },
    states: {
      VERIFYING: {
        on: {
          RequirementsMet: {
            guard: mayStart,
            target: 'BINDING',
            actions: [
              assign(({ event }: Args<'RequirementsMet'>) => ({ sync: pending(event.operation) })),
              useUpProofs,
              emitSend,
            ],
          },
        },
      },
      BINDING: {
        on: { ProviderConfirmed: { guard: byProvider, target: 'BOUND', actions: [assign({ sync: inSync }), onBound] } },
      },
      BOUND: {
        on: {
          AddHold: {
            guard: ({ event }: Args<'AddHold'>) => speaks[event.hold.owner]?.includes(event.actor) === true,
            actions: [
              ({ context }: Args<'AddHold'>) => {
                if (usable(context)) emit({ type: 'MoveDefaultAway' });
              },
              assign(({ context, event }: Args<'AddHold'>) => ({
                holds: context.holds.some((hold) => isSame(hold, event.hold))
                  ? context.holds
                  : [...context.holds, event.hold],
                sync:
                  event.operation !== undefined && ourHolds(context).length === 0
                    ? pending(event.operation)
                    : context.sync,
              })),
              emitSend,
            ],
          },
          LiftHold: {
            guard: ({ context, event }: Args<'LiftHold'>) =>
              speaks[event.owner]?.includes(event.actor) === true &&
              context.holds.some((hold) => isSame(hold, event)) &&
              !(context.sync.state === 'UNKNOWN' && tellsResume({ context, event })),
            actions: [
              assign(({ context, event }: Args<'LiftHold'>) =>
                event.operation !== undefined && tellsResume({ context, event })
                  ? { sync: pending(event.operation, { owner: event.owner, reason: event.reason }) }
                  : { holds: context.holds.filter((hold) => !isSame(hold, event)) },
              ),
              emitSend,
              ({ context }: Args<'LiftHold'>) => {
                if (usable(context)) emit({ type: 'ReturnDefault' });
              },
            ],
          },
          ProviderConfirmed: {
            guard: byProvider,
            actions: [
              assign(({ context }: Args<'ProviderConfirmed'>) => {
                const lifts = openOperation(context)?.lifts;
                return {
                  sync: inSync,
                  holds: lifts === undefined ? context.holds : context.holds.filter((hold) => !isSame(hold, lifts)),
                };
              }),
              ({ context }: Args<'ProviderConfirmed'>) => {
                if (usable(context)) emit({ type: 'ReturnDefault' });
              },
            ],
          },
          RequestUnbind: {
            guard: mayUnbind,
            target: 'UNBINDING',
            actions: [
              ({ context }: Args<'RequestUnbind'>) => {
                emit({ type: 'UseUpProofs' });
                if (usable(context)) emit({ type: 'MoveDefaultAway' });
                emit({ type: 'TakeSnapshot' });
              },
              assign(({ event }: Args<'RequestUnbind'>) => ({ sync: pending(event.operation) })),
              emitSend,
            ],
          },
        },
      },
      UNBINDING: {
        on: {
          ProviderConfirmed: {
            guard: (args: Args<'ProviderConfirmed'>) =>
              ['PROVIDER', 'SYSTEM'].includes(args.event.actor) && answersOpen(args),
            target: 'UNBOUND',
            actions: [
              assign({ sync: inSync }),
              () => {
                emit({ type: 'StartRestoreWindow' });
                emit({ type: 'ChargeFee' });
                emit({ type: 'IssueReceipt' });
              },
            ],
          },
          ProviderRefused: {
            guard: (args: Args<'ProviderRefused'>) =>
              args.event.actor === 'PROVIDER' &&
              answersOpen(args) &&
              args.event.definitive &&
              args.event.stillThere === true,
            target: 'BOUND',
            actions: [
              assign({ sync: inSync }),
              ({ context, event }: Args<'ProviderRefused'>) => {
                if (usable(context)) emit({ type: 'ReturnDefault' });
                if (ourHolds(context).length > 0) emit({ type: 'ReapplyHolds' });
                emit({ type: 'ListRemedies', causes: [event.cause] });
              },
            ],
          },
        },
      },
      UNBOUND: {
        on: {
          RequestRestore: {
            guard: mayRestore,
            target: 'RESTORING',
            actions: [
              assign(({ event }: Args<'RequestRestore'>) => ({ sync: pending(event.operation) })),
              useUpProofs,
              emitSend,
            ],
          },
        },
      },
      RESTORING: {
        on: { ProviderConfirmed: { guard: byProvider, target: 'BOUND', actions: [assign({ sync: inSync }), onBound] } },
      },
    },
  });
}
