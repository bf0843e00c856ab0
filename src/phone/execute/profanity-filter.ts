/** Words that the profanity filter masks. Plivo does not publish its list, so these are examples. */
const swearWords = /\b(damn|hell|shit|fuck|bitch|bastard|asshole)\w*\b/gi;

/** Masks swear words as `profanityFilter` does: the first letter stays, the others become asterisks. */
export const maskProfanity = (text: string): string =>
  text.replace(swearWords, (word) => word[0] + '*'.repeat(word.length - 1));
