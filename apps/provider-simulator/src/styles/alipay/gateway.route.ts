import type { FastifyInstance, FastifyReply } from 'fastify';
import { err, type Result } from '@bindery/kernel';
import { answer, giveUnder } from '../../http/answers';
import type { StyledCompany, StyleWorld } from '../style';
import type { AlipayKeys } from './keys';
import { signingKey } from './manners';
import { endAgreement, queryAgreement } from './methods';
import { toSignedAnswer } from './signed-answer';
import {
  readParameters,
  readSignedRequest,
  timeFault,
  type GatewayFault,
  type Parameters,
  type SignedRequest,
} from './signed-request';

const query = 'alipay.user.agreement.query';
const unsign = 'alipay.user.agreement.unsign';
const methods: readonly string[] = [query, unsign];

/** `POST /gateway.do`: methods by name, parameters in the query and in the body as one form. */
export function registerGateway(app: FastifyInstance, company: StyledCompany<AlipayKeys>, world: StyleWorld): void {
  const { provider, keys } = company;

  function perform(
    request: Result<SignedRequest, GatewayFault>,
    work: (signed: SignedRequest) => Result<object, GatewayFault>,
  ) {
    if (!request.ok) return request;
    const late = timeFault(request.value.sentAt, world.clock.now());
    return late ? err(late) : work(request.value);
  }

  function answerTo(parameters: Parameters | undefined, done: Result<object, GatewayFault>) {
    const method = parameters?.method ?? '';
    // Who cannot be told by a signed answer is told by one that proves nothing.
    if (!methods.includes(method))
      return answer(
        200,
        JSON.stringify({ error_response: { code: '40002', msg: 'Invalid Arguments', sub_code: 'isv.invalid-method' } }),
      );
    return answer(200, toSignedAnswer(method, done.ok ? done.value : done.error, signingKey(company)));
  }

  app.post('/gateway.do', async (request, reply: FastifyReply) => {
    const body = typeof request.body === 'string' ? request.body : '';
    const parameters = readParameters(request.url.split('?')[1] ?? '', body);
    const signed = readSignedRequest(parameters, keys);
    const method = signed.ok ? signed.value.method : '';
    const kind = method === unsign ? 'UNBIND' : 'QUERY';
    const fault = signed.ok ? world.faults.take(provider.code, kind) : undefined;
    reply.type('application/json; charset=utf-8');
    return giveUnder(fault, world.holds, reply, () =>
      answerTo(
        parameters,
        perform(signed, (known) =>
          method === unsign ? endAgreement(world, provider, known, fault) : queryAgreement(world, provider, known),
        ),
      ),
    );
  });
}
