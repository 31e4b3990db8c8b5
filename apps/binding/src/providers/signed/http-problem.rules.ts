/** What a provider or reader is told when its request is not taken. Codes never change; the text is for its developers. */
export const httpProblems = {
  PROVIDER_UNKNOWN: [404, 'there is no such provider'],
  SIGNATURE_REQUIRED: [401, 'the request is not signed in the agreed way'],
  SIGNATURE_INVALID: [401, 'the signature does not fit the body and the key'],
  SIGNATURE_EXPIRED: [401, 'the signature was made too long ago, or ahead of our clock by as much'],
  REQUEST_MALFORMED: [400, 'the body has not the agreed shape'],
  TIME_OUT_OF_RANGE: [422, 'the time is ahead of our clock, or longer ago than messages of this kind are taken'],
  BODY_TOO_LARGE: [413, 'the body is longer than any message agreed on'],
  MEDIA_TYPE_UNKNOWN: [415, 'the body is in no media type agreed on'],
  HANDLING_FAILED: [500, 'the fault is ours; please send it again later'],
} as const satisfies Record<string, readonly [number, string]>;

export type HttpProblemCode = keyof typeof httpProblems;
