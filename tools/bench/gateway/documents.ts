/** A document of the measurement; the numbers in its comment are what the subgraphs' answers make of it. */
export interface BenchDocument {
  readonly name: 'heavy' | 'home' | 'light';
  readonly query: string;
}

/** The home screen of the README: one screen over all four services. */
const home = `query Home {
  viewer {
    id displayName locale
    session { assuranceLevel device { id name } endsAt }
    cards(first: 20) {
      edges { node {
        id kind displayName lastFour isDefault
        provider { code name capabilities { restore { strategy windowDays } offlineRevocationWorstCase } }
        bindings {
          id status phase
          holds { owner reason since }
          sync { state deadline }
          nextSteps { code title until }
          requiredProofs { action factors remaining }
        }
      } }
      pageInfo { hasNextPage endCursor }
    }
    waiting { __typename subject deadline title }
    inbox(first: 5) { unreadCount edges { node { id title body sentAt critical } } }
  }
}`;

/** Three fetches side by side after the first: 1 KB. */
const light = `query Light {
  viewer { id displayName waiting { subject deadline title } inbox(first: 5) { unreadCount edges { node { id title sentAt } } } }
}`;

const card = `
  id kind displayName lastFour isDefault addedAt
  alerts(first: 3) { edges { node { id title body sentAt critical } } }
  bindings {
    id status phase startedAt boundAt
    holds { owner reason since liftableBy }
    sync { state deadline }
    nextSteps { code title until url }
    requiredProofs { action factors remaining }
    device { id name platform lastSeenAt }
  }`;

/** Everything at once, as a client that synchronises all it shows: 17 fetches, 86 KB. */
const heavy = `query Heavy($ids: [ID!]!) {
  viewer {
    id displayName locale
    session { assuranceLevel device { id name } endsAt }
    cards(first: 20) { edges { node { ...CardParts } } pageInfo { hasNextPage endCursor } }
    defaultCard { ...CardParts }
    waiting { subject deadline title ... on WaitingBinding { binding { id status card { id displayName } device { id name } } } }
    inbox(first: 68) { unreadCount edges { node { id title body sentAt critical } } }
  }
  nodes(ids: $ids) { ... on Card { ...CardParts } }
  providers { code name kind terms { version text } }
}
fragment CardParts on Card {${card}}`;

export const benchDocuments: readonly BenchDocument[] = [
  { name: 'heavy', query: heavy },
  { name: 'home', query: home },
  { name: 'light', query: light },
];

/** Of every request alike: the documents that have no variables take none. */
export const variablesOf = ({ name }: BenchDocument) =>
  name === 'heavy' ? { ids: ['card_a', 'card_b', 'card_c', 'card_d'] } : {};
