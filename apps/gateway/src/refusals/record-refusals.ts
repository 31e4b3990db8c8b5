import type { SecurityAction, SecurityLog } from '@bindery/service';
import type { RefusalCode } from './refusal-words';

/** What a refusal means to whoever watches over security; those left out mean nothing, or are told where they are made. */
const actions: Partial<Record<RefusalCode, SecurityAction>> = {
  TOO_MANY_REQUESTS: 'request-limit-refused',
  OVERLOADED: 'request-limit-refused',
  TOO_MANY_ROOT_FIELDS: 'request-limit-refused',
  TOO_DEEP: 'request-limit-refused',
  TOO_COSTLY: 'request-limit-refused',
  TOO_MANY_TOKENS: 'request-limit-refused',
  TOO_MANY_ERRORS: 'request-limit-refused',
  DOCUMENT_TOO_LARGE: 'request-limit-refused',
  TOO_MANY_SELECTIONS: 'request-limit-refused',
  TOO_MANY_REPEATS: 'request-limit-refused',
  TOO_MANY_FETCHES: 'request-limit-refused',
  TOO_MANY_VALUES: 'request-limit-refused',
  BODY_TOO_LARGE: 'request-limit-refused',
  BATCHING_OFF: 'request-limit-refused',
  CSRF_PREVENTED: 'request-malformed',
  BAD_REQUEST: 'request-malformed',
  DOCUMENT_REQUIRED: 'document-refused',
  PERSISTED_QUERY_NOT_FOUND: 'document-refused',
  PERSISTED_QUERY_NOT_SUPPORTED: 'document-refused',
  CLIENT_UNKNOWN: 'client-refused',
  CLIENT_TOO_OLD: 'client-refused',
};

/** Tells the security log of a refusal by its code; from where it came is known of the request being worked on. */
export const createRecordRefusal =
  (security: Pick<SecurityLog, 'record'>) =>
  (code: string): void => {
    const action = actions[code as RefusalCode];
    if (action) security.record(action, { errorCode: code });
  };
