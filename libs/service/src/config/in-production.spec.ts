import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { serverConfig, serviceConfig } from './base-config';
import { atMost, believesFew, inProduction, overHttps, strongSecret } from './in-production';
import { ConfigError, readConfig } from './read-config';

const key = () => randomBytes(32).toString('base64');

/** What a service may start with in production. */
const sound = () => ({
  PORT: '8080',
  HOST: '0.0.0.0',
  TLS_CERT_FILE: '/run/tls.crt',
  TLS_KEY_FILE: '/run/tls.key',
  DATABASE_URL: 'postgres://binding_app@db:5432/binding?sslmode=verify-full&passfile=/run/passfile',
  KAFKA_BROKERS: 'kafka:9092',
  KAFKA_TLS: 'on',
  KAFKA_SASL_USERNAME: 'binding',
  KAFKA_SASL_PASSWORD: randomBytes(24).toString('base64url'),
  GATEWAY_KEYS: JSON.stringify({ k1: key() }),
});

const read = (change: Record<string, string | undefined> = {}) => readConfig(serviceConfig, { ...sound(), ...change });

describe('a configuration for production', () => {
  it('is what a program has that is told nothing else', () => {
    expect(read().NODE_ENV).toBe('production');
    expect(readConfig({ NODE_ENV: serverConfig.NODE_ENV }, {}).NODE_ENV).toBe('production');
  });

  it.each<[what: string, variable: string, change: Record<string, string | undefined>]>([
    ['plain HTTP to other machines', 'HOST', { TLS_CERT_FILE: undefined }],
    ['plain HTTP to one address', 'HOST', { HOST: '10.0.0.7', TLS_CERT_FILE: undefined }],
    ['a clock that can be moved', 'SANDBOX_CLOCK_URL', { SANDBOX_CLOCK_URL: 'https://simulator:4010' }],
    ['a database without TLS', 'DATABASE_URL', { DATABASE_URL: 'postgres://binding_app@db/binding' }],
    ['TLS with whoever answers', 'DATABASE_URL', { DATABASE_URL: 'postgres://binding_app@db/binding?sslmode=require' }],
    ['TLS that is only named', 'DATABASE_URL', { DATABASE_URL: 'postgres://sslmode=verify-full@db/binding' }],
    [
      'a well-known password',
      'DATABASE_URL',
      { DATABASE_URL: 'postgres://binding_app:postgres@db/binding?sslmode=verify-full' },
    ],
    ['an event log without TLS', 'EVENT_LOG_URL', { EVENT_LOG_URL: 'postgresql://binding_app@db/event_log' }],
    ['Kafka without TLS', 'KAFKA_BROKERS', { KAFKA_TLS: 'off' }],
    ['Kafka without a login', 'KAFKA_BROKERS', { KAFKA_SASL_USERNAME: undefined, KAFKA_SASL_PASSWORD: undefined }],
    ['a password of Kafka that is a word', 'KAFKA_SASL_PASSWORD', { KAFKA_SASL_PASSWORD: 'change-me-please' }],
    ['trust in any certificate', 'NODE_ENV', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
    [
      'a key that is all zeros',
      'GATEWAY_KEYS',
      { GATEWAY_KEYS: JSON.stringify({ k: Buffer.alloc(32).toString('base64') }) },
    ],
  ])('is not %s', (_what, variable, change) => {
    expect(() => read(change)).toThrow(ConfigError);
    expect(() => read(change)).toThrow(new RegExp(`no configuration for production[^]*\n  ${variable}: `));
    expect(() => read({ ...change, NODE_ENV: 'development' })).not.toThrow();
    expect(() => read({ ...change, NODE_ENV: 'test' })).not.toThrow();
  });

  it('may be plain HTTP where only this machine reaches it and somebody said so', () => {
    for (const HOST of ['127.0.0.1', 'localhost', '::1', undefined]) {
      const plain = { HOST, TLS_CERT_FILE: undefined };
      expect(() => read(plain)).toThrow('HOST: serves plain HTTP');
      expect(() => read({ ...plain, PLAIN_ON_LOOPBACK: 'on' })).not.toThrow();
    }
    expect(() => read({ TLS_CERT_FILE: undefined, PLAIN_ON_LOOPBACK: 'on' })).toThrow('HOST: serves plain HTTP');
  });

  it('may have its database and Kafka on this machine without TLS where somebody said so', () => {
    const here = {
      DATABASE_URL: 'postgres://binding_app@127.0.0.1/binding',
      KAFKA_BROKERS: 'localhost:1,127.0.0.1:2',
      KAFKA_TLS: 'off',
    };
    const noLogin = { KAFKA_SASL_USERNAME: undefined, KAFKA_SASL_PASSWORD: undefined };
    expect(() => read({ ...here, ...noLogin })).toThrow(/DATABASE_URL: [^]*KAFKA_BROKERS: /);
    expect(() => read({ ...here, ...noLogin, PLAIN_ON_LOOPBACK: 'on' })).not.toThrow();
    const notHere = {
      DATABASE_URL: 'postgres://127.0.0.1@db/binding',
      KAFKA_BROKERS: 'localhost:1,kafka:2',
      KAFKA_TLS: 'off',
    };
    expect(() => read({ ...notHere, ...noLogin, PLAIN_ON_LOOPBACK: 'on' })).toThrow(
      /DATABASE_URL: [^]*KAFKA_BROKERS: /,
    );
  });

  it('is refused with everything that is wrong at once, what is missing too, and with no value', () => {
    const change = { PORT: undefined, TLS_CERT_FILE: undefined, KAFKA_TLS: 'off', KAFKA_SASL_PASSWORD: 'hush-hush' };
    const error = (() => {
      try {
        return read(change);
      } catch (reason) {
        return String(reason);
      }
    })();
    for (const variable of ['PORT', 'HOST', 'KAFKA_BROKERS', 'KAFKA_SASL_PASSWORD'])
      expect(error).toMatch(new RegExp(`\n  ${variable}: .+`));
    expect(error).not.toContain('hush');
  });
});

const accepts = (schema: z.ZodType, value: string) => {
  try {
    readConfig({ NODE_ENV: serverConfig.NODE_ENV, VALUE: schema }, { VALUE: value });
    return true;
  } catch {
    return false;
  }
};

describe('a secret', () => {
  const isSecret = (value: string) => accepts(inProduction(z.string(), strongSecret), value);

  it('is what a machine made, in base64, hex or as JSON of them', () => {
    for (let made = 0; made < 2_000; made++) {
      const bytes = randomBytes(made % 2 ? 32 : 24);
      expect(
        [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')].filter(
          (text) => !isSecret(text),
        ),
      ).toEqual([]);
    }
    expect(isSecret(`whsec_${randomBytes(24).toString('base64')}`)).toBe(true);
    expect(isSecret(JSON.stringify({ a: { baseUrl: 'https://bank.example', secret: `whsec_${key()}` } }))).toBe(true);
    expect(
      isSecret(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', kid: 'k1', d: randomBytes(32).toString('base64url') })),
    ).toBe(true);
  });

  it.each([
    'password',
    'postgres',
    'Tr0ub4dor&3',
    'change-me-change-me-change-me',
    'example-secret-for-development-only',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64'),
    Buffer.from('0123456789abcdef0123456789abcdef').toString('hex').slice(0, 8),
    'whsec_MfKQ9r8',
    '{"k1":"secret"}',
    `{"good":"${Buffer.from('x'.repeat(32)).toString('base64')}"}`,
  ])('is not %s', (value) => expect(isSecret(value)).toBe(false));
});

describe('an address', () => {
  const shape = {
    NODE_ENV: serverConfig.NODE_ENV,
    PLAIN_ON_LOOPBACK: serverConfig.PLAIN_ON_LOOPBACK,
    VALUE: inProduction(z.string(), overHttps),
  };
  const isTaken = (VALUE: string, PLAIN_ON_LOOPBACK?: string) => {
    try {
      return Boolean(readConfig(shape, { VALUE, PLAIN_ON_LOOPBACK }));
    } catch {
      return false;
    }
  };
  const here = ['http://127.0.0.1:4001', 'HTTP://localhost', '{"a":["https://b:1","http://[::1]:2/x"]}'];

  it('is https, wherever it stands', () => {
    for (const address of ['https://identity:4001', '{"identity":["https://a:1","https://b:2"]}'])
      expect(isTaken(address)).toBe(true);
    for (const address of ['http://identity:4001', 'HTTP://identity', '{"a":["https://a","http://b"]}', ...here])
      expect(isTaken(address)).toBe(false);
  });

  it('may be plain on this machine where somebody said so, and nowhere else', () => {
    for (const address of here) expect(isTaken(address, 'on')).toBe(true);
    for (const address of [
      'http://identity:4001',
      'http://127.0.0.1.evil.example',
      'http://localhost@evil.example',
      'http://127.0.0.1:80@evil.example',
      'http://localhost.evil.example:1',
      '{"a":"http://127.0.0.1","b":"http://10.0.0.1"}',
    ])
      expect(isTaken(address, 'on')).toBe(false);
  });
});

describe('a limit', () => {
  it('limits', () => {
    const schema = inProduction(z.coerce.number().default(200), atMost(2_000));
    expect(['1', '200', '2000'].every((value) => accepts(schema, value))).toBe(true);
    expect(['2001', '100000', 'Infinity', '1e9'].some((value) => accepts(schema, value))).toBe(false);
  });
});

describe('a proxy', () => {
  it('is not everybody', () => {
    const schema = inProduction(z.string(), believesFew);
    expect(['10.0.0.7', '10.0.0.0/8, 192.168.1.1', '::1'].every((value) => accepts(schema, value))).toBe(true);
    expect(['*', 'true', '0.0.0.0/0', '10.0.0.1,::/0'].some((value) => accepts(schema, value))).toBe(false);
  });
});
