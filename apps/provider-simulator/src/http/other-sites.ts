import { isFromOtherSite } from '@bindery/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { give, refusal } from './answers';

const reading = ['GET', 'HEAD'];

/**
 * Another site's page could otherwise do things here through the visitor's browser, by a form or a request without a body, which a
 * browser sends without asking first (Fetch Metadata, W3C). A link to the page is followed from anywhere.
 */
export async function refuseOtherSites(
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | void> {
  if (reading.includes(method) || !isFromOtherSite(headers)) return;
  return give(reply, refusal(403, 'OTHER_SITE'));
}
