import type { GraphClient, Outcome } from '@bindery/wallet-client';

/** Somebody at the gateway, signed in or not. */
export interface Caller {
  readonly graph: GraphClient;
  readonly accessToken?: string | undefined;
}

export type Answer = Outcome & Readonly<Record<string, unknown>>;

/** Runs any mutation by its name, asking for `more` besides what every refusal has. */
export async function mutate({ graph, accessToken }: Caller, name: string, input: object, more = ''): Promise<Answer> {
  const document = `mutation Test($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { __typename ... on Problem { code message remedies { code title at until left } } ${more} }
  }`;
  return (await graph.ask<Record<string, Answer>>(document, { input }, accessToken))[name] as Answer;
}

/** A refusal as every client can rely on it: code, words in the language asked for, at least one remedy. */
export function expectRefusal(answer: Answer, typename: string, locale: 'zh-CN' | 'en' = 'en'): void {
  expect(answer).toMatchObject({
    __typename: typename,
    code: expect.stringMatching(/^[A-Z][A-Z_]+$/),
    message: expect.any(String),
  });
  const words = [answer.message ?? '', ...(answer.remedies ?? []).map(({ title }) => title)];
  for (const text of words) expect(/[\u4e00-\u9fff]/.test(text)).toBe(locale === 'zh-CN');
  expect(answer.remedies?.length).toBeGreaterThan(0);
}
