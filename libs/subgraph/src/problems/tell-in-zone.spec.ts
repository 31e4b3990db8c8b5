import 'reflect-metadata';
import { buildSchema, graphql } from 'graphql';
import { tooManyRequests } from './shared-errors';
import { tellInZone } from './tell-in-zone';

const schema = buildSchema(`
  interface Problem { message: String! }
  type Refusal implements Problem { message: String! }
  type Mail { message: String! }
  type Query { refusal: Refusal, mail: Mail }
`);
tellInZone(schema);

const retryAt = new Date('2026-11-30T20:30:00Z');
const timeZone = jest.fn(async () => 'America/New_York');
const ask = async (message: unknown) => {
  const rootValue = { refusal: { message }, mail: { message: 'a letter' } };
  const source = '{ refusal { message } mail { message } }';
  const { data } = await graphql({ schema, source, rootValue, contextValue: { timeZone } });
  return data?.refusal;
};

describe('the moment that a refusal names', () => {
  it('is told in the zone of whoever asks', async () => {
    expect(await ask(tooManyRequests(retryAt, 'en').message)).toEqual({
      message: 'Too many tries. You can go on at Nov 30, 2026, 03:30 PM EST.',
    });
    expect(await ask(tooManyRequests(retryAt, 'zh-CN').message)).toEqual({
      message: '尝试次数过多，2026年11月30日 15:30 GMT-5 之后可以继续。',
    });
  });

  it('is all for which the zone is read', async () => {
    timeZone.mockClear();
    expect(await ask('We cannot find that.')).toEqual({ message: 'We cannot find that.' });
    expect(timeZone).not.toHaveBeenCalled();
  });
});
