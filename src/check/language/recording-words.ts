/**
 * Words by which a caller learns that they are recorded: they are told so, or asked for a message.
 * @module
 */

const words = [
  // English, Spanish, Portuguese, French, Italian, German, Dutch
  'record(?:ed|ing|ings)?',
  'message|voice ?mail',
  'after the (?:tone|beep)',
  'grab(?:a|ar|ada|ado|aci[oó]n|ando|amos|aremos)\\p{L}*',
  'mensaje\\p{L}*',
  'grava(?:[rd]\\p{L}*|ç\\p{L}*|mos|ndo)',
  'mensagem|recado',
  'enregistr\\p{L}*',
  'registr(?:at|az|ar|er)\\p{L}*',
  'messaggio',
  'aufgezeichnet|aufzeichn\\p{L}*|aufgenommen|aufnahme\\p{L}*',
  'nachricht\\p{L}*',
  'opgenomen|opname\\p{L}*|opnemen',
  'bericht\\p{L}*|boodschap\\p{L}*',
  // Danish, Norwegian, Swedish
  'optag\\p{L}*|besked\\p{L}*|spill\\p{L}* inn|tatt opp|opptak\\p{L}*|beskjed\\p{L}*|melding\\p{L}*|spelas? in|inspel\\p{L}*|meddeland\\p{L}*',
  // Polish, Romanian, Turkish, Welsh, Icelandic
  'nagr\\p{L}*|wiadomo\\p{L}*',
  '[iî]nregistr\\p{L}*|mesaj\\p{L}*',
  'kay[ıi]t\\p{L}*|kaydedil\\p{L}*',
  'recordio|neges\\p{L}*|skilabo\\p{L}*|hlj[oó]ðrit\\p{L}*',
];

const wordsOfOtherScripts =
  'запис\\p{L}*|сообщени\\p{L}*|录音|錄音|留言|録音|メッセージ|伝言|녹음|메시지|रिकॉर्ड|संदेश|تسجيل|رسالة';

/** Matches a text in which a recording is spoken of. */
export const isRecordingWord = new RegExp(
  `(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})|${wordsOfOtherScripts}`,
  'iu',
);
