import { isBase64Url } from '@bindery/kernel';

/**
 * Whether a text is parts of base64url with dots between, as JOSE writes them (RFC 7515, 7.1) and no decoder’s leniency makes another text of the same
 * token. Which parts, and what they say, is for who reads them.
 */
export const isCompact = (token: string): boolean => token.split('.').every(isBase64Url);
