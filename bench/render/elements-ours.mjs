export { GetDigits, Hangup, Response, Speak } from 'plivo-jsx';
