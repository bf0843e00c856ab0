// A runtime that prints any tag takes its name.
export const GetDigits = 'GetDigits';
export const Hangup = 'Hangup';
export const Response = 'Response';
export const Speak = 'Speak';
