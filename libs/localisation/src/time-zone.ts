/** Where most holders live, as IANA names it: what is said of moments is said in it, by all services alike, until an account says otherwise. */
export const defaultTimeZone = 'Asia/Shanghai';
