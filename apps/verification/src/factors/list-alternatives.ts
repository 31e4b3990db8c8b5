import type { EntityManager } from 'typeorm';
import { channelOf, sendableFactors, type Factor } from './registry';
import { contactPointRepository } from '../contacts/contact-point.repository';

/** Other factors that can reach the account; none for somebody who is not signed in. */
export async function listAlternatives(
  session: EntityManager,
  accountId: string | null,
  except: Factor,
): Promise<Factor[]> {
  const others = sendableFactors.filter((factor) => factor !== except);
  if (!accountId || others.length === 0) return [];
  const channels = await contactPointRepository.channels(session, accountId);
  return others.filter((factor) => channels.includes(channelOf[factor]));
}
