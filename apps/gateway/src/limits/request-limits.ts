/** What one request may ask for. Each refusal names its number; the reasons stand here. */
export const requestLimits = {
  /** Root fields, aliases and fragments counted: a thousand aliased logins must not be one request. A screen has one or two. */
  rootFields: 5,
  /** Fields inside each other; the home query has 8. */
  depth: 12,
  /** Points of cost (see `cost/`): more than ten times the home query, which a test holds to that. */
  cost: 10_000,
  /** Lexical tokens of a document; the home query has about 160. */
  tokens: 2_000,
  /** Characters of a document: what is only read over, such as line breaks, is gone through again for the place of each mistake. */
  documentCharacters: 8_000,
  /** Fields and fragments, each counted wherever its fragment is spread; the home query has 90, a tool’s whole introspection 240. */
  selections: 250,
  /** Pairs of fields of one name asked of one object, and of fragments spread there: 45 times the same field is a thousand. */
  equalPairs: 1_000,
  /** Requests to subgraphs: each has its own signature, connection and deadline. The home query has 5, a client that synchronises everything 17. */
  fetches: 20,
  /** Values in the variables, lists and objects counted too: a page of ids is 100, a large form 30. */
  values: 2_000,
  /** Validation errors that are looked for and told: more only help who guesses. */
  reportedErrors: 10,
  /** Bytes of a request body; GraphQL of a wallet fits many times. */
  bodyBytes: 64 * 1024,
} as const;
