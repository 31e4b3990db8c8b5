import { livePhases } from '../phases';
import type { Row } from '../row';

/**
 * Row 12. A hold may come and go in every phase that something can still happen in: what happens meanwhile to the account,
 * the device or the document must not be forgotten when the card is bound, or an unbinding is refused, later on.
 */
export const holdRows = [
  {
    row: 12,
    from: livePhases,
    to: 'SAME',
    steps: [
      {
        on: 'AddHold',
        by: ['HOLDER', 'PROVIDER', 'RISK', 'COMPLIANCE', 'SYSTEM'],
        onlyIf: ['ownsNewHold', 'holderHoldsWhatIsOn'],
        then: 'addHold',
        also: ['MoveDefaultAway', 'SendOperation'],
      },
      {
        on: 'LiftHold',
        by: ['HOLDER', 'PROVIDER', 'RISK', 'COMPLIANCE', 'SYSTEM'],
        onlyIf: ['ownsHold', 'holdPresent', 'holderHoldsWhatIsOn', 'providerCanBeTold'],
        then: 'liftHold',
        also: ['SendOperation', 'ReturnDefault'],
      },
      {
        on: 'ProviderConfirmed',
        by: ['PROVIDER'],
        from: ['BOUND'],
        onlyIf: ['answersOpenOperation'],
        then: 'suspendedOrResumed',
        also: ['ReapplyHolds', 'ReturnDefault'],
      },
      {
        on: 'ProviderRefused',
        by: ['PROVIDER'],
        from: ['BOUND'],
        onlyIf: ['answersOpenOperation', 'definitive'],
        then: 'notSuspendedOrResumed',
        also: ['OpenCaseIfNotSuspended', 'QueryIfInDoubt', 'MoveDefaultAway', 'ReturnDefault', 'ListRemedies'],
      },
    ],
  },
] as const satisfies readonly Row[];

/** Row 23. */
export const syncRows = [
  {
    row: 23,
    from: livePhases,
    to: 'SAME',
    steps: [
      {
        on: 'SyncChanged',
        by: ['SYSTEM'],
        onlyIf: ['keepsOpenOperation', 'backedByQuery'],
        then: 'changeSync',
        also: [
          'QueryProvider',
          'OpenCaseIfOverdue',
          'HealDivergence',
          'OpenCaseIfUnhealable',
          'SendOperation',
          'MoveDefaultAway',
          'ReturnDefault',
        ],
      },
    ],
  },
] as const satisfies readonly Row[];

/** Row 24. The card lives on with what its issuer has changed of it, and so does every binding that may be used or come back. */
export const updateRows = [
  {
    row: 24,
    from: ['BOUND', 'UNBINDING', 'UNBOUND', 'RESTORING'],
    to: 'SAME',
    steps: [{ on: 'CardUpdated', by: ['PROVIDER'], onlyIf: [], then: 'keep', also: [] }],
  },
] as const satisfies readonly Row[];
