import { z } from 'zod';

const pem = (label: string) => z.string().includes(`-----BEGIN ${label}-----`);

/** What phones and Apple’s push service know of who issues passes: nothing that could sign one. */
export const walletKeys = z.strictObject({
  /** The only certificate that phones trust. */
  rootCertificate: pem('CERTIFICATE'),
  passTypeIdentifier: z.string().min(1),
  teamIdentifier: z.string().min(1),
  pushKeyId: z.string().min(1),
  pushVerification: pem('PUBLIC KEY'),
});
export type WalletKeys = z.infer<typeof walletKeys>;
