import type { EntityManager } from 'typeorm';
import { ProviderMessageRow } from './provider-message.entity';

export const hasReceived = (db: EntityManager, provider: string, webhookId: string): Promise<boolean> =>
  db.existsBy(ProviderMessageRow, { provider, webhookId });

export async function insertReceived(db: EntityManager, provider: string, webhookId: string, at: Date): Promise<void> {
  await db.query(
    'INSERT INTO provider_message (provider, webhook_id, received_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [provider, webhookId, at],
  );
}

/** Forgets what came before `before`; how many. */
export async function deleteReceivedBefore(db: EntityManager, before: Date): Promise<number> {
  const [, count]: [unknown[], number] = await db.query('DELETE FROM provider_message WHERE received_at < $1', [
    before,
  ]);
  return count;
}
