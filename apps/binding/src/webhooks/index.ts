import type { EntityManager } from 'typeorm';
import { firstRepeated, type Clock } from '@bindery/kernel';
import type { Log, SecurityLog } from '@bindery/service';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { addDays } from '../lifecycle';
import type { ConnectorSet } from '../providers';
import type { MessageType } from './message-type';
import { ProviderMessageRow } from './provider-message.entity';
import { addProviderWebhooks } from './provider-webhooks.route';
import { hasReceived, deleteReceivedBefore, insertReceived } from './received-messages.repository';

export { defineMessage } from './message-type';

export const webhooksClasses = { entities: [ProviderMessageRow] } satisfies FeatureClasses;

interface WebhooksFoundation {
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly log: Log;
  readonly security: SecurityLog;
}

/** A signature lives for minutes, and providers send a message again for some; a week leaves room for one sent by hand. */
const messageDays = 7;

/** What providers tell by themselves, handed to the features that take it. */
export function createWebhooks(
  { db, clock, log, security }: WebhooksFoundation,
  { inboundOf, messages }: Pick<ConnectorSet, 'inboundOf'> & { readonly messages: readonly MessageType[] },
) {
  const twice = firstRepeated(messages.map(({ type }) => type));
  if (twice) throw new Error(`two features take messages of the type ${twice}`);
  const receivedMessages = {
    has: (provider: string, id: string) => hasReceived(db, provider, id),
    remember: (provider: string, id: string) => insertReceived(db, provider, id, clock.now()),
  };
  return {
    feature: {
      routes: (app) => addProviderWebhooks(app, { messages, receivedMessages, inboundOf, clock, log, security }),
      prune: async () => ({
        providerMessages: await deleteReceivedBefore(db, addDays(clock.now(), -messageDays)),
      }),
    } satisfies Feature,
  };
}
