import type { DataSource } from 'typeorm';
import type { Challenge } from '../challenges/challenge.rules';
import type { CardKind } from '../waiting/waiting.rules';
import { knownBindingRepository } from './known-binding.repository';

/** What kind of card a challenge is about; undefined when that is not known, or not of the challenge's own account. */
export type GetCardKind = (challenge: Pick<Challenge, 'accountId' | 'subjectId'>) => Promise<CardKind | undefined>;

export function createGetCardKind(dataSource: DataSource): GetCardKind {
  return async ({ accountId, subjectId }) => {
    const binding = subjectId ? await knownBindingRepository.find(dataSource.manager, subjectId) : undefined;
    return binding && binding.accountId === accountId ? binding.kind : undefined;
  };
}
