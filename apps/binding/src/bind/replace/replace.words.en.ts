export const en = {
  NOT_REPLACEABLE:
    'Nothing of this kind ({kind}) is replaced by another: there is no card that wears out. Have its provider change what is wrong with it, or take it off and bind it anew.',
  REPLACEMENT_UNDER_WAY: 'Another card takes the place of this one already.',
} as const;
