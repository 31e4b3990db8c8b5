export const english = {
  NO_STAFF: 'This is for our own people only.',
  OTHER_ROLE: 'This is for another role than yours.',
};
