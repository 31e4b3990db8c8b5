import { kafkaSecurityConfig } from './base-config';
import { toKafkaSecurity } from './kafka-security';
import { readConfig } from './read-config';

const read = (env: Record<string, string>) => toKafkaSecurity(readConfig(kafkaSecurityConfig, env));
const ca = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

describe('toKafkaSecurity', () => {
  it('is plain TCP when nothing is said', () => expect(read({})).toBeUndefined());

  it('takes the authority and the login', () => {
    expect(
      read({ KAFKA_TLS: 'on', KAFKA_SSL_CA: ca, KAFKA_SASL_USERNAME: 'binding', KAFKA_SASL_PASSWORD: 'hush' }),
    ).toEqual({ ca, login: { username: 'binding', password: 'hush' } });
  });

  it('trusts the well-known authorities when none is given', () =>
    expect(read({ KAFKA_TLS: 'on' })).toEqual({ ca: undefined, login: undefined }));

  it.each([
    ['a login without TLS', { KAFKA_SASL_USERNAME: 'binding', KAFKA_SASL_PASSWORD: 'hush' }],
    ['a login without a password', { KAFKA_TLS: 'on', KAFKA_SASL_USERNAME: 'binding' }],
    ['an authority that is no PEM', { KAFKA_TLS: 'on', KAFKA_SSL_CA: '/etc/ca.pem' }],
  ])('refuses %s', (_name, env) => expect(() => read(env)).toThrow(/KAFKA_/));
});
