import { newKey } from '@bindery/wallet-client';

/** One root field of the graph: how to call it about one thing, and whether somebody not signed in may. */
export interface RootField {
  readonly document: string;
  /** The variables of a call about the thing with this id; left out where the field is about none. */
  readonly about?: (id: string) => object;
  /** Whose id it takes. */
  readonly of?: 'card' | 'binding' | 'challenge' | 'notification' | 'session' | 'device' | 'any';
  readonly anonymous: 'open' | 'refused';
}

const problem = '__typename ... on Problem { code message remedies { code title } }';
const query = (field: string, selection: string): string => `query Test($id: ID!) { ${field} { ${selection} } }`;
const mutation = (name: string): string =>
  `mutation Test($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${problem} } }`;

/** The owner of a thing is asked only for what it alone knows. */
const ofEach =
  '__typename id ... on Card { lastFour } ... on Binding { status } ... on Challenge { factor } ... on Notification { title } ... on Device { name } ... on Account { displayName }';

const byId = (id: string) => ({ id });
const input = (value: object) => ({ input: { idempotencyKey: newKey(), ...value } });
const byBinding = (bindingId: string) => input({ bindingId });
const byChallenge = (more: object) => (challengeId: string) => ({ input: { challengeId, ...more } });
const proved = (bindingId: string) => input({ bindingId, proof: 'no.real.proof' });

/** Every root field. A new one that is not here fails the test that compares this with the graph. */
export const rootFields: Readonly<Record<string, RootField>> = {
  viewer: { document: 'query Test { viewer { id } }', anonymous: 'open' },
  providers: { document: 'query Test { providers { code } }', anonymous: 'open' },
  node: { document: query('node(id: $id)', ofEach), about: byId, of: 'any', anonymous: 'open' },
  nodes: { document: query('nodes(ids: [$id])', ofEach), about: byId, of: 'any', anonymous: 'open' },
  card: { document: query('card(id: $id)', 'id'), about: byId, of: 'card', anonymous: 'refused' },
  binding: { document: query('binding(id: $id)', 'id'), about: byId, of: 'binding', anonymous: 'refused' },
  unbindPreflight: {
    document: query('unbindPreflight(bindingId: $id)', 'digest'),
    about: byId,
    of: 'binding',
    anonymous: 'refused',
  },
  unbindPlan: {
    document: query('unbindPlan(bindingId: $id)', '__typename ... on UnbindPlan { digest } ... on Problem { code }'),
    about: byId,
    of: 'binding',
    anonymous: 'refused',
  },
  challenge: { document: query('challenge(id: $id)', 'id'), about: byId, of: 'challenge', anonymous: 'open' },

  register: { document: mutation('register'), anonymous: 'open' },
  logIn: { document: mutation('logIn'), anonymous: 'open' },
  refreshSession: { document: mutation('refreshSession'), anonymous: 'open' },
  resetPassword: { document: mutation('resetPassword'), anonymous: 'open' },
  endSession: {
    document: mutation('endSession'),
    about: (sessionId) => input({ sessionId }),
    of: 'session',
    anonymous: 'refused',
  },
  endOtherSessions: { document: mutation('endOtherSessions'), about: () => input({}), anonymous: 'refused' },

  changePassword: {
    document: mutation('changePassword'),
    about: () => input({ currentPassword: 'so far', newPassword: 'quiet-lantern-58-orchard' }),
    anonymous: 'refused',
  },
  changeProfile: {
    document: mutation('changeProfile'),
    about: () => input({ displayName: 'Somebody' }),
    anonymous: 'refused',
  },
  renameDevice: {
    document: mutation('renameDevice'),
    about: (deviceId) => input({ deviceId, name: 'x' }),
    of: 'device',
    anonymous: 'refused',
  },

  startChallenge: {
    document: mutation('startChallenge'),
    about: (subjectId) => input({ purpose: { action: 'BIND', subjectId } }),
    of: 'binding',
    anonymous: 'refused',
  },
  answerChallenge: {
    document: mutation('answerChallenge'),
    about: byChallenge({ code: '000000' }),
    of: 'challenge',
    anonymous: 'open',
  },
  resendChallenge: {
    document: mutation('resendChallenge'),
    about: byChallenge({}),
    of: 'challenge',
    anonymous: 'open',
  },

  startBinding: {
    document: mutation('startBinding'),
    about: (deviceId) =>
      input({
        provider: 'cloudgate',
        deviceId,
        consent: { text: 'terms', version: '2026-01' },
        card: { access: { site: 'riverside', memberNumber: 'RG-1500' } },
      }),
    of: 'device',
    anonymous: 'refused',
  },
  confirmBinding: { document: mutation('confirmBinding'), about: proved, of: 'binding', anonymous: 'refused' },
  cancelBinding: { document: mutation('cancelBinding'), about: byBinding, of: 'binding', anonymous: 'refused' },
  suspendBinding: { document: mutation('suspendBinding'), about: byBinding, of: 'binding', anonymous: 'refused' },
  resumeBinding: { document: mutation('resumeBinding'), about: byBinding, of: 'binding', anonymous: 'refused' },
  requestRestore: { document: mutation('requestRestore'), about: proved, of: 'binding', anonymous: 'refused' },
  requestUnbind: {
    document: mutation('requestUnbind'),
    about: (bindingId) => input({ bindingId, planDigest: 'x'.repeat(43), reason: 'OTHER', proof: 'no.real.proof' }),
    of: 'binding',
    anonymous: 'refused',
  },
  setDefaultCard: {
    document: mutation('setDefaultCard'),
    about: (cardId) => input({ cardId }),
    of: 'card',
    anonymous: 'refused',
  },

  markNotificationsRead: {
    document: mutation('markNotificationsRead'),
    about: (id) => input({ ids: [id] }),
    of: 'notification',
    anonymous: 'refused',
  },
  setNotificationPreferences: {
    document: mutation('setNotificationPreferences'),
    about: () => input({ preferences: [{ kind: 'WELCOME', channel: 'SMS', enabled: false }] }),
    anonymous: 'refused',
  },
};
