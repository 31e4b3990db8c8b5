import type { Row } from '../row';

/** Rows 1 to 11: from the wish to bind a card to its being bound, or declined. */
export const bindingRows = [
  {
    row: 1,
    from: [null],
    to: 'VERIFYING',
    steps: [
      {
        on: 'StartBinding',
        by: ['HOLDER', 'ACCESS_ADMIN'],
        onlyIf: ['invitedIfByAdmin', 'accountInGoodStanding', 'consentRecorded', 'slotFree', 'withinProviderLimit'],
        then: 'start',
        also: ['ListRequirements'],
      },
    ],
  },
  {
    row: 2,
    from: ['VERIFYING'],
    to: 'BINDING',
    steps: [
      {
        on: 'RequirementsMet',
        by: ['HOLDER'],
        when: 'noReviewNeeded',
        onlyIf: ['proofsFresh', 'proofsUnused', 'proofsForThisBinding', 'consentRecorded'],
        then: 'send',
        also: ['UseUpProofs', 'SendOperation'],
      },
    ],
  },
  {
    row: 3,
    from: ['VERIFYING'],
    to: 'IN_REVIEW',
    steps: [
      {
        on: 'RequirementsMet',
        by: ['HOLDER'],
        when: 'reviewNeeded',
        onlyIf: ['proofsFresh', 'proofsUnused', 'proofsForThisBinding', 'consentRecorded'],
        then: 'keep',
        also: ['UseUpProofs', 'ShowReviewDeadline'],
      },
    ],
  },
  {
    row: 4,
    from: ['IN_REVIEW'],
    to: 'BINDING',
    steps: [
      {
        on: 'Approve',
        by: ['REVIEWER'],
        onlyIf: ['reviewerIsNotHolder', 'enoughReviewers', 'consentRecorded'],
        then: 'send',
        also: ['SendOperation'],
      },
    ],
  },
  {
    row: 5,
    from: ['IN_REVIEW'],
    to: 'VERIFYING',
    steps: [{ on: 'AskForMore', by: ['REVIEWER'], onlyIf: ['roundsLeft'], then: 'keep', also: ['ListReasons'] }],
  },
  {
    row: 6,
    from: ['VERIFYING', 'IN_REVIEW'],
    to: 'DECLINED',
    steps: [
      { on: 'Refuse', by: ['REVIEWER'], onlyIf: [], then: 'settle', also: [] },
      { on: 'Cancel', by: ['HOLDER'], onlyIf: [], then: 'settle', also: [] },
      { on: 'Lapse', by: ['SYSTEM'], onlyIf: ['deadlinePassed'], then: 'settle', also: [] },
    ],
  },
  {
    row: 7,
    from: ['BINDING'],
    to: 'BOUND',
    steps: [
      {
        on: 'ProviderConfirmed',
        by: ['PROVIDER'],
        onlyIf: ['answersOpenOperation'],
        then: 'settle',
        also: ['MakeDefaultIfFirst', 'ReapplyHolds'],
      },
    ],
  },
  {
    row: 8,
    from: ['BINDING'],
    to: 'AWAITING_ACTIVATION',
    steps: [
      {
        on: 'ProviderWantsActivation',
        by: ['PROVIDER'],
        onlyIf: ['answersOpenOperation'],
        then: 'awaitActivation',
        also: ['ListActivationMethods', 'ShowActivationDeadline'],
      },
    ],
  },
  {
    row: 9,
    from: ['BINDING'],
    to: 'DECLINED',
    steps: [
      {
        on: 'ProviderRefused',
        by: ['PROVIDER'],
        onlyIf: ['answersOpenOperation', 'definitive'],
        then: 'settle',
        also: ['ListRemedies'],
      },
    ],
  },
  {
    row: 10,
    from: ['AWAITING_ACTIVATION'],
    to: 'BOUND',
    steps: [
      {
        on: 'ProviderConfirmed',
        by: ['PROVIDER', 'DEVICE'],
        onlyIf: ['answersOpenOperation'],
        then: 'settle',
        also: ['MakeDefaultIfFirst', 'ReapplyHolds'],
      },
    ],
  },
  {
    row: 11,
    from: ['AWAITING_ACTIVATION'],
    to: 'DECLINED',
    steps: [
      { on: 'Lapse', by: ['SYSTEM'], onlyIf: ['deadlinePassed'], then: 'settle', also: ['RemoveAtProvider'] },
      { on: 'Cancel', by: ['HOLDER'], onlyIf: [], then: 'settle', also: ['RemoveAtProvider'] },
      {
        on: 'ProviderRefused',
        by: ['PROVIDER'],
        onlyIf: ['answersOpenOperation', 'definitive'],
        then: 'settle',
        also: ['RemoveAtProvider', 'ListRemedies'],
      },
    ],
  },
] as const satisfies readonly Row[];
