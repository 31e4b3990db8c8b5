import type { Row } from '../row';

/** Rows 13 to 22: how a binding ends, comes back, or gives way to another. */
export const unbindingRows = [
  {
    row: 13,
    from: ['BOUND', 'AWAITING_ACTIVATION'],
    to: 'UNBINDING',
    steps: [
      {
        on: 'RequestUnbind',
        by: ['HOLDER', 'ACCESS_ADMIN', 'AGENT', 'RISK', 'COMPLIANCE'],
        onlyIf: [
          'doorsOnlyIfByAdmin',
          'planFresh',
          'planMatches',
          'blockersCleared',
          'feeAccepted',
          'unbindProofFresh',
          'unbindProofUnused',
          'proofForThisPlan',
          'holderProofIfByAgent',
        ],
        then: 'sendUnbind',
        also: ['UseUpUnbindProof', 'MoveDefaultAway', 'TakeSnapshot', 'SendOperation'],
      },
    ],
  },
  {
    row: 14,
    from: ['UNBINDING'],
    to: 'UNBOUND',
    steps: [
      {
        on: 'ProviderConfirmed',
        by: ['PROVIDER', 'SYSTEM'],
        onlyIf: ['answersOpenOperation'],
        then: 'settle',
        also: ['StartRestoreWindowUnlessRevoked', 'ChargeFee', 'IssueReceipt'],
      },
      {
        on: 'ProviderSaysAbsent',
        by: ['PROVIDER', 'SYSTEM'],
        onlyIf: ['answersOpenOperation'],
        then: 'settle',
        also: ['StartRestoreWindowUnlessRevoked', 'ChargeFee', 'IssueReceipt'],
      },
    ],
  },
  {
    row: 15,
    from: ['UNBINDING'],
    to: 'BOUND',
    steps: [
      {
        on: 'ProviderRefused',
        by: ['PROVIDER'],
        onlyIf: ['answersOpenOperation', 'definitive', 'stillThere'],
        then: 'backOut',
        also: ['ReturnDefault', 'ReapplyHolds', 'QueryIfInDoubt', 'OpenCaseIfNotRevoked', 'ListRemedies'],
      },
    ],
  },
  {
    row: 16,
    from: ['BOUND', 'AWAITING_ACTIVATION'],
    to: 'UNBOUND',
    steps: [
      {
        on: 'RemovedElsewhere',
        by: ['PROVIDER', 'DEVICE'],
        onlyIf: ['confirmedByQuery'],
        then: 'settle',
        also: ['AskWasThisYou', 'MoveDefaultAway', 'TakeSnapshot', 'StartRestoreWindow'],
      },
    ],
  },
  {
    row: 17,
    from: ['UNBOUND'],
    to: 'RESTORING',
    steps: [
      {
        on: 'RequestRestore',
        by: ['HOLDER'],
        onlyIf: ['policyAllows', 'withinWindow', 'slotFree', 'proofFresh', 'proofUnused', 'proofForThisRestore'],
        then: 'send',
        also: ['UseUpProofs', 'SendOperation'],
      },
      {
        on: 'Reinstate',
        by: ['SYSTEM'],
        onlyIf: [
          'disputeUpheld',
          'policyAllows',
          'withinWindow',
          'slotFree',
          'proofFresh',
          'proofUnused',
          'proofForThisRestore',
          'proofNotFromDisputedAct',
        ],
        then: 'sendReinstatement',
        also: ['UseUpProofs', 'SendOperation'],
      },
    ],
  },
  {
    row: 18,
    from: ['RESTORING'],
    to: 'BOUND',
    steps: [
      {
        on: 'ProviderConfirmed',
        by: ['PROVIDER'],
        onlyIf: ['answersOpenOperation'],
        then: 'settle',
        also: ['RefundFeeIfReinstated', 'MakeDefaultIfFirst', 'ReapplyHolds'],
      },
    ],
  },
  {
    row: 19,
    from: ['RESTORING'],
    to: 'UNBOUND',
    steps: [
      {
        on: 'ProviderRefused',
        by: ['PROVIDER'],
        onlyIf: ['answersOpenOperation', 'definitive'],
        then: 'backOut',
        also: ['QueryIfInDoubt', 'ListRemedies', 'OfferRebind'],
      },
    ],
  },
  {
    row: 20,
    from: ['UNBOUND'],
    to: 'RETIRED',
    steps: [
      {
        on: 'Lapse',
        by: ['SYSTEM'],
        onlyIf: ['deadlinePassed', 'noOpenDispute', 'noRetentionDuty', 'nothingUnsettled'],
        then: 'settle',
        also: ['PurgeSecrets'],
      },
    ],
  },
  {
    row: 21,
    from: ['BOUND'],
    to: 'REPLACED',
    steps: [
      {
        on: 'SuccessorBound',
        by: ['SYSTEM'],
        onlyIf: ['successorIsBound', 'lineageStaysAcyclic'],
        then: 'settle',
        also: ['HandOverToSuccessor'],
      },
    ],
  },
  {
    row: 22,
    from: ['BOUND'],
    to: 'UNBINDING',
    steps: [
      {
        on: 'Revoke',
        by: ['SYSTEM'],
        onlyIf: ['disputeUpheld'],
        then: 'sendRevocation',
        also: ['MoveDefaultAway', 'SendOperation'],
      },
    ],
  },
] as const satisfies readonly Row[];
