import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';

export const usedProofTableUp = [
  `CREATE TABLE used_proof (
     proof_id text PRIMARY KEY,
     used_for text NOT NULL,
     used_at timestamptz NOT NULL DEFAULT now()
   )`,
];
export const usedProofTableDown = ['DROP TABLE used_proof'];

/**
 * Uses a proof up in the transaction of the act it allows. False when it was used before; of two acts at
 * once with one proof the second waits here for the first to commit. Rows stay: they are the trail from an
 * act to its proof.
 */
export async function burnProof(tx: EntityManager, proofId: Id<'proof'>, usedFor: string): Promise<boolean> {
  const burned: unknown[] = await tx.query(
    'INSERT INTO used_proof (proof_id, used_for) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING proof_id',
    [proofId, usedFor],
  );
  return burned.length === 1;
}
