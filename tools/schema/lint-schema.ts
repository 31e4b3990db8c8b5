import { parse } from 'graphql';
import { toApiSchema } from './api-schema';
import type { Finding, SchemaRule } from './finding';
import { bareLists, connections } from './rules/connections';
import { deprecations } from './rules/deprecations';
import { descriptions } from './rules/descriptions';
import { formats } from './rules/formats';
import { members, mutations, problems } from './rules/mutations';
import { names } from './rules/names';
import { ownership } from './rules/ownership';

/** Mutations without an idempotency key, and why a repetition of them does no harm. */
const repeatable = {
  answerChallenge:
    'a right code is answered once; a repetition finds the challenge ended, and a wrong try must count each time',
  resendChallenge: 'a repetition within a minute is refused by the challenge itself',
};

/** Lists of nodes that are no connections, and why they stay short. */
const shortLists = {
  'Account.paymentOrder': 'the cards of one person that can pay: a dozen',
  'SetPaymentOrderSuccess.paymentOrder': 'the same',
  'Query.nodes': 'as long as the list of ids that was given, 100 at most',
  'MarkNotificationsReadSuccess.notifications': 'as long as the list of ids that was given, 100 at most',
  'Card.bindings': 'one a device and restore; limited for each provider',
  'BindingReview.bindings': 'those of one account that are worth a look; limited for each provider',
  'Account.usageExports': 'those of a day that are kept, a few an account',
  'DevicesEffect.stays': 'devices on which one card is bound; limited for each provider',
};

const rules: Readonly<Record<string, SchemaRule>> = {
  descriptions,
  names,
  formats,
  connections,
  'bare-lists': bareLists(shortLists),
  mutations: mutations(repeatable),
  problems,
  members,
  deprecations,
};

/** Everything in the composed graph that breaks a rule of the graph; empty when all is well. */
export function lintSchema(supergraphSdl: string): readonly (Finding & { readonly rule: string })[] {
  const schema = toApiSchema(supergraphSdl);
  const found = Object.entries(rules).flatMap(([rule, look]) => look(schema).map((finding) => ({ rule, ...finding })));
  return [...found, ...ownership(parse(supergraphSdl)).map((finding) => ({ rule: 'ownership', ...finding }))];
}
