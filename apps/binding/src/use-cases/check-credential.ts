export interface CredentialQuery {
  readonly provider: string;
  readonly credentialReference: string;
}

/** What a reader is told. Anything in doubt is not good. */
export interface CredentialVerdict {
  readonly good: boolean;
  readonly reason: 'ACTIVE' | 'UNREGISTERED' | 'SUSPENDED' | 'EXPIRED';
}

export type CheckCredential = (query: CredentialQuery) => Promise<CredentialVerdict>;
