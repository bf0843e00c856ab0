/**
 * Names that authors often try, and that Plivo does not have.
 * @module
 */

/** What to write instead, by name, as the end of the sentence "Fix: …". */
export const notPlivo: ReadonlyMap<string, string> = new Map([
  // Twilio's names.
  ['Say', 'write <Speak>'],
  ['Gather', 'write <GetDigits>, or <GetInput> for speech'],
  ['Reject', 'write <Hangup reason="rejected" /> or <Hangup reason="busy" />'],
  ['Pause', 'write <Wait>'],
  ['Client', 'write <User>'],
  ['Parameter', 'send it as sipHeaders of the <User>, or in the query of the URL'],
  // Names from Plivo's own pages, SDKs and first engine.
  ['Sip', 'write <User>'],
  ['AgentHoldMusic', 'write the attribute agentHoldMusicUrl of <MultiPartyCall>'],
  ['CustomerHoldMusic', 'write the attribute customerHoldMusicUrl of <MultiPartyCall>'],
  ['GetSpeech', 'write <GetInput inputType="speech">'],
  ['SIPTransfer', 'write <Dial> with a <User> inside'],
  ['Notify', "use the element's callbackUrl"],
  ['cont', 'write the text itself; it needs no tag'],
  // Tags of Amazon Polly that Plivo leaves out.
  ['amazon:auto-breaths', 'remove it; Plivo does not support it'],
  ['amazon:effect', 'remove it; Plivo does not support it. <prosody> changes volume, rate and pitch'],
]);
