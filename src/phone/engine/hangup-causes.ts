/**
 * Plivo's hangup causes: the name of each code.
 *
 * @example
 * ```ts
 * import { hangupCauses } from 'plivo-jsx/phone';
 *
 * console.log(hangupCauses[3010]); // Busy Line
 * ```
 */
export const hangupCauses: { readonly [code: number]: string } = {
  0: 'Unknown',
  1000: 'Canceled',
  1010: 'Canceled (Out Of Credits)',
  1020: 'Canceled (Simultaneous dial limit reached)',
  2000: 'Invalid Destination Address',
  2010: 'Destination Out Of Service',
  2020: 'Endpoint Not Registered',
  2030: 'Destination Country Barred',
  2040: 'Destination Number Barred',
  2050: 'Destination Prefix Barred',
  2060: 'Loop Detected',
  2070: 'Violates Media Anchoring',
  3000: 'No Answer',
  3010: 'Busy Line',
  3020: 'Rejected',
  3030: 'Unknown Caller ID',
  3040: 'Forbidden',
  3050: 'Unallocated number',
  3070: 'Request timeout',
  3080: 'Internal server error from carrier',
  3090: 'Network congestion from carrier',
  3100: 'Busy everywhere',
  3110: 'Declined',
  3120: 'User does not exist anywhere',
  3130: 'Spam block',
  3140: 'DNO Caller ID',
  4000: 'Normal Hangup',
  4010: 'End Of XML Instructions',
  4020: 'Multiparty Call Ended',
  4030: 'Kicked Out Of Multiparty Call',
  4240: 'sip_auth_failed',
  4250: 'sip_auth_timeout',
  5000: 'Network Error',
  5010: 'Internal Error',
  5020: 'Routing Error',
  5030: 'Concurrency Limit Breached',
  6000: 'Scheduled Hangup',
  6010: 'Ring Timeout Reached',
  6020: 'Media Timeout',
  7011: 'Error Reaching Answer URL',
  7012: 'Error Reaching Action URL',
  7013: 'Error Reaching Transfer URL',
  7014: 'Error Reaching Redirect URL',
  7022: 'Invalid Action URL',
  7023: 'Invalid Transfer URL',
  7024: 'Invalid Redirect URL',
  7032: 'Invalid Method For Action URL',
  7033: 'Invalid Method For Transfer URL',
  7034: 'Invalid Method For Redirect URL',
  8011: 'Invalid Answer XML',
  8012: 'Invalid Action XML',
  8013: 'Invalid Transfer XML',
  8014: 'Invalid Redirect XML',
  9000: 'Lost Race',
  9100: 'Machine Detected',
  9110: 'Confirm Key Challenge Failed',
};

/**
 * Looks up Plivo's name of a hangup cause.
 *
 * @param code such as 4000
 * @returns `Unknown` for a code that Plivo does not list
 * @example
 * ```ts
 * import { causeName } from 'plivo-jsx/phone';
 *
 * console.log(causeName(4000)); // Normal Hangup
 * ```
 */
export const causeName = (code: number): string => hangupCauses[code] ?? 'Unknown';

/** The names that telephone networks, and Plivo's engine of 2015, have for some of the codes. */
const telephoneCauses: { readonly [code: number]: string } = {
  1000: 'ORIGINATOR_CANCEL',
  2000: 'UNALLOCATED_NUMBER',
  3000: 'NO_ANSWER',
  3010: 'USER_BUSY',
  3020: 'CALL_REJECTED',
  4000: 'NORMAL_CLEARING',
  4010: 'NORMAL_CLEARING',
};

/** Plivo's `HangupCause` or `DialHangupCause` of a code. */
export const telephoneCause = (code: number): string => telephoneCauses[code] ?? causeName(code);

/**
 * True when Plivo reports an error of the app: a URL that failed, an invalid document, or a loop.
 *
 * @param code the code with which a call ended
 * @example
 * ```ts
 * import { isError, startCall } from 'plivo-jsx/phone';
 *
 * const { ended } = await startCall('http://localhost:5000/ivr');
 * if (ended !== undefined && isError(ended.code)) console.error(ended.message, ended.fix);
 * ```
 */
export const isError = (code: number): boolean => code === 2060 || (code >= 7000 && code < 9000);
