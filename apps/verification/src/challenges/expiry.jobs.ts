import { z } from 'zod';
import { defineJobs, handleJobs, type JobPart } from '@bindery/jobs';

export const expiryJobs = defineJobs({ 'expire-challenges': z.object({}) });

/** A challenge ends for everybody when its time is over; the minute is only how late its event may be. */
export const handleExpiry = (expireChallenges: () => Promise<number>): JobPart =>
  handleJobs(expiryJobs, { 'expire-challenges': async () => void (await expireChallenges()) }, [
    { name: 'expire-challenges', cron: '* * * * *' },
  ]);
