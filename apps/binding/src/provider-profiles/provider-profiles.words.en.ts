export const en = {
  PROFILE_INVALID: 'Fields that are not right: {count, number}. Nothing was changed.',
  PROFILE_MOVED: 'Version {version, number} is in force by now. Look at it, and change that one.',
  PROFILE_UNCHANGED: 'This is what is in force already.',
} as const;
