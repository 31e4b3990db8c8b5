import { z } from 'zod';
import { json, serviceConfig } from './base-config';
import { toEnvExample } from './env-example';
import { ConfigError, readConfig } from './read-config';

const shape = {
  PORT: z.coerce.number().int().describe('port of HTTP'),
  KEYS: json(z.record(z.string(), z.string())).describe('keys by id'),
  LOG_LEVEL: z.string().default('info').describe('least severe level'),
};

describe('readConfig', () => {
  it('answers typed values and defaults', () => {
    expect(readConfig(shape, { PORT: '4001', KEYS: '{"a":"b"}' })).toEqual({
      PORT: 4001,
      KEYS: { a: 'b' },
      LOG_LEVEL: 'info',
    });
  });

  it('names every variable at fault with what it is for, and never its value', () => {
    const read = () => readConfig(shape, { PORT: '', KEYS: 'hush-hush' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT: .*port of HTTP[\s\S]*KEYS: is not JSON \(keys by id\)/);
    expect(read).not.toThrow(/hush/);
  });

  it('takes a subset of roles and refuses an unknown one', () => {
    const only = { ROLES: serviceConfig.ROLES };
    expect(readConfig(only, { ROLES: 'api, jobs' }).ROLES).toEqual(['api', 'jobs']);
    expect(readConfig(only, {}).ROLES).toEqual(['api', 'relay', 'consumers', 'jobs']);
    expect(() => readConfig(only, { ROLES: 'api,cook' })).toThrow(ConfigError);
  });
});

describe('toEnvExample', () => {
  it('lists required variables open and defaults commented out', () => {
    const text = toEnvExample('demo', shape);
    expect(text).toContain('# port of HTTP\nPORT=\n');
    expect(text).toContain('# least severe level\n# LOG_LEVEL=info\n');
  });
});
