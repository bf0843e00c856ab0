/** Some of the words that a profanity filter masks; Plivo does not publish its list. */
const swearWords = /\b(damn|hell|shit|fuck|bitch|bastard|asshole)\w*\b/gi;

/** As `profanityFilter` sends it: of a swear word the first letter, the rest as asterisks. */
export const masked = (text: string): string =>
  text.replace(swearWords, (word) => word[0] + '*'.repeat(word.length - 1));
