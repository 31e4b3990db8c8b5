/**
 * Every security event there is, by its `event.action`. Names and values of fields are those of the Elastic Common Schema
 * (https://www.elastic.co/docs/reference/ecs): `category` and `type` are arrays there, `kind` is `alert` where somebody should look at once.
 */
export const securityEvents = {
  'log-in-succeeded': event('authentication', 'start', 'success', 'somebody logged in'),
  'log-in-failed': event(
    'authentication',
    'start',
    'failure',
    'a login was refused: wrong password, or no such account',
  ),
  'log-in-blocked': event(
    'authentication',
    'start',
    'failure',
    'a login was refused before its password was looked at',
  ),
  'account-locked': alert(
    'iam',
    'change',
    'success',
    'the login of an account was locked after too many wrong passwords',
  ),
  'account-opened': event('iam', 'creation', 'success', 'an account was opened'),
  'password-changed': event('iam', 'change', 'success', 'a password was set anew'),
  'access-token-refused': event(
    'authentication',
    'info',
    'failure',
    'an access token was refused: forged, expired, or its session is over',
  ),
  'refresh-token-refused': event(
    'authentication',
    'info',
    'failure',
    'a refresh token was refused: forged, or its session is over',
  ),
  'refresh-token-reused': alert('session', 'end', 'failure', 'a used refresh token came again: its session was ended'),
  'code-refused': event('authentication', 'info', 'failure', 'a wrong code was given'),
  'challenge-exhausted': alert('authentication', 'end', 'failure', 'a challenge ended with too many wrong codes'),
  'proof-refused': event(
    'authentication',
    'info',
    'failure',
    'a proof was refused: forged, expired, used, or for something else',
  ),
  'gateway-signature-refused': alert(
    'network',
    'denied',
    'failure',
    'a request to a subgraph was not signed by the gateway',
  ),
  'provider-signature-refused': event(
    'network',
    'denied',
    'failure',
    'a webhook or a reader’s question was not signed by its provider',
  ),
  'abuse-budget-spent': event('intrusion_detection', 'denied', 'failure', 'a budget that bounds abuse is spent'),
  'lost-card-refused': alert(
    'intrusion_detection',
    'denied',
    'failure',
    'a card was refused that somebody else reports lost',
  ),
  'request-limit-refused': event(
    'intrusion_detection',
    'denied',
    'failure',
    'a request asked for more than is allowed, or came too often',
  ),
  'document-refused': event('web', 'access', 'failure', 'a document that is not registered for its app was refused'),
  'client-refused': event('web', 'access', 'failure', 'an app, or a version of one, was refused'),
  'request-malformed': event(
    'web',
    'error',
    'failure',
    'a request was no request: what it is made of was refused unread',
  ),
  'staff-role-granted': event('iam', 'admin', 'success', 'an operator gave an account a role of our own people'),
  'staff-role-revoked': event('iam', 'admin', 'success', 'an operator took a role of our own people from an account'),
  'staff-field-refused': event(
    'iam',
    'info',
    'failure',
    'a field for our own people was asked for without the role that it wants',
  ),
  'client-rules-changed': event('configuration', 'change', 'success', 'the rules for client apps were changed'),
  'review-decided': event('iam', 'change', 'success', 'a reviewer said whether a binding may go to its provider'),
  'provider-profile-changed': event(
    'configuration',
    'change',
    'success',
    'an operator changed what a provider can do or asks for',
  ),
  'provider-profile-proposed': event(
    'configuration',
    'info',
    'success',
    'an operator proposed to loosen what a provider asks for, which takes another operator',
  ),
  'provider-profile-declined': event(
    'configuration',
    'info',
    'success',
    'an operator declined what was proposed to loosen what a provider asks for',
  ),
  'loan-requested': event('iam', 'creation', 'success', 'a holder took an offer of a lender, by a proof for it'),
  'dispute-opened': event('iam', 'creation', 'success', 'a holder says that something was not done by them'),
  'dispute-decided': event(
    'iam',
    'admin',
    'success',
    'one of our people proposed, confirmed or made a decision of a dispute',
  ),
  'case-closed': event('iam', 'admin', 'success', 'one of our people closed a case of a card, with a reason'),
  'provider-asked-again': event('iam', 'info', 'success', 'one of our people had a provider asked again about a case'),
  'provider-answer-recorded': event(
    'iam',
    'admin',
    'success',
    'one of our people took down what a provider answered by letter or phone',
  ),
  'provider-answer-confirmed': event(
    'iam',
    'admin',
    'success',
    'another of our people confirmed what a provider is said to have answered',
  ),
  'provider-answer-declined': event(
    'iam',
    'admin',
    'success',
    'one of our people declined what a provider is said to have answered',
  ),
  'card-hold-laid': event('iam', 'admin', 'success', 'one of our people holds a card, for a stated reason'),
  'card-hold-lifted': event('iam', 'admin', 'success', 'one of our people lifted a hold of a card'),
  'dead-letters-replayed': event('configuration', 'change', 'success', 'an operator had dead letters tried again'),
  'dead-letters-discarded': event('configuration', 'change', 'success', 'an operator gave dead letters up'),
  'events-replayed': event('configuration', 'change', 'success', 'an operator had a service read the event log again'),
  'topics-changed': event(
    'configuration',
    'change',
    'success',
    'an operator changed topics or rights of the event log',
  ),
  'data-reset': alert('configuration', 'deletion', 'success', 'an operator deleted all data of a system'),
  'secrets-rotated': event('configuration', 'change', 'success', 'an operator replaced secrets'),
} as const;

export type SecurityAction = keyof typeof securityEvents;

/**
 * Which types ECS expects with a category ("Expected event types for category" in its allowed values of `event.category`): what detection rules are written by.
 * The categories that our events have.
 */
export const expectedTypes = {
  authentication: ['end', 'info', 'start'],
  configuration: ['access', 'change', 'creation', 'deletion', 'info'],
  iam: ['admin', 'change', 'creation', 'deletion', 'group', 'info', 'user'],
  intrusion_detection: ['allowed', 'denied', 'info'],
  network: ['access', 'allowed', 'connection', 'denied', 'end', 'info', 'protocol', 'start'],
  session: ['end', 'info', 'start'],
  web: ['access', 'error', 'info'],
} as const;

type Category = keyof typeof expectedTypes;

interface SecurityEventKind {
  readonly kind: 'event' | 'alert';
  readonly category: Category;
  readonly type: (typeof expectedTypes)[Category][number];
  readonly outcome: 'success' | 'failure';
  /** The message of the line. */
  readonly says: string;
}

function event<C extends Category>(
  category: C,
  type: (typeof expectedTypes)[C][number],
  outcome: SecurityEventKind['outcome'],
  says: string,
): SecurityEventKind {
  return { kind: 'event', category, type, outcome, says };
}

function alert<C extends Category>(...told: Parameters<typeof event<C>>): SecurityEventKind {
  return { ...event(...told), kind: 'alert' };
}
