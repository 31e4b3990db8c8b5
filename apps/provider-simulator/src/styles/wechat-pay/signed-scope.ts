import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { give, refusal } from '../../http/answers';
import type { StyledCompany, StyleWorld } from '../style';
import { createAuthorizationCheck } from './authorization';
import type { WeChatPayKeys } from './keys';
import { platformKeysOf } from './platform-keys';

/** Routes that answer only what the merchant has signed, and sign every answer, refusals too. */
export function addSignedScope(
  app: FastifyInstance,
  company: StyledCompany<WeChatPayKeys>,
  { state, clock }: StyleWorld,
  addRoutes: (signed: FastifyInstance) => void,
): void {
  const check = createAuthorizationCheck(company.keys);
  const platformKeys = platformKeysOf(company, state);

  async function verify(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> {
    const { method, url: target, headers } = request;
    const body = typeof request.body === 'string' ? request.body : '';
    if (headers.accept !== 'application/json' || !headers['user-agent'])
      return give(reply, refusal(400, 'PARAM_ERROR', 'Accept must be application/json, and User-Agent be there'));
    const fault = check({ method, target, body, authorization: headers.authorization }, clock.now());
    if (fault !== undefined) return give(reply, refusal(401, 'SIGN_ERROR', fault));
    if (body !== '') request.body = JSON.parse(body);
  }

  app.register(async (signed) => {
    signed.removeAllContentTypeParsers();
    signed.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    signed.addHook('preValidation', verify);
    signed.addHook('onSend', async (request, reply, payload) => {
      const text = typeof payload === 'string' ? payload : '';
      const wanted = request.headers['wechatpay-serial'];
      reply.headers(await platformKeys.signAnswer(text, clock.now(), typeof wanted === 'string' ? wanted : undefined));
      return payload;
    });
    signed.setErrorHandler((error: Error, request, reply) => {
      if (error instanceof ZodError || error instanceof SyntaxError)
        return give(reply, refusal(400, 'PARAM_ERROR', error.message));
      request.log.error({ err: error }, 'request failed');
      return give(reply, refusal(500, 'SYSTEM_ERROR'));
    });
    addRoutes(signed);
  });
}
