import { readFileSync } from 'node:fs';
import type { kafkaSecurityConfig } from './base-config';
import { ConfigError, type Config } from './read-config';

/** The part of the configuration that says how Kafka is spoken to; undefined: plain TCP. Reads the authority's file. Throws a ConfigError for a login without TLS or half of one. */
export function toKafkaSecurity({
  KAFKA_TLS,
  KAFKA_SSL_CA: pem,
  KAFKA_SSL_CA_FILE: file,
  KAFKA_SASL_USERNAME: username,
  KAFKA_SASL_PASSWORD: password,
}: Config<typeof kafkaSecurityConfig>) {
  const ca = pem ?? (file && readFileSync(file, 'utf8'));
  if (!username !== !password) throw new ConfigError('KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD go together');
  if (KAFKA_TLS === 'off') {
    if (ca ?? username)
      throw new ConfigError('KAFKA_SSL_CA and KAFKA_SASL_USERNAME need KAFKA_TLS=on: a login is never sent in clear');
    return undefined;
  }
  return { ca, login: username && password ? { username, password } : undefined };
}
