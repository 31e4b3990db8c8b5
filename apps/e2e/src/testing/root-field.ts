import { newKey } from '@bindery/wallet-client';

/** One root field of the graph: how to call it about one thing, and whether somebody not signed in may. */
export interface RootField {
  readonly document: string;
  /** The variables of a call about the thing with this id; left out where the field is about none. */
  readonly about?: (id: string) => object;
  /** Whose id it takes. */
  readonly of?: 'card' | 'binding' | 'challenge' | 'notification' | 'session' | 'device' | 'any';
  readonly anonymous: 'open' | 'refused';
  /** For our own people: refused to every holder. */
  readonly staff?: true;
}

export const problem = '__typename ... on Problem { code message remedies { code title } }';
export const query = (field: string, selection: string): string => `query Test($id: ID!) { ${field} { ${selection} } }`;
export const mutation = (name: string): string =>
  `mutation Test($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${problem} } }`;

/** The owner of a thing is asked only for what it alone knows. */
export const ofEach =
  '__typename id ... on Card { lastFour } ... on Binding { status } ... on Challenge { factor } ... on Notification { title } ... on Device { name } ... on Account { displayName }';

export const byId = (id: string) => ({ id });
export const input = (value: object) => ({ input: { idempotencyKey: newKey(), ...value } });
export const byBinding = (bindingId: string) => input({ bindingId });
export const byChallenge = (more: object) => (challengeId: string) => ({ input: { challengeId, ...more } });
export const proved = (bindingId: string) => input({ bindingId, proof: 'no.real.proof' });
