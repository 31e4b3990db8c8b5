/** Where most holders live; spoken of until an account says otherwise. */
export const defaultTimeZone = 'Asia/Shanghai';
