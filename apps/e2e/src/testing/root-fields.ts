import { caseFields } from './case-fields';
import { moneyFields } from './money-fields';
import { byBinding, byChallenge, byId, input, mutation, ofEach, proved, query, type RootField } from './root-field';

export type { RootField } from './root-field';

/** Every root field. A new one that is not here fails the test that compares this with the graph. */
export const rootFields: Readonly<Record<string, RootField>> = {
  viewer: { document: 'query Test { viewer { id } }', anonymous: 'open' },
  providers: { document: 'query Test { providers { code } }', anonymous: 'open' },
  provider: { document: 'query Test { provider(code: "cloudgate") { code } }', anonymous: 'open' },
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
  providerProfiles: { document: 'query Test { providerProfiles { code } }', anonymous: 'refused', staff: true },
  providerProfileProposals: {
    document: 'query Test { providerProfileProposals { edges { node { id } } } }',
    anonymous: 'refused',
    staff: true,
  },
  providerProfile: {
    document: 'query Test { providerProfile(code: "seaside-bank") { code } }',
    anonymous: 'refused',
    staff: true,
  },
  disputes: {
    document: 'query Test { disputes(first: 1) { edges { cursor } } }',
    anonymous: 'refused',
    staff: true,
  },
  dispute: { document: 'query Test { dispute(id: "dispute_none") { id } }', anonymous: 'refused', staff: true },
  reviewQueue: {
    document: 'query Test { reviewQueue(first: 1) { edges { node { id } } } }',
    anonymous: 'refused',
    staff: true,
  },
  challenge: { document: query('challenge(id: $id)', 'id'), about: byId, of: 'challenge', anonymous: 'open' },

  exportUsage: {
    document: mutation('exportUsage'),
    about: () => input({ format: 'CSV', timeZone: 'UTC' }),
    anonymous: 'refused',
  },
  cancelUsageExport: {
    document: mutation('cancelUsageExport'),
    about: () => input({ exportId: 'usage_export_of_nobody' }),
    anonymous: 'refused',
  },
  createUsageExportLink: {
    document: mutation('createUsageExportLink'),
    about: () => input({ exportId: 'usage_export_of_nobody' }),
    anonymous: 'refused',
  },
  dismissBindingReview: { document: mutation('dismissBindingReview'), about: () => input({}), anonymous: 'refused' },

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
  reportEmergency: {
    document: mutation('reportEmergency'),
    about: (lostDeviceId) => input({ lostDeviceId }),
    of: 'device',
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
  answerActivation: {
    document: mutation('answerActivation'),
    about: (bindingId) => input({ bindingId, code: '1' }),
    of: 'binding',
    anonymous: 'refused',
  },
  suspendBinding: { document: mutation('suspendBinding'), about: byBinding, of: 'binding', anonymous: 'refused' },
  resumeBinding: { document: mutation('resumeBinding'), about: byBinding, of: 'binding', anonymous: 'refused' },
  movePlan: {
    document: query('movePlan(fromDeviceId: $id)', '__typename ... on MovePlan { digest } ... on Problem { code }'),
    about: byId,
    of: 'device',
    anonymous: 'refused',
  },
  moveCards: {
    document: mutation('moveCards'),
    about: (fromDeviceId) => input({ fromDeviceId, planDigest: 'x'.repeat(43), proof: 'no.real.proof' }),
    of: 'device',
    anonymous: 'refused',
  },
  replaceCard: {
    document: mutation('replaceCard'),
    about: (bindingId) =>
      input({
        bindingId,
        reason: 'DAMAGED',
        consent: { text: 'terms', version: '2026-01' },
        card: { access: { site: 'riverside', memberNumber: 'RG-1501' } },
      }),
    of: 'binding',
    anonymous: 'refused',
  },
  reportLost: {
    document: mutation('reportLost'),
    about: (cardId) => input({ cardId }),
    of: 'card',
    anonymous: 'refused',
  },
  reportFound: {
    document: mutation('reportFound'),
    about: (cardId) => input({ cardId, proof: 'no.real.proof' }),
    of: 'card',
    anonymous: 'refused',
  },
  requestRestore: { document: mutation('requestRestore'), about: proved, of: 'binding', anonymous: 'refused' },
  requestUnbind: {
    document: mutation('requestUnbind'),
    about: (bindingId) => input({ bindingId, planDigest: 'x'.repeat(43), reason: 'OTHER', proof: 'no.real.proof' }),
    of: 'binding',
    anonymous: 'refused',
  },
  unknownCredentials: {
    document: 'query Test { unknownCredentials(first: 1) { edges { cursor } } }',
    anonymous: 'refused',
    staff: true,
  },
  cardHolds: {
    document: 'query Test { cardHolds(bindingId: "binding_none", first: 1) { edges { cursor } } }',
    anonymous: 'refused',
    staff: true,
  },
  layCardHold: {
    document: mutation('layCardHold'),
    about: () => input({ bindingId: 'binding_none', reason: 'UNUSUAL_USE', words: 'None.' }),
    anonymous: 'refused',
    staff: true,
  },
  liftCardHold: {
    document: mutation('liftCardHold'),
    about: () => input({ holdId: 'hold_none', words: 'None.' }),
    anonymous: 'refused',
    staff: true,
  },
  ...moneyFields,
  withdrawConsent: {
    document: mutation('withdrawConsent'),
    about: (consentId) => input({ consentId }),
    anonymous: 'refused',
  },
  setDefaultCard: {
    document: mutation('setDefaultCard'),
    about: (cardId) => input({ cardId }),
    of: 'card',
    anonymous: 'refused',
  },

  openDispute: {
    document: mutation('openDispute'),
    about: (bindingId) => input({ bindingId, about: 'IMPERSONATION', words: 'It was not me.' }),
    of: 'binding',
    anonymous: 'refused',
  },
  answerWasThisYou: {
    document: mutation('answerWasThisYou'),
    about: (bindingId) => input({ bindingId, itWasMe: true }),
    of: 'binding',
    anonymous: 'refused',
  },
  decideDispute: {
    document: mutation('decideDispute'),
    about: () => input({ disputeId: 'dispute_none', decision: 'REJECT', reason: 'None.' }),
    anonymous: 'refused',
    staff: true,
  },
  confirmDisputeDecision: {
    document: mutation('confirmDisputeDecision'),
    about: () => input({ disputeId: 'dispute_none', decisionId: 'decision_none' }),
    anonymous: 'refused',
    staff: true,
  },
  ...caseFields,
  submitDocument: {
    document: mutation('submitDocument'),
    about: (bindingId) =>
      input({ bindingId, type: 'MAINLAND_ID', number: '11010519491231002X', expiresOn: '2044-05-01' }),
    of: 'binding',
    anonymous: 'refused',
  },
  decideReview: {
    document: mutation('decideReview'),
    about: () => input({ reviewId: 'review_01h455vb4pex5vsknk084sn02q', decision: 'APPROVE' }),
    anonymous: 'refused',
    staff: true,
  },
  changeProviderProfile: {
    document: mutation('changeProviderProfile'),
    about: () => input({ code: 'seaside-bank', baseVersion: 1, profile: {}, note: 'x' }),
    anonymous: 'refused',
    staff: true,
  },
  confirmProviderProfileChange: {
    document: mutation('confirmProviderProfileChange'),
    about: () => input({ proposalId: 'proposal_none' }),
    anonymous: 'refused',
    staff: true,
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
