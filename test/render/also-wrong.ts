const emptyPreAnswer = 'error E_EMPTY <PreAnswer>';
const latePreAnswer = 'error E_RULE <PreAnswer> comes after the call is answered.';
const waitsForBoth = 'error E_RULE <Wait> waits for silence and for a beep.';

/** What our rules find in Plivo's examples beyond the index, by file; each was read and is true. */
export const alsoWrong: { readonly [file: string]: readonly string[] | undefined } = {
  '042-preanswer-ringback-loop.xml': [
    'warning E_RULE What follows <Play loop="0"> never runs, since it repeats for ever.',
  ],
  '177-examples-node-seq_dial.xml': [
    'warning E_RULE What follows <Dial> never runs, since the answer of its action replaces this document.',
  ],
  '178-examples-node-text_to_speech.xml': [
    'error E_RULE <Speak> has the voice MAN, which does not speak the language ru-RU.',
  ],
  '197-python-test-preanswer.xml': [waitsForBoth],
  '211-python-test-response-11.xml': [emptyPreAnswer],
  '222-python-test-wait.xml': [waitsForBoth],
  '223-node-test-xml.xml': [emptyPreAnswer],
  '227-go-test-plivoxml-2.xml': [
    'error E_RULE <Speak> has the language en, which no voice speaks.',
    latePreAnswer,
    waitsForBoth,
  ],
  '231-ruby-test-xml_spec.xml': [
    latePreAnswer,
    'error E_RULE <Stream bidirectional> sends another track than the inbound one.',
  ],
};
