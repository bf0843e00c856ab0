// Files and nothing else: what a bucket or a web space can serve. Who answers depends on the address alone.
import { createServer } from 'node:http';

const en = 'language="en-US" voice="WOMAN"';
const es = 'language="es-ES" voice="MAN"';
const over = { en: `<Speak ${en}>Goodbye.</Speak><Hangup/>`, es: `<Speak ${es}>Adiós.</Speak><Hangup/>` };

const files = (base, { language, action }) => ({
  '/language': `<GetDigits action="${base}/action" numDigits="1" timeout="5"><Speak ${en}>Press 1 for English.</Speak><Speak ${es}>Oprima 2 para español.</Speak></GetDigits><Speak>Nothing was pressed.</Speak>`,
  '/action':
    language === 'es'
      ? `<GetDigits action="${base}/end-es" numDigits="1" timeout="5"><Speak ${es}>Oprima 1 para el mensaje, 2 para un agente.</Speak></GetDigits>`
      : `<GetDigits action="${base}/end-en" numDigits="1" timeout="5"><Speak ${en}>Press 1 for the message, 2 for an agent.</Speak></GetDigits>`,
  ...Object.fromEntries(
    ['en', 'es'].flatMap((lang) => [
      [
        `/end-${lang}`,
        action === '2'
          ? `<Dial action="${base}/over-${lang}"><Number>15550123456</Number></Dial>`
          : over[lang],
      ],
      [`/over-${lang}`, over[lang]],
    ]),
  ),
});

// A file cannot look at keys, so each case of the test is a folder of its own: node files.mjs es 2.
const [, , language = 'en', action = '1'] = process.argv;
const server = createServer((request, response) => {
  const file = files(`http://${request.headers.host}`, { language, action })[request.url];
  response.writeHead(file === undefined ? 404 : 200, { 'content-type': 'application/xml' });
  response.end(file && `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${file}</Response>`);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
