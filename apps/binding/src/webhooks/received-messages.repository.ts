import type { SqlSession } from '@bindery/messaging';

/** The ids of webhooks that have had their effect (table provider_message), so that a replay has none. */
export interface ReceivedMessages {
  has(provider: string, webhookId: string): Promise<boolean>;
  remember(provider: string, webhookId: string): Promise<void>;
  /** Forgets what came before `before`. A signature lives five minutes; a provider's own retries of one id a few days. */
  prune(before: Date): Promise<void>;
}

export function createReceivedMessages(session: SqlSession): ReceivedMessages {
  return {
    async has(provider, webhookId) {
      const rows = await session.query('SELECT 1 FROM provider_message WHERE provider = $1 AND webhook_id = $2', [
        provider,
        webhookId,
      ]);
      return rows.length > 0;
    },
    async remember(provider, webhookId) {
      await session.query(
        'INSERT INTO provider_message (provider, webhook_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        [provider, webhookId],
      );
    },
    async prune(before) {
      await session.query('DELETE FROM provider_message WHERE received_at < $1', [before]);
    },
  };
}
