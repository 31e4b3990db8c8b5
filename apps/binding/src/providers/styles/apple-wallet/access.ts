import { createPrivateKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';

const pem = (label: string) => z.string().max(20_000).includes(`-----BEGIN ${label}-----`);
/** As registered with Apple: `pass.` and a name in reverse domain order. */
const passType = z.string().regex(/^pass\.[A-Za-z0-9.-]{1,120}$/);
/** Apple's own ids: ten characters. */
const appleId = z.string().regex(/^[A-Z0-9]{10}$/);

/**
 * What a provider of passes needs: the address of APNs, the pass type with its certificate, and the keys. Everything here but the certificates
 * and the ids is a secret.
 */
export const passAccess = z
  .strictObject({
    /** APNs: `https://api.push.apple.com`. */
    baseUrl: z.url(),
    passTypeIdentifier: passType,
    teamIdentifier: appleId,
    /** The certificate of the pass type, and the intermediate (WWDR) that issued it. */
    certificate: pem('CERTIFICATE'),
    intermediate: pem('CERTIFICATE'),
    /** The private key of the certificate, PKCS#8. */
    signingKey: pem('PRIVATE KEY'),
    /** Authentication tokens and links are derived with it. */
    tokenSecret: z.string().min(32),
    /** The one before, for passes that are on devices already: their tokens can never change. */
    formerTokenSecret: z.string().min(32).optional(),
    /** APNs provider token: its key (PKCS#8, P-256) and that key's id. */
    pushKey: pem('PRIVATE KEY'),
    pushKeyId: appleId,
  })
  .superRefine((access, context) => {
    const fault = faultOf(access);
    if (fault) context.addIssue({ code: 'custom', path: [fault], message: 'does not belong to the others' });
  });
export type PassAccess = z.infer<typeof passAccess>;

type Pair = Pick<PassAccess, 'certificate' | 'intermediate' | 'signingKey' | 'passTypeIdentifier' | 'teamIdentifier'>;

/** A device would refuse every pass: found at the start. Validity is not looked at, which would stop all else of the service on that day. */
function faultOf({ certificate, intermediate, signingKey, passTypeIdentifier, teamIdentifier }: Pair) {
  try {
    const leaf = new X509Certificate(certificate);
    const issuer = new X509Certificate(intermediate);
    if (!leaf.checkPrivateKey(createPrivateKey(signingKey))) return 'signingKey';
    if (!leaf.checkIssued(issuer) || !leaf.verify(issuer.publicKey)) return 'intermediate';
    const subject = leaf.subject.split('\n');
    if (!subject.includes(`UID=${passTypeIdentifier}`)) return 'passTypeIdentifier';
    return subject.includes(`OU=${teamIdentifier}`) ? undefined : 'teamIdentifier';
  } catch {
    return 'certificate';
  }
}
