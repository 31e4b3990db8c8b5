/** The operations of a wallet app. The home screen is one query over all four subgraphs. */

const problem = '... on Problem { code message remedies { code title at until } }';

const bindingFields = `
  id status phase credentialReference
  nextSteps { code title }
  requiredProofs { action factors }
  restorable { until strategy }
  receipt { id text feeCharged { value currency } restorableUntil }`;

const cardFields = `
  id kind displayName lastFour brand isDefault
  provider { code name }
  site { name doors { id name } }
  bindings { ${bindingFields} }`;

export const documents = {
  startChallenge: `mutation StartChallenge($input: StartChallengeInput!) {
    startChallenge(input: $input) {
      __typename ... on StartChallengeSuccess { challenge { id factor sentTo expiresAt attemptsLeft shownWords } } ${problem}
    }
  }`,
  answerChallenge: `mutation AnswerChallenge($input: AnswerChallengeInput!) {
    answerChallenge(input: $input) {
      __typename ... on AnswerChallengeSuccess { proof { token action subjectId planDigest expiresAt } } ${problem}
    }
  }`,
  register: `mutation Register($input: RegisterInput!) {
    register(input: $input) { __typename ... on RegisterSuccess { account { id displayName } } ${problem} }
  }`,
  logIn: `mutation LogIn($input: LogInInput!) {
    logIn(input: $input) {
      __typename ... on LogInSuccess { account { id } accessToken refreshToken deviceToken session { id device { id name } } } ${problem}
    }
  }`,
  refreshSession: `mutation RefreshSession($input: RefreshSessionInput!) {
    refreshSession(input: $input) { __typename ... on RefreshSessionSuccess { accessToken refreshToken deviceToken } ${problem} }
  }`,
  home: `query Home {
    viewer {
      id displayName locale
      session { assuranceLevel device { id name } endsAt }
      cards(first: 20) {
        edges { node {
          ${cardFields}
          provider { capabilities { restore { strategy windowDays } offlineRevocationWorstCase } }
          bindings { holds { owner reason since liftableBy } sync { state operation deadline } nextSteps { until url } requiredProofs { remaining } }
        } }
        pageInfo { hasNextPage endCursor }
      }
      waiting { __typename subject title deadline }
      inbox(first: 20) { unreadCount edges { node { id kind title body sentAt critical action { kind url } } } }
    }
  }`,
  activation: `query Activation($id: ID!) {
    binding(id: $id) { id status phase activation { steps { kind url sentTo message scheme } until } nextSteps { code title until } }
  }`,
  answerActivation: `mutation AnswerActivation($input: AnswerActivationInput!) {
    answerActivation(input: $input) {
      __typename ... on AnswerActivationSuccess { binding { id status phase } } ... on ActivationRejectedError { rejection attemptsLeft } ${problem}
    }
  }`,
  card: `query Card($id: ID!) { card(id: $id) { ${cardFields} } }`,
  history: `query History($id: ID!) {
    card(id: $id) {
      history(first: 100) { edges { node { at actor channel trigger reason from to text } } }
      usage(first: 100) { edges { node { kind text at amount { value currency } } } }
    }
  }`,
  startBinding: `mutation StartBinding($input: StartBindingInput!) {
    startBinding(input: $input) { __typename ... on StartBindingSuccess { binding { card { id } ${bindingFields} } } ${problem} }
  }`,
  confirmBinding: `mutation ConfirmBinding($input: ConfirmBindingInput!) {
    confirmBinding(input: $input) { __typename ... on ConfirmBindingSuccess { binding { id status } } ${problem} }
  }`,
  preflight: `query Preflight($id: ID!) {
    unbindPreflight(bindingId: $id) {
      digest quotedUntil
      effects { __typename severity text }
      blockers { code text remedies { code title } }
      fee { value currency }
      proof { action factors }
      beforehand { kind title }
    }
  }`,
  obligations: `query Obligations($id: ID!) {
    binding(id: $id) {
      id
      obligations {
        balance { value currency }
        pending { id amount { value currency } about }
        mandates { id merchant amount { value currency } nextOn }
        offers { kind digest obligationId text consentText to { id } }
      }
      obligationActs { id kind state text about }
    }
  }`,
  cancelMandate: `mutation CancelMandate($input: CancelMandateInput!) {
    cancelMandate(input: $input) { __typename ... on CancelMandateSuccess { act { id kind state text about } } ${problem} }
  }`,
  moveMandate: `mutation MoveMandate($input: MoveMandateInput!) {
    moveMandate(input: $input) { __typename ... on MoveMandateSuccess { act { id kind state text about } } ${problem} }
  }`,
  settlePending: `mutation SettlePending($input: SettlePendingInput!) {
    settlePending(input: $input) { __typename ... on SettlePendingSuccess { act { id kind state text about } } ${problem} }
  }`,
  withdrawBalance: `mutation WithdrawBalance($input: WithdrawBalanceInput!) {
    withdrawBalance(input: $input) { __typename ... on WithdrawBalanceSuccess { act { id kind state text about } } ${problem} }
  }`,
  setPaymentOrder: `mutation SetPaymentOrder($input: SetPaymentOrderInput!) {
    setPaymentOrder(input: $input) { __typename ... on SetPaymentOrderSuccess { paymentOrder { id } } ${problem} }
  }`,
  paymentOrder: `query PaymentOrder { viewer { paymentOrder { id displayName isDefault } } }`,
  requestUnbind: `mutation RequestUnbind($input: RequestUnbindInput!) {
    requestUnbind(input: $input) { __typename ... on RequestUnbindSuccess { binding { id status } operation { id deadline } } ${problem} }
  }`,
  requestRestore: `mutation RequestRestore($input: RequestRestoreInput!) {
    requestRestore(input: $input) { __typename ... on RequestRestoreSuccess { binding { id status } } ${problem} }
  }`,
  usage: `query Usage($first: Int!, $after: String, $filter: UsageFilterInput) {
    viewer {
      usage(first: $first, after: $after, filter: $filter) {
        edges { node { id kind text at place amount { value currency } card { id displayName } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  changeProfile: `mutation ChangeProfile($input: ChangeProfileInput!) {
    changeProfile(input: $input) { __typename ... on ChangeProfileSuccess { account { id displayName locale timeZone } } ${problem} }
  }`,
  exportUsage: `mutation ExportUsage($input: ExportUsageInput!) {
    exportUsage(input: $input) {
      __typename ... on ExportUsageSuccess { export { id state rowsDone rowsTotal deadline } } ... on TooManyExportsError { retryAt } ${problem}
    }
  }`,
  cancelUsageExport: `mutation CancelUsageExport($input: CancelUsageExportInput!) {
    cancelUsageExport(input: $input) { __typename ... on CancelUsageExportSuccess { export { id state } } ${problem} }
  }`,
  createUsageExportLink: `mutation CreateUsageExportLink($input: CreateUsageExportLinkInput!) {
    createUsageExportLink(input: $input) { __typename ... on CreateUsageExportLinkSuccess { path expiresAt } ${problem} }
  }`,
  usageExports: `query UsageExports {
    viewer { usageExports { id state format timeZone rowsDone rowsTotal bytes createdAt deadline } }
  }`,
  startedCards: `query StartedCards {
    viewer { startedCards(first: 20) { edges { node { ${cardFields} bindings { nextSteps { until } } } } } }
  }`,
  bindingReview: `query BindingReview {
    viewer {
      bindingReview { suggested reasons texts since nextAt bindings { id status card { id displayName } nextSteps { code title } } }
    }
  }`,
  dismissBindingReview: `mutation DismissBindingReview($input: DismissBindingReviewInput!) {
    dismissBindingReview(input: $input) { __typename ... on DismissBindingReviewSuccess { review { suggested nextAt } } ${problem} }
  }`,
  suspendBinding: `mutation SuspendBinding($input: SuspendBindingInput!) {
    suspendBinding(input: $input) { __typename ... on SuspendBindingSuccess { binding { id status } } ${problem} }
  }`,
  resumeBinding: `mutation ResumeBinding($input: ResumeBindingInput!) {
    resumeBinding(input: $input) { __typename ... on ResumeBindingSuccess { binding { id status } } ${problem} }
  }`,
  cancelBinding: `mutation CancelBinding($input: CancelBindingInput!) {
    cancelBinding(input: $input) { __typename ... on CancelBindingSuccess { binding { id status } } ${problem} }
  }`,
  setDefaultCard: `mutation SetDefaultCard($input: SetDefaultCardInput!) {
    setDefaultCard(input: $input) { __typename ... on SetDefaultCardSuccess { card { id isDefault } } ${problem} }
  }`,
  validity: `query Validity($id: ID!) {
    card(id: $id) { id lastFour expiresOn worksUntil bindings { id status holds { owner cause since liftableBy } } }
  }`,
  revocation: `query Revocation($id: ID!) {
    binding(id: $id) {
      id status
      revocation { allConfirmedAt worstCaseUntil text readers { id name site state confirmedAt worstCaseUntil text } }
    }
  }`,
  atProvider: `query AtProvider($id: ID!) {
    binding(id: $id) {
      id status
      sync { state operation deadline }
      providerView { desired observed observedAt nextLookAt }
      cases { id about text openedAt answerBy closedAt }
    }
  }`,
  consents: `query Consents($first: Int!, $after: String) {
    viewer {
      consents(first: $first, after: $after) {
        edges { node { id state purpose version text locale givenAt withdrawnAt provider { code name } binding { id status } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  withdrawConsent: `mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      __typename ... on WithdrawConsentSuccess { consent { id state withdrawnAt } } ... on ConsentInUseError { inUseBy { id status } } ${problem}
    }
  }`,
  pastCards: `query PastCards($first: Int!, $after: String) {
    viewer { pastCards(first: $first, after: $after) { edges { node { ${cardFields} } } pageInfo { hasNextPage endCursor } } }
  }`,
  whatToEnter: `query WhatToEnter {
    providers { code name kind cardElements sites { code name } terms { version text } capabilities { restore { strategy windowDays } } }
  }`,
  reportLost: `mutation ReportLost($input: ReportLostInput!) {
    reportLost(input: $input) {
      __typename ... on ReportLostSuccess { since card { id } device { id } results { outcome binding { id status holds { cause text } nextSteps { code title } } } } ${problem}
    }
  }`,
  reportFound: `mutation ReportFound($input: ReportFoundInput!) {
    reportFound(input: $input) {
      __typename ... on ReportFoundSuccess { results { outcome binding { id status } } } ${problem}
    }
  }`,
  emergency: `mutation Emergency($input: ReportEmergencyInput!) {
    reportEmergency(input: $input) {
      __typename ... on ReportEmergencySuccess { endedSessionCount lostDevice { id name } checks { code title text count url } } ${problem}
    }
  }`,
  lostDeviceEmergency: `mutation LostDeviceEmergency($lost: ReportLostInput!, $input: ReportEmergencyInput!) {
    reportLost(input: $lost) { __typename ... on ReportLostSuccess { since results { outcome binding { id status } } } ${problem} }
    reportEmergency(input: $input) {
      __typename ... on ReportEmergencySuccess { endedSessionCount lostDevice { id name } checks { code title text count url } } ${problem}
    }
  }`,
  rebindOffer: `query RebindOffer($id: ID!) {
    binding(id: $id) { id rebindOffer { provider { code name terms { version text } } device { id } previousBindingId field asks { name known } known { kind lastFour brand expiresOn site } } }
  }`,
  replaceCard: `mutation ReplaceCard($input: ReplaceCardInput!) {
    replaceCard(input: $input) {
      __typename ... on ReplaceCardSuccess { binding { card { id } ${bindingFields} } replaced { id status } } ${problem}
    }
  }`,
  movePlan: `query MovePlan($fromDeviceId: ID!) {
    movePlan(fromDeviceId: $fromDeviceId) {
      __typename ... on MovePlan { digest from { id } to { id } cards { outcome obstacle text carries binding { id card { id displayName } } } } ${problem}
    }
  }`,
  moveCards: `mutation MoveCards($input: MoveCardsInput!) {
    moveCards(input: $input) {
      __typename ... on MoveCardsSuccess { cards { outcome obstacle text binding { id status } successor { id status nextSteps { code title } } } } ${problem}
    }
  }`,
  providers: 'query Providers { providers { code terms { version text } } }',
} as const;
