import { readFileSync } from 'node:fs';
import { ConfigError } from './read-config';

/** A certificate with its key, as PEM. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
}

/** The certificate with its key out of their files, or undefined where HTTP is served without TLS. Throws a ConfigError when there is one without the other, or a file cannot be read. */
export function readTlsFiles({
  TLS_CERT_FILE: cert,
  TLS_KEY_FILE: key,
}: {
  readonly TLS_CERT_FILE?: string | undefined;
  readonly TLS_KEY_FILE?: string | undefined;
}): Tls | undefined {
  if (!cert && !key) return undefined;
  if (!cert || !key) throw new ConfigError('TLS_CERT_FILE and TLS_KEY_FILE are needed both, or neither.');
  try {
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  } catch (error) {
    throw new ConfigError(`TLS_CERT_FILE or TLS_KEY_FILE: ${(error as Error).message}`);
  }
}
