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
    }
  }`,
  requestUnbind: `mutation RequestUnbind($input: RequestUnbindInput!) {
    requestUnbind(input: $input) { __typename ... on RequestUnbindSuccess { binding { id status } operation { id deadline } } ${problem} }
  }`,
  requestRestore: `mutation RequestRestore($input: RequestRestoreInput!) {
    requestRestore(input: $input) { __typename ... on RequestRestoreSuccess { binding { id status } } ${problem} }
  }`,
  providers: 'query Providers { providers { code terms { version text } } }',
} as const;
