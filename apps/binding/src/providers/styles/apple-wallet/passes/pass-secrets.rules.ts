import { createHash, createHmac } from 'node:crypto';

/** What tokens and links are derived with: the current secret first. */
export interface PassSecrets {
  /** Names the current one, for passes that are issued now. */
  readonly current: string;
  /** An authentication token: the same for a pass for ever, and nobody else's. Never kept. Throws where the secret of that name is gone. */
  authenticationToken(serialNumber: string, tokenKey: string): string;
  /** What signs a link, by the current secret. */
  signLink(text: string): string;
  /** What links may be signed with: during a change of secrets, by either. */
  linkSignatures(text: string): readonly string[];
}

/** Tells one secret from another and nothing of either. */
const nameOf = (secret: string): string => createHash('sha256').update(`name ${secret}`).digest('hex').slice(0, 16);

const derive = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', secret).update(`${purpose} ${text}`).digest('base64url');

export function createPassSecrets(current: string, former?: string): PassSecrets {
  const secrets = new Map([current, former].flatMap((secret) => (secret ? [[nameOf(secret), secret] as const] : [])));
  return {
    current: nameOf(current),
    authenticationToken(serialNumber, tokenKey) {
      const secret = secrets.get(tokenKey);
      if (secret === undefined)
        throw new Error('a pass was issued with a token secret that is not configured any more');
      return derive(secret, 'ApplePass', serialNumber);
    },
    signLink: (text) => derive(current, 'link', text),
    linkSignatures: (text) => [...secrets.values()].map((secret) => derive(secret, 'link', text)),
  };
}
