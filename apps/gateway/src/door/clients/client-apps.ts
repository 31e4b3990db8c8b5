import { z } from 'zod';
import { reservedFields } from '../admission/reserved-fields';

const version = z.string().regex(/^\d{1,9}(\.\d{1,9}){0,3}$/, 'a version is up to four numbers with dots, e.g. 2.10.0');

const maintenance = z
  .strictObject({
    from: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    until: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    /** Names of client apps; left out for all. */
    apps: z.array(z.string().min(1)).min(1).optional(),
    /** WRITES leaves queries open. */
    closed: z.enum(['WRITES', 'EVERYTHING']).default('WRITES'),
    /** Root fields that stay open all the same. */
    letThrough: z.array(z.string()).default([...reservedFields]),
    /** What the operator wants said besides. */
    reason: z.strictObject({ 'zh-CN': z.string(), en: z.string() }).optional(),
  })
  .refine(({ from, until }) => from < until, 'a window ends after it begins');

/** The file of the operator: which versions of which apps are served, and when the door is closed. */
export const clientApps = z.strictObject({
  clients: z
    .record(z.string(), z.strictObject({ minimumVersion: version, updateUrl: z.url({ protocol: /^https$/ }) }))
    .default({}),
  maintenance: z.array(maintenance).default([]),
  /** Apps of our own people: maintenance does not shut out who does it. Only a token that was given to one of them as such counts. */
  staffApps: z.array(z.string().min(1)).default([]),
});

export type ClientApps = z.infer<typeof clientApps>;
export type MaintenanceWindow = ClientApps['maintenance'][number];
