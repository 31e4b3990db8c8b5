import type { Pass } from '../passes/pass.rules';

/** A valid pass that was issued and not added yet. */
export const aPass = (changes: Partial<Pass> = {}): Pass => ({
  serialNumber: 'a'.repeat(32),
  provider: 'apple-wallet',
  passType: 'pass.example.bindery.membership',
  credentialReference: 'pass_a-reference',
  operationId: 'operation_1',
  holderName: 'Li Mei',
  number: '12345678',
  tokenKey: 'k1',
  standing: 'VALID',
  issuedTag: '1',
  updateTag: '1',
  issuedAt: new Date('2026-01-01T00:00:00Z'),
  addedAt: null,
  modifiedAt: new Date('2026-01-01T00:00:00Z'),
  ...changes,
});
